"""Two people on one report: both versions, field by field, and the choice between them."""

from dataclasses import asdict, dataclass

from django.http import QueryDict

from liennganh.programmes.models import TrackedIndicator
from liennganh.reporting.cells import Cell
from liennganh.reporting.forms import TEXTS, ReportForm, cell_text, typed
from liennganh.reporting.models import Report


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which two writers differ; ``theirs`` is stored now, ``mine`` was typed."""

    key: str
    label: str
    theirs: str
    mine: str
    keep_theirs: bool  # proposed where mine is blank


def _stored(
    report: Report, asked: list[TrackedIndicator]
) -> dict[str, tuple[str, str, dict[str, str]]]:
    """Return key → label, text and form fields of what is stored now."""
    report.refresh_from_db()
    cells = {row.tracked_id: Cell.of(row) for row in report.observations.all()}
    found: dict[str, tuple[str, str, dict[str, str]]] = {}
    for tracked in asked:
        cell = cells.get(tracked.pk, Cell())
        found[f"c{tracked.pk}"] = (tracked.label, _told(cell), typed(tracked, cell))
    for text in TEXTS:
        value = str(getattr(report, text))
        label = str(ReportForm.base_fields[text].label)
        found[text] = (label, value, {text: value})
    return found


def _told(cell: Cell) -> str:
    parts = [cell_text(cell)]
    if cell.to_date is not None:
        parts.append(cell_text(Cell("reported", cell.to_date)))
    return " · ".join([*parts, cell.note] if cell.note else parts)


def with_choices(posted: QueryDict, report: Report, asked: list[TrackedIndicator]) -> QueryDict:
    """Return what was typed, with the other writer's fields where the person chose them."""
    data = posted.copy()
    chosen = [key for key in data if key.startswith("pick-") and data[key] == "theirs"]
    if chosen:
        stored = _stored(report, asked)
        for key in chosen:
            for name, value in stored.get(key.removeprefix("pick-"), ("", "", {}))[2].items():
                data[name] = value
            # The stored numbers were chosen: a question's answer would speak against them.
            data.pop(f"{key.removeprefix('pick-')}-answer", None)
    return data


def differences_of(
    report: Report, asked: list[TrackedIndicator], form: ReportForm
) -> list[Difference]:
    """Return where what was typed differs from what is stored now."""
    stored = _stored(report, asked)
    mine = {f"c{key}": _told(cell) for key, cell in form.cells.items()}
    mine |= asdict(form.narrative)
    blank = {"", cell_text(Cell())}
    return [
        Difference(key, label, theirs, mine[key], keep_theirs=mine[key] in blank)
        for key, (label, theirs, _fields) in stored.items()
        if key in mine and mine[key].strip() != theirs.strip()
    ]
