"""What still stands in the way of confirming a reading, and what an officer should know of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from liennganh.plans import values
from liennganh.plans.checking import checks_of
from liennganh.plans.headers import FIELDS, missing_in
from liennganh.plans.models import Intake, IntakeItem, IntakeOwner, ItemKind, ItemState
from liennganh.plans.question import Question, Questions, quote_of
from liennganh.plans.spans import trimmed
from liennganh.pure.vietnamese import fold
from liennganh.ui.sayings import said


@dataclass(frozen=True)
class QuestionGroup:
    """Questions of one code, under one heading."""

    title: str
    blocking: bool
    questions: tuple[Question, ...]


def questions_of(
    intake: Intake,
    items: Sequence[IntakeItem],
    owners: Sequence[IntakeOwner],
    extra: Iterable[Question] = (),
) -> list[Question]:
    """Return all questions, those that block first. Needs no query: all rows are handed in.

    ``extra`` are questions that need more than the reading itself, found by the caller.
    """
    kept = [item for item in items if item.state != ItemState.REJECTED]
    live = {item.pk for item in kept}
    named = [owner for owner in owners if owner.item_id in live]
    found = [
        *_header(intake),
        *_items(intake, kept),
        *_owners(named),
        *checks_of(intake, kept, named),
        *_stored(intake),
        *extra,
    ]
    return sorted(found, key=lambda question: not question.blocking)


def grouped(questions: Iterable[Question]) -> list[QuestionGroup]:
    """Return questions by their code, in the order in which they come."""
    by_code: dict[str, list[Question]] = {}
    for question in questions:
        by_code.setdefault(question.code, []).append(question)
    return [
        QuestionGroup(_titles()[code], found[0].blocking, tuple(found))
        for code, found in by_code.items()
    ]


def is_ownerless(item: IntakeItem) -> bool:
    """Tell whether an item is a task that nobody leads and nobody has marked common."""
    return item.kind == ItemKind.TASK and not item.data["lead"] and not item.data.get("common")


def _titles() -> dict[str, str]:
    return {
        "header": _("Phần đầu văn bản"),
        "nothing": _("Chưa có mục nào"),
        "unseen": _("Mục chưa xem"),
        "missing": _("Mục thiếu giá trị"),
        "no_lead": _("Nhiệm vụ chưa có cơ quan chủ trì"),
        "owner": _("Tên cơ quan chưa xác nhận"),
        "no_measure": _("Chỉ tiêu chưa rõ ai đo"),
        "asked": _("Văn bản không ghi, cơ quan cần chọn"),
        "no_recipient": _("Báo cáo không ghi gửi ai"),
        "no_whole": _("Tỷ lệ chưa rõ tính trên tổng số nào"),
        "money": _("Kinh phí cộng không khớp"),
        "conflict": _("Một chỉ tiêu có hai mức khác nhau"),
        "backwards": _("Lộ trình các năm đi lùi"),
        "no_due": _("Chế độ báo cáo không ghi hạn nộp"),
        "below_upper": _("Chỉ tiêu thấp hơn kế hoạch cấp trên"),
        "outside": _("Thời hạn nằm ngoài thời kỳ của kế hoạch"),
        "gone": _("Cơ quan đã thay đổi"),
        "twice": _("Mục trùng nhau"),
        "doubtful": _("Có thể không phải là kế hoạch"),
        "pages_lost": _("Trang quét chưa đọc được"),
        "pages_unclear": _("Trang quét không rõ chữ"),
        "numbering": _("Đánh số bị nhảy"),
        "elsewhere": _("Địa bàn của kế hoạch"),
        "seen_before": _("Tệp đã đọc vào trước đây"),
    }


def _header(intake: Intake) -> Questions:
    for name in missing_in(intake.header):
        yield Question(
            "header",
            _("Điền “%(field)s”: văn bản không ghi, hoặc chưa đọc ra.") % {"field": FIELDS[name]},
            blocking=True,
        )
    if not intake.header_confirmed and not missing_in(intake.header):
        yield Question(
            "header",
            _("Xem và xác nhận số, ngày, trích yếu và thời kỳ của kế hoạch."),
            blocking=True,
        )


def _items(intake: Intake, kept: Sequence[IntakeItem]) -> Questions:
    if not any(item.kind != ItemKind.LEGAL_BASIS for item in kept):
        yield Question(
            "nothing",
            _("Chưa có chỉ tiêu, nhiệm vụ hay chế độ báo cáo nào được nhận. Hãy thêm ít nhất một."),
            blocking=True,
        )
    place = {item.pk: (item.kind, *trimmed(intake.text, item.start, item.end)) for item in kept}
    places = Counter(place.values())
    for item in kept:
        quote = quote_of(intake, item)
        if item.state == ItemState.PROPOSED:
            message = f"{item.get_kind_display().capitalize()}: {quote}"
            yield Question("unseen", message, blocking=True, item=item.pk)
        if lacking := values.missing(item.kind, item.data):
            message = _("Thiếu %(what)s: %(quote)s") % {
                "what": ", ".join(lacking),
                "quote": quote,
            }
            yield Question("missing", message, blocking=True, item=item.pk)
        if is_ownerless(item):
            yield Question("no_lead", quote, blocking=True, item=item.pk)
        if places[place[item.pk]] > 1:
            places[place[item.pk]] = 0
            yield Question("twice", quote, blocking=False, item=item.pk)


def _owners(owners: Sequence[IntakeOwner]) -> Questions:
    rows: dict[str, list[IntakeOwner]] = {}
    for owner in owners:
        rows.setdefault(fold(owner.printed), []).append(owner)
    for group in rows.values():
        first = group[0]
        if not all(row.confirmed for row in group):
            message = _("%(name)s (%(n)s mục)") % {"name": first.printed, "n": len(group)}
            yield Question(
                "owner", message, blocking=True, item=first.item_id, printed=first.printed
            )
        if first.note:
            message = f"{first.printed}: {first.note}"
            yield Question(
                "gone", message, blocking=False, item=first.item_id, printed=first.printed
            )


def _stored(intake: Intake) -> Questions:
    for warning in intake.warnings:
        yield Question(
            warning["code"], said(warning["message"]), blocking=False, offset=warning.get("start")
        )
