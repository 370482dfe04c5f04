"""Signing in: the way in, the way back to where one was, and the lock after many failures."""

import itertools

import pytest
from django.conf import LazySettings
from django.test import Client, RequestFactory
from tests.cast import Cast

from liennganh.accounts.addresses import client_address
from liennganh.audit.models import Event
from liennganh.audit.queries import verify_chain
from liennganh.audit.verbs import Verb

SIGN_IN, SIGN_OUT, ACCOUNT = "/tai-khoan/dang-nhap/", "/tai-khoan/dang-xuat/", "/tai-khoan/"
PASSWORD = "mat-khau-thu"


def sign_in(client: Client, username: str, password: str = PASSWORD, to: str = "") -> str:
    response = client.post(
        SIGN_IN, {"username": username, "password": password, "next": to}, follow=False
    )
    return response["Location"] if response.status_code == 302 else response.content.decode()


def who(client: Client) -> str | None:
    response = client.get(ACCOUNT)
    return response.context["user"].username if response.status_code == 200 else None


@pytest.mark.usefixtures("cast")
def test_a_page_asks_for_sign_in_and_comes_back(client: Client) -> None:
    response = client.get(f"{ACCOUNT}?a=1")
    assert response["Location"] == f"{SIGN_IN}?next=/tai-khoan/%3Fa%3D1"
    page = client.get(response["Location"]).content.decode()
    assert '<input type="hidden" name="next" value="/tai-khoan/?a=1">' in page
    assert sign_in(client, "lan", to="/tai-khoan/?a=1") == "/tai-khoan/?a=1"
    assert who(client) == "lan"


def test_signing_in_is_written_to_the_log(client: Client, cast: Cast) -> None:
    sign_in(client, "lan")
    event = Event.objects.get(verb=Verb.SIGN_IN)
    assert event.actor == cast.lan
    assert event.agency_label == "Sở Y tế"
    assert (event.before, event.after) == (None, None)
    assert verify_chain() is None


@pytest.mark.parametrize("name", ["lan", "khong-co-ai"])
@pytest.mark.usefixtures("cast")
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(client: Client, name: str) -> None:
    page = sign_in(client, name, "sai-mat-khau")
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in page
    assert "sai-mat-khau" not in page
    assert who(client) is None
    assert not Event.objects.exists()


def test_somebody_who_left_cannot_sign_in(client: Client, cast: Cast) -> None:
    cast.lan.is_active = False
    cast.lan.save()
    sign_in(client, "lan")
    assert who(client) is None


@pytest.mark.parametrize(
    "to", ["https://noi-khac.example/", "//noi-khac.example/", "javascript:alert(1)", "/\\noi-khac"]
)
@pytest.mark.usefixtures("cast")
def test_signing_in_leads_nowhere_else(client: Client, to: str) -> None:
    assert sign_in(client, "lan", to=to) == "/"


def test_who_is_signed_in_already_goes_straight_on(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    assert client.get(f"{SIGN_IN}?next={ACCOUNT}")["Location"] == ACCOUNT


@pytest.mark.usefixtures("cast")
def test_many_failures_lock_this_name_and_say_for_how_long(client: Client) -> None:
    for _attempt in range(8):
        response = client.post(SIGN_IN, {"username": "lan", "password": "sai"})
    assert response.status_code == 429
    page = response.content.decode()
    assert "tạm khóa 15 phút" in page
    # The right password does not help now, and a colleague at the same address is not locked out.
    assert client.post(SIGN_IN, {"username": "lan", "password": PASSWORD}).status_code == 429
    assert sign_in(client, "cuong") == "/"


@pytest.mark.usefixtures("cast")
def test_behind_the_proxy_one_person_cannot_lock_out_a_colleague(
    client: Client, settings: LazySettings
) -> None:
    settings.HTTPS = True

    calls = itertools.count(1)

    def attempt(address: str, password: str) -> int:
        # What stands before the last address was written by the caller, to look like others.
        seen = {"X-Forwarded-For": f"192.0.2.{next(calls)}, {address}"}
        typed = {"username": "lan", "password": password}
        return client.post(SIGN_IN, typed, headers=seen, secure=True).status_code

    assert [attempt("198.51.100.7", "sai") for _ in range(9)][-1] == 429
    assert attempt("198.51.100.7", PASSWORD) == 429
    assert attempt("198.51.100.8", PASSWORD) == 302


@pytest.mark.parametrize(
    ("https", "forwarded", "address"),
    [
        (False, "203.0.113.9", "127.0.0.1"),  # nobody stands before us: the header is the caller's
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (True, "203.0.113.9, <script>", "127.0.0.1"),
        (True, "", "127.0.0.1"),
    ],
)
def test_the_address_of_a_caller_is_what_our_proxy_saw(
    settings: LazySettings, https: bool, forwarded: str, address: str
) -> None:
    settings.HTTPS = https
    request = RequestFactory().post(SIGN_IN, headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == address


def test_signing_out_ends_the_session_and_forgets_what_the_browser_kept(
    client: Client, cast: Cast
) -> None:
    client.force_login(cast.lan)
    response = client.post(SIGN_OUT, {"next": ACCOUNT, "then": "leave"})
    assert response["Location"] == SIGN_IN
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert who(client) is None


def test_a_quick_change_of_user_comes_back_to_the_same_page(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    response = client.post(SIGN_OUT, {"next": ACCOUNT, "then": "other"})
    assert response["Location"] == f"{SIGN_IN}?next=%2Ftai-khoan%2F"
    assert sign_in(client, "cuong", to=ACCOUNT) == ACCOUNT
    assert who(client) == "cuong"


def test_a_link_cannot_sign_anybody_out(client: Client, cast: Cast) -> None:
    client.force_login(cast.lan)
    assert client.get(SIGN_OUT).status_code == 405
    assert who(client) == "lan"


def test_nothing_of_one_person_is_left_in_the_session_of_the_next(
    client: Client, cast: Cast
) -> None:
    sign_in(client, "lan")
    session = client.session
    session["hat"] = cast.lan.memberships.get().pk
    session.save()
    client.post(SIGN_OUT)
    sign_in(client, "cuong")
    assert "hat" not in client.session


@pytest.mark.usefixtures("cast")
def test_a_request_of_a_page_part_after_the_session_sends_the_whole_page_to_sign_in(
    client: Client,
) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/tai-khoan/?a=1"}
    first = client.get("/tai-khoan/mat-khau/", headers=headers)
    assert first.status_code == 302
    response = client.get(first["Location"], headers=headers)
    assert response["HX-Redirect"] == f"{SIGN_IN}?next=%2Ftai-khoan%2F%3Fa%3D1"


@pytest.mark.usefixtures("cast")
def test_the_sign_in_page_is_never_kept_by_the_browser(client: Client) -> None:
    assert "no-store" in client.get(SIGN_IN)["Cache-Control"]


@pytest.mark.usefixtures("cast")
def test_the_language_may_be_chosen_before_signing_in(client: Client) -> None:
    response = client.post("/tai-khoan/ngon-ngu/", {"language": "en", "next": SIGN_IN})
    assert response["Location"] == SIGN_IN
    assert '<html lang="en">' in client.get(SIGN_IN).content.decode()


@pytest.mark.usefixtures("cast")
def test_without_a_chosen_language_pages_are_vietnamese(client: Client) -> None:
    assert '<html lang="vi">' in client.get(SIGN_IN).content.decode()
