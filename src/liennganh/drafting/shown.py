"""Targets without a figure in a report: what was recognised, what waits, what is not shown yet."""

from collections.abc import Iterable

from liennganh.drafting.facts import Facts, ShownResult
from liennganh.drafting.sentences import Line
from liennganh.drafting.words import count, short_agency, shortened
from liennganh.programmes.models import ResultState
from liennganh.pure.vietnamese import format_date

_TEXT_SIGNS = 200
_SHOWN_SIGNS = 240
_SOURCE = "minh chứng của chỉ tiêu định tính"


def shown_results(facts: Facts) -> Iterable[Line]:
    """Return the lines on targets without a figure; none where the programme has none."""
    if not facts.results:
        return
    reached = [one for one in facts.results if one.state == ResultState.RECOGNISED]
    yield Line(
        f"Có {count(len(reached))}/{count(len(facts.results))} chỉ tiêu định tính đã được công nhận theo "
        "minh chứng.",
        _SOURCE,
    )
    for one in facts.results:
        yield Line(f"- {_told(one)}.", _SOURCE)


def _told(one: ShownResult) -> str:
    text = shortened(one.text, _TEXT_SIGNS).rstrip(" .;")
    shown = f": {shortened(one.shown, _SHOWN_SIGNS)}" if one.shown else ""
    match one.state:
        case ResultState.RECOGNISED:
            return f"{text} ({short_agency(one.agency)}): đã đạt{shown}"
        case ResultState.SUBMITTED:
            return f"{text} ({short_agency(one.agency)}): đã nộp minh chứng, chờ công nhận"
        case ResultState.RETURNED:
            return f"{text} ({short_agency(one.agency)}): minh chứng phải bổ sung, hạn {format_date(one.due_on)}"
        case _:
            return f"{text} ({short_agency(one.agency)}): chưa có minh chứng, hạn {format_date(one.due_on)}"
