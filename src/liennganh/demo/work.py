"""How the agencies of the demonstration have got on with their tasks."""

import datetime as dt

from liennganh.accounts.models import User
from liennganh.demo.figures import dice
from liennganh.demo.people import Leads
from liennganh.demo.rounds import moment
from liennganh.programmes.actions import check_assignment, report_progress
from liennganh.programmes.models import Programme, TaskAssignment

MOST = 60  # answers enough to look alive; a class of 168 communes need not all answer


def live(programme: Programme, leads: Leads, officers: dict[int, User], today: dt.date) -> int:
    """Let some assignments be reported, checked or returned; returns how many were answered."""
    rows = TaskAssignment.objects.filter(task__programme=programme, agency__in=officers)
    ranked = sorted(
        rows.select_related("task__programme", "agency"),
        key=lambda row: dice("task", row.agency.key, row.task.order).random(),
    )
    for number, row in enumerate(ranked[:MOST]):
        officer = officers[row.agency_id]
        day = today - dt.timedelta(days=3 + number)
        if number % 3 == 0:
            report_progress(
                by=officer,
                assignment=row,
                progress=(number * 7) % 80 + 10,
                note="Đang triển khai theo kế hoạch của cơ quan.",
                at=moment(day),
                version=row.version,
            )
            continue
        report_progress(
            by=officer,
            assignment=row,
            progress=100,
            note="Đã hoàn thành, có văn bản kèm theo hồ sơ của cơ quan.",
            at=moment(day),
            version=row.version,
        )
        if number % 3 == 1 or officer.pk == leads.officer.pk:
            checker = leads.second if officer.pk == leads.officer.pk else leads.officer
            accepted = number % 9 != 1
            check_assignment(
                by=checker,
                assignment=row,
                accept=accepted,
                note="" if accepted else "Đề nghị bổ sung số, ngày của văn bản đã ban hành.",
                at=moment(day + dt.timedelta(days=1)),
            )
    return min(len(ranked), MOST)
