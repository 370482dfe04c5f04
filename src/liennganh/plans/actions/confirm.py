"""A reviewed reading becomes a plan, once."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.documents.actions import describe_document
from liennganh.errors import DomainError, WrongStateError
from liennganh.plans.actions.journal import not_under_review
from liennganh.plans.actions.printing import print_items
from liennganh.plans.actions.upper import print_carried_out
from liennganh.plans.models import (
    Intake,
    IntakeState,
    ItemState,
    Plan,
)
from liennganh.plans.partial_dates import first_day
from liennganh.plans.queries import items_of, owners_in, visible_to
from liennganh.plans.questions import questions_of
from liennganh.plans.rules import may_review
from liennganh.pure.vietnamese import fold

_KEY = 80


@transaction.atomic
def confirm_intake(
    *,
    by: User,
    intake: Intake,
    at: dt.datetime,
    version: int | None = None,
    supersedes: Plan | None = None,
) -> Plan:
    """Make the plan as printed out of what was accepted. A second press returns the same plan.

    ``version`` is the intake's as the officer saw it; ``supersedes`` an earlier plan that this one
    amends or replaces.

    Raises:
        PermissionDenied: the intake belongs to another agency, or ``supersedes`` is out of sight.
        WrongStateError: the reading has failed or been given up, or changed since ``version``.
        DomainError: something still stands in the way (``queries.open_questions``).

    """
    if not may_review(by, intake):
        raise PermissionDenied
    if supersedes is not None and not visible_to(by).filter(pk=supersedes.pk).exists():
        raise PermissionDenied
    seen = version
    claimed = Intake.objects.filter(pk=intake.pk, state=IntakeState.REVIEW).update(
        state=IntakeState.CONFIRMED, version=F("version") + 1
    )
    intake.refresh_from_db()
    if claimed != 1:
        if intake.state == IntakeState.CONFIRMED:
            return Plan.objects.get(intake=intake)
        raise not_under_review(intake)
    if seen is not None and intake.version != seen + 1:
        raise _moved_on(intake, by)
    items = items_of(intake)
    blocking = [one for one in questions_of(intake, items, owners_in(items)) if one.blocking]
    if blocking:
        raise DomainError(
            _("Chưa xác nhận được kế hoạch: còn %(n)s việc phải làm. Việc đầu tiên: %(first)s")
            % {"n": len(blocking), "first": blocking[0].message}
        )
    plan = _plan(intake, by=by, at=at, supersedes=supersedes)
    accepted = [item for item in items if item.state == ItemState.ACCEPTED]
    print_items(plan, accepted)
    print_carried_out(plan, accepted)
    header = intake.header
    describe_document(
        by=by,
        document=intake.document,
        at=at,
        type_name=header["type"],
        number=header["number"],
        issuer=header["issuer"],
        issued_on=first_day(header["date"]) if len(header["date"]) == len("2025-01-01") else None,
        title=header["title"],
    )
    record(
        by=by, verb=Verb.CONFIRM, obj=plan, at=at,
        after={"key": plan.key, "intake": intake.pk, "supersedes": supersedes},
    )  # fmt: skip
    return plan


def _moved_on(intake: Intake, by: User) -> WrongStateError:
    """Return the refusal that tells the second of two officers what the first did meanwhile."""
    step = intake.changes.exclude(by=by).select_related("by").first()
    if step is None or step.by is None:
        return WrongStateError(
            _("Bản đọc đã thay đổi sau khi bạn mở trang này. Hãy xem lại rồi xác nhận.")
        )
    return WrongStateError(
        _("Bản đọc đã thay đổi sau khi bạn mở trang này: %(who)s, lúc %(when)s, “%(what)s”. Hãy "
          "xem lại rồi xác nhận.")
        % {
            "who": step.by.full_name,
            "when": timezone.localtime(step.at).strftime("%H:%M"),
            "what": step.label,
        }
    )  # fmt: skip


def _key(header: dict[str, object], period: Sequence[int]) -> str:
    """Return a free key: "217-kh-ubnd-2024", or the first words of the title and the year."""
    year = str(header["date"] or period[0])[:4]
    stem = slugify(fold(str(header["number"] or header["title"]))) or "ke-hoach"
    base = f"{stem[: _KEY - 10].strip('-')}-{year}"
    taken = set(Plan.objects.filter(key__startswith=base).values_list("key", flat=True))
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    return key


def _plan(intake: Intake, *, by: User, at: dt.datetime, supersedes: Plan | None) -> Plan:
    header, period = intake.header, intake.header["period"]
    plan: Plan = Plan.objects.create(
        key=_key(header, period),
        document=intake.document,
        intake=intake,
        agency=intake.agency,
        type_name=header["type"],
        number=header["number"],
        issuer=header["issuer"],
        issued_on=header["date"],
        title=header["title"],
        period_from=period[0],
        period_to=period[1],
        text=intake.text,
        supersedes=supersedes,
        confirmed_by=by,
        confirmed_at=at,
        folded=fold(
            " ".join((header["type"], header["number"], header["issuer"], header["title"]))
        ),
    )
    return plan
