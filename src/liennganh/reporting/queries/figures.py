"""The figures of a round with their proof: from approved reports, or from the snapshot."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from liennganh.programmes.models import Programme, TrackedIndicator
from liennganh.pure.rollup import (
    Basis,
    Cell,
    Entry,
    Figure,
    PublishedCell,
    RollUpError,
    Status,
    protect,
    roll_up,
)
from liennganh.reporting.definitions import definition_of
from liennganh.reporting.expected import Asked, asked_in
from liennganh.reporting.frozen import FigureView, Part, figures_in, snapshot_of
from liennganh.reporting.models import (
    Observation,
    Report,
    ReportState,
    ReportVersion,
    Round,
    RoundState,
)
from liennganh.reporting.sources import absent_sentence, provider_of, register_name

_AGENCY = ("agency__key", "agency__name", "unit_id")
_NUMBERS = ("value", "numerator", "denominator")


def figures(programme: Programme, *, round: Round) -> list[FigureView]:  # noqa: A002 - the word of the glossary
    """Return every figure of the round, in the programme's order, with parts and who is missing.

    A closed round is read from its snapshot and nothing else. Of an open one only approved reports
    count; figures of registers come from their providers. The number of queries does not depend
    on how many report.
    """
    if round.state == RoundState.CLOSED and (snapshot := snapshot_of(round)) is not None:
        return figures_in(snapshot.content)
    return live_figures(programme, round)


def figure_of(programme: Programme, round_: Round, tracked_id: int) -> FigureView | None:
    """Return one figure of the round, or None where the round has no such figure."""
    found = (f for f in figures(programme, round=round_) if f.definition.tracked_id == tracked_id)
    return next(found, None)


def live_figures(programme: Programme, round_: Round) -> list[FigureView]:
    """Work the figures out from what is approved now."""
    asked = asked_in(programme)
    reports = list(round_.reports.select_related("agency").only("round", "state", *_AGENCY))
    inputs = _inputs(round_)
    return [
        _register_figure(programme, round_, tracked)
        if definition_of(tracked).register
        else _typed_figure(asked, tracked, reports, inputs.get(tracked.pk, []), round_)
        for tracked in asked.tracked
    ]


def _inputs(round_: Round) -> dict[int, list[Part]]:
    """Return tracked id → the approved answers with their proof, in four queries.

    The cells are read as plain values: a round of the whole country has tens of thousands.
    """
    signed = {report.pk: _signature(report, round_) for report in _approved(round_)}
    # The numbers only: the versions hold the whole content of each report.
    kept = ReportVersion.objects.filter(report__round=round_, state=ReportState.APPROVED)
    numbers = dict(kept.order_by().values_list("report_id").annotate(Max("number")))
    cells = (
        Observation.objects.filter(report__round=round_, report__state=ReportState.APPROVED)
        .order_by("report__agency__folded", "report_id")
        .values("report_id", "tracked_id", "status", "basis", "note", *_NUMBERS)
    )
    found: dict[int, list[Part]] = {}
    for cell in cells:
        report_id, tracked_id = cell.pop("report_id"), cell.pop("tracked_id")
        if report_id in signed:
            part = Part(**signed[report_id], **cell, version=numbers.get(report_id, 1))
            found.setdefault(tracked_id, []).append(part)
    return found


def _approved(round_: Round) -> QuerySet[Report]:
    return (
        round_.reports.filter(state=ReportState.APPROVED)
        .select_related("agency", "unit", "approved_by")
        .prefetch_related("unit__names")
        .defer("situation", "results", "obstacles", "proposals")
    )


def _signature(report: Report, round_: Round) -> dict[str, Any]:
    """Return who answers for the figures of a report, and who approved them when."""
    return {
        "agency": report.agency.key,
        "agency_name": report.agency.name,
        "unit": report.unit.key,
        "unit_name": report.unit.name_on(round_.ends_on),
        "approved_by": str(report.approved_by or ""),
        "approved_at": report.approved_at.isoformat() if report.approved_at else "",
    }


def _typed_figure(
    asked: Asked,
    tracked: TrackedIndicator,
    reports: list[Report],
    parts: list[Part],
    round_: Round,
) -> FigureView:
    definition = definition_of(tracked)
    wanted = asked.agencies_of(tracked)
    expected = {r.agency.key: r.agency.name for r in reports if r.agency_id in wanted}
    counted = [part for part in parts if part.agency in expected]
    entries = [part.entry(round_.period_key) for part in counted]
    known = None
    if definition.rule.counts_units and definition.rule.is_ratio:
        # Each unit counts itself: one that is missing adds exactly one to the denominator.
        known = dict.fromkeys(expected, Decimal(1))
    try:
        figure = roll_up(definition.rule, entries, expected, known_maximum=known, names=expected)
        problem = ""
    except RollUpError as error:
        # An indicator changed under a round: its figure says why there is none.
        figure = Figure(definition.rule.key, round_.period_key, None, complete=False)
        problem = str(error)
    return FigureView(
        definition=definition,
        figure=figure,
        parts=tuple(counted),
        missing=tuple(expected[key] for key in figure.missing),
        sentence=problem or figure.sentence,
    )


def _register_figure(programme: Programme, round_: Round, tracked: TrackedIndicator) -> FigureView:
    """Return a figure that the register publishes, with parts only above the threshold."""
    definition = definition_of(tracked)
    provider = provider_of(definition.register)
    count = provider(programme, tracked, round_.starts_on, round_.ends_on) if provider else None
    empty = Figure(definition.rule.key, round_.period_key, None, complete=False)
    if count is None:
        return FigureView(definition, empty, (), (), absent_sentence(definition.register))
    source = _("Số do sổ theo dõi %(register)s công bố") % {
        "register": register_name(definition.register)
    }
    threshold = settings.DISCLOSURE_THRESHOLD
    if count.of is not None:
        rest = Cell("rest", count.of - count.count.value)
        share = protect(Cell("of", count.of, (Cell("count", count.count.value), rest)), threshold)
        above, below = share.parts[0].value, share.value
        if above is None or below is None:
            return FigureView(definition, empty, (), (), f"{source}; {_withheld(threshold)}")
        entry = _published(tracked, round_, numerator=above, denominator=below)
        figure = Figure(
            definition.rule.key,
            round_.period_key,
            above * definition.rule.per / below if below else None,
            numerator=above,
            denominator=below,
            parts=(entry,),
        )
        return FigureView(definition, figure, (), (), f"{source}.")
    shown = protect(count.count, threshold)
    if shown.value is None:
        return FigureView(definition, empty, (), (), f"{source}; {_withheld(threshold)}")
    figure = Figure(
        definition.rule.key,
        round_.period_key,
        shown.value,
        parts=(_published(tracked, round_, value=shown.value),),
    )
    return FigureView(
        definition,
        figure,
        _shown_parts(shown),
        (),
        f"{source}.",
        withheld=tuple(part.key for part in shown.parts if part.withheld),
    )


def _withheld(threshold: int) -> str:
    return _("số từ 1 đến %(most)d không công bố để không ai bị nhận ra.") % {"most": threshold - 1}


def _published(
    tracked: TrackedIndicator,
    round_: Round,
    *,
    value: Decimal | None = None,
    numerator: Decimal | None = None,
    denominator: Decimal | None = None,
) -> Entry:
    register = tracked.indicator.register
    return Entry(
        register,
        "",
        round_.period_key,
        Status.REPORTED,
        value,
        numerator,
        denominator,
        Basis.ACTUAL,
        source=register,
    )


def _shown_parts(cell: PublishedCell) -> tuple[Part, ...]:
    return tuple(
        Part.of_register(part.key, part.value) for part in cell.parts if part.value is not None
    )
