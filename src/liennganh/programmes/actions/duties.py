"""The calendar of reports."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.programmes.models import Programme, ReportingDuty
from liennganh.programmes.proposals import DutySpec
from liennganh.programmes.rules import leads
from liennganh.pure.periods import DueRule, PeriodKind, WindowRule, due_to_dict
from liennganh.ui.sayings import said

_LONGEST_RECIPIENTS = 300


def add_duties(programme: Programme, duties: Sequence[DutySpec]) -> None:
    """Write the calendar of a new programme.

    Raises:
        DomainError: a due rule does not fit its kind, or a kind stands twice.

    """
    kinds = [spec.kind for spec in duties]
    for spec in duties:
        _check(spec.kind, spec.due)
        if kinds.count(spec.kind) > 1:
            raise DomainError(
                _("%(report)s được ghi hai lần trong lịch.")
                % {"report": said(f"Báo cáo {spec.kind.label}")},
                field="kind",
            )
    ReportingDuty.objects.bulk_create(
        ReportingDuty(
            programme=programme,
            printed=spec.printed,
            kind=spec.kind.value,
            window=spec.window.to_dict(),
            due=due_to_dict(spec.due),
            **_named(spec),
        )
        for spec in duties
    )


@transaction.atomic
def set_duty(
    *,
    by: User,
    programme: Programme,
    kind: PeriodKind,
    window: WindowRule,
    due: DueRule,
    recipients: str,
    at: dt.datetime,
    reporters: str = "",
    through: str = "",
) -> ReportingDuty:
    """Set the calendar of one kind of report; rounds already open keep their days.

    Raises:
        PermissionDenied: the user does not run the programme.
        DomainError: the due rule does not fit the kind.

    """
    if not leads(by, programme):
        raise PermissionDenied
    _check(kind, due)
    before = ReportingDuty.objects.filter(programme=programme, kind=kind.value).first()
    duty, _created = ReportingDuty.objects.update_or_create(
        programme=programme,
        kind=kind.value,
        defaults={
            "window": window.to_dict(),
            "due": due_to_dict(due),
            "reporters": _tidy(reporters),
            "through": _tidy(through),
            "recipients": _tidy(recipients),
            "active": True,
        },
    )
    record(
        by=by,
        verb=Verb.UPDATE,
        obj=duty,
        at=at,
        before=_logged(before) if before else None,
        after=_logged(duty),
    )
    return duty


@transaction.atomic
def stop_duty(*, by: User, duty: ReportingDuty, at: dt.datetime) -> ReportingDuty:
    """Ask for no further reports of this kind; rounds already open go on.

    Raises:
        PermissionDenied: the user does not run the programme.

    """
    if not leads(by, duty.programme):
        raise PermissionDenied
    if ReportingDuty.objects.filter(pk=duty.pk, active=True).update(active=False):
        before = _logged(duty)
        duty.active = False
        record(by=by, verb=Verb.UPDATE, obj=duty, at=at, before=before, after=_logged(duty))
    return duty


def _check(kind: PeriodKind, due: DueRule) -> None:
    if problem := due.problem_with(kind):
        raise DomainError(problem, field="due")


def _named(spec: DutySpec) -> dict[str, str]:
    return {
        "reporters": _tidy(spec.reporters),
        "through": _tidy(spec.through),
        "recipients": _tidy(spec.recipients),
    }


def _tidy(recipients: str) -> str:
    return " ".join(recipients.split())[:_LONGEST_RECIPIENTS]


def _logged(duty: ReportingDuty) -> dict[str, object]:
    return {
        "window": duty.window,
        "due": duty.due,
        "reporters": duty.reporters,
        "through": duty.through,
        "recipients": duty.recipients,
        "active": duty.active,
    }
