"""Whom a printed owner stands for: one agency, or a class of them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from liennganh.agencies.models import Agency, AgencySuccession, Mode
from liennganh.agencies.queries import agencies_of
from liennganh.plans.models import PrintedTask
from liennganh.plans.whole_classes import KINDS_OF_CLASS
from liennganh.programmes.models import Programme, Task, TaskAssignment, TaskRole
from liennganh.territory.models import Level, in_force


def members_of_classes(
    programme: Programme, committees: Sequence[Agency], *, on: dt.date, today: dt.date
) -> dict[str, list[Agency]]:
    """Return class → the agencies it stands for on the plan's day ``on``; at most five queries.

    "The committees of all levels" are the communes'; those above them are named one by one. An agency
    that is gone by ``today`` is replaced by those that took over from it.

    A class that is not here (schools) stands for nobody: its tasks show as given to nobody until
    the lead agency assigns them.
    """
    own = list(agencies_of(programme.unit, on))
    districts = Agency.objects.filter(
        in_force(on), in_force(on, "unit__"), kind="ubnd", unit__level=Level.DISTRICT,
        unit__path__startswith=programme.unit.path,
    )  # fmt: skip
    found = {
        key: [agency for agency in own if agency.kind in kinds]
        for key, kinds in KINDS_OF_CLASS.items()
    }
    found["districts"] = list(districts.select_related("unit"))
    heirs = _heirs([one for members in found.values() for one in members], today)
    return {
        "communes": list(committees),
        "levels": list(committees),
        **{
            key: list(dict.fromkeys(heir for one in members for heir in heirs[one.pk]))
            for key, members in found.items()
        },
    }


def _heirs(agencies: Sequence[Agency], today: dt.date) -> dict[int, list[Agency]]:
    """Return primary key → the agency itself while it exists, else whoever took over from it."""
    gone = {one.pk for one in agencies if not one.exists_on(today) or _district_gone(one, today)}
    heirs: dict[int, list[Agency]] = {one.pk: [] if one.pk in gone else [one] for one in agencies}
    steps = AgencySuccession.objects.filter(predecessor__in=gone, effective_on__lte=today)
    for step in steps.select_related("successor__unit") if gone else ():
        if step.successor.exists_on(today):
            heirs[step.predecessor_id].append(step.successor)
    return heirs


def _district_gone(agency: Agency, today: dt.date) -> bool:
    """Tell whether a district is no more: its committee ended with it, whatever the directory says."""
    ended = agency.unit.valid_to
    return agency.unit.level == Level.DISTRICT and ended is not None and ended <= today


def shares_of(
    task: Task, printed: PrintedTask, classes: Mapping[str, Iterable[Agency]]
) -> list[TaskAssignment]:
    """Return the shares of a task, unsaved: one an agency; who leads and supports, leads.

    An agency named in person goes before the same agency met as one of a class.
    """
    held: dict[int, TaskAssignment] = {}
    owners = sorted(
        printed.owners.all(), key=lambda owner: (owner.role != TaskRole.LEAD, owner.agency is None)
    )
    for owner in owners:
        named = classes.get(owner.whole_class, ()) if owner.agency is None else [owner.agency]
        for agency in named:
            held.setdefault(
                agency.pk,
                TaskAssignment(
                    task=task, agency=agency, role=owner.role, mode=mode_of(printed.mode, agency)
                ),
            )
    return list(held.values())


def mode_of(wished: str, agency: Agency) -> str:
    """Ask whom one may not order (domain.md §1.2), and whom the plan itself asks."""
    return Mode.REQUESTED if Mode.REQUESTED in (wished, agency.mode) else Mode.ORDERED
