"""The steps of an office from the command line: read in, confirm, adopt, report, approve, close.

``--by`` names the user in whose name a step is taken; the same rights are asked for and the same
log is written as in the browser. Whoever may run commands on the server is trusted with that.
"""

import functools
import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from liennganh.accounts.models import User
from liennganh.cli.refusals import refusing
from liennganh.demo import officer
from liennganh.demo.place import unit_of
from liennganh.errors import DomainError
from liennganh.plans.models import Plan
from liennganh.programmes.models import Programme, TrackedIndicator
from liennganh.programmes.proposals import day_of
from liennganh.pure.planreader import read
from liennganh.reporting.actions import (
    approve_report,
    close_round,
    open_due_rounds,
    reopen_report,
    return_report,
    save_report,
    submit_report,
)
from liennganh.reporting.cells import Cell, Narrative
from liennganh.reporting.expected import asked_in
from liennganh.reporting.models import Report, ReportState, Round, Status
from liennganh.territory.lookup import find

_BY = click.option("--by", "username", required=True, help="Tên đăng nhập của người thực hiện.")
_PERIOD = click.option("--period", required=True, help="Mã kỳ, ví dụ 2026-Q3.")


def person(username: str) -> User:
    """Return the user in whose name a step is taken."""
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise DomainError(f"Không có người dùng “{username}”.")
    return user


def programme_of(key: str) -> Programme:
    """Return a programme by its key, or say which there are."""
    found = Programme.objects.filter(key=key).first()
    if found is None:
        known = ", ".join(Programme.objects.values_list("key", flat=True)) or "chưa có"
        raise DomainError(f"Không có chương trình “{key}”. Các chương trình hiện có: {known}.")
    return found


def round_of(programme: Programme, period: str) -> Round:
    """Return the programme's round of a period, or say which there are."""
    found = programme.rounds.filter(period_key=period).first()
    if found is None:
        known = ", ".join(programme.rounds.values_list("period_key", flat=True)) or "chưa mở kỳ nào"
        raise DomainError(f"Chương trình không có kỳ “{period}”. Các kỳ hiện có: {known}.")
    return found


def report_of(round_: Round, agency: str) -> Report:
    """Return the report of an agency, named by its key or in full."""
    rows = round_.reports.select_related("agency", "round__programme__lead_agency")
    found = rows.filter(agency__key=agency).first() or rows.filter(agency__name=agency).first()
    if found is None:
        raise DomainError(f"“{agency}” không phải nơi báo cáo của kỳ này.")
    return found


def permitted(step: Callable[[], Any]) -> Any:
    """Take a step; a lacking right becomes a sentence."""
    try:
        return step()
    except PermissionDenied:
        raise DomainError("Người dùng này không có quyền thực hiện việc đó.") from None


@click.command("import-plan")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_BY
@refusing
def import_plan(file: Path, username: str) -> None:
    """Đọc một kế hoạch, nhận mọi mục đọc được và xác nhận (việc không rõ chủ trì thành việc chung)."""
    by = person(username)
    if by.hat is None:
        raise DomainError("Người dùng này chưa được gán vào cơ quan nào.")
    plan = permitted(
        lambda: officer.confirm_plan(
            by=by,
            agency=by.hat.agency,
            filename=file.name,
            content=file.read_bytes(),
            at=timezone.now(),
        )
    )
    click.echo(plan.key)


@click.command("adopt")
@click.argument("plan_key")
@_BY
@click.option("--unit", "unit_name", default="", help="Địa bàn; mặc định theo cơ quan ban hành.")
@refusing
def adopt(plan_key: str, username: str, unit_name: str) -> None:
    """Triển khai một kế hoạch đã xác nhận thành chương trình, theo đề xuất của hệ thống."""
    by = person(username)
    plan = Plan.objects.filter(key=plan_key).first()
    if plan is None:
        raise DomainError(f"Không có kế hoạch “{plan_key}”.")
    matches = (find(unit_name, day_of(plan)) or find(unit_name, None)) if unit_name else []
    unit = matches[0].unit if matches else unit_of(read(plan.text))
    if unit is None or (unit_name and not matches):
        raise DomainError("Không rõ kế hoạch của địa bàn nào. Hãy chỉ rõ bằng --unit “…”.")
    programme = permitted(
        lambda: officer.adopt(
            by=by,
            plan=plan,
            unit=unit,
            lead=by.hat.agency,
            duties=officer.duties_for(plan),
            at=timezone.now(),
        )
    )
    click.echo(programme.key)


@click.command("rounds")
@click.argument("programme_key")
@click.option(
    "--open-until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Mở mọi kỳ có ngày mở đến hết ngày này.",
)
@refusing
def rounds(programme_key: str, open_until: Any) -> None:
    """Liệt kê các kỳ báo cáo và nơi báo cáo của từng kỳ."""
    programme = programme_of(programme_key)
    if open_until is not None:
        open_due_rounds(on=open_until.date(), at=timezone.now(), programme=programme)
    for round_ in programme.rounds.order_by("starts_on"):
        states = round_.reports.values_list("state", flat=True)
        approved = sum(state == ReportState.APPROVED for state in states)
        click.echo(
            f"{round_.period_key:<12}{round_.label:<34}{round_.get_state_display():<12}"
            f"{approved}/{len(states)} đã duyệt"
        )
        for report in round_.reports.select_related("agency"):
            click.echo(
                f"    {report.agency.key:<28}{report.get_state_display():<12}{report.agency}"
            )


def _cell(tracked: TrackedIndicator, given: Any) -> Cell:
    """Read one answer: a number, [numerator, denominator], "nil" or "na"."""
    if isinstance(given, str) and given in {"nil", "na"}:
        return Cell(status=Status.NIL if given == "nil" else Status.NOT_APPLICABLE)
    try:
        if isinstance(given, list):
            part, whole = (Decimal(str(one)) for one in given)
            return Cell(status=Status.REPORTED, numerator=part, denominator=whole)
        return Cell(status=Status.REPORTED, value=Decimal(str(given)))
    except (InvalidOperation, ValueError):
        raise DomainError(
            f"Số liệu của “{tracked.label}” không đọc được: {given!r}. Ghi một số, "
            "[tử số, mẫu số], “nil” hoặc “na”."
        ) from None


def _answers(report: Report, given: dict[str, Any]) -> dict[int, Cell]:
    """Match answers to what the report is asked, by the indicator's code or its label."""
    asked = asked_in(report.round.programme).of(report.agency_id)
    cells: dict[int, Cell] = {}
    for name, answer in given.items():
        found = [one for one in asked if name in {one.indicator.code, one.label, str(one.pk)}]
        if len(found) != 1:
            known = "; ".join(f"{one.pk} {one.indicator.code} {one.label}" for one in asked)
            raise DomainError(
                f"“{name}” không chỉ đúng một chỉ tiêu của báo cáo này. Các chỉ tiêu: {known}."
            )
        cells[found[0].pk] = _cell(found[0], answer)
    return cells


@click.command("fill")
@click.argument("programme_key")
@_PERIOD
@click.option("--agency", required=True, help="Mã hoặc tên cơ quan báo cáo.")
@_BY
@click.argument("values", type=click.File("r", encoding="utf-8"))
@click.option("--submit", is_flag=True, help="Gửi luôn sau khi lưu.")
@refusing
def fill(
    programme_key: str, period: str, agency: str, username: str, values: Any, *, submit: bool
) -> None:
    """Điền báo cáo từ tệp JSON: {"mã chỉ tiêu": số | [tử, mẫu] | "nil" | "na", "results": "…"}."""
    report = report_of(round_of(programme_of(programme_key), period), agency)
    by = person(username)
    try:
        given = json.load(values)
    except ValueError as error:
        raise DomainError(f"Tệp số liệu không phải JSON: {error}.") from error
    texts = {
        name: str(given.pop(name, getattr(report, name)))
        for name in ("situation", "results", "obstacles", "proposals")
    }
    permitted(
        lambda: save_report(
            by=by,
            report=report,
            cells=_answers(report, given),
            narrative=Narrative(**texts),
            version=report.version,
            at=timezone.now(),
        )
    )
    if submit:
        permitted(
            lambda: submit_report(by=by, report=report, version=report.version, at=timezone.now())
        )
    click.echo(f"{report.agency}: {report.get_state_display()}")


@click.command("approve")
@click.argument("programme_key")
@_PERIOD
@click.option("--agency", default="", help="Chỉ một cơ quan; mặc định mọi báo cáo đã gửi.")
@_BY
@click.option("--return", "comment", default="", help="Trả lại với ý kiến này thay vì duyệt.")
@refusing
def approve(programme_key: str, period: str, agency: str, username: str, comment: str) -> None:
    """Duyệt (hoặc trả lại) các báo cáo đã gửi."""
    round_ = round_of(programme_of(programme_key), period)
    by = person(username)
    chosen = (
        [report_of(round_, agency)]
        if agency
        else list(
            round_.reports.filter(state=ReportState.SUBMITTED).select_related(
                "agency", "round__programme__lead_agency"
            )
        )
    )
    for report in chosen:
        permitted(functools.partial(_judge, by, report, comment))
        click.echo(f"{report.agency}: {report.get_state_display()}")


def _judge(by: User, report: Report, comment: str) -> None:
    if comment:
        return_report(by=by, report=report, comment=comment, at=timezone.now())
    else:
        approve_report(by=by, report=report, at=timezone.now())


@click.command("reopen")
@click.argument("programme_key")
@_PERIOD
@click.option("--agency", required=True, help="Mã hoặc tên cơ quan báo cáo.")
@_BY
@click.option("--reason", required=True, help="Lý do mở lại.")
@refusing
def reopen(programme_key: str, period: str, agency: str, username: str, reason: str) -> None:
    """Mở lại một báo cáo đã duyệt để cơ quan báo cáo sửa."""
    report = report_of(round_of(programme_of(programme_key), period), agency)
    permitted(
        lambda: reopen_report(by=person(username), report=report, reason=reason, at=timezone.now())
    )
    click.echo(f"{report.agency}: {report.get_state_display()}")


@click.command("close")
@click.argument("programme_key")
@_PERIOD
@_BY
@click.option("--without-missing", is_flag=True, help="Khóa dù còn báo cáo chưa duyệt.")
@refusing
def close(programme_key: str, period: str, username: str, *, without_missing: bool) -> None:
    """Khóa kỳ: đóng băng số liệu cùng định nghĩa đã dùng."""
    round_ = round_of(programme_of(programme_key), period)
    snapshot = permitted(
        lambda: close_round(
            by=person(username),
            round=round_,
            at=timezone.now(),
            confirmed_missing=without_missing,
        )
    )
    click.echo(snapshot.sha256)


COMMANDS = (import_plan, adopt, rounds, fill, approve, reopen, close)
