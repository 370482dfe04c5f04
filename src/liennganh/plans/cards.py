"""What the page for one decision shows: the item, what was understood, what is doubtful and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from liennganh.agencies.kinds import KINDS, OTHER
from liennganh.plans import values
from liennganh.plans.likely import Correction, bodies_of_headings, corrections_for
from liennganh.plans.models import Intake, IntakeItem, ItemKind
from liennganh.plans.queries import PrintedName
from liennganh.plans.question import Question
from liennganh.plans.questions import grouped
from liennganh.plans.reviewing import ItemView, view_of
from liennganh.plans.spans import excerpt
from liennganh.plans.telling import tell
from liennganh.plans.whole_classes import WHOLE_CLASSES
from liennganh.pure.vietnamese import fold, format_number

# What the card says in its own words, or what stands there as buttons.
_TOLD_APART = frozenset({"unseen", "missing", "no_lead", "asked"})
_SURE_READING = 0.9
_AROUND = 160
_MOST_CANDIDATES = 6


@dataclass(frozen=True)
class ItemCard:
    """An item to decide about."""

    view: ItemView
    sentence: str
    reasons: tuple[str, ...]
    corrections: tuple[Correction, ...]
    typed: bool  # whether something not printed is to be answered in words
    before: str  # the words of the text before the item
    after: str


@dataclass(frozen=True)
class NameChoice:
    """A way to understand a printed name: what the button sends, its words and its key."""

    code: str
    label: str
    key: str


@dataclass(frozen=True)
class RestCard:
    """The items that are sure enough to be taken together."""

    number: int
    level: int
    wrong: str  # how many of them are wrong, by the confidences
    lines: tuple[ItemView, ...]


def item_card(
    item: IntakeItem, items: Sequence[IntakeItem], questions: Sequence[Question]
) -> ItemCard:
    """Return the card of an item; no query."""
    text = item.intake.text
    return ItemCard(
        view=view_of(item),
        sentence=tell(item.kind, item.data),
        reasons=tuple(_reasons(item, questions)),
        corrections=tuple(corrections_for(item, items)),
        typed=any(
            not values.choices_of(ask, item.data) for ask in values.open_asks(item.kind, item.data)
        ),
        before=_tail(excerpt(text, max(0, item.start - _AROUND), item.start)),
        after=_beginning(excerpt(text, item.end, min(len(text), item.end + _AROUND))),
    )


def rest_card(sure: Sequence[IntakeItem], level: int, wrong: float) -> RestCard:
    """Return the card of the sure items."""
    whole = Decimal(wrong).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    words = (
        _("chưa đến 1 mục") if wrong < 1 else _("khoảng %(n)s mục") % {"n": format_number(whole)}
    )
    return RestCard(len(sure), level, words, tuple(view_of(item) for item in sure))


def name_choices(name: PrintedName) -> list[NameChoice]:
    """Return the ways to understand a name, the likeliest first."""
    first, match = name.first, name.match
    offered: dict[str, str] = {}
    if first.agency is not None:
        offered[f"agency:{first.agency.pk}"] = str(first.agency)
    if first.whole_class:
        offered[f"class:{first.whole_class}"] = str(WHOLE_CLASSES[first.whole_class])
    for agency in match.candidates[:_MOST_CANDIDATES]:
        offered.setdefault(f"agency:{agency.pk}", str(agency))
    if first.agency is None and not first.whole_class:
        kind = KINDS[match.kind or OTHER]
        offered["new"] = _("Tạo cơ quan mới: %(name)s (%(kind)s)") % {
            "name": match.suggested_name or name.full,
            "kind": kind.label,
        }
    choices = [
        NameChoice(code, label, str(number))
        for number, (code, label) in enumerate(offered.items(), start=1)
    ]
    return [*choices, NameChoice("printed", _("Giữ như in, không gắn với cơ quan nào"), "0")]


def meant_by(name: PrintedName) -> str:
    """Return the words for whom a name is taken to mean; "" for nobody."""
    if name.first.agency is not None:
        return str(name.first.agency)
    return str(WHOLE_CLASSES.get(name.first.whole_class, ""))


def _reasons(item: IntakeItem, questions: Sequence[Question]) -> list[str]:
    """Return what is doubtful about an item, and why."""
    found = []
    if lacking := values.missing(item.kind, item.data):
        found.append(_("Máy không đọc ra %(what)s.") % {"what": ", ".join(lacking)})
    if item.kind == ItemKind.TASK:
        found += _about_owners(item)
    found += [words for start, end, words in _unclear(item.intake) if _meet(item, start, end)][:1]
    mine = [
        question
        for question in questions
        if question.item == item.pk and question.code not in _TOLD_APART and not question.printed
    ]
    found += [f"{group.title}." for group in grouped(mine)]
    if item.as_read is not None and item.confidence < _SURE_READING:
        found.append(
            _("Cách viết như thế này máy đọc đúng khoảng %(share)s số lần.")
            % {"share": f"{item.confidence:.0%}"}
        )
    return list(dict.fromkeys(found))


def _about_owners(item: IntakeItem) -> list[str]:
    lead = item.data["lead"]
    if not lead:
        if item.data.get("common"):
            return []
        if named := bodies_of_headings(item):
            return [
                _(
                    "Câu này không nêu cơ quan chủ trì. Đề mục phía trên ghi %(names)s, nhưng chưa "
                    "chắc việc này là của cơ quan đó."
                )
                % {"names": ", ".join(named)}
            ]
        return [_("Câu này và các đề mục trên nó không nêu tên cơ quan chủ trì.")]
    words = fold(item.intake.text[item.start : item.end])
    elsewhere = [name for name in lead if fold(name) not in words]
    if not elsewhere:
        return []
    return [
        _("Cơ quan chủ trì lấy từ đề mục, trong câu không nhắc lại: %(names)s.")
        % {"names": ", ".join(elsewhere)}
    ]


def _unclear(intake: Intake) -> list[tuple[int, int, str]]:
    """Return the stretches that the recognition of characters was unsure of, with a sentence."""
    return [
        (
            int(start),
            int(end),
            _("Chữ trên bản chụp không rõ ở “%(words)s”: hãy so với bản gốc.")
            % {"words": excerpt(intake.text, int(start), int(end))},
        )
        for start, end, _certainty in intake.doubts
    ]


def _meet(item: IntakeItem, start: int, end: int) -> bool:
    return start < item.end and end > item.start


def _tail(words: str) -> str:
    return f"…{words.partition(' ')[2]}" if words else ""


def _beginning(words: str) -> str:
    return f"{words.rpartition(' ')[0]}…" if words else ""
