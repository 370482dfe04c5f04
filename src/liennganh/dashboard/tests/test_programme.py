"""How a programme stands in a round, and who sees how much of it."""

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape
from pytest_django.fixtures import Settings
from tests.cast import Cast, make_agency, make_unit

from liennganh.accounts.models import User
from liennganh.dashboard.charts import targets_title
from liennganh.dashboard.queries.overview import overview_of
from liennganh.dashboard.queries.rounds import coverage_of
from liennganh.programmes.models import ReportingUnit
from liennganh.pure.rollup import Cell
from liennganh.reporting import sources
from liennganh.reporting.actions import close_round, open_due_rounds, reopen_report
from liennganh.reporting.queries import figures, target_results
from liennganh.reporting.tests.factories import NOW, Field, aim, at
from liennganh.territory.models import Level

TODAY = dt.date(2026, 5, 25)


def page(client: Client, user: User, name: str = "dashboard:programme", **query: str) -> str:
    client.force_login(user)
    response = client.get(reverse(name, args=["ct-thu"]), query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def under_way(field: Field) -> Field:
    """Two communes approved, the third silent; a target for each typed figure."""
    aim(field.sessions, 20)
    aim(field.coverage, 60, unit="percent")
    field.open()
    first, second, _ = field.cast.commune_agencies
    field.approve(first, field.cast.hoa, sessions=4, above=1, below=1)
    field.approve(second, field.cast.binh, sessions=7, above=2, below=4)
    return field


def test_values_and_statuses_are_those_of_the_reporting_queries(under_way: Field) -> None:
    overview = overview_of(under_way.programme, under_way.round, TODAY)
    results = target_results(under_way.programme, round=under_way.round, today=TODAY)
    assert [(row.value, row.status) for row in overview.targets] == [
        (result.value, result.attainment.status.value) for result in results
    ]
    shown = {row.tracked_id: row for row in overview.targets}
    views = {
        v.definition.tracked_id: v for v in figures(under_way.programme, round=under_way.round)
    }
    share = shown[under_way.coverage.pk]
    figure = views[under_way.coverage.pk].figure
    assert (share.numerator, share.denominator) == (figure.numerator, figure.denominator)
    assert [share.numerator, share.denominator] == [3, 5]
    assert [row.tracked_id for row in overview.figures] == [
        under_way.cases.pk,
        under_way.helped.pk,
    ]


def test_a_target_line_is_drawn_where_the_figure_is_held_against_it(under_way: Field) -> None:
    rows = {
        r.tracked_id: r for r in overview_of(under_way.programme, under_way.round, TODAY).targets
    }
    assert [rows[under_way.sessions.pk].measured, rows[under_way.sessions.pk].target] == [11, 20]
    assert rows[under_way.coverage.pk].target == 60


def test_the_page_writes_the_figure_and_leads_to_its_proof(
    under_way: Field, client: Client
) -> None:
    text = page(client, under_way.cast.lan)
    assert "60%" in text
    assert "3/5" in text
    proof = reverse("reporting:figure", args=[under_way.round.pk, under_way.coverage.pk])
    assert f'href="{proof}"' in text
    assert "tạm tính" in text
    assert "2/3 xã đã gửi" in text


def test_what_is_kept_gives_way_as_soon_as_a_report_changes(under_way: Field) -> None:
    def value() -> Any:
        rows = overview_of(under_way.programme, under_way.round, TODAY).targets
        return next(row.value for row in rows if row.tracked_id == under_way.sessions.pk)

    assert value() == 11
    report = under_way.report(under_way.cast.commune_agencies[0])
    reopen_report(by=under_way.cast.lan, report=report, reason="Sai", at=NOW)
    assert value() == 7


def test_the_count_of_a_register_is_never_kept_past_its_change(
    under_way: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    def helped(count: int) -> Any:
        cell = Cell("tỉnh", Decimal(count))
        monkeypatch.setitem(sources.SOURCES, "casework", lambda *_: sources.RegisterCount(cell))
        rows = overview_of(under_way.programme, under_way.round, TODAY).figures
        return next(row.value for row in rows if row.tracked_id == under_way.helped.pk)

    assert helped(25) == 25
    assert helped(30) == 30
    assert helped(3) is None


def test_an_earlier_round_is_opened_by_its_address(under_way: Field, client: Client) -> None:
    close_round(by=under_way.cast.lan, round=under_way.round, at=NOW, confirmed_missing=True)
    open_due_rounds(on=dt.date(2026, 11, 25), at=at(dt.date(2026, 11, 25)))
    year = under_way.programme.rounds.get(period_key="2026")
    opened = page(client, under_way.cast.lan, ky="2026")
    assert "tạm tính, kỳ còn mở" in opened
    assert f"Kỳ {year} đang mở" not in opened
    closed = page(client, under_way.cast.lan, ky="2026-H1")
    assert "tạm tính, kỳ còn mở" not in closed
    assert "2/3 xã đã gửi" in closed


def test_the_closed_round_is_shown_first_while_the_open_one_says_little(
    under_way: Field, client: Client
) -> None:
    close_round(by=under_way.cast.lan, round=under_way.round, at=NOW, confirmed_missing=True)
    open_due_rounds(on=dt.date(2026, 11, 25), at=at(dt.date(2026, 11, 25)))
    year = under_way.programme.rounds.get(period_key="2026")
    first = page(client, under_way.cast.lan)
    assert "tạm tính, kỳ còn mở" not in first
    assert f"Kỳ {year} đang mở, đã duyệt 0/" in first
    assert 'href="?ky=2026"' in first
    expected = year.reports.count()
    approved = year.reports.order_by("pk")[: -(-expected // 2)].values("pk")
    year.reports.filter(pk__in=approved).update(state="approved")
    assert "tạm tính, kỳ còn mở" in page(client, under_way.cast.lan)


def test_a_series_runs_over_the_closed_rounds(under_way: Field) -> None:
    close_round(by=under_way.cast.lan, round=under_way.round, at=NOW, confirmed_missing=True)
    open_due_rounds(on=dt.date(2026, 11, 25), at=at(dt.date(2026, 11, 25)))
    year = under_way.programme.rounds.get(period_key="2026")
    rows = {r.tracked_id: r for r in overview_of(under_way.programme, year, TODAY).targets}
    share = rows[under_way.coverage.pk]
    assert [point.value for point in share.series] == [60, None]
    # Half a year's sessions are not held beside a whole year's.
    assert len(rows[under_way.sessions.pk].series) == 1


def test_who_is_late_and_who_is_missing(under_way: Field) -> None:
    coverage = coverage_of(under_way.programme, under_way.round, dt.date(2026, 6, 3))
    assert coverage.units.sentence == "2/3 xã đã gửi, 1 chưa gửi"
    (silent,) = coverage.units.waiting
    assert (silent.report.agency, silent.days) == (under_way.cast.commune_agencies[2], 3)
    assert coverage.agencies.expected == 1


NAMES_OF_OTHERS = ("phường An Bình", "đặc khu Cồn Tiên")


@pytest.mark.parametrize("who", ["programme_officer", "leader"])
def test_who_steers_sees_who_is_missing(under_way: Field, client: Client, who: str) -> None:
    assert "đặc khu Cồn Tiên" in page(client, under_way.cast.everybody[who])


@pytest.mark.parametrize("who", ["agency_officer", "inspector", "tip_receiver", "social_worker"])
def test_others_see_counts_and_no_commune_by_name(
    under_way: Field, client: Client, settings: Settings, who: str
) -> None:
    settings.DISCLOSURE_THRESHOLD = 2
    text = page(client, under_way.cast.everybody[who])
    assert "còn 1 đơn vị chưa báo cáo" in text
    assert "2/3 xã đã gửi" in text
    for name in (*NAMES_OF_OTHERS, "xã Bãi Sậy"):
        assert name not in text
    assert "/so/" not in text


STEERING = ("programme_officer", "leader")
TOTALS_ONLY = (
    "agency_officer",
    "commune_officer",
    "inspector",
    "tip_receiver",
    "social_worker",
)


@pytest.mark.parametrize("who", TOTALS_ONLY)
def test_totals_of_few_reports_are_withheld_while_the_round_is_open(
    under_way: Field, client: Client, settings: Settings, who: str
) -> None:
    settings.DISCLOSURE_THRESHOLD = 3
    user = under_way.cast.everybody[who]
    text = page(client, user)
    assert "chưa đủ 3 báo cáo được duyệt" in text
    assert "2/3 xã đã gửi" in text
    assert "11 buổi" not in text
    assert "60%" not in text
    for name in ("dashboard:programme_export", "dashboard:units_export"):
        table = client.get(reverse(name, args=["ct-thu"])).content.decode()
        assert not {"11", "60"} & set(re.split(r"[;\r\n]", table))
    units = page(client, user, "dashboard:units")
    assert "chưa đủ 3 báo cáo được duyệt" in units
    assert "11</td>" not in units
    settings.DISCLOSURE_THRESHOLD = 2
    assert "11 buổi" in page(client, user)


@pytest.mark.parametrize("who", TOTALS_ONLY)
def test_totals_of_a_closed_round_are_for_all_who_see_the_programme(
    under_way: Field, client: Client, who: str
) -> None:
    close_round(by=under_way.cast.lan, round=under_way.round, at=NOW, confirmed_missing=True)
    assert "11 buổi" in page(client, under_way.cast.everybody[who])


@pytest.mark.parametrize("who", STEERING)
def test_who_steers_sees_the_totals_of_an_open_round(
    under_way: Field, client: Client, who: str
) -> None:
    assert "11" in page(client, under_way.cast.everybody[who])
    assert "báo cáo được duyệt, nên" not in page(client, under_way.cast.everybody[who])


def test_what_was_returned_is_counted_apart_and_late_ones_among_the_sent(field: Field) -> None:
    round_ = field.open()
    first, second, _third = field.cast.commune_agencies
    round_.reports.filter(agency=first).update(
        state="approved", submitted_at=at(dt.date(2026, 6, 5))
    )
    round_.reports.filter(agency=second).update(
        state="returned", submitted_at=at(dt.date(2026, 6, 5))
    )
    side = coverage_of(field.programme, field.round, dt.date(2026, 6, 6)).units
    assert side.sentence == "1/3 xã đã gửi (1 muộn), 1 trả lại, 1 chưa gửi"
    assert side.sent + side.returned + side.unsent == side.expected


def test_a_commune_does_not_read_anothers_figure_out_of_a_sum(
    under_way: Field, client: Client, settings: Settings
) -> None:
    settings.DISCLOSURE_THRESHOLD = 2
    assert "4 + 7 = 11" in page(client, under_way.cast.lan)
    text = page(client, under_way.cast.binh)
    assert "4 + 7" not in text
    assert "= 11" not in text
    assert "11 buổi" in text
    assert not any(name in text for name in NAMES_OF_OTHERS)


@pytest.mark.parametrize("who", ["auditor", "administrator", "outsider"])
@pytest.mark.parametrize(
    "name",
    [
        "dashboard:programme",
        "dashboard:programme_export",
        "dashboard:units",
        "dashboard:units_export",
    ],
)
def test_the_rest_find_nothing(under_way: Field, client: Client, who: str, name: str) -> None:
    client.force_login(under_way.cast.everybody[who])
    assert client.get(reverse(name, args=["ct-thu"])).status_code == 404


def test_a_programme_without_a_round_says_so(field: Field, client: Client) -> None:
    assert "Chưa có kỳ báo cáo nào mở" in page(client, field.cast.lan)
    assert "Chưa có kỳ báo cáo nào mở" in page(client, field.cast.lan, "dashboard:units")


def test_a_programme_without_a_calendar_leads_its_officer_to_it(
    field: Field, client: Client
) -> None:
    field.programme.reporting_duties.update(active=False)
    link = f'class="button quiet" href="{reverse("programmes:calendar", args=["ct-thu"])}"'
    officers, leaders = (page(client, who) for who in (field.cast.lan, field.cast.minh))
    for body in (officers, leaders):
        assert "Chương trình chưa có lịch báo cáo." in body
        assert "theo lịch dưới đây" not in body
        assert "Lịch của kế hoạch không còn" not in body
    assert link in officers
    assert link not in leaders


def add_reporters(field: Field, count: int) -> None:
    start = ReportingUnit.objects.count()
    for number in range(start, start + count):
        unit = make_unit(f"Thôn {number}", "Xã", Level.COMMUNE, field.cast.province)
        agency = make_agency(unit, "ubnd", f"Ủy ban nhân dân xã Thôn {number}")
        ReportingUnit.objects.create(programme=field.programme, unit=unit, agency=agency)


def queries_of(client: Client, name: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        client.get(reverse(name, args=["ct-thu"]))
    return len(seen)


@pytest.mark.parametrize("name", ["dashboard:programme", "dashboard:units"])
def test_queries_do_not_grow_with_the_reporters(
    cast: Cast, client: Client, name: str, field: Field
) -> None:
    client.force_login(cast.lan)
    add_reporters(field, 7)
    aim(field.sessions, 20)
    field.open()
    field.approve(cast.commune_agencies[0], cast.hoa)
    few = queries_of(client, name)
    add_reporters(field, 290)
    field.round.reports.all().delete()
    field.round.delete()
    field.open()
    field.approve(cast.commune_agencies[0], cast.hoa)
    assert queries_of(client, name) == few


def test_the_page_stays_light(under_way: Field, client: Client) -> None:
    text = page(client, under_way.cast.lan)
    assert len(text.encode()) < 300_000
    assert not re.search(r"\sstyle=|\son[a-z]+=", text)


def test_the_export_holds_what_the_page_shows(under_way: Field, client: Client) -> None:
    client.force_login(under_way.cast.lan)
    response = client.get(reverse("dashboard:programme_export", args=["ct-thu"]))
    text = response.content.decode()
    assert response["Content-Type"].startswith("text/csv")
    assert text.startswith("\ufeffChỉ tiêu, chỉ số;Mức phải đạt;")
    share = next(line for line in text.splitlines() if line.startswith("chỉ số B2"))
    assert share.split(";")[3:7] == ["60", "%", "3", "5"]
    assert escape("tạm tính") in share


def test_each_chart_says_its_answer_and_has_its_table(under_way: Field, client: Client) -> None:
    text = page(client, under_way.cast.lan)
    # One commune is silent: nothing is called short of its target yet.
    assert "Chưa chỉ tiêu nào đủ số liệu để kết luận; các thanh là số tạm tính" in text
    assert "xa nhất" not in text
    charts = re.findall(r'<svg[^>]*role="img"[^>]*aria-label="([^"]+)"', text)
    assert any("số tạm tính" in label for label in charts)
    assert any("2/3 xã đã gửi" in label for label in charts)
    assert "Bảng của biểu đồ này" in text


def test_the_chart_names_the_target_that_is_farthest_among_those_judged(under_way: Field) -> None:
    overview = overview_of(under_way.programme, under_way.round, TODAY)
    first, second = overview.targets
    judged = replace(overview, targets=(replace(first, status="behind"), second))
    assert targets_title(judged) == (
        "1/1 chỉ tiêu đủ số liệu chưa tới mức phải đạt; xa nhất là chỉ tiêu 1, mới bằng 55% mức đó; "
        "1 chỉ tiêu chưa đủ số liệu, thanh xám là số tạm tính"
    )


def test_the_range_left_by_missing_reports_is_hatched(field: Field, client: Client) -> None:
    type(field.coverage.indicator).objects.filter(pk=field.coverage.indicator_id).update(
        counts_units=True
    )
    aim(field.coverage, 60, unit="percent")
    field.open()
    field.approve(field.cast.commune_agencies[0], field.cast.hoa, above=1, below=1)
    (row,) = overview_of(field.programme, field.round, TODAY).targets
    assert [round(row.low or 0), row.high] == [33, 100]
    assert 'class="hatch"' in page(client, field.cast.lan)


def test_figures_that_stand_side_by_side_are_not_told_with_their_source(
    field: Field, client: Client, settings: Settings
) -> None:
    settings.DISCLOSURE_THRESHOLD = 1
    type(field.sessions.indicator).objects.filter(pk=field.sessions.indicator_id).update(
        over_units="side_by_side"
    )
    field.open()
    field.approve(field.cast.commune_agencies[0], field.cast.hoa, sessions=41)
    assert "Ủy ban nhân dân phường An Bình: 41 buổi" in page(client, field.cast.lan)
    text = page(client, field.cast.binh)
    assert "Tính từ 1 báo cáo đã duyệt; còn 2 nơi chưa báo cáo." in text
    assert "41 buổi" not in text
