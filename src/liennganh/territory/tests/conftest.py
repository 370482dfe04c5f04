"""Fixtures of the territory's own tests."""

import datetime as dt
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from pytest_django import DjangoDbBlocker

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.territory.actions import load_table
from liennganh.territory.models import Level, Unit, UnitSuccession

AT = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def whole_table(
    django_db_setup: None,  # noqa: ARG001 - asks for the test database
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Load all units once for a module, and take them out again for the others."""
    with django_db_blocker.unblock():
        was_empty = not Unit.objects.exists()
        load_table()
        yield
        if was_empty:
            UnitSuccession.objects.all().delete()
            for level in (Level.COMMUNE, Level.DISTRICT, Level.PROVINCE):
                Unit.objects.filter(level=level).delete()


@pytest.fixture
def officer(db: None) -> User:  # noqa: ARG001 - asks for the test database
    """A programme officer. Memberships stand above this app, so the hat is put on by hand."""
    user = User.objects.create(username="lan", full_name="Nguyễn Thị Lan")
    user.hat = SimpleNamespace(role=Role.PROGRAMME_OFFICER, agency="Sở Y tế")
    return user


@pytest.fixture
def stranger(db: None) -> User:  # noqa: ARG001 - asks for the test database
    """Somebody who works on inspections and enters no lists."""
    user = User.objects.create(username="binh", full_name="Trần Bình")
    user.hat = SimpleNamespace(role=Role.INSPECTOR, agency="Công an tỉnh")
    return user
