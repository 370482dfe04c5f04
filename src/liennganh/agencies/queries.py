"""Reading agencies, and what a printed name means."""

import datetime as dt

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from liennganh.accounts.models import User
from liennganh.pure.vietnamese import fold
from liennganh.territory.models import Unit, UnitSuccession, in_force

from .matching import AgencyMatch, match, match_many
from .models import Agency, Membership
from .rules import may_see_members, province_path


def hat_of(user: User | AnonymousUser) -> Membership | None:
    """Return the membership that the person acts under, or None."""
    return user.hat if isinstance(user, User) else None


def provinces_of(user: User) -> list[str]:
    """Return the paths of the person's province and of those that went into it.

    Open work passes to the successor, so the former bodies stay in sight. At most two queries.
    """
    hat = hat_of(user)
    if hat is None:
        return []
    own = province_path(hat.agency.unit.path)
    former = UnitSuccession.objects.filter(successor__path=own).values_list(
        "predecessor__path", flat=True
    )
    return [own, *former]


def visible_to(user: User) -> QuerySet[Agency]:
    """Return the agencies of the person's own province, at every level."""
    condition = Q(pk__in=())
    for path in provinces_of(user):
        condition |= Q(unit__path__startswith=path)
    return Agency.objects.filter(condition).select_related("unit")


def agencies_of(unit: Unit, on: dt.date) -> QuerySet[Agency]:
    """Return the agencies of exactly this unit that exist on the day."""
    return Agency.objects.filter(in_force(on), unit=unit).select_related("unit")


def search(
    user: User, *, text: str = "", kind: str = "", level: str = "", on: dt.date | None = None
) -> QuerySet[Agency]:
    """Return the agencies for the list: folded search over names and aliases, and filters.

    ``on`` keeps those that exist on the day. Units and their names are fetched along.
    """
    found = visible_to(user).prefetch_related("unit__names")
    if wanted := fold(text):
        found = found.filter(
            Q(folded__contains=wanted)
            | Q(pk__in=Agency.objects.filter(aliases__folded__contains=wanted).values("pk"))
            | Q(unit__names__folded__contains=wanted)
        ).distinct()
    if kind:
        found = found.filter(kind=kind)
    if level:
        found = found.filter(unit__level=level)
    if on is not None:
        found = found.filter(in_force(on))
    return found.order_by("unit__path", "folded", "pk")


def province_of(user: User) -> Unit | None:
    """Return the province in which the person works."""
    hat = hat_of(user)
    if hat is None:
        return None
    return Unit.objects.filter(path=province_path(hat.agency.unit.path)).first()


def units_for_new(user: User, on: dt.date) -> list[Unit]:
    """Return the units of the person's province on the day, the province first, names along."""
    hat = hat_of(user)
    if hat is None:
        return []
    root = province_path(hat.agency.unit.path)
    units = Unit.objects.on(on).filter(path__startswith=root).with_names()
    return sorted(units, key=lambda unit: (unit.path != root, unit.naming_on(on).sort_key))


def members_of(agency: Agency, user: User) -> QuerySet[Membership]:
    """Return who works there, names and roles only; nobody for those who may not see it."""
    if not may_see_members(user, agency):
        return Membership.objects.none()
    return agency.memberships.select_related("user").order_by("user__full_name", "pk")


__all__ = [
    "AgencyMatch",
    "agencies_of",
    "hat_of",
    "match",
    "match_many",
    "members_of",
    "province_of",
    "provinces_of",
    "search",
    "units_for_new",
    "visible_to",
]
