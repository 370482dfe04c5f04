"""Who is meant by the names that a plan prints: suggested at reading, confirmed by an officer."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.actions import NewAgency, create_agencies, create_agency
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import match_many
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.plans.abbreviations import spelled_out
from liennganh.plans.actions.journal import open_step
from liennganh.plans.headers import plan_day
from liennganh.plans.models import Intake, IntakeItem, IntakeOwner, ItemKind
from liennganh.pure.vietnamese import fold

_NOTE = 300


def sync_owners(intake: Intake, items: Iterable[IntakeItem]) -> None:
    """Make the owner rows of these items agree with the names in their data.

    A name that the intake has met before takes over what was decided for it; a new one gets a
    suggestion. Costs a fixed number of queries, however many items there are.
    """
    tasks = [item for item in items if item.kind == ItemKind.TASK]
    decided = {
        fold(owner.printed): owner
        for owner in IntakeOwner.objects.filter(item__intake=intake).order_by("confirmed", "pk")
    }
    existing = {
        (owner.item_id, owner.role, owner.printed): owner
        for owner in IntakeOwner.objects.filter(item__in=tasks)
    }
    wanted = {
        (item.pk, role, printed): item
        for item in tasks
        for role in ("lead", "support")
        for printed in item.data.get(role, [])
    }
    unknown = {printed for _pk, _role, printed in wanted if fold(printed) not in decided}
    for owner in suggested(intake, sorted(unknown)):
        decided[fold(owner.printed)] = owner
    IntakeOwner.objects.filter(
        pk__in=[owner.pk for key, owner in existing.items() if key not in wanted]
    ).delete()
    IntakeOwner.objects.bulk_create(
        IntakeOwner(
            item=item,
            role=role,
            printed=printed,
            agency_id=decided[fold(printed)].agency_id,
            whole_class=decided[fold(printed)].whole_class,
            confirmed=decided[fold(printed)].confirmed,
            note=decided[fold(printed)].note,
        )
        for (pk, role, printed), item in wanted.items()
        if (pk, role, printed) not in existing
    )


def suggested(intake: Intake, names: Sequence[str]) -> list[IntakeOwner]:
    """Return unsaved rows that hold the suggestion for each name."""
    if not names:
        return []
    full = {printed: spelled_out(printed, intake.abbreviations) for printed in names}
    matches = match_many(full.values(), unit=intake.agency.unit, on=plan_day(intake))
    return [
        IntakeOwner(
            printed=printed,
            agency=matches[name].agency,
            whole_class=matches[name].whole_class,
            note=matches[name].successor_note[:_NOTE],
        )
        for printed, name in full.items()
    ]


def rematch(intake: Intake) -> None:
    """Suggest anew for every name not yet confirmed (the plan's date was corrected)."""
    open_rows = list(IntakeOwner.objects.filter(item__intake=intake, confirmed=False))
    fresh = {
        fold(owner.printed): owner
        for owner in suggested(intake, sorted({row.printed for row in open_rows}))
    }
    for row in open_rows:
        found = fresh[fold(row.printed)]
        row.agency, row.whole_class, row.note = found.agency, found.whole_class, found.note
    IntakeOwner.objects.bulk_update(open_rows, ["agency", "whole_class", "note"], batch_size=200)


def _rows_named(intake: Intake, printed: str) -> list[IntakeOwner]:
    key = fold(printed)
    rows = [
        row for row in IntakeOwner.objects.filter(item__intake=intake) if fold(row.printed) == key
    ]
    if not rows:
        raise DomainError(
            _("Không còn mục nào ghi tên “%(name)s”. Hãy tải lại trang.") % {"name": printed}
        )
    return rows


@transaction.atomic
def match_owner(
    *,
    by: User,
    intake: Intake,
    printed: str,
    at: dt.datetime,
    agency: Agency | None = None,
    whole_class: str = "",
) -> int:
    """Say once, for all items, whom a printed name means, and return the number of rows.

    An agency, a class ("communes" …), or neither: then the name stays as it is printed and no
    account answers for it.

    Raises:
        DomainError: no item names it, or both an agency and a class were given.

    """
    if agency is not None and whole_class:
        raise DomainError(_("Chọn một cơ quan, hoặc một nhóm cơ quan, không chọn cả hai."))
    step = open_step(intake, by=by, at=at)
    rows = _rows_named(step.intake, printed)
    IntakeOwner.objects.filter(pk__in=[row.pk for row in rows]).update(
        agency=agency, whole_class=whole_class, confirmed=True
    )
    record(
        by=by,
        verb=Verb.CONFIRM,
        obj=intake,
        at=at,
        after={"printed": printed, "agency": agency, "whole_class": whole_class},
    )
    return len(rows)


@transaction.atomic
def confirm_suggested_owners(*, by: User, intake: Intake, at: dt.datetime) -> int:
    """Confirm every name for which an agency or a class is suggested; return how many names."""
    step = open_step(intake, by=by, at=at)
    rows = [
        row
        for row in IntakeOwner.objects.filter(item__intake=step.intake, confirmed=False)
        if row.agency_id is not None or row.whole_class
    ]
    IntakeOwner.objects.filter(pk__in=[row.pk for row in rows]).update(confirmed=True)
    names = sorted({row.printed for row in rows})
    if names:
        record(by=by, verb=Verb.CONFIRM, obj=intake, at=at, after={"printed": names})
    return len(names)


@transaction.atomic
def create_owner(
    *,
    by: User,
    intake: Intake,
    printed: str,
    name: str,
    kind: str,
    at: dt.datetime,
    mode: str | None = None,
) -> Agency:
    """Create the agency that a printed name means, and match it."""
    open_step(intake, by=by, at=at)
    aliases = () if fold(name) == fold(printed) else (printed,)
    agency = create_agency(
        by=by, unit=intake.agency.unit, kind=kind, name=name, at=at, mode=mode, aliases=aliases
    )
    match_owner(by=by, intake=intake, printed=printed, at=at, agency=agency)
    return agency


@transaction.atomic
def create_owners(
    *, by: User, intake: Intake, rows: Sequence[tuple[Sequence[str], NewAgency]], at: dt.datetime
) -> list[Agency]:
    """Create the agencies that several printed names mean, and match them: all or none.

    Each row is the names that the plan prints for one body, and what to create.

    Raises:
        SeveralRefusedError: some rows are wrong, by their place in the list.
        DomainError: nothing was chosen, or no item bears a name any more.

    """
    if not rows:
        raise DomainError(_("Chưa chọn tên nào để tạo cơ quan."))
    open_step(intake, by=by, at=at)
    wanted = [
        replace(new, aliases=tuple(name for name in printed if fold(name) != fold(new.name)))
        for printed, new in rows
    ]
    agencies = create_agencies(by=by, rows=wanted, at=at)
    for (printed, _new), agency in zip(rows, agencies, strict=True):
        for name in printed:
            match_owner(by=by, intake=intake, printed=name, at=at, agency=agency)
    return agencies
