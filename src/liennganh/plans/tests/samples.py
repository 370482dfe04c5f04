"""A plan of our own invention for the province of the cast, and short ways to read it in."""

import datetime as dt

from tests.cast import Cast
from tests.plans_at_hand import PLANS

from liennganh.plans import actions
from liennganh.plans.models import Intake, IntakeItem, ItemKind, Plan
from liennganh.plans.queries import open_questions

AT = dt.datetime(2026, 3, 2, 2, 0, tzinfo=dt.UTC)
REAL_PLANS = PLANS

PLAN = """ỦY BAN NHÂN DÂN
TỈNH HƯƠNG GIANG

Số: 12/KH-UBND

Hương Giang, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Thực hiện công tác phòng, chống mại dâm năm 2026

Thực hiện Quyết định số 1629/QĐ-TTg ngày 28/9/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Chỉ tiêu

- Ít nhất 70% số xã, phường tổ chức được ít nhất một hình thức tuyên truyền về phòng ngừa mại dâm.

- 100% tin báo, tố giác được tiếp nhận, xử lý.

II. NHIỆM VỤ, GIẢI PHÁP

- Tăng cường tuyên truyền chính sách, pháp luật về phòng, chống mại dâm tại cộng đồng; in, phát tờ rơi tại các khu nhà trọ.

III. KINH PHÍ

Kinh phí thực hiện Kế hoạch năm 2026 là 500.000.000 đồng từ ngân sách tỉnh.

IV. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

- Chủ trì, phối hợp với Công an tỉnh triển khai các nội dung của Kế hoạch này. Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh.

- Tổ chức tập huấn cho cán bộ cấp xã về hỗ trợ người bán dâm hòa nhập cộng đồng.

2. Công an tỉnh

- Đấu tranh, triệt phá các đường dây, tụ điểm hoạt động mại dâm trên địa bàn tỉnh.

4. Ủy ban nhân dân các xã, phường

- Xây dựng kế hoạch, tổ chức thực hiện trên địa bàn và bố trí kinh phí.

- Báo cáo kết quả thực hiện quý trước ngày 10 của tháng cuối quý, báo cáo năm trước ngày 15/11 về Sở Y tế để tổng hợp.

Trên đây là Kế hoạch thực hiện công tác phòng, chống mại dâm năm 2026.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
"""


def read_in(cast: Cast, text: str = PLAN, filename: str = "ke-hoach.txt") -> Intake:
    """Let Lan read a text in."""
    return actions.start_intake(
        by=cast.lan, agency=cast.health, filename=filename, content=text.encode(), at=AT
    )


def a_task(intake: Intake, words: str = "Tổ chức tập huấn") -> IntakeItem:
    """Return the task that begins with these words."""
    return next(
        item
        for item in intake.items.filter(kind=ItemKind.TASK)
        if words in intake.text[item.start : item.end]
    )


def a_target(intake: Intake) -> IntakeItem:
    """Return the first target."""
    return intake.items.filter(kind=ItemKind.TARGET)[0]


def answer_everything(cast: Cast, intake: Intake) -> None:
    """Do what an officer does who agrees with all that was read."""
    actions.accept_all(by=cast.lan, intake=intake, at=AT)
    intake.refresh_from_db()
    fields = {} if intake.header.get("period") else {"period": [2025, 2026]}
    if not intake.header.get("title"):
        fields["title"] = "Không có trích yếu"  # type: ignore[assignment]
    actions.edit_header(by=cast.lan, intake=intake, at=AT, fields=fields)
    actions.mark_common(by=cast.lan, intake=intake, at=AT)
    actions.confirm_suggested_owners(by=cast.lan, intake=intake, at=AT)
    for question in open_questions(intake):
        if question.code == "owner":
            actions.match_owner(by=cast.lan, intake=intake, printed=question.printed, at=AT)


def a_plan(cast: Cast, text: str = PLAN) -> Plan:
    """Read a text in, agree with everything, and confirm it."""
    intake = read_in(cast, text)
    answer_everything(cast, intake)
    return actions.confirm_intake(by=cast.lan, intake=intake, at=AT)
