"""Passwords: a provisional one opens no session, and a new one ends the other sessions."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.audit.models import Event

SIGN_IN, ACCOUNT = "/tai-khoan/dang-nhap/", "/tai-khoan/"
FIRST, CHANGE = "/tai-khoan/mat-khau-dau/", "/tai-khoan/mat-khau/"
OLD, NEW = "mat-khau-thu", "con đò qua bến sông Hương"


@pytest.fixture
def provisional(cast: Cast) -> User:
    cast.hoa.must_change_password = True
    cast.hoa.save()
    return cast.hoa


def begin(client: Client, to: str = ACCOUNT) -> str:
    answer = client.post(SIGN_IN, {"username": "hoa", "password": OLD, "next": to})
    return str(answer["Location"])


def choose(client: Client, one: str = NEW, two: str | None = None) -> object:
    data = {"new_password1": one, "new_password2": two or one, "next": ACCOUNT}
    return client.post(FIRST, data)


@pytest.mark.usefixtures("provisional")
def test_a_provisional_password_opens_no_session(client: Client) -> None:
    assert begin(client) == f"{FIRST}?next=%2Ftai-khoan%2F"
    assert client.get(ACCOUNT)["Location"].startswith(SIGN_IN)
    assert not Event.objects.exists()


def test_ones_own_password_opens_the_session_and_leads_on(
    client: Client, provisional: User
) -> None:
    begin(client)
    assert choose(client)["Location"] == ACCOUNT  # type: ignore[index]
    assert client.get(ACCOUNT).status_code == 200
    provisional.refresh_from_db()
    assert not provisional.must_change_password
    assert provisional.check_password(NEW)
    assert sorted(Event.objects.values_list("verb", flat=True)) == ["sign_in", "update"]


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        pytest.param(OLD, OLD, "trùng mật khẩu đang dùng", id="the same again"),
        pytest.param("ngan", "ngan", "quá ngắn", id="too short"),
        pytest.param("1234567890", "1234567890", "quá hay gặp", id="too common"),
        pytest.param(
            "hoa@example.invalid1", "hoa@example.invalid1", "quá giống", id="like the person"
        ),
        pytest.param(NEW, NEW + "x", "không giống nhau", id="typed differently"),
    ],
)
@pytest.mark.usefixtures("provisional")
def test_a_poor_password_is_refused_with_the_reason(
    client: Client, one: str, two: str, said: str
) -> None:
    begin(client)
    page = choose(client, one, two).content.decode()  # type: ignore[attr-defined]
    assert said in page
    assert client.get(ACCOUNT).status_code == 302


def test_nobody_comes_in_by_the_page_of_the_first_password(client: Client, cast: Cast) -> None:
    assert choose(client)["Location"] == SIGN_IN  # type: ignore[index]
    cast.hoa.refresh_from_db()
    assert cast.hoa.check_password(OLD)


def test_the_first_password_has_to_be_chosen_soon(client: Client, provisional: User) -> None:
    with time_machine.travel(dt.datetime(2026, 2, 3, 8, 0, tzinfo=dt.UTC), tick=False) as clock:
        begin(client)
        clock.shift(dt.timedelta(minutes=16))
        assert choose(client)["Location"] == SIGN_IN  # type: ignore[index]
    provisional.refresh_from_db()
    assert provisional.must_change_password


def test_a_started_first_password_ends_when_another_is_given_out(
    client: Client, provisional: User
) -> None:
    begin(client)
    provisional.set_password("mật khẩu cấp lần hai")
    provisional.save()
    assert choose(client)["Location"] == SIGN_IN  # type: ignore[index]


def test_changing_the_password_ends_other_sessions_and_keeps_this_one(
    client: Client, cast: Cast
) -> None:
    elsewhere = Client()
    elsewhere.force_login(cast.lan)
    client.force_login(cast.lan)
    data = {"old_password": OLD, "new_password1": NEW, "new_password2": NEW}
    assert client.post(CHANGE, data)["Location"] == ACCOUNT
    assert client.get(ACCOUNT).status_code == 200
    assert elsewhere.get(ACCOUNT).status_code == 302


def test_changing_the_password_needs_the_present_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    data = {"old_password": "sai", "new_password1": NEW, "new_password2": NEW}
    page = client.post(CHANGE, data).content.decode()
    assert "Mật khẩu đang dùng chưa đúng" in page
    cast.lan.refresh_from_db()
    assert cast.lan.check_password(OLD)


def test_the_log_never_holds_a_password(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    data = {"old_password": OLD, "new_password1": NEW, "new_password2": NEW}
    client.post(CHANGE, data)
    written = str(list(Event.objects.values_list("before", "after")))
    cast.lan.refresh_from_db()
    for secret in (OLD, NEW, cast.lan.password):
        assert secret not in written
