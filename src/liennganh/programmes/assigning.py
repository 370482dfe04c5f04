"""Whom a printed owner stands for: one agency, or a class of them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from liennganh.agencies.kinds import KINDS
from liennganh.agencies.kinds.departments import DEPARTMENTS
from liennganh.agencies.models import Agency, Mode
from liennganh.agencies.queries import agencies_of
from liennganh.plans.models import PrintedTask
from liennganh.programmes.models import Programme, Task, TaskAssignment, TaskRole

_PRESS = ("bao", "dai", "bao_dai")
# Asked, not ordered, but no associations.
_OTHERS_ASKED = {"hdnd", "toa_an", "vien_kiem_sat", "ngan_hang_csxh"}


def members_of_classes(
    programme: Programme, committees: Sequence[Agency], on: dt.date
) -> dict[str, list[Agency]]:
    """Return class → the agencies it stands for on a day, in one query.

    "The committees of all levels" are the communes'; those above them are named one by one.

    A class that is not here (schools, the districts that are no more) stands for nobody: its tasks
    show as given to nobody until the lead agency assigns them.
    """
    own = list(agencies_of(programme.unit, on))
    departments = {kind.key for kind in DEPARTMENTS} | {"cong_an", "quan_su", "bien_phong"}
    associations = {key for key, kind in KINDS.items() if kind.requested} - _OTHERS_ASKED
    return {
        "communes": list(committees),
        "levels": list(committees),
        "departments": [agency for agency in own if agency.kind in departments],
        "associations": [agency for agency in own if agency.kind in associations],
        "press": [agency for agency in own if agency.kind in _PRESS],
    }


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
