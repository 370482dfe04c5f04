"""Which programmes somebody sees."""

from django.db.models import Count, Q, QuerySet

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.queries import hat_of, provinces_of
from liennganh.programmes.models import (
    AssignmentState,
    Programme,
    ReportingUnit,
    TaskAssignment,
)
from liennganh.pure.vietnamese import fold
from liennganh.territory.models import Level

# Who keeps the log or the system takes no part in the work itself.
NO_CONTENTS = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})
# What an agency still has to answer.
UNANSWERED = (AssignmentState.OPEN, AssignmentState.DOING, AssignmentState.RETURNED)


def visible_to(user: User) -> QuerySet[Programme]:
    """Return the programmes of the user's own line: of units above, of the unit, of units below.

    An agency that leads a programme, or holds work in it, sees it too; so does a province see those
    of the provinces that went into it. The auditor reads the log, not contents.
    """
    hat = hat_of(user)
    if hat is None or hat.role in NO_CONTENTS:
        return Programme.objects.none()
    unit = hat.agency.unit
    below = provinces_of(user) if unit.level == Level.PROVINCE else [unit.path]
    line = Q(unit__path__in=_prefixes(unit.path)) | Q(lead_agency=hat.agency_id)
    for path in below:
        line |= Q(unit__path__startswith=path)
    shares = TaskAssignment.objects.filter(agency=hat.agency_id).order_by()
    reporting = ReportingUnit.objects.filter(agency=hat.agency_id)
    at_work = Q(pk__in=shares.values("task__programme")) | Q(pk__in=reporting.values("programme"))
    return Programme.objects.filter(line | at_work).select_related("unit", "lead_agency", "plan")


def search_programmes(
    user: User, *, text: str = "", year: int | None = None
) -> QuerySet[Programme]:
    """Return the programmes for the list, newest first; ``mine`` counts my agency's open tasks.

    ``text`` is looked for word by word, folded, in the plan's number, issuer and title.
    """
    found = visible_to(user).defer("plan__text", "plan__folded").prefetch_related("unit__names")
    for word in fold(text).split():
        found = found.filter(plan__folded__contains=word)
    if year is not None:
        found = found.filter(starts_on__year__lte=year, ends_on__year__gte=year)
    hat = hat_of(user)
    return found.annotate(
        mine=Count(
            "tasks__assignments",
            filter=Q(
                tasks__assignments__agency=hat.agency_id if hat else None,
                tasks__assignments__state__in=UNANSWERED,
            ),
        )
    ).order_by("-starts_on", "-adopted_at", "pk")


def _prefixes(path: str) -> list[str]:
    """Return the paths of a unit and of everything above it: "/20/", "/20/178/"."""
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[: n + 1]) + "/" for n in range(len(parts))]
