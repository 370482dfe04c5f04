"""One search over what each app lets the person see."""

import pytest
from django.db import DataError, IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import make_agency

from liennganh.accounts.models import User
from liennganh.dashboard.queries.searching import MOST, search
from liennganh.documents.models import Document
from liennganh.programmes.models import Task, TaskAssignment
from liennganh.pure.vietnamese import fold
from liennganh.reporting.tests.factories import Field


@pytest.fixture
def filled(field: Field) -> Field:
    """A task of the police on signing commitments, and a document about them."""
    text = "- Ký cam kết với chủ cơ sở"
    task = Task.objects.create(
        programme=field.programme, text=text, folded=fold(text), standing=True
    )
    TaskAssignment.objects.create(task=task, agency=field.cast.police, role="lead", mode="giao")
    title = "Công văn về ký cam kết"
    Document.objects.update(title=title, folded=fold(title))
    return field


def found(user: User, text: str) -> dict[str, list[str]]:
    return {str(group.label): [hit.title for hit in group.hits] for group in search(user, text)}


def test_words_are_found_with_and_without_their_marks(filled: Field) -> None:
    expected = ["Ký cam kết với chủ cơ sở"]
    assert found(filled.cast.cuong, "KY CAM KET")["Nhiệm vụ"] == expected
    assert found(filled.cast.cuong, "ký cam kết")["Nhiệm vụ"] == expected


def test_agencies_and_units_of_my_province_are_found(filled: Field) -> None:
    hits = found(filled.cast.hoa, "bãi sậy")
    assert hits["Cơ quan"] == ["Ủy ban nhân dân xã Bãi Sậy"]
    assert hits["Địa bàn"] == ["Xã Bãi Sậy"]


def test_an_outsider_finds_nothing(filled: Field) -> None:
    for words in ("ký cam kết", "bãi sậy", "chương trình thử", "kế hoạch thử"):
        assert found(filled.cast.yen, words) == {}


def test_another_agencys_task_is_not_found(filled: Field) -> None:
    assert "Nhiệm vụ" not in found(filled.cast.hoa, "ký cam kết")
    assert "Nhiệm vụ" in found(filled.cast.lan, "ký cam kết")


def test_the_auditor_finds_no_contents(filled: Field) -> None:
    hits = found(filled.cast.an, "ký cam kết")
    assert "Nhiệm vụ" not in hits
    assert "Chương trình" not in hits


def test_ten_of_a_sort_are_shown_and_the_rest_is_one_press_away(filled: Field) -> None:
    for number in range(MOST + 3):
        make_agency(filled.cast.province, "so_khac", f"Trung tâm {number}")
    (group,) = [g for g in search(filled.cast.lan, "trung tâm") if str(g.label) == "Cơ quan"]
    assert len(group.hits) == MOST
    assert group.more == f"{reverse('agencies:list')}?q=trung+t%C3%A2m"


def test_queries_do_not_grow_with_what_is_found(filled: Field) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            search(filled.cast.lan, "trung tâm")
        return len(seen)

    make_agency(filled.cast.province, "so_khac", "Trung tâm")
    assert filled.cast.lan.hat is not None  # fetched once for every request
    few = queries()
    for number in range(40):
        make_agency(filled.cast.province, "so_khac", f"Trung tâm {number}")
    assert queries() == few


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Gõ vài từ"),
        ("a", "Gõ ít nhất hai chữ"),
        ("khongcogi", "Không thấy gì"),
        ("<b>bãi sậy", "&lt;b&gt;bãi sậy"),
    ],
)
def test_the_page_says_what_was_asked_and_what_came_of_it(
    filled: Field, client: Client, text: str, words: str
) -> None:
    client.force_login(filled.cast.lan)
    assert words in client.get(reverse("dashboard:search"), {"q": text}).content.decode()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes"), 400),
        (IntegrityError("UNIQUE constraint failed: reporting_round.period_key"), 409),
    ],
)
def test_what_the_database_refuses_becomes_a_page_that_says_so(
    client: Client, field: Field, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def refused(*_args: object) -> None:
        raise error

    monkeypatch.setattr("liennganh.dashboard.views.searching.search", refused)
    client.force_login(field.cast.lan)
    response = client.get(reverse("dashboard:search"), {"q": "a\x00b"})
    assert response.status_code == status
    assert "UNIQUE" not in response.content.decode()
