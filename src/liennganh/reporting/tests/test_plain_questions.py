"""A commune that would count itself is asked yes or no; the two numbers are what is stored."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from liennganh.programmes.models import ReportingUnit, TrackedIndicator
from liennganh.reporting.models import Report
from liennganh.reporting.questions import question_of
from liennganh.reporting.tests.factories import Field
from liennganh.reporting.tests.pages import text

pytestmark = pytest.mark.usefixtures("may", "loud_templates")


@pytest.fixture
def asked(field: Field, draft: Report) -> TrackedIndicator:
    """Return the share of the report, of communes now."""
    del draft
    type(field.coverage.indicator).objects.filter(pk=field.coverage.indicator_id).update(
        counts_units=True
    )
    TrackedIndicator.objects.filter(pk=field.coverage.pk).update(
        numerator="Số xã, phường, đặc khu có tổ tự quản"
    )
    return TrackedIndicator.objects.select_related("indicator").get(pk=field.coverage.pk)


def post(client: Client, field: Field, draft: Report, **typed: str) -> Any:
    client.force_login(field.cast.hoa)
    draft.refresh_from_db()
    pressed = {"do": typed.pop("do", "save")}
    data = {f"c{field.coverage.pk}-{part}": value for part, value in typed.items()} | pressed
    return client.post(f"/bao-cao/{draft.pk}/nhap/", {"version": str(draft.version), **data})


def stored(draft: Report, tracked: TrackedIndicator) -> tuple[str, Decimal | None, Decimal | None]:
    row = draft.observations.get(tracked=tracked)
    return row.status, row.numerator, row.denominator


@pytest.mark.parametrize(
    ("answer", "cell"),
    [
        ("yes", ("reported", Decimal(1), Decimal(1))),
        ("no", ("reported", Decimal(0), Decimal(1))),
        ("na", ("not_applicable", None, None)),
    ],
)
def test_an_answer_is_stored_as_its_two_numbers(
    client: Client,
    field: Field,
    draft: Report,
    asked: TrackedIndicator,
    answer: str,
    cell: tuple[str, Decimal | None, Decimal | None],
) -> None:
    assert post(client, field, draft, answer=answer).status_code == 302
    assert stored(draft, asked) == cell
    page = text(client.get(f"/bao-cao/{draft.pk}/nhap/"))
    assert "Địa bàn mình có tổ tự quản?" in page
    chosen = next(line for line in page.split("<input") if " checked" in line and "-answer" in line)
    assert f'value="{answer}"' in chosen


def test_the_boxes_still_count_and_contradict_an_answer(
    client: Client, field: Field, draft: Report, asked: TrackedIndicator
) -> None:
    refused = post(client, field, draft, answer="yes", numerator="0", denominator="1")
    assert refused.status_code == 422
    assert "Đã chọn câu trả lời mà vẫn ghi số." in text(refused)
    assert not draft.observations.exists()
    assert post(client, field, draft, answer="", numerator="3", denominator="8").status_code == 302
    assert stored(draft, asked) == ("reported", Decimal(3), Decimal(8))
    # Three of eight is no yes and no no: the numbers stand alone from now on.
    assert "-answer" not in text(client.get(f"/bao-cao/{draft.pk}/nhap/"))


def test_a_page_with_the_question_is_read_with_it_after_numbers_were_saved_from_it(
    client: Client, field: Field, draft: Report, asked: TrackedIndicator
) -> None:
    numbers = {"numerator": "3", "denominator": "8"}
    page = text(post(client, field, draft, answer="", do="submit", **numbers))
    assert stored(draft, asked) == ("reported", Decimal(3), Decimal(8))
    again = text(post(client, field, draft, answer="", do="submit", **numbers))
    assert page.count("-answer") == again.count("-answer") > 0
    assert post(client, field, draft, answer="yes").status_code == 302
    assert stored(draft, asked) == ("reported", Decimal(1), Decimal(1))


def test_an_answer_can_be_taken_back(
    client: Client, field: Field, draft: Report, asked: TrackedIndicator
) -> None:
    post(client, field, draft, answer="yes")
    post(client, field, draft, answer="")
    assert not draft.observations.filter(tracked=asked).exists()


def test_who_reports_for_several_units_is_asked_for_numbers(
    client: Client, field: Field, draft: Report, asked: TrackedIndicator
) -> None:
    own = ReportingUnit.objects.get(programme=field.programme, agency=draft.agency)
    other = ReportingUnit.objects.filter(programme=field.programme).exclude(pk=own.pk).first()
    assert other is not None
    ReportingUnit.objects.filter(pk=other.pk).update(agency=draft.agency)
    client.force_login(field.cast.hoa)
    page = text(client.get(f"/bao-cao/{draft.pk}/nhap/"))
    assert f"c{asked.pk}-answer" not in page
    assert f"c{asked.pk}-numerator" in page


def test_a_numerator_that_names_no_unit_is_asked_as_a_whole() -> None:
    tracked = TrackedIndicator(label="x", numerator="Số khu dân cư đạt chuẩn")
    assert question_of(tracked) == (
        "Địa bàn mình có được tính vào “Số khu dân cư đạt chuẩn” không?"
    )
