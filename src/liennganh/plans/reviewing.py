"""What the review page shows of a reading: marked text, items in groups, fields of the head."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.plans import values
from liennganh.plans.headers import FIELDS
from liennganh.plans.meanings import sentence_of
from liennganh.plans.models import Intake, IntakeItem, ItemKind, ItemState
from liennganh.plans.partial_dates import show_partial
from liennganh.plans.queries import KIND_ORDER
from liennganh.plans.questions import is_ownerless
from liennganh.plans.spans import Line, Mark, excerpt, lines_of

# ``thu-tu`` in the address: the least certain first (usual), or as in the text.
BY_TEXT = "van-ban"
_SURE, _DOUBTFUL = 0.85, 0.6
_TELLING = 24
_BULLETS = "-–—•+ "
_GROUPS = {
    ItemKind.LEGAL_BASIS: _lazy("Căn cứ"),
    ItemKind.TARGET: _lazy("Chỉ tiêu"),
    ItemKind.QUALITATIVE: _lazy("Chỉ tiêu định tính"),
    ItemKind.TASK: _lazy("Nhiệm vụ"),
    ItemKind.REPORT: _lazy("Chế độ báo cáo"),
    ItemKind.BUDGET: _lazy("Kinh phí"),
}


@dataclass(frozen=True)
class ItemView:
    """An item as it is shown."""

    item: IntakeItem
    words: str
    text: str
    section: str
    heading: str  # the innermost heading that says something
    certainty: str
    doubtful: bool
    as_read: str  # what the reader said, where the officer has changed it
    lacking: str
    ownerless: bool
    complete: bool
    sentence: str  # what a target means, in Vietnamese
    asks: tuple["AskView", ...]

    @property
    def anchor(self) -> str:
        """The item's key as its anchor has it."""
        return str(self.item.pk)


@dataclass(frozen=True)
class AskView:
    """Something that the plan does not print: the question, its choices, the office's answer."""

    ask: str
    question: str
    choices: dict[str, Any]
    answer: str  # as shown; "" while it is open


@dataclass(frozen=True)
class Group:
    """The items of one kind."""

    kind: str
    title: str
    items: tuple[ItemView, ...]
    left: int


@dataclass(frozen=True)
class HeadField:
    """A field of the head: how it is understood, and how it is printed."""

    name: str
    label: str
    value: str
    printed: str


def view_of(item: IntakeItem) -> ItemView:
    """Return an item as it is shown."""
    lacking = values.missing(item.kind, item.data)
    ownerless = is_ownerless(item)
    if ownerless:
        lacking = [_("cơ quan chủ trì")]
    return ItemView(
        item=item,
        words="" if ownerless else values.describe(item.kind, item.data),
        text=excerpt(item.intake.text, item.start, item.end).lstrip(_BULLETS),
        section=" › ".join(" ".join(str(part).split()) for part in item.section),
        heading=_heading(item.section),
        certainty=_certainty(item),
        doubtful=item.as_read is not None and item.confidence < _DOUBTFUL,
        as_read=_as_read(item),
        lacking=", ".join(lacking),
        ownerless=ownerless,
        complete=not values.missing(item.kind, item.data),
        sentence=sentence_of(item.data) if item.kind == ItemKind.TARGET else "",
        asks=asks_of(item.kind, item.data),
    )


def asks_of(kind: str, data: Mapping[str, Any]) -> tuple[AskView, ...]:
    """Return what the plan does not print of an item, with what the office answered."""
    answers = data.get("asked_answer") or {}
    found = []
    for ask in values.asked_of(kind, data):
        choices = values.choices_of(ask, data)
        said = str(answers.get(ask, ""))
        shown = str(choices.get(said, said))
        found.append(AskView(ask, str(values.QUESTIONS[ask]), choices, shown))
    return tuple(found)


def _heading(section: Sequence[str]) -> str:
    """Return the innermost heading; one as short as "Chỉ tiêu" gives way to the one above it."""
    parts = [" ".join(str(part).split()) for part in section]
    telling = [part for part in parts if len(part) > _TELLING]
    return (telling or parts or [""])[-1]


def _certainty(item: IntakeItem) -> str:
    if item.as_read is None:
        return item.note or _("do cán bộ thêm")
    share = f"{item.confidence:.0%}"
    if item.confidence >= _SURE:
        return _("khá chắc (%(share)s)") % {"share": share}
    if item.confidence >= _DOUBTFUL:
        return _("nên xem (%(share)s)") % {"share": share}
    return _("chưa chắc (%(share)s)") % {"share": share}


def _as_read(item: IntakeItem) -> str:
    read = item.as_read
    if read is None:
        return ""
    data = values.whole(item.kind, read)
    same_place = (read["start"], read["end"]) == (item.start, item.end)
    if data == values.whole(item.kind, item.data) and same_place:
        return ""
    words = values.describe(item.kind, data)
    return words if same_place else _("%(words)s (đoạn văn bản khác)") % {"words": words}


def groups_of(items: Sequence[IntakeItem], order: str) -> list[Group]:
    """Return the items by kind; within one, the least certain first, or as in the text."""
    found = []
    for kind in KIND_ORDER:
        mine = [item for item in items if item.kind == kind]
        if order != BY_TEXT:
            mine.sort(
                key=lambda item: (item.state != ItemState.PROPOSED, item.confidence, item.start)
            )
        left = sum(item.state == ItemState.PROPOSED for item in mine)
        views = tuple(view_of(item) for item in mine)
        found.append(Group(kind, str(_GROUPS[kind]), views, left))
    return found


def marked_lines(intake: Intake, items: Sequence[IntakeItem]) -> list[Line]:
    """Return the text with its items and the fields of its head marked."""
    marks = [
        Mark(str(item.pk), item.start, item.end, item.kind, item.state)
        for item in items
        if item.state != ItemState.REJECTED
    ]
    state = ItemState.ACCEPTED if intake.header_confirmed else ItemState.PROPOSED
    marks += [
        Mark(name, span[0], span[1], "header", state)
        for name, span in intake.header.get("spans", {}).items()
        if name in FIELDS and 0 <= span[0] < span[1] <= len(intake.text)
    ]
    headings = {heading["start"]: heading["level"] for heading in intake.outline}
    return lines_of(intake.text, marks, headings)


def head_of(intake: Intake) -> list[HeadField]:
    """Return the fields of the head beside what is printed of them."""
    header = intake.header
    spans = header.get("spans", {})
    fields = []
    for name, label in FIELDS.items():
        value = header.get(name)
        if name == "date":
            shown = show_partial(str(value or ""))
        elif name == "period":
            first, last = value or ("", "")
            shown = f"{first}" if first == last else f"{first}–{last}"
        else:
            shown = str(value or "")
        printed = excerpt(intake.text, *spans[name]) if name in spans else ""
        fields.append(HeadField(name, str(label), shown, printed))
    return fields
