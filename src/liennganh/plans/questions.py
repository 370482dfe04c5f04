"""What still stands in the way of confirming a reading, and what an officer should know of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from liennganh.plans import values
from liennganh.plans.headers import FIELDS, missing_in
from liennganh.plans.models import Intake, IntakeItem, IntakeOwner, ItemKind, ItemState
from liennganh.plans.partial_dates import first_day, last_day, show_partial
from liennganh.plans.spans import excerpt, trimmed
from liennganh.pure.vietnamese import fold

_QUOTE = 70


@dataclass(frozen=True)
class Question:
    """One thing to settle (``blocking``) or to know.

    It leads to an item, to a printed name, to a heading of the text (``offset``), or, with none
    of these, to the head of the document.
    """

    code: str
    message: str
    blocking: bool
    item: int | None = None
    printed: str = ""
    offset: int | None = None


@dataclass(frozen=True)
class QuestionGroup:
    """Questions of one code, under one heading."""

    title: str
    blocking: bool
    questions: tuple[Question, ...]


def questions_of(
    intake: Intake, items: Sequence[IntakeItem], owners: Sequence[IntakeOwner]
) -> list[Question]:
    """Return all questions, those that block first. Needs no query: all rows are handed in."""
    kept = [item for item in items if item.state != ItemState.REJECTED]
    live = {item.pk for item in kept}
    named = [owner for owner in owners if owner.item_id in live]
    found = [
        *_header(intake),
        *_items(intake, kept),
        *_owners(named),
        *_dates(intake, kept),
        *_measured(intake, kept, named),
        *_stored(intake),
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
        "no_due": _("Chế độ báo cáo không ghi hạn nộp"),
        "outside": _("Thời hạn nằm ngoài thời kỳ của kế hoạch"),
        "gone": _("Cơ quan đã thay đổi"),
        "twice": _("Mục trùng nhau"),
        "doubtful": _("Có thể không phải là kế hoạch"),
        "numbering": _("Đánh số bị nhảy"),
        "elsewhere": _("Địa bàn của kế hoạch"),
        "seen_before": _("Tệp đã đọc vào trước đây"),
    }


def _quote(intake: Intake, item: IntakeItem) -> str:
    words = excerpt(intake.text, item.start, item.end)
    return f"“{words}”" if len(words) <= _QUOTE else f"“{words[:_QUOTE].rstrip()}…”"


def _header(intake: Intake) -> Iterator[Question]:
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


def _items(intake: Intake, kept: Sequence[IntakeItem]) -> Iterator[Question]:
    if not any(item.kind != ItemKind.LEGAL_BASIS for item in kept):
        yield Question(
            "nothing",
            _("Chưa có chỉ tiêu, nhiệm vụ hay chế độ báo cáo nào được nhận. Hãy thêm ít nhất một."),
            blocking=True,
        )
    place = {item.pk: (item.kind, *trimmed(intake.text, item.start, item.end)) for item in kept}
    places = Counter(place.values())
    for item in kept:
        quote = _quote(intake, item)
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


def _owners(owners: Sequence[IntakeOwner]) -> Iterator[Question]:
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


def _dates(intake: Intake, kept: Sequence[IntakeItem]) -> Iterator[Question]:
    period = intake.header.get("period")
    for item in kept:
        if item.kind == ItemKind.REPORT and not item.data.get("due"):
            message = "%s: %s" % (  # noqa: UP031 - two finished words
                values.REPORT_KINDS.get(item.data.get("kind"), ""),
                _quote(intake, item),
            )
            yield Question("no_due", message, blocking=False, item=item.pk)
        deadline = str(item.data.get("deadline") or "")
        start, end = first_day(deadline), last_day(deadline)
        if period and start and end and (end.year < period[0] or start.year > period[1]):
            message = _("Hạn %(day)s, kế hoạch %(first)s–%(last)s: %(quote)s") % {
                "day": show_partial(deadline),
                "first": period[0],
                "last": period[1],
                "quote": _quote(intake, item),
            }
            yield Question("outside", message, blocking=False, item=item.pk)


def _measured(
    intake: Intake, kept: Sequence[IntakeItem], owners: Sequence[IntakeOwner]
) -> Iterator[Question]:
    """Ask of each target whether anybody is named for it.

    Somebody is when its own words name a body of the plan, or a task of the same part has a lead.
    """
    names = {fold(owner.printed) for owner in owners}
    led = {
        tuple(item.section[:depth])
        for item in kept
        if item.kind == ItemKind.TASK and item.data["lead"]
        for depth in range(1, len(item.section) + 1)
    }
    for item in kept:
        if item.kind != ItemKind.TARGET:
            continue
        words = fold(intake.text[item.start : item.end])
        part = tuple(item.section[: max(1, len(item.section) - 1)])
        if part in led or any(name in words for name in names):
            continue
        yield Question("no_measure", _quote(intake, item), blocking=False, item=item.pk)


def _stored(intake: Intake) -> Iterator[Question]:
    for warning in intake.warnings:
        yield Question(
            warning["code"], warning["message"], blocking=False, offset=warning.get("start")
        )
