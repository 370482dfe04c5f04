"""Plans of differing shape, made up for the tests: no field and no office is known to the reader."""

from liennganh.pure.planreader import looks_like_plan, read

COMMUNE = """**UBND HUYỆN EA SÚP** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

**UBND XÃ EA BUNG** | **Độc lập – Tự do – Hạnh phúc**

Số: 17/KH-UBND | Ea Bung, ngày 03 tháng 4 năm 2024

# KẾ HOẠCH

**Phòng, chống ma túy giai đoạn 2024 – 2025**

Thực hiện Kế hoạch số 45/KH-UBND ngày 15/02/2024 của UBND huyện, UBND xã xây dựng kế hoạch như sau:

## A. MỤC ĐÍCH, YÊU CẦU

1. Nâng cao nhận thức của nhân dân.

## B. CHỈ TIÊU

1. Đến năm 2025: 100% thôn, buôn được tuyên truyền; số người nghiện mới giảm ít nhất 5%/năm.

## C. NỘI DUNG, GIẢI PHÁP

| STT | Nội dung công việc | Chủ trì | Phối hợp | Thời hạn |
|---|---|---|---|---|
| 1 | Tổ chức ký cam kết không vi phạm pháp luật | Công an xã | Các ban tự quản thôn, buôn | Quý II/2024 |
| 2 | Hỗ trợ vay vốn cho người sau cai nghiện | Hội Nông dân xã | Ngân hàng Chính sách xã hội huyện | 30/11/2024 |

## D. TỔ CHỨC THỰC HIỆN

1. Công an xã: Chủ trì tham mưu; định kỳ hằng tháng (trước ngày 15), 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) tổng hợp báo cáo UBND huyện qua Công an huyện.

2. Trạm Y tế xã phối hợp với Công an xã xác định tình trạng nghiện.

3. Đề nghị Ủy ban MTTQ Việt Nam xã: Vận động hội viên tham gia.

Trên đây là Kế hoạch của xã./.
"""

DECISION = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG THÁP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 1120/QĐ-UBND-HC

Đồng Tháp, ngày 22 tháng 10 năm 2021

QUYẾT ĐỊNH

Về việc ban hành Kế hoạch chuyển đổi số giai đoạn 2021 - 2025

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020;

Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 88/TTr-STTTT.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.

Điều 2. Giám đốc Sở Thông tin và Truyền thông, Thủ trưởng các sở chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;

KẾ HOẠCH
Chuyển đổi số giai đoạn 2021 - 2025

I. MỤC TIÊU ĐẾN NĂM 2025
1.1. 80% dịch vụ công mức độ 4; trên 500 doanh nghiệp công nghệ số.
II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Chuyển đổi nhận thức
- Tổ chức Ngày chuyển đổi số hằng năm.
  + Đơn vị chủ trì: Sở Thông tin và Truyền thông.
  + Đơn vị phối hợp: Các sở, ban, ngành tỉnh; Tỉnh Đoàn.
  + Thời gian thực hiện: Quý I/2022.
III. KINH PHÍ THỰC HIỆN
Tổng kinh phí dự kiến 350 tỷ đồng.
IV. TỔ CHỨC THỰC HIỆN
1. Trách nhiệm của Sở Tài chính
Cân đối, bố trí kinh phí theo quy định.
2. Các sở, ban, ngành tỉnh
Báo cáo kết quả thực hiện hằng quý (trước ngày 15 tháng cuối quý) gửi Sở Thông tin và Truyền thông./.
"""

TYPED = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ ĐÀ NẴNG              Độc lập - Tự do - Hạnh phúc

Số:      /KH-UBND              Đà Nẵng, ngày     tháng      năm 2025

                         MẬT
                      KẾ HOẠCH
   Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững
        trên địa bàn thành phố Đà Nẵng đến năm 2027

     Căn cứ Nghị quyết số 24/2021/QH15 ngày 28 tháng 7 năm 2021 của Quốc
hội phê duyệt chủ trương đầu tư; Quyết định số 90/QĐ-TTg ngày 18/01/2022 của
Thủ tướng Chính phủ,
     UBND thành phố ban hành Kế hoạch với các nội dung sau:

II. MỤC TIÊU
     a) Tỷ lệ hộ nghèo còn dưới 1%, bình quân mỗi năm giảm từ 0,3 - 0,5%.
     b) 100% hộ nghèo có nhu cầu được vay vốn ưu đãi; hỗ trợ xây mới, sửa
chữa 350 nhà ở cho hộ nghèo.
III. NHIỆM VỤ TRỌNG TÂM
     1. Hỗ trợ nhà ở
     - Rà soát, lập danh sách hộ nghèo có khó khăn về nhà ở.
     - Huy động nguồn lực xã hội hóa để hỗ trợ.
     - Cơ quan chủ trì: Sở Xây dựng. Cơ quan phối hợp: Ủy ban MTTQ Việt Nam
thành phố.
     - Thời gian hoàn thành: Trước ngày 31/12/2026.
IV. PHÂN CÔNG TRÁCH NHIỆM
     1. Đề nghị Tòa án nhân dân thành phố, Viện Kiểm sát nhân dân thành phố
     Đẩy nhanh tiến độ xét xử các vụ án liên quan.
     2. UBND các xã, phường, đặc khu
     - Hằng tháng, trước ngày 25 báo cáo tiến độ về Sở Nông nghiệp và Môi
trường.

Nơi nhận:
- Như trên;
"""

PRESS = """Triển khai kế hoạch phòng, chống bạo lực gia đình
UBND tỉnh Quảng Ngãi vừa ban hành Kế hoạch về phòng, chống bạo lực gia đình giai đoạn 2024-2026.
Theo đó, tỉnh phấn đấu đến năm 2026 có 90% hộ gia đình được tiếp cận thông tin.
UBND tỉnh giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Công an tỉnh triển khai; định kỳ hằng năm báo cáo UBND tỉnh trước ngày 10/12.
Sở Y tế chỉ đạo các cơ sở khám, chữa bệnh tiếp nhận, chăm sóc người bị bạo lực.
Ngân hàng hỗ trợ 500 hộ nghèo vay vốn
"""

LOST_HEADING = """Số: 3/KH-UBND
Hà Nam, ngày 01 tháng 02 năm 2024
KẾ HOẠCH
Thực hiện công tác người cao tuổi năm 2024
I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Khám sức khỏe định kỳ cho người cao tuổi;
- Tập huấn cho cán bộ y tế cơ sở.
- Tăng cường tuần tra, bảo đảm an ninh trật tự.
3. Sở Tài chính
Bố trí kinh phí theo quy định.
Phổ biến chính sách trên phương tiện thông tin đại chúng.
5. Sở Nội vụ
Theo dõi việc thực hiện Kế hoạch này.
"""


def test_a_commune_s_plan_with_a_table() -> None:
    reading = read(COMMUNE)
    head = reading.document
    assert (head.type, head.number, head.date) == ("Kế hoạch", "17/KH-UBND", "2024-04-03")
    assert head.issuer == "Ủy ban nhân dân xã Ea Bung"
    assert (head.title, head.period, head.place) == (
        "Phòng, chống ma túy giai đoạn 2024 – 2025",
        (2024, 2025),
        "Ea Bung",
    )
    assert [b.number for b in reading.legal_bases] == ["45/KH-UBND"]
    assert [(str(t.comparator), int(t.value), t.deadline) for t in reading.targets] == [
        ("=", 100, "2025"),
        ("-", 5, "2025"),
    ]
    assert [(t.lead, t.support, t.deadline, t.mode) for t in reading.tasks] == [
        (("Công an xã",), ("Các ban tự quản thôn, buôn",), "2024-06", "giao"),
        (("Hội Nông dân xã",), ("Ngân hàng Chính sách xã hội huyện",), "2024-11-30", "giao"),
        (("Công an xã",), (), None, "giao"),
        (("Trạm Y tế xã",), ("Công an xã",), None, "giao"),
        (("Ủy ban MTTQ Việt Nam xã",), (), None, "de_nghi"),
    ]
    assert [(r.kind, r.due, r.before) for r in reading.reports] == [
        ("monthly", "day 15 of the month", True), ("six_month", "06-15", True), ("annual", "12-15", True),
    ]  # fmt: skip
    assert reading.reports[0].reporters == ("Công an xã",)


def test_a_decision_with_its_plan_below_the_signature() -> None:
    reading = read(DECISION)
    head = reading.document
    assert (head.type, head.number) == ("Quyết định", "1120/QĐ-UBND-HC")
    assert head.title == "Về việc ban hành Kế hoạch chuyển đổi số giai đoạn 2021 - 2025"
    assert [b.number for b in reading.legal_bases] == ["749/QĐ-TTg"]
    assert [(str(t.comparator), int(t.value)) for t in reading.targets] == [("=", 80), (">", 500)]
    assert [(t.lead, t.support, t.deadline) for t in reading.tasks] == [
        (("Sở Thông tin và Truyền thông",), ("Các sở, ban, ngành tỉnh", "Tỉnh Đoàn"), "2022-03"),
        (("Sở Tài chính",), (), None),
        (("Các sở, ban, ngành tỉnh",), (), None),
    ]
    assert [(r.kind, r.due) for r in reading.reports] == [
        ("quarterly", "day 15 of the last month of the quarter")
    ]
    assert [b.amount_vnd for b in reading.budget] == [350_000_000_000]


def test_a_plan_typed_with_hard_line_ends_and_a_stamp() -> None:
    reading = read(TYPED)
    head = reading.document
    assert reading.secrecy == "MẬT"
    assert (head.number, head.date, head.period) == (None, "2025", (2025, 2027))
    assert head.issuer == "Ủy ban nhân dân thành phố Đà Nẵng"
    assert [b.number for b in reading.legal_bases] == ["24/2021/QH15", "90/QĐ-TTg"]
    assert [(t.comparator, str(t.value)) for t in reading.targets] == [
        ("<", "1"),
        ("-", "0.3"),
        ("=", "100"),
        ("=", "350"),
    ]
    lead = ("Sở Xây dựng",)
    support = ("Ủy ban MTTQ Việt Nam thành phố",)
    assert [(t.lead, t.support, t.deadline) for t in reading.tasks] == [
        (lead, support, "2026-12-31"),
        (lead, support, "2026-12-31"),
        (("Tòa án nhân dân thành phố", "Viện Kiểm sát nhân dân thành phố"), (), None),
        (("UBND các xã, phường, đặc khu",), (), None),
    ]
    assert [(r.kind, r.due) for r in reading.reports] == [("monthly", "day 25 of the month")]


def test_a_press_item_gives_what_the_committee_asks_of_others() -> None:
    reading = read(PRESS)
    head = reading.document
    assert (head.type, head.number, head.issuer, head.date) == ("Tin", None, None, None)
    assert head.period == (2024, 2026)
    assert [t.value for t in reading.targets] == [90]
    assert [(t.lead, t.support) for t in reading.tasks] == [
        (("Sở Văn hóa, Thể thao và Du lịch",), ("Công an tỉnh",)),
        (("Sở Y tế",), ()),
    ]
    assert [(r.kind, r.due) for r in reading.reports] == [("annual", "12-10")]


def test_a_lost_heading_hands_nobody_another_s_work() -> None:
    leads = {t.text: t.lead for t in read(LOST_HEADING).tasks}
    assert leads["Khám sức khỏe định kỳ cho người cao tuổi;"] == ("Sở Y tế",)
    assert leads["Tập huấn cho cán bộ y tế cơ sở."] == ("Sở Y tế",)
    assert leads["Tăng cường tuần tra, bảo đảm an ninh trật tự."] == ()
    assert leads["Bố trí kinh phí theo quy định."] == ("Sở Tài chính",)
    assert leads["Phổ biến chính sách trên phương tiện thông tin đại chúng."] == ()


def test_what_is_no_plan_is_told_with_reasons() -> None:
    verdict = looks_like_plan(
        read("Công thức nấu phở: xương bò, gừng, hành, quế, hồi. Ninh sáu giờ.")
    )
    assert not verdict
    assert verdict.reasons


def test_every_item_carries_its_section() -> None:
    task = read(LOST_HEADING).tasks[0]
    assert task.section == ("TỔ CHỨC THỰC HIỆN", "Sở Y tế")


def test_grounds_may_stand_as_bullets_and_a_signature_is_no_task() -> None:
    reading = read(
        "Số: 33/KH-UBND\nHòa Cường, ngày 7 tháng 8 năm 2025\nKẾ HOẠCH\n"
        "Chuyển đổi số năm 2025 và giai đoạn 2026 - 2030\n"
        "- Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;\n"
        "UBND phường ban hành Kế hoạch như sau:\n"
        "I/ NHIỆM VỤ\n1/ Nhiệm vụ của Công an phường\n"
        "* Đẩy mạnh cấp định danh điện tử.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
    )
    assert [b.number for b in reading.legal_bases] == ["57-NQ/TW"]
    assert reading.document.period == (2025, 2030)
    assert [(t.lead, t.text) for t in reading.tasks] == [
        (("Công an phường",), "Đẩy mạnh cấp định danh điện tử.")
    ]
