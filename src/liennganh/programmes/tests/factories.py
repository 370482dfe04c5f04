"""Plans as printed, made directly: how they are read in is tested in ``plans``."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.cast import Cast

from liennganh.agencies.models import Agency
from liennganh.documents.actions import store_document
from liennganh.indicators.models import Indicator
from liennganh.plans.models import (
    Intake,
    Plan,
    PrintedQualitative,
    PrintedReportDuty,
    PrintedTarget,
    PrintedTask,
    PrintedTaskOwner,
)
from liennganh.programmes.actions import adopt_plan
from liennganh.programmes.models import Programme, TaskAssignment
from liennganh.pure.vietnamese import fold

NOW = dt.datetime(2026, 1, 12, 8, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 1, 12)


def make_plan(agency: Agency, **changes: Any) -> Plan:
    """Make a confirmed plan of the province for 2026, with nothing printed in it yet."""
    number = changes.get("number", "12/KH-UBND")
    title = "Phòng, chống mại dâm năm 2026"
    document = store_document(
        by=None, agency=agency, direction="incoming", filename="ke-hoach.txt",
        content=f"Kế hoạch {number}".encode(), at=NOW,
    )  # fmt: skip
    values: dict[str, Any] = {
        "key": f"{fold(number).replace(' ', '-')}-2026",
        "document": document,
        "intake": Intake.objects.create(
            document=document, agency=agency, state="confirmed", created_at=NOW
        ),
        "agency": agency,
        "type_name": "Kế hoạch",
        "number": number,
        "issuer": "Ủy ban nhân dân tỉnh Hương Giang",
        "issued_on": "2026-01-05",
        "title": title,
        "period_from": 2026,
        "period_to": 2026,
        "text": "Kế hoạch phòng, chống mại dâm",
        "folded": fold(f"Kế hoạch {number} {title}"),
        "confirmed_at": NOW,
    }
    return Plan.objects.create(**values | changes)


def add_target(plan: Plan, text: str, value: str, **changes: Any) -> PrintedTarget:
    """Print a target of so many per cent at least."""
    values: dict[str, Any] = {"comparator": ">=", "unit": "percent", "what": text}
    place = plan.targets.count() * 10
    return PrintedTarget.objects.create(
        plan=plan, start=place, end=place + 5, text=text, value=Decimal(value), **values | changes
    )


def meaning(kind: str, horizon: str, numerator: str, **words: str) -> dict[str, str]:
    """Return a stored meaning; what is not said is not printed."""
    blank = dict.fromkeys(("denominator", "group", "condition", "baseline", "period"), "")
    return {"kind": kind, "horizon": horizon, "numerator": numerator, **blank, **words}


def add_qualitative(plan: Plan, what: str, proof: str = "", **changes: Any) -> PrintedQualitative:
    """Print a target without a figure."""
    place = 3000 + plan.qualitative.count() * 10
    return PrintedQualitative.objects.create(
        plan=plan, start=place, end=place + 5, text=what, what=what, proof=proof, **changes
    )


def add_task(
    plan: Plan, text: str, *owners: tuple[str, Agency | str], **changes: Any
) -> PrintedTask:
    """Print a task; an owner is a role with an agency or the name of a class."""
    place = 1000 + plan.tasks.count() * 10
    task = PrintedTask.objects.create(plan=plan, start=place, end=place + 5, text=text, **changes)
    for role, owner in owners:
        agency, whole_class = (owner, "") if isinstance(owner, Agency) else (None, owner)
        PrintedTaskOwner.objects.create(
            task=task,
            role=role,
            printed=agency.name if agency else whole_class,
            agency=agency,
            whole_class=whole_class,
        )
    return task


def add_report(
    plan: Plan, kind: str, due: str = "", *, before: bool = False, **named: list[str]
) -> PrintedReportDuty:
    """Print a reporting duty, its day as the plan reader writes it."""
    place = 5000 + plan.report_duties.count() * 10
    return PrintedReportDuty.objects.create(
        plan=plan, start=place, end=place + 5, text=f"Báo cáo {kind}", kind=kind, due=due,
        before=before, **named,
    )  # fmt: skip


def make_indicator(code: str = "B2", **changes: Any) -> Indicator:
    """Make an indicator of the catalogue: a share that the communes report."""
    values: dict[str, Any] = {
        "name": "Tỷ lệ xã, phường có hình thức truyền thông duy trì thường xuyên",
        "unit": "%",
        "measure": "share",
        "flow": "stock",
        "over_units": "ratio_of_sums",
        "over_time": "latest",
        "numerator": "Số xã, phường có hình thức truyền thông",
        "denominator": "Tổng số xã, phường",
        "group": code[0],
        "source": "typed",
    }
    return Indicator.objects.create(code=code, **values | changes)


@dataclass(frozen=True)
class Work:
    """A programme with three tasks, and the shares that tests speak of."""

    plan: Plan
    programme: Programme
    police: TaskAssignment  # leads a task due on 31/03/2026
    court: TaskAssignment  # supports it; asked, not ordered
    health: TaskAssignment  # the lead agency's own standing task
    communes: tuple[TaskAssignment, ...]  # a task of every commune, due on 30/11/2026


def make_work(cast: Cast) -> Work:
    """Adopt a plan with a task of the police, one of the lead agency and one of every commune."""
    plan = make_plan(cast.health)
    add_task(
        plan, "Tổ chức đợt kiểm tra cơ sở kinh doanh dịch vụ",
        ("lead", cast.police), ("support", cast.court), deadline="2026-03-31",
        section=["III. Nhiệm vụ", "1. Kiểm tra"],
    )  # fmt: skip
    add_task(plan, "Hướng dẫn, tổng hợp báo cáo", ("lead", cast.health))
    add_task(plan, "Truyền thông tại cơ sở", ("lead", "communes"), deadline="2026-11-30")
    programme = adopt_plan(
        by=cast.lan, plan=plan, unit=cast.province, lead_agency=cast.health, at=NOW
    )

    def share(agency: Agency) -> TaskAssignment:
        return TaskAssignment.objects.select_related("task__programme", "agency").get(
            task__programme=programme, agency=agency
        )

    return Work(
        plan=plan,
        programme=programme,
        police=share(cast.police),
        court=share(cast.court),
        health=share(cast.health),
        communes=tuple(share(agency) for agency in cast.commune_agencies),
    )
