"""Items of work in every print: numbering, wrapped lines, tables, letters, decisions."""

from liennganh.pure.planreader import read
from liennganh.pure.planreader.model import Task

HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH AN

Số: 21/KH-UBND

Bình An, ngày 05 tháng 3 năm 2025

KẾ HOẠCH
Chăm sóc cây xanh đô thị giai đoạn 2025 - 2027

"""


def tasks(body: str) -> tuple[Task, ...]:
    return read(HEAD + body).tasks


def test_named_items_are_headings_of_what_stands_below_them() -> None:
    found = tasks(
        "III- NHIỆM VỤ, GIẢI PHÁP\nNhiệm vụ 1: Trồng cây\n• Trồng cây dọc các tuyến đường mới.\n"
        "• Thay cây sâu bệnh trước mùa mưa.\nNhiệm vụ 2: Chăm sóc\n• Cắt tỉa cành khô hằng quý.\n"
    )
    assert [t.text for t in found] == [
        "Trồng cây dọc các tuyến đường mới.",
        "Thay cây sâu bệnh trước mùa mưa.",
        "Cắt tỉa cành khô hằng quý.",
    ]
    assert found[2].section[-1] == "Chăm sóc"


def test_steps_without_anything_below_them_are_items() -> None:
    found = tasks(
        "II. NHIỆM VỤ\n1. Mô hình điểm\nBước 1: Khảo sát hiện trạng cây xanh.\nBước 2: Lựa chọn tuyến phố làm điểm.\n"
    )
    assert [t.text for t in found] == [
        "Khảo sát hiện trạng cây xanh.",
        "Lựa chọn tuyến phố làm điểm.",
    ]


def test_numbers_with_a_dash_and_names_without_numbers_are_headings() -> None:
    found = tasks(
        "V- TỔ CHỨC THỰC HIỆN\n1- Sở Xây dựng\n- Lập danh mục cây cần bảo tồn.\n"
        "2- Công an tỉnh\nXử lý hành vi chặt phá cây trái phép.\n"
    )
    assert [t.lead for t in found] == [("Sở Xây dựng",), ("Công an tỉnh",)]
    bare = tasks(
        "V. TỔ CHỨC THỰC HIỆN\n\nSở Xây dựng\n\n- Lập danh mục cây cần bảo tồn.\n\nCông an tỉnh\n\n- Xử lý hành vi chặt phá cây.\n"
    )
    assert [t.lead for t in bare] == [("Sở Xây dựng",), ("Công an tỉnh",)]


def test_a_list_below_an_introduction_of_its_own_sign_is_handed_its_owner() -> None:
    found = tasks(
        "II. NHIỆM VỤ\n- Giao Sở Xây dựng:\n- Lập quy hoạch cây xanh toàn tỉnh;\n- Công bố danh mục cây cấm trồng.\n"
        "- Tuyên truyền bảo vệ cây xanh trong trường học.\n"
    )
    assert [t.lead for t in found] == [("Sở Xây dựng",), ("Sở Xây dựng",), ()]


def test_a_heading_that_ends_in_a_full_stop_is_no_item() -> None:
    found = tasks(
        "II. NHIỆM VỤ\n1. Phát triển vườn ươm các loại cây.\nMở rộng vườn ươm hiện có, nhập giống cây bản địa phù hợp khí hậu.\n"
        "2. Ứng dụng công nghệ trong quản lý.\nGắn mã nhận dạng cho từng cây trên các tuyến phố của thành phố.\n"
    )
    assert [t.text[:14] for t in found] == ["Mở rộng vườn ư", "Gắn mã nhận dạ"]


def test_a_wrapped_line_may_begin_with_a_dash_or_a_number() -> None:
    found = tasks(
        "II. NHIỆM VỤ\n"
        "1. Rà soát toàn bộ cây nguy hiểm trên các tuyến đường, hoàn thành trước ngày\n"
        "30/4/2025 và báo cáo kết quả với các cơ quan quản lý chuyên ngành của tỉnh\n"
        "để theo dõi thường xuyên; phối hợp chặt chẽ với Sở Lao động\n"
        "- Thương binh và Xã hội tuyển công nhân cắt tỉa có tay nghề cao của các\n"
        "doanh nghiệp công ích đang hoạt động tại địa bàn các phường trong thành\n"
        "phố trực thuộc tỉnh.\n"
        "2. Trồng bổ sung cây bóng mát tại các bến xe, công viên, quảng trường và\n"
        "khu dân cư mới.\n"
    )
    assert len(found) == 2
    assert found[0].deadline == "2025-04-30"
    assert found[0].support == ("Sở Lao động - Thương binh và Xã hội",)


def test_a_page_number_does_not_part_a_sentence() -> None:
    (task,) = tasks(
        "II. NHIỆM VỤ\n\n- Chăm sóc, cắt tỉa toàn bộ cây bóng mát trên các tuyến đường\n\n2\n\nchính của thành phố trước mùa mưa bão.\n"
    )
    assert task.text.startswith("Chăm sóc")
    assert task.text.endswith("trước mùa mưa bão.")


def test_owners_stand_in_brackets_or_labels_inside_the_item() -> None:
    first, second = tasks(
        "II. NHIỆM VỤ\n1. Ban hành quy chế quản lý cây xanh (Sở Xây dựng chủ trì, phối hợp với Sở Tư pháp).\n"
        "2. Số hóa hồ sơ cây cổ thụ. Cơ quan chủ trì: Sở Khoa học và Công nghệ; cơ quan phối hợp: Sở Xây dựng.\n"
    )
    assert (first.lead, first.support) == (("Sở Xây dựng",), ("Sở Tư pháp",))
    assert (second.lead, second.support) == (("Sở Khoa học và Công nghệ",), ("Sở Xây dựng",))


def test_what_stands_before_the_subject_does_not_hide_it() -> None:
    (task,) = tasks(
        "II. TỔ CHỨC THỰC HIỆN\n1. Trên cơ sở Kế hoạch này, các sở, ban, ngành tỉnh, UBND các xã, phường xây dựng chương trình trồng cây.\n"
    )
    assert task.lead == ("các sở, ban, ngành tỉnh", "UBND các xã, phường")


def test_a_closing_call_to_everybody_is_no_item() -> None:
    found = tasks(
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng theo dõi việc thực hiện.\n"
        "Yêu cầu các sở, ban, ngành, UBND các xã, phường nghiêm túc triển khai thực hiện./.\n"
    )
    assert [t.lead for t in found] == [("Sở Xây dựng",)]


ANNEX = """II. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng theo dõi, tổng hợp kết quả.

Nơi nhận:
- Như trên;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 21/KH-UBND ngày 05/3/2025)

TT | Nội dung công việc | Phân công thực hiện | | Thời gian hoàn thành
 | | Chủ trì | Phối hợp |
(1) | (2) | (3) | (4) | (5)
I | Trồng mới | | |
1 | Trồng cây dọc quốc lộ | Sở Xây dựng | UBND các xã; các đơn vị liên quan | Quý II/2025
2 | Trồng cây tại các | Sở Giáo dục và Đào tạo | Tỉnh đoàn | Thường xuyên
 | trường tiểu học vùng cao | | |
12
TT | Nội dung công việc | Chủ trì | Phối hợp | Thời gian hoàn thành
II | Chăm sóc | | |
3 | Đặt bảng tên cây quý | VNPT Bình An | Sở Xây dựng | 2026 - 2027
"""


def test_a_table_of_tasks_with_groups_two_heads_and_a_torn_row() -> None:
    found = tasks(ANNEX)[1:]
    assert [(t.lead, t.support, t.deadline, t.cycle) for t in found] == [
        (("Sở Xây dựng",), ("UBND các xã",), "2025-06", None),
        (("Sở Giáo dục và Đào tạo",), ("Tỉnh đoàn",), None, "regular"),
        (("VNPT Bình An",), ("Sở Xây dựng",), "2027", None),
    ]
    assert found[1].text == "Trồng cây tại các trường tiểu học vùng cao"
    assert found[0].section[-1] == "Trồng mới"


def test_a_table_with_every_cell_on_its_own_line() -> None:
    rows = [
        ["TT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
        ["1", "In sổ tay chăm sóc cây", "Sở Xây dựng", "Tháng 8/2025"],
        ["2", "Làm phóng sự về cây di sản", "Báo Bình An", ""],
    ]
    body = "".join("|\n" + "".join(f"{cell}\n|\n" for cell in row) for row in rows)
    found = tasks("II. NHIỆM VỤ\n" + body.replace("\n\n", "\n"))
    assert [(t.text, t.lead, t.deadline) for t in found] == [
        ("In sổ tay chăm sóc cây", ("Sở Xây dựng",), "2025-08"),
        ("Làm phóng sự về cây di sản", ("Báo Bình An",), None),
    ]


def test_a_table_of_figures_in_a_section_of_money_is_no_work() -> None:
    assert tasks("II. KINH PHÍ\nTT | Nội dung | Kinh phí\n1 | Mua cây giống | 200 triệu\n") == ()


DECISION = """ỦY BAN NHÂN DÂN
TỈNH BÌNH AN

Số: 330/QĐ-UBND

Bình An, ngày 14 tháng 02 năm 2025

QUYẾT ĐỊNH
Về việc phê duyệt Đề án cây xanh giai đoạn 2025 - 2027

QUYẾT ĐỊNH:

Điều 1. Phê duyệt Đề án cây xanh với các nội dung sau:
I. MỤC TIÊU
1. Nâng cao chất lượng môi trường sống.
II. NHIỆM VỤ CHỦ YẾU
1. Trồng mới
a) Trồng cây dọc các tuyến phố chính.
Điều 2. Tổ chức thực hiện
1. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính tổ chức thực hiện Đề án.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
Điều 4. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.
"""


def test_articles_hold_sections_and_hand_out_tasks() -> None:
    found = read(DECISION).tasks
    assert [(t.text[:9], t.lead, t.support) for t in found] == [
        ("Trồng cây", (), ()),
        ("Giao Sở X", ("Sở Xây dựng",), ("Sở Tài chính",)),
    ]
    assert found[1].section == ("Tổ chức thực hiện",)


def test_the_abbreviations_a_text_defines_are_handed_on() -> None:
    reading = read(
        HEAD
        + "V. TỔ CHỨC THỰC HIỆN\n1. Sở Lao động - Thương binh và Xã hội (sau đây viết tắt là Sở LĐTBXH) đào tạo công nhân.\n"
        "2. Ban Chỉ đạo phòng, chống thiên tai tỉnh (gọi tắt là Ban Chỉ đạo) kiểm tra cây đổ.\n"
        "3. Sở Thông tin và Truyền thông (TTTT) đăng tải danh mục cây (theo mẫu).\n"
    )
    assert reading.abbreviations == (
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Ban Chỉ đạo", "Ban Chỉ đạo phòng, chống thiên tai tỉnh"),
        ("Sở TTTT", "Sở Thông tin và Truyền thông"),
    )
    assert reading.tasks[1].lead == ("Ban Chỉ đạo phòng, chống thiên tai tỉnh",)
