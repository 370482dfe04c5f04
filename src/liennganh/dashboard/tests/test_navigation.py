"""The navigation of the frame: what a role has a use for, and where one is."""

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.dashboard.context import PLACES, navigation
from liennganh.ui.icons import ICONS


def test_no_role_gets_more_than_seven_places() -> None:
    for role in Role:
        assert 1 <= sum(role in place.roles for place in PLACES) <= 7, role


def test_every_place_has_an_icon() -> None:
    assert all(place.icon in ICONS for place in PLACES)


def test_the_auditor_is_led_to_the_log_and_not_to_the_work(cast: Cast) -> None:
    urls = [entry.url for entry in navigation(cast.an, "/nhat-ky/")]
    assert "/nhat-ky/" in urls
    assert not [url for url in urls if url.startswith(("/bao-cao/", "/van-ban/", "/ke-hoach/"))]


def test_only_the_auditor_is_led_to_the_log(cast: Cast) -> None:
    for role, user in cast.everybody.items():
        urls = [entry.url for entry in navigation(user, "/")]
        assert ("/nhat-ky/" in urls) is (role == "auditor"), role


@pytest.mark.parametrize(
    ("path", "current"), [("/nhat-ky/", "page"), ("/nhat-ky/kiem-tra/", "true"), ("/khac/", "")]
)
def test_where_one_is_stands_out(cast: Cast, path: str, current: str) -> None:
    entries = {entry.url: entry.current for entry in navigation(cast.an, path)}
    assert entries["/nhat-ky/"] == current
    assert sum(bool(value) for value in entries.values()) <= 1


@pytest.mark.usefixtures("cast")
def test_somebody_without_a_hat_has_nowhere_to_go() -> None:
    user = User.objects.create(username="moi", full_name="Mới")
    assert navigation(user, "/") == []


def test_the_navigation_costs_one_query_at_most(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    user = User.objects.get(pk=cast.lan.pk)
    with django_assert_max_num_queries(1):
        navigation(user, "/")
