"""Looking at a programme, and writing its report, from the command line."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from liennganh.cli.refusals import refusing
from liennganh.drafting.models import DraftState
from liennganh.drafting.queries import docx_of, draft_of, proposed_paper
from liennganh.errors import DomainError
from liennganh.programmes.models import Programme, TrackedTarget
from liennganh.pure.officialdocs import write_docx
from liennganh.pure.vietnamese import format_number
from liennganh.reporting.frozen import FigureView, TargetResult
from liennganh.reporting.models import ReportState, Round
from liennganh.reporting.queries import figures, target_results
from liennganh.reporting.sources import register_name


def programme_of(key: str) -> Programme:
    """Return the programme of that key.

    Raises:
        DomainError: there is none; those there are, are named.

    """
    found = Programme.objects.select_related("plan", "unit", "lead_agency__unit")
    programme = found.filter(key=key).first()
    if programme is None:
        known = ", ".join(found.values_list("key", flat=True)) or "chưa có chương trình nào"
        raise DomainError(f"Không có chương trình “{key}”. Các chương trình hiện có: {known}.")
    return programme


def round_of(programme: Programme, period: str) -> Round:
    """Return the round of a period; without one, the latest that has an approved report.

    Several duties may ask for the same period: then the one with a closed round or with approved
    reports is meant, the first duty where that decides nothing.

    Raises:
        DomainError: there is no such round; the periods there are, are named.

    """
    rounds = list(
        programme.rounds.select_related(
            "programme__lead_agency__unit", "programme__plan", "duty"
        ).order_by("-ends_on", "-starts_on", "duty_id")
    )
    if not rounds:
        raise DomainError("Chương trình chưa mở kỳ báo cáo nào.")
    approved = set(
        programme.rounds.filter(reports__state=ReportState.APPROVED).values_list("pk", flat=True)
    )
    if not period:
        return next((one for one in rounds if one.pk in approved), rounds[0])
    fitting = [one for one in rounds if one.period_key.casefold() == period.casefold()]
    if not fitting:
        known = ", ".join(dict.fromkeys(one.period_key for one in reversed(rounds)))
        raise DomainError(f"Không có kỳ “{period}”. Các kỳ hiện có: {known}.")
    return next((one for one in fitting if one.pk in approved), fitting[0])


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _source(view: FigureView) -> str:
    if view.definition.register:
        return f"sổ theo dõi {register_name(view.definition.register)}"
    expected = len(view.parts) + len(view.missing)
    return f"báo cáo đã duyệt của {len(view.parts)}/{expected} đơn vị"


def _target(row: TrackedTarget, result: TargetResult) -> dict[str, Any]:
    return {
        "comparator": row.comparator,
        "value": _number(row.value),
        "upper": _number(row.upper),
        "unit": row.unit,
        "deadline": row.deadline.isoformat(),
        "status": result.attainment.status.value,
        "sentence": result.attainment.sentence,
    }


def indicators_of(programme: Programme, round_: Round) -> dict[str, Any]:
    """Return every figure of a round with its proof, as plain JSON values.

    Figures of a closed round come from its snapshot, those of an open one from what is approved.
    """
    rows = TrackedTarget.objects.filter(programme=programme).in_bulk()
    results: dict[int, list[dict[str, Any]]] = {}
    for result in target_results(programme, round=round_, today=timezone.localdate()):
        # A target dropped since the round was closed keeps its answer in the snapshot only.
        if row := rows.get(result.target_id):
            results.setdefault(result.tracked_id, []).append(_target(row, result))
    return {
        "programme": programme.key,
        "period": round_.period_key,
        "indicators": [
            _indicator(view, results.get(view.definition.tracked_id, []))
            for view in figures(programme, round=round_)
        ],
    }


def _indicator(view: FigureView, targets: list[dict[str, Any]]) -> dict[str, Any]:
    figure = view.figure
    names = {part.agency: part.agency_name for part in view.parts}
    return {
        "code": view.definition.code,
        "label": view.label,
        "unit": view.unit,
        "value": _number(figure.value),
        "numerator": _number(figure.numerator),
        "denominator": _number(figure.denominator),
        "source": _source(view),
        "complete": figure.complete,
        "missing": list(view.missing),
        "not_applicable": [names.get(key, key) for key in figure.not_applicable],
        "low": _number(figure.low),
        "high": _number(figure.high),
        "sentence": view.sentence,
        "targets": targets,
        "protected": view.definition.rule.protected,
    }


@click.command("indicators")
@click.argument("programme")
@click.option("--period", default="", help="Mã kỳ, ví dụ 2026-Q3; mặc định là kỳ mới nhất có số.")
@click.option("--json", "as_json", is_flag=True, help="In ra một đối tượng JSON.")
@refusing
def indicators_command(programme: str, period: str, *, as_json: bool) -> None:
    """In mọi chỉ tiêu của một kỳ: số, tử số, mẫu số, nguồn, ai chưa báo cáo."""
    found = programme_of(programme)
    round_ = round_of(found, period)
    said = indicators_of(found, round_)
    if as_json:
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
        return
    click.secho(found.title, bold=True)
    click.echo(f"{round_.label} ({round_.get_state_display()})")
    for one in said["indicators"]:
        _print(one)


def _print(one: dict[str, Any]) -> None:
    click.echo(f"\n{one['code']:<7} {one['label']}")
    value = one["value"]
    shown = "chưa có"
    if value is not None:
        space = "" if one["unit"] == "%" else " "
        shown = f"{format_number(Decimal(str(round(value, 2))))}{space}{one['unit']}"
    if one["denominator"] is not None and one["numerator"] is not None:
        above, below = (format_number(Decimal(str(one[k]))) for k in ("numerator", "denominator"))
        shown += f" ({above}/{below})"
    click.secho(f"        {shown}", bold=True, nl=False)
    click.echo(f"  · {one['source']}")
    if one["missing"]:
        names = ", ".join(one["missing"][:5])
        rest = len(one["missing"]) - 5
        click.echo(f"        chưa có số liệu: {names}{f' và {rest} nơi khác' if rest > 0 else ''}")
    for target in one["targets"]:
        click.echo(f"        {target['sentence']}")


@click.command("report")
@click.argument("programme")
@click.option("--period", required=True, help="Mã kỳ, ví dụ 2026-Q3.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@refusing
def report_command(programme: str, period: str, out: Path) -> None:
    """Ghi báo cáo chính thức của một kỳ ra tệp DOCX theo Nghị định 30/2020/NĐ-CP."""
    round_ = round_of(programme_of(programme), period)
    now = timezone.now()
    # An issued report is handed out as issued, an edited draft with its edits.
    known = round_.official_reports.select_related("document__file", "snapshot").first()
    if known is not None:
        content = docx_of(known, at=now)
        kind = "bản đã phát hành" if known.state == DraftState.ISSUED else "dự thảo đang soạn"
    else:
        draft = draft_of(round_, at=now)
        content = write_docx(proposed_paper(draft))
        kind = "số liệu tạm tính, kỳ chưa khóa" if draft.facts.live else "dự thảo từ số đã khóa"
    try:
        out.write_bytes(content)
    except OSError as error:
        raise DomainError(f"Không ghi được tệp {out}: {error.strerror}.") from error
    click.echo(f"Đã ghi {out} ({kind}).")


COMMANDS: tuple[click.Command, ...] = (indicators_command, report_command)
