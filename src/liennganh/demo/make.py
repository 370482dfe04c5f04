"""The living demonstration: from a plan's file to rounds under way, the same every time."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.actions import set_up_province
from liennganh.agencies.models import Agency, Membership
from liennganh.demo import officer, people, rounds, work
from liennganh.demo.place import plan_day, unit_of
from liennganh.errors import DomainError
from liennganh.indicators.actions import load_catalogue
from liennganh.plans.models import Plan
from liennganh.programmes.models import Programme
from liennganh.pure.periods import due_to_dict
from liennganh.pure.planreader import read
from liennganh.pure.planreader.files import UnreadableFileError, text_of
from liennganh.territory.actions import load_table
from liennganh.territory.lookup import find
from liennganh.territory.models import Level, Unit

SAMPLE = Path(__file__).resolve().parents[3] / "samples" / "ke-hoach-khanh-hoa-2026-2030.docx"
_TODAY_STARTS = dt.date(2025, 7, 1)

# Called with a step's name as work goes on.
Tick = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """What was made, and who can sign in."""

    programme: Programme
    users: tuple[tuple[User, Membership], ...]
    today: dt.date


def make(
    content: bytes,
    filename: str,
    *,
    today: dt.date,
    tick: Tick,
    unit_name: str = "",
) -> Made:
    """Make the demonstration from a plan's file.

    ``unit_name`` says for which unit where the plan itself does not; ``today`` is the day on which
    the last round is under way (for a plan of the past, a day in its last round is taken instead).

    Raises:
        DomainError: the file cannot be read as a plan, or speaks for no unit that is known.

    """
    tick(_("Nạp địa giới và danh mục chỉ số"))
    load_table()
    load_catalogue()
    tick(_("Đọc kế hoạch"))
    try:
        reading = read(text_of(content, filename).text)
    except UnreadableFileError as error:
        raise DomainError(error.message) from error
    unit = _unit(unit_name) if unit_name else unit_of(reading)
    if unit is None:
        raise DomainError(
            _("Kế hoạch không cho biết của tỉnh, huyện hay xã nào. Hãy chỉ rõ bằng --unit “…”.")
        )
    day = plan_day(reading)
    at = rounds.moment(day)
    if day >= _TODAY_STARTS and unit.level == Level.PROVINCE:
        set_up_province(by=None, unit=unit, at=at)
    lead = officer.lead_agency_of(reading, unit, day, at)
    leads = people.make_leads(lead, officer.committee_of(unit, day, at), day)
    tick(_("Xác nhận kế hoạch"))
    plan = officer.confirm_plan(
        by=leads.officer, agency=lead, filename=filename, content=content, at=at
    )
    tick(_("Triển khai chương trình"))
    programme, stretch = _adopt(plan_by=leads.officer, plan=plan, unit=unit, lead=lead, today=today)
    agencies = Agency.objects.filter(assignments__task__programme=programme).distinct()
    committees = Agency.objects.filter(pk__in=programme.reporting_units.values("agency"))
    reporters = (agencies | _chosen(programme)).exclude(pk__in=committees.values("pk")).distinct()
    officers = people.make_officers(committees, reporters, day)
    officers[lead.pk] = leads.second
    rounds.live(programme, stretch, leads, officers, tick)
    tick(_("Cập nhật nhiệm vụ"))
    work.live(programme, leads, officers, stretch.today)
    users = tuple((hat.user, hat) for hat in people.one_of_each())
    return Made(programme, users, stretch.today)


def _unit(name: str) -> Unit:
    for on in (_TODAY_STARTS, None):
        if matches := find(name, on):
            return matches[0].unit
    raise DomainError(_("Không tìm thấy đơn vị “%(name)s” trong bảng địa giới.") % {"name": name})


def _adopt(
    *, plan_by: User, plan: Plan, unit: Unit, lead: Agency, today: dt.date
) -> tuple[Programme, rounds.Stretch]:
    """Adopt the plan right before the first of the three rounds that are to be lived through."""
    specs = officer.duties_for(plan)
    days = rounds.calendar_of(
        [(one.kind.value, one.window.to_dict(), due_to_dict(one.due)) for one in specs],
        plan.period_from,
        plan.period_to,
    )
    stretch = rounds.stretch(days, today)
    first = stretch.scheduled[0]
    # A duty without a printed day opens after its period; what was over before adoption is not asked.
    day = min(first.opens_on, first.last_day or first.period.end)
    at = rounds.moment(day, 7)
    programme = officer.adopt(by=plan_by, plan=plan, unit=unit, lead=lead, duties=specs, at=at)
    return programme, stretch


def _chosen(programme: Programme) -> QuerySet[Agency]:
    return Agency.objects.filter(pk__in=programme.tracked_indicators.values("agencies")).distinct()
