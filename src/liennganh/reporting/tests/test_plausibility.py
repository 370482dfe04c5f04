import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client

from liennganh.indicators.models import Indicator
from liennganh.reporting.models import Report, Round
from liennganh.reporting.tests.factories import Field
from liennganh.reporting.tests.pages import text

pytestmark = pytest.mark.usefixtures("may", "loud_templates")


@pytest.fixture
def second(field: Field, draft: Report) -> Report:
    """Return a blank report of July to December, after one of January to June was approved."""
    field.approve(draft.agency, field.cast.hoa, sessions=78)
    first = field.round
    later = Round.objects.create(
        programme=field.programme,
        duty=first.duty,
        period_key="2026-H2",
        label="6 tháng cuối năm 2026",
        starts_on=dt.date(2026, 6, 1),
        ends_on=dt.date(2026, 12, 31),
        opens_on=dt.date(2026, 5, 1),
        opened_at=first.opened_at,
    )
    return Report.objects.create(round=later, agency=draft.agency, unit=draft.unit)


def send(client: Client, field: Field, report: Report, sessions: str, note: str = "") -> Any:
    client.force_login(field.cast.hoa)
    report.refresh_from_db()
    cells = {
        f"c{field.sessions.pk}-value": sessions,
        f"c{field.sessions.pk}-note": note,
        f"c{field.coverage.pk}-numerator": "1",
        f"c{field.coverage.pk}-denominator": "2",
    }
    answer = client.post(
        f"/bao-cao/{report.pk}/nhap/", {"version": report.version, "do": "submit", **cells}
    )
    report.refresh_from_db()
    return answer


def cumulative(field: Field) -> None:
    Indicator.objects.filter(pk=field.sessions.indicator_id).update(over_time="cumulative")


def test_a_cumulative_figure_that_falls_wants_a_reason_and_shows_it_to_the_reviewer(
    client: Client, field: Field, second: Report
) -> None:
    cumulative(field)
    page = text(send(client, field, second, "77"))
    says = "6 tháng đầu năm 2026 ghi 78, nay 77: số lũy kế không thể giảm."
    assert f"{says} Ghi lý do vào ô ghi chú." in page
    assert f'href="#id_c{field.sessions.pk}-note"' in page
    assert second.state == "draft"
    assert second.observations.count() == 2
    assert send(client, field, second, "77", "Kỳ trước đếm trùng.").status_code == 302
    assert second.state == "submitted"
    client.force_login(field.cast.lan)
    assert says in text(client.get(f"/bao-cao/{second.pk}/"))


@pytest.mark.parametrize(
    ("sessions", "state"),
    [
        ("77", "submitted"),
        ("16", "submitted"),
        ("390", "submitted"),
        ("15", "draft"),
        ("391", "draft"),
    ],
)
def test_a_count_of_a_period_wants_a_reason_beyond_five_times(
    client: Client, field: Field, second: Report, sessions: str, state: str
) -> None:
    send(client, field, second, sessions)
    assert second.state == state


def test_a_cumulative_figure_starts_anew_with_the_year(
    client: Client, field: Field, second: Report
) -> None:
    cumulative(field)
    Round.objects.filter(pk=second.round_id).update(ends_on=dt.date(2027, 5, 31))
    send(client, field, second, "60")
    assert second.state == "submitted"


def test_small_numbers_and_first_reports_want_no_reason(
    client: Client, field: Field, draft: Report, second: Report
) -> None:
    Report.objects.get(pk=draft.pk).observations.filter(tracked=field.sessions).update(value=1)
    send(client, field, second, "21")
    assert second.state == "submitted"


def test_a_report_without_an_approved_one_before_it_wants_no_reason(
    client: Client, field: Field, draft: Report, second: Report
) -> None:
    Report.objects.filter(pk=draft.pk).update(state="submitted")
    with time_machine.travel(dt.datetime(2026, 12, 1, tzinfo=dt.UTC)):
        send(client, field, second, "5000")
    assert second.state == "submitted"
