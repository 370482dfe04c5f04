"""Every address of the site, opened by every role and by nobody, by GET and by POST.

What should happen stands in ``tests/expectations.py``; an address that nobody declared fails here.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from liennganh.accounts.models import User
from tests.cast import Cast
from tests.expectations import EXPECTATIONS, ROLES, Status
from tests.scenario import Scenario, make_scenario

SIGN_IN = "/tai-khoan/dang-nhap/"


def _names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _names(pattern.url_patterns, inner)
        else:
            yield f"{prefix}{pattern.name}" if pattern.name else f"(no name) {pattern.pattern}"


def every_name() -> list[str]:
    """Return the names of all addresses, in the order of the URL configuration."""
    return list(dict.fromkeys(_names(get_resolver().url_patterns)))


def test_every_address_is_declared() -> None:
    missing = [name for name in every_name() if name not in EXPECTATIONS]
    assert not missing, f"add a row to tests/expectations.py for: {', '.join(missing)}"


def test_every_row_has_its_address() -> None:
    assert [name for name in EXPECTATIONS if name not in every_name()] == []


@pytest.mark.parametrize("name", EXPECTATIONS)
def test_every_row_speaks_of_every_role(name: str) -> None:
    page = EXPECTATIONS[name]
    assert set(page.get) == set(page.post) == set(ROLES)


@pytest.fixture
def scenario(cast: Cast) -> Scenario:
    """Make the world once for all addresses: every request is rolled back."""
    return make_scenario(cast)


def _answers(scenario: Scenario, name: str, user: User | None) -> tuple[list[int], list[str]]:
    """Open an address by GET and by POST; return the statuses and where they lead."""
    page = EXPECTATIONS[name]
    statuses, places = [], []
    for method in ("get", "post"):
        with transaction.atomic():
            # Each user afresh: the hat is remembered on the object.
            client = Client(raise_request_exception=False)
            if user is not None:
                client.force_login(User.objects.get(pk=user.pk))
            url = reverse(name, kwargs=page.args(scenario))
            if method == "get":
                response = client.get(url + (f"?{page.query}" if page.query else ""))
            else:
                response = client.post(url, page.data(scenario))
            statuses.append(response.status_code)
            places.append(response.headers.get("Location", ""))
            transaction.set_rollback(True)
    return statuses, places


def _fits(status: int, expected: Status) -> bool:
    return status == expected if isinstance(expected, int) else status in expected


DECLARED = [name for name in every_name() if name in EXPECTATIONS]


def test_each_role_gets_what_is_declared(scenario: Scenario, subtests: pytest.Subtests) -> None:
    for name in DECLARED:
        page = EXPECTATIONS[name]
        with subtests.test(name):
            wrong = []
            for role, user in scenario.cast.everybody.items():
                (got, posted), _places = _answers(scenario, name, user)
                if not _fits(got, page.get[role]):
                    wrong.append(f"GET as {role}: {got} instead of {page.get[role]}")
                if not _fits(posted, page.post[role]):
                    wrong.append(f"POST as {role}: {posted} instead of {page.post[role]}")
            assert not wrong, f"{name}: " + "; ".join(wrong)


def test_nobody_gets_in_without_signing_in(scenario: Scenario, subtests: pytest.Subtests) -> None:
    for name in DECLARED:
        page = EXPECTATIONS[name]
        with subtests.test(name):
            statuses, places = _answers(scenario, name, None)
            if page.anonymous is not None:
                assert all(map(_fits, statuses, page.anonymous)), f"{name}: {statuses}"
            else:
                assert statuses == [302, 302], name
                assert all(place.startswith(f"{SIGN_IN}?next=") for place in places), places
