"""Owners that stand beside the work: in an introduction, in a section of their own."""

from liennganh.pure.planreader import read

HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH AN

Số: 12/2024/KH-UBND

Bình An, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Phát triển thư viện cơ sở năm 2024

"""

INTRODUCED = (
    HEAD
    + """II. NHIỆM VỤ

1. Giao Sở Văn hóa và Thể thao chủ trì, phối hợp với Tỉnh đoàn:

- Kiểm kê sách của các thư viện cấp xã trong tỉnh.

- Bồi dưỡng nghiệp vụ cho người làm thư viện, cùng Hội Người cao tuổi tỉnh giới thiệu sách.

2. Sở Tài chính cân đối kinh phí mua sách hằng năm.
"""
)

SECTIONS = (
    HEAD
    + """I. MỞ RỘNG THƯ VIỆN

1. Nội dung, biện pháp

a) Xây dựng tủ sách tại nhà văn hóa thôn;

b) Luân chuyển sách giữa các thư viện trong huyện.

2. Cơ quan chủ trì, phối hợp

a) Cơ quan chủ trì

- Sở Văn hóa và Thể thao.

- Ủy ban nhân dân các huyện; Thư viện tỉnh.

b) Cơ quan phối hợp

- Hội Nông dân tỉnh, Tỉnh đoàn.

- Các cơ quan, đơn vị có liên quan.
"""
)


def test_a_number_with_its_year_is_read_whole() -> None:
    assert read(INTRODUCED).document.number == "12/2024/KH-UBND"


def test_an_introduction_hands_lead_and_support_to_its_list() -> None:
    first, second, third = read(INTRODUCED).tasks
    assert first.lead == second.lead == ("Sở Văn hóa và Thể thao",)
    assert first.support == ("Tỉnh đoàn",)
    assert third.lead == ("Sở Tài chính",)
    assert third.support == ()


def test_a_section_of_names_owns_the_section_before_it() -> None:
    tasks = read(SECTIONS).tasks
    assert [t.text for t in tasks] == [
        "Xây dựng tủ sách tại nhà văn hóa thôn;",
        "Luân chuyển sách giữa các thư viện trong huyện.",
    ]
    for task in tasks:
        assert task.lead == (
            "Sở Văn hóa và Thể thao",
            "Ủy ban nhân dân các huyện",
            "Thư viện tỉnh",
        )
        assert task.support == ("Hội Nông dân tỉnh", "Tỉnh đoàn")


def test_a_phrase_of_time_before_the_subject_does_not_hide_it() -> None:
    text = (
        HEAD
        + "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- Theo dõi biên chế thư viện toàn tỉnh.\n\n- Hằng năm, Ủy ban nhân dân các huyện báo cáo kết quả về Sở Nội vụ.\n"
    )
    reading = read(text)
    assert [t.lead for t in reading.tasks] == [("Sở Nội vụ",), ("Ủy ban nhân dân các huyện",)]
    assert [(r.kind, r.due) for r in reading.reports] == [("annual", None)]


def test_a_numbered_name_that_ends_in_a_full_stop_is_a_heading() -> None:
    text = (
        HEAD
        + "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ.\n\nTheo dõi biên chế của thư viện toàn tỉnh.\n\n2. Sở Tư pháp.\n\nThẩm định quy chế hoạt động của thư viện.\n"
    )
    assert [t.lead for t in read(text).tasks] == [("Sở Nội vụ",), ("Sở Tư pháp",)]


def test_a_proposal_is_no_legal_basis() -> None:
    text = (
        HEAD
        + "Căn cứ Nghị quyết số 8/NQ-HĐND ngày 01/02/2024 của Hội đồng nhân dân tỉnh;\n\nTheo đề nghị của Sở Văn hóa và Thể thao tại Tờ trình số 15/TTr-SVHTT.\n\nI. MỤC TIÊU\n\n- 90% xã có tủ sách.\n"
    )
    assert [b.number for b in read(text).legal_bases] == ["8/NQ-HĐND"]


def test_sections_named_muc_are_sections() -> None:
    text = "BAN HÀNH KẾ HOẠCH PHÁT TRIỂN THƯ VIỆN\n\nMục I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- Theo dõi biên chế của thư viện toàn tỉnh.\n\n2. Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương\n\n- Xây dựng kế hoạch của địa phương mình.\n"
    reading = read(text)
    assert reading.document.type == "Kế hoạch"
    assert [t.lead for t in reading.tasks] == [
        ("Sở Nội vụ",),
        ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",),
    ]


def test_a_numbered_line_of_names_owns_the_content_before_it() -> None:
    text = (
        HEAD
        + "II. NHIỆM VỤ\n\n1. Mở lớp đọc sách\n\n1.1. Nội dung: Tổ chức lớp đọc sách cho trẻ em các thôn.\n\n1.2. Phân công: Tỉnh đoàn chủ trì; Sở Xây dựng phối hợp.\n"
    )
    (task,) = read(text).tasks
    assert (task.lead, task.support) == (("Tỉnh đoàn",), ("Sở Xây dựng",))


def test_a_joint_head_is_issued_by_whom_the_number_names() -> None:
    text = "HĐND - UBND HUYỆN HÒA AN\n\nSố: 5/KH-UBND\n\nHòa An, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\nTrồng cây năm 2024\n"
    assert read(text).document.issuer == "Ủy ban nhân dân huyện Hòa An"


def test_other_kinds_of_directives_are_named() -> None:
    head = read(HEAD.replace("KH-UBND", "CT-UBND").replace("KẾ HOẠCH", "CHỈ THỊ")).document
    assert (head.type, head.title) == ("Chỉ thị", "Phát triển thư viện cơ sở năm 2024")


def test_a_body_is_not_longer_than_its_name() -> None:
    text = (
        HEAD
        + "II. NHIỆM VỤ\n\n- Ban nhân dân thôn vận động hộ dân, phối hợp Mặt trận dọn dẹp nhà văn hóa.\n\n- Sở Y tế - cơ quan thường trực giúp Ban Chỉ đạo tổng hợp.\n"
    )
    first, second = read(text).tasks
    assert first.support == ("Mặt trận",)
    assert second.lead == ("Sở Y tế",)


def test_a_name_that_a_narrow_cell_breaks_is_one_name() -> None:
    text = "ỦY\nBAN NHÂN DÂN |\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/KH-UBND |\nHòa An, ngày 05 tháng 3 năm 2024 |\nTRỒNG CÂY TỈNH HÒA AN NĂM 2024\nI. NHIỆM VỤ\n- Trồng cây quanh hồ trung tâm tỉnh.\n"
    assert read(text).document.issuer == "Ủy ban nhân dân tỉnh Hòa An"


def test_the_day_of_a_report_is_the_one_after_it() -> None:
    text = (
        HEAD
        + "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ rà soát xong trước ngày 15/6/2024, báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 20/6/2024.\n"
    )
    assert [r.due for r in read(text).reports] == ["2024-06-20"]
