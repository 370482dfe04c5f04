"""Who is there when a plan arrives: the unit, its agencies, the officer and her leader."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.actions import create_agency, set_up_province
from liennganh.agencies.models import Agency, Membership
from liennganh.indicators.actions import load_catalogue
from liennganh.territory.actions import load_table
from liennganh.territory.lookup import find
from liennganh.territory.models import Level, Unit
from tests.journeys.desks import PASSWORD

_SINCE = dt.date(2020, 1, 1)
_TODAYS_AGENCIES = dt.date(2025, 7, 1)


@dataclass(frozen=True)
class Office:
    """The unit that a plan speaks for, its programme officer and the leader who signs."""

    unit: Unit
    lead: Agency
    lan: User
    minh: User


def person(username: str, full_name: str, agency: Agency, role: Role) -> User:
    """Make a user with one hat, who signs in with the common password of the tests."""
    user = User.objects.create_user(
        username=username,
        email=f"{username}@example.invalid",
        password=PASSWORD,
        full_name=full_name,
    )
    Membership.objects.create(user=user, agency=agency, role=role, valid_from=_SINCE)
    return user


def make_office(*, province: str, unit: str, kind: str, lead: str, on: dt.date) -> Office:
    """Make the office of a real unit, on the day of its plan.

    ``province`` is the code of today's province, ``unit`` the full name on that day.
    """
    load_table({province})
    load_catalogue()
    found = find(unit, on)[0].unit
    at = dt.datetime.combine(on, dt.time(1), tzinfo=dt.UTC)
    name = unit.split(",", maxsplit=1)[0]
    if found.level == Level.PROVINCE and on >= _TODAYS_AGENCIES:
        usual = {one.kind: one for one in set_up_province(by=None, unit=found, at=at)}
        committee, agency = usual["ubnd"], usual[kind]
    else:
        printed = f"Ủy ban nhân dân {name[:1].lower()}{name[1:]}"
        committee = create_agency(by=None, unit=found, kind="ubnd", name=printed, at=at)
        agency = create_agency(by=None, unit=found, kind=kind, name=lead, at=at)
    return Office(
        unit=found,
        lead=agency,
        lan=person("lan", "Trần Thị Lan", agency, Role.PROGRAMME_OFFICER),
        minh=person("minh", "Nguyễn Văn Minh", committee, Role.LEADER),
    )


@dataclass(frozen=True)
class Arrival:
    """A plan that arrives, and what is known of it."""

    file: Path
    province: str
    unit: str
    kind: str
    lead: str
    signed_on: dt.date  # the plan's own day
    read_on: dt.date  # when Lan reads it in
    due_on: dt.date  # the day whose clock opens the round
    period: str  # the round's key
    holds: Mapping[str, int]  # kind of item → how many a person counts in the text
    says: str  # a sentence of its text
    rejects: str = ""  # words of a task that Lan leaves out
    source: str = ""  # of the communes, where the table does not reach back to the plan's day

    def office(self) -> Office:
        """Make who is there."""
        return make_office(
            province=self.province,
            unit=self.unit,
            kind=self.kind,
            lead=self.lead,
            on=self.signed_on,
        )
