"""A programme in one round: targets, completeness, work, what is late, what comes next."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from liennganh.accounts.models import User
from liennganh.dashboard.addresses import address
from liennganh.dashboard.charts import (
    sending_chart,
    sending_rows,
    sending_title,
    targets_chart,
    targets_title,
)
from liennganh.dashboard.exports import csv_response
from liennganh.dashboard.queries.overview import Standing, overview_of
from liennganh.dashboard.queries.programmes import coming_of, work_of
from liennganh.dashboard.queries.rounds import coverage_of, open_after
from liennganh.dashboard.rules import has_own_row, may_see_totals, may_see_units, may_see_work
from liennganh.dashboard.views.requests import Request, programme_or_404, round_asked, today
from liennganh.programmes.models import ExpectedResult, Programme
from liennganh.programmes.queries import results_of
from liennganh.programmes.rules import leads
from liennganh.pure.vietnamese import format_date
from liennganh.reporting.models import Report, Round
from liennganh.ui.status import look_of


@require_safe
def programme(request: Request, key: str) -> HttpResponse:
    """Show how a programme stands. Totals are for everybody who sees it, names for few."""
    found, user, day = programme_or_404(request, key), request.user, today()
    rounds, round_ = round_asked(request, found)
    context: dict[str, Any] = {
        "programme": found,
        "rounds": rounds,
        "round": round_,
        "open_round": open_after(rounds, round_),
        "today": day,
        "sees_units": may_see_units(user, found),
        "coming": coming_of(found, day),
        "has_calendar": found.reporting_duties.filter(active=True).exists(),
        "leads": leads(user, found),
        "results": _results(found, user, day),
        **_links(found.key),
        **_work(found, user, day),
    }
    if round_ is not None:
        context["sees_totals"] = may_see_totals(user, found, round_)
        context["least_approved"] = settings.DISCLOSURE_THRESHOLD
        context |= _coverage(found, round_, day)
        if context["sees_totals"]:
            context |= _figures(found, round_, day)
        context["own"] = _own_report(round_, user)
    return render(request, "dashboard/programme.html", context)


def _figures(found: Programme, round_: Round, day: dt.date) -> dict[str, Any]:
    overview = overview_of(found, round_, day)
    return {
        "overview": overview,
        "targets_chart": targets_chart(overview),
        "targets_title": targets_title(overview),
    }


def _coverage(found: Programme, round_: Round, day: dt.date) -> dict[str, Any]:
    coverage = coverage_of(found, round_, day)
    return {
        "coverage": coverage,
        "sending_chart": sending_chart(round_, coverage),
        "sending_title": sending_title(coverage),
        "sending_rows": sending_rows(coverage),
    }


def _work(found: Programme, user: User, day: dt.date) -> dict[str, Any]:
    """Return the tasks by agency: of all for those who see all, of my own agency for who has one."""
    if may_see_work(user, found):
        return {"work": work_of(found, day), "sees_work": True}
    if has_own_row(user):
        return {"work": work_of(found, day, agency_id=user.hat.agency_id), "sees_work": False}
    return {"work": None, "sees_work": False}


def _results(found: Programme, user: User, day: dt.date) -> list[ExpectedResult]:
    """Return the targets without a figure, each with its page where this user may open it."""
    whole, hat = may_see_work(user, found), user.hat
    rows = results_of(found, day)
    for row in rows:
        own = has_own_row(user) and hat.agency_id == row.lead_id
        row.url = address("programmes:result", row.pk) if whole or own else ""  # type: ignore[attr-defined]  # for the page
    return rows


def _links(key: str) -> dict[str, str]:
    return {
        "list_url": address("programmes:list"),
        "tasks_url": address("programmes:tasks", key),
        "agencies_url": address("programmes:agencies", key),
    }


def _own_report(round_: Round, user: User) -> Report | None:
    """Return the report of the user's own agency in the round."""
    if not has_own_row(user):
        return None
    return round_.reports.filter(agency=user.hat.agency_id).first()


@require_safe
def export(request: Request, key: str) -> HttpResponse:
    """Give the tables of targets and figures as CSV, as the page shows them to this user."""
    found = programme_or_404(request, key)
    round_ = round_asked(request, found)[1]
    rows: Iterable[list[object]] = []
    if round_ is not None and may_see_totals(request.user, found, round_):
        overview = overview_of(found, round_, today())
        named = may_see_units(request.user, found)
        shown = (*overview.targets, *overview.figures)
        rows = [_export_row(one, round_, named=named) for one in shown]
    name = f"{found.key}-{round_.period_key if round_ else 'chua-co-ky'}"
    return csv_response(name, _heads(), rows)


def _heads() -> list[str]:
    return [
        _("Chỉ tiêu, chỉ số"),
        _("Mức phải đạt"),
        _("Thời hạn"),
        _("Kết quả"),
        _("Đơn vị tính"),
        _("Tử số"),
        _("Mẫu số"),
        _("Đánh giá"),
        _("Số nơi chưa báo cáo"),
        _("Cách tính"),
        _("Kỳ"),
        _("Tình trạng số liệu"),
    ]


def _export_row(row: Standing, round_: Round, *, named: bool) -> list[object]:
    return [
        row.label,
        row.phrase,
        format_date(row.deadline) if row.deadline else "",
        round(row.value, 2) if row.value is not None else None,
        row.unit,
        row.numerator,
        row.denominator,
        str(look_of(row.status).word) if row.status else "",
        row.missing,
        row.sentence if named else row.plain_sentence,
        str(round_),
        _("tạm tính") if round_.state == "open" else _("đã khóa"),
    ]
