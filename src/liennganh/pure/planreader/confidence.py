"""How probably each item is right: the evidence for it, weighed by a table fitted on real plans.

Evidence is a set of named signs, each cheap and each read off the item and its text. The odds of
being right are a base for the kind of item times a factor for each sign (``confidencetable.py``,
written by ``benchmarks/calibration.py``). Signs that plans do not speak of stay near factor one.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from math import exp
from typing import Literal, Protocol, TypeVar

from . import lexicon as lx
from .confidencetable import BASE, WEIGHTS
from .doubt import Doubts, in_order, spared
from .model import (
    BudgetLine,
    Header,
    LegalBasis,
    QualitativeTarget,
    Reading,
    ReportDuty,
    Target,
    Task,
)
from .patterns import phrase

Kind = Literal["target", "qualitative", "task", "report", "budget", "basis", "field"]
FIELDS = ("type", "number", "issuer", "date", "title", "period")
_LONG = 500  # characters; an item of work is mostly a sentence or two
_WEAK, _FAIR = 0.8, 0.9  # what recognisers themselves say of what they found
_CROWD = 3  # figures in one clause, from which on they are often told apart wrongly
_FEW = 0.35  # share of tasks without a lead below which one more is a surprise
_COOPERATES = phrase(lx.COOPERATE_STRICT)
_OWNS = phrase(lx.OWNER_VERBS)
_CLASS = phrase(lx.CLASS_OPENERS + " ", ignore_case=False)


class Item(Protocol):
    """What every item of a reading has."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def section(self) -> tuple[str, ...]: ...
    @property
    def confidence(self) -> float: ...


T = TypeVar("T", Target, QualitativeTarget, Task, ReportDuty, BudgetLine, LegalBasis)
KINDS: dict[type, Kind] = {
    Target: "target", QualitativeTarget: "qualitative", Task: "task", ReportDuty: "report",
    BudgetLine: "budget", LegalBasis: "basis",
}  # fmt: skip


def calibrated(reading: Reading, doubts: Doubts = ()) -> Reading:
    """Return the reading with probabilities for confidences.

    Args:
        reading: as the recognisers left it, with what they say of themselves.
        doubts: (start, end, certainty 0..1) of words that were recognised on a picture.

    """
    known = Evidence(reading)
    ordered = in_order(doubts)

    def sure(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(
            replace(
                item,
                confidence=round(
                    probability(KINDS[type(item)], known.of(item))
                    * spared(ordered, item, reading.text),
                    3,
                ),
            )
            for item in items
        )

    return replace(
        reading,
        document=_sure_header(reading, known, ordered),
        legal_bases=sure(reading.legal_bases),
        targets=sure(reading.targets),
        qualitative=sure(reading.qualitative),
        tasks=sure(reading.tasks),
        reports=sure(reading.reports),
        budget=sure(reading.budget),
    )


def probability(kind: Kind, signs: Iterable[str]) -> float:
    """Return how probably an item with these signs is right, by the fitted table."""
    weights = WEIGHTS[kind]
    return 1 / (1 + exp(-BASE[kind] - sum(weights.get(sign, 0.0) for sign in signs)))


def _sure_header(reading: Reading, known: "Evidence", doubts: Doubts) -> Header:
    head = reading.document
    certain: dict[str, float] = {}
    for name in FIELDS:
        chance = probability("field", known.of_field(name))
        if span := head.spans.get(name):
            chance *= spared(doubts, span, reading.text)
        certain[name] = round(chance, 3)
    return replace(head, certain=certain, confidence=min(certain.values()))


class Evidence:
    """The signs of every item of one reading; what concerns all of it is looked at once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._starts = sorted(target.start for target in reading.targets)
        tasks = reading.tasks
        unled = sum(not task.lead for task in tasks)
        self._mostly_led = bool(tasks) and unled < _FEW * len(tasks)
        self._form = self._form_of(reading.document)

    @staticmethod
    def _form_of(head: Header) -> set[str]:
        signs: set[str] = set()
        if head.type == lx.PRESS:
            signs.add("press")
        elif head.type not in lx.ATTACHABLE:
            signs.add("other form")
        if head.title is None:
            signs.add("no title")
        return signs

    def of(self, item: Item) -> frozenset[str]:
        """Return the signs of an item of any kind."""
        text = self._reading.text[item.start : item.end]
        signs = set(self._form)
        if item.confidence < _WEAK:
            signs.add("weak")
        elif item.confidence < _FAIR:
            signs.add("fair")
        if not item.section:
            signs.add("no section")
        if "|" in text:
            signs.add("row")
        if len(text) > _LONG:
            signs.add("long")
        if isinstance(item, Target):
            signs |= self._of_target(item, text)
        elif isinstance(item, Task):
            signs |= self._of_task(item, text)
        elif isinstance(item, ReportDuty):
            signs |= {f"kind {item.kind}", "day" if item.due else "no day"}
            if not item.reporters:
                signs.add("no reporter")
        elif isinstance(item, LegalBasis):
            signs.add("numbered" if item.number else "no number")
        return frozenset(signs)

    def of_field(self, name: str) -> frozenset[str]:
        """Return the signs of a field of the head."""
        head = self._reading.document
        filled = "filled" if getattr(head, name) is not None else "empty"
        signs = self._form | {name, f"{name} {filled}"}
        whole = all((head.number, head.issuer, head.date, head.title))
        return frozenset(signs if whole else signs | {"head with gaps"})

    def _of_target(self, item: Target, text: str) -> set[str]:
        signs = {f"unit {item.unit}", "bare" if item.comparator == "=" else "bound"}
        if item.comparator in {"+", "-"}:
            signs.add("move")
        if item.upper is not None:
            signs.add("range")
        if not any(c.isdigit() for c in text):
            signs.add("in words")
        around = bisect_left(self._starts, item.end) - bisect_left(
            self._starts, item.start - _LONG // 2
        )
        if around > _CROWD:
            signs.add("crowd")
        if item.meaning and item.meaning.asks:
            signs.add("asks")
        return signs

    def _of_task(self, item: Task, text: str) -> set[str]:
        signs = {f"lead {item.lead_source}"}
        if len(item.lead) > 1:
            signs.add("leads")
        if any(_CLASS.match(name) for name in item.lead):
            signs.add("class leads")
        if item.support:
            signs.add("support")
        elif _COOPERATES.search(text):
            signs.add("cooperates with nobody")
        if item.lead_source in {"none", "heading"} and _OWNS.search(text):
            signs.add("owner unnamed")
        if not item.lead and self._mostly_led:
            signs.add("alone unled")
        if text[:1].islower():
            signs.add("torn")
        return signs
