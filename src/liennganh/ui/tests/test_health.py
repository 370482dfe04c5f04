"""The page for monitors."""

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_a_stranger_is_told_ok_and_nothing_else(client: Client) -> None:
    response = client.get("/khoe/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert not response.cookies
    assert "no-store" in response.headers["Cache-Control"]


def test_a_database_that_does_not_answer_is_503(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise OperationalError("server closed the connection at 10.1.2.3")

    monkeypatch.setattr(connection, "cursor", gone)
    response = client.get("/khoe/")
    assert (response.status_code, response.content) == (503, b"database\n")


@pytest.mark.django_db
def test_a_monitor_behind_the_proxy_is_not_sent_to_https(client: Client, settings: object) -> None:
    settings.SECURE_SSL_REDIRECT = True  # type: ignore[attr-defined]  # pytest-django's fixture
    assert client.get("/khoe/").status_code == 200
    assert client.get("/tai-khoan/dang-nhap/").status_code == 301
