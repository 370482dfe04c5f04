"""How a programme stands in one round: its targets, its other figures, and their series."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from liennganh.dashboard.queries.remembered import mark_of, remembered
from liennganh.programmes.models import Programme, TrackedTarget
from liennganh.programmes.targets import asks_of_row, sentence_of_row
from liennganh.pure.rollup import AttainmentStatus, Flow, Meaning
from liennganh.pure.rollup.words import number
from liennganh.reporting.brief import for_the_lead
from liennganh.reporting.frozen import FigureView, TargetResult
from liennganh.reporting.models import Round
from liennganh.reporting.queries import figures, target_results
from liennganh.reporting.queries.stretches import closed_before

_CHANGES = (Meaning.INCREASE_BY, Meaning.DECREASE_BY)
# A longer line in a table cell shows nothing more.
LONGEST_SERIES = 12
MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Point:
    """The value of one earlier round, or of this one; ``None`` where it has none."""

    label: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A row: a target and the figure held against it, or a figure that has no target.

    ``measured`` is the number held against ``target`` (a percentage, a count, the n of "n of m"),
    both in ``unit``; ``low`` and ``high`` bound it once the missing have reported. ``sentence`` is
    for those who see every unit, ``plain_sentence`` for the others.
    """

    tracked_id: int
    label: str
    phrase: str
    deadline: dt.date | None
    status: str
    unit: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    measured: Decimal | None
    target: Decimal | None
    expected: Decimal | None
    gap: Decimal | None  # what is lacking to the target, 0 and less where nothing is
    low: Decimal | None
    high: Decimal | None
    missing: int
    sentence: str
    plain_sentence: str
    explained: str  # what the target means, in words; "" where nobody has said
    open_asks: tuple[str, ...]  # what the plan does not print of it and nobody has answered
    series: tuple[Point, ...]

    @property
    def has_bar(self) -> bool:
        """Tell whether a look at a bar says more than the number does."""
        return self.measured is not None and self.target is not None and self.target > 0

    @property
    def shown(self) -> str:
        """Return the value as the sentence writes it: 69,996% never looks like a target of 70%."""
        return "" if self.value is None else number(self.value, self.target)

    @property
    def line(self) -> Decimal | None:
        """Return the target for the series, where the series holds what is held against it."""
        return self.target if self.measured == self.value else None

    @property
    def values(self) -> list[Decimal | None]:
        """Return the series as numbers, empty where there is nothing to compare."""
        known = [point.value for point in self.series]
        return known if sum(value is not None for value in known) > 1 else []

    @property
    def series_label(self) -> str:
        """Return which rounds the series shows: "Năm 2024 → 6 tháng đầu năm 2026"."""
        return f"{self.series[0].label} → {self.series[-1].label}" if self.series else ""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the round's figures say."""

    targets: tuple[Standing, ...]
    figures: tuple[Standing, ...]  # followed without a target

    @property
    def counts(self) -> dict[str, int]:
        """Return how many targets stand in each status, every status named."""
        found = Counter(row.status for row in self.targets)
        return {status.value: found[status.value] for status in AttainmentStatus}

    @property
    def good(self) -> int:
        """Return how many targets are met or on their way."""
        return self.counts["met"] + self.counts["on_track"]

    @property
    def attention(self) -> list[Standing]:
        """Return the targets that want a leader's eye: those behind, then those at risk."""
        order = [AttainmentStatus.BEHIND.value, AttainmentStatus.AT_RISK.value]
        found = [row for row in self.targets if row.status in order]
        return sorted(found, key=lambda row: order.index(row.status))[:MOST_NAMED]

    @property
    def sentence(self) -> str:
        """Return "6/9 chỉ tiêu đạt hoặc đúng tiến độ, 2 chậm, 1 chưa đủ số liệu"."""
        if not self.targets:
            return _("Chương trình không có chỉ tiêu theo dõi")
        text = _("%(good)s/%(all)s chỉ tiêu đạt hoặc đúng tiến độ") % {
            "good": self.good,
            "all": len(self.targets),
        }
        words = {
            "at_risk": _("%(count)s có nguy cơ"),
            "behind": _("%(count)s chậm"),
            "insufficient": _("%(count)s chưa đủ số liệu"),
        }
        said = [
            word % {"count": self.counts[key]} for key, word in words.items() if self.counts[key]
        ]
        return ", ".join([text, *said])


def overview_of(programme: Programme, round_: Round, today: dt.date) -> Overview:
    """Return how the programme stands in the round; worked out once for the same reports."""
    mark = mark_of(programme, round_, today)
    return remembered("overview", round_, mark, lambda: _work_out(programme, round_, today))


def _work_out(programme: Programme, round_: Round, today: dt.date) -> Overview:
    views = {view.definition.tracked_id: view for view in figures(programme, round=round_)}
    results = target_results(programme, round=round_, today=today)
    rows = {row.pk: row for row in programme.tracked_targets.select_related("printed")}
    lines = _series(round_, views)
    targets = tuple(
        _target(result, views.get(result.tracked_id), rows.get(result.target_id), lines)
        for result in results
    )
    held = {result.tracked_id for result in results}
    rest = tuple(_figure(view, lines) for key, view in views.items() if key not in held)
    return Overview(targets, rest)


def _series(round_: Round, views: dict[int, FigureView]) -> dict[int, tuple[Point, ...]]:
    """Return tracked id → its values in the closed rounds and this one, oldest first.

    Counts of events are compared with rounds of the same kind only: a year holds more than a
    quarter. What stands at a moment can be read off any round.
    """
    before = closed_before(round_)
    found = {}
    for key, view in views.items():
        flow = view.definition.rule.flow is Flow.FLOW and not view.definition.rule.is_ratio
        held = [one for one in before if not flow or one.round.duty_id == round_.duty_id]
        points = [Point(str(one.round), _value_in(one.figures.get(key))) for one in held]
        found[key] = (*points, Point(str(round_), view.value))[-LONGEST_SERIES:]
    return found


def _value_in(view: FigureView | None) -> Decimal | None:
    return None if view is None else view.value


def _target(
    result: TargetResult,
    view: FigureView | None,
    row: TrackedTarget | None,
    lines: dict[int, tuple[Point, ...]],
) -> Standing:
    attainment = result.attainment
    figure = view.figure if view is not None and view.value == result.value else None
    straight = attainment.measured is not None and attainment.measured == result.value
    change = row is not None and row.meaning in _CHANGES
    return Standing(
        tracked_id=result.tracked_id,
        label=result.label,
        phrase=result.phrase,
        deadline=result.deadline,
        status=attainment.status.value,
        unit=_unit(view),
        value=result.value,
        numerator=figure.numerator if figure else None,
        denominator=figure.denominator if figure else None,
        measured=None if change else attainment.measured,
        target=None if change else _level(result, row),
        expected=None if change else attainment.expected_now,
        gap=attainment.gap,
        low=figure.low if figure and straight else None,
        high=figure.high if figure and straight else None,
        missing=len(view.missing) if view else 0,
        sentence=for_the_lead(attainment.sentence, view),
        plain_sentence=without_names(attainment.sentence, view),
        explained=sentence_of_row(row) if row is not None else "",
        open_asks=asks_of_row(row) if row is not None else (),
        series=lines.get(result.tracked_id, ()),
    )


def _level(result: TargetResult, row: TrackedTarget | None) -> Decimal | None:
    """Return the target as a number, where the row still is the one that was judged.

    What a closed round says of its targets is frozen; a row changed since then draws no line.
    """
    attainment = result.attainment
    if row is None or attainment.measured is None or attainment.gap is None:
        return None
    return row.value if abs(row.value - attainment.measured) == abs(attainment.gap) else None


def _figure(view: FigureView, lines: dict[int, tuple[Point, ...]]) -> Standing:
    figure = view.figure
    return Standing(
        tracked_id=view.definition.tracked_id,
        label=view.label,
        phrase="",
        deadline=None,
        status="",
        unit=_unit(view),
        value=view.value,
        numerator=figure.numerator,
        denominator=figure.denominator,
        measured=None,
        target=None,
        expected=None,
        gap=None,
        low=figure.low,
        high=figure.high,
        missing=len(view.missing),
        sentence=for_the_lead(view.sentence, view),
        plain_sentence=without_names(view.sentence, view),
        explained="",
        open_asks=(),
        series=lines.get(view.definition.tracked_id, ()),
    )


def _unit(view: FigureView | None) -> str:
    return view.unit if view is not None else ""


def without_names(sentence: str, view: FigureView | None) -> str:
    """Return a figure's sentence for those who may not know which unit said what: counts only.

    The names of the missing are cut off their count, and the terms off a sum. Should a name still stand in the sentence
    (figures of several sources stand side by side, each with its agency), the whole gives way to
    a plain count.
    """
    if view is None:
        return sentence
    note = view.figure.missing_note
    short = sentence.replace(note, note.partition(":")[0]) if note else sentence
    # A sum of few is written out term by term: each term is somebody's own figure.
    terms = [number(entry.value) for entry in view.figure.parts if entry.value is not None]
    if len(terms) > 1:
        short = short.replace(f"{' + '.join(terms)} = ", "")
    names = [*view.missing, *view.withheld]
    for part in view.parts:
        names += [part.agency, part.agency_name, part.unit_name]
    if not _any_in(names, short):
        return short
    text = _("Tính từ %(count)s báo cáo đã duyệt") % {"count": len(view.parts)}
    if view.missing:
        text += _("; còn %(count)s nơi chưa báo cáo") % {"count": len(view.missing)}
    return f"{text}."


def _any_in(names: Sequence[str], text: str) -> bool:
    return any(name and name in text for name in names)
