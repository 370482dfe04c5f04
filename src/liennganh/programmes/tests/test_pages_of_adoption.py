"""From a confirmed plan to a programme, by pages."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, make_agency, make_user

from liennganh.indicators.actions import load_catalogue
from liennganh.plans.models import Plan
from liennganh.programmes.models import Programme, Reporters
from liennganh.pure.periods import PeriodKind
from liennganh.territory.models import SuppliedList
from liennganh.territory.testing import load_provinces, unit

from .factories import add_report, add_target, add_task, make_indicator, make_plan

CLAUSE = "xã, phường có ít nhất một hình thức tuyên truyền về phòng, chống mại dâm thường xuyên"


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Return a plan with one target, one task and one report."""
    load_catalogue()
    made = make_plan(cast.health)
    add_target(made, CLAUSE, "70", deadline="2026-11")
    add_task(made, "Kiểm tra cơ sở", ("lead", cast.police))
    add_report(made, "annual", "11-15", before=True)
    return made


def _place(client: Client, plan: Plan, **query: str) -> Any:
    return client.get(reverse("programmes:adopt", args=[plan.key]), query)


def _details(plan: Plan) -> str:
    return reverse("programmes:adopt_details", args=[plan.key])


def _fields(page: Any) -> dict[str, Any]:
    """Return what a browser would send of the page as it stands."""
    adoption = page.context["adoption"]
    sent: dict[str, Any] = {
        "unit": page.context["area"].key,
        "lead": str(page.context["lead"].pk),
    }
    for form in adoption.forms:
        for field in form:
            value = field.value()
            if value not in (None, False, ""):
                sent[field.html_name] = "on" if value is True else value
    return sent


def _start(client: Client, cast: Cast, plan: Plan) -> dict[str, Any]:
    client.force_login(cast.lan)
    query: dict[str, Any] = {"unit": cast.province.key, "lead": cast.health.pk}
    return _fields(client.get(_details(plan), query))


def test_the_issuers_unit_is_suggested_with_its_communes(
    client: Client, cast: Cast, plan: Plan
) -> None:
    client.force_login(cast.lan)
    page = _place(client, plan)
    assert page.context["area"] == cast.province
    assert page.context["units"] == ["Phường An Bình", "Xã Bãi Sậy", "Đặc khu Cồn Tiên"]


def test_another_unit_is_found_by_typing_its_name(client: Client, cast: Cast, plan: Plan) -> None:
    client.force_login(cast.lan)
    page = _place(client, plan, q="an binh")
    assert page.context["area"] == cast.communes[0]
    assert page.context["units"] == []


def test_another_provinces_unit_is_not_offered(client: Client, cast: Cast, plan: Plan) -> None:
    client.force_login(cast.lan)
    page = _place(client, plan, q="song vang")
    assert page.context["area"] is None
    assert "Không tìm thấy" in page.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("leader", 403), ("agency_officer", 403), ("commune_officer", 403), ("outsider", 404)],
)
def test_only_officers_of_the_reading_agency_adopt(
    client: Client, cast: Cast, plan: Plan, who: str, status: int
) -> None:
    client.force_login(cast.everybody[who])
    assert _place(client, plan).status_code == status
    assert client.get(_details(plan)).status_code == status


def test_confirming_the_proposals_makes_the_programme(
    client: Client, cast: Cast, plan: Plan
) -> None:
    sent = _start(client, cast, plan)
    assert client.post(_details(plan), sent).status_code == 302
    programme = Programme.objects.get()
    target = programme.tracked_targets.get()
    assert target.tracked.indicator.code == "B2"
    assert target.tracked.numerator == target.tracked.indicator.numerator
    assert target.deadline == dt.date(2026, 11, 30)
    assert programme.reporting_units.count() == 3
    duty = programme.reporting_duties.get()
    assert (duty.kind, duty.due["before"], duty.printed) == (
        "annual",
        True,
        plan.report_duties.get(),
    )


def test_nothing_is_stored_before_the_last_press(client: Client, cast: Cast, plan: Plan) -> None:
    sent = _start(client, cast, plan)
    prefix = f"ct{plan.targets.get().pk}"
    sent |= {f"{prefix}-deadline": "31/02/2026", f"{prefix}-label": "Tên tôi tự đặt"}
    page = client.post(_details(plan), sent)
    assert page.status_code == 200
    assert not Programme.objects.exists()
    first = next(about for _id, about, _message in page.context["adoption"].problems)
    assert first.endswith("Thời hạn")
    body = page.content.decode()
    assert "Tên tôi tự đặt" in body
    assert f'href="#id_{prefix}-deadline"' in body


def test_an_own_indicator_with_numerator_and_denominator(
    client: Client, cast: Cast, plan: Plan
) -> None:
    sent = _start(client, cast, plan)
    prefix = f"ct{plan.targets.get().pk}"
    sent |= {
        f"{prefix}-indicator": "own",
        f"{prefix}-measure": "share",
        f"{prefix}-unit": "%",
        f"{prefix}-numerator": "",
        f"{prefix}-denominator": "Tổng số tổ dân phố",
        f"{prefix}-reporters": "agencies",
        f"{prefix}-agencies": [str(cast.police.pk)],
        f"{prefix}-baseline": "62,5",
    }
    refused = client.post(_details(plan), sent)
    assert "numerator" in refused.context["adoption"].targets[0].errors
    sent[f"{prefix}-numerator"] = "Số tổ dân phố có loa"
    assert client.post(_details(plan), sent).status_code == 302
    target = Programme.objects.get().tracked_targets.get()
    assert target.tracked.indicator.own
    assert target.tracked.indicator.over_units == "ratio_of_sums"
    assert target.tracked.reporters == Reporters.AGENCIES
    assert list(target.tracked.agencies.all()) == [cast.police]
    assert target.baseline == Decimal("62.5")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reporters": "register"}, "reporters"),
        ({"reporters": "agencies", "agencies": []}, "agencies"),
        ({"meaning": "n_of_m", "of": "5"}, "of"),
        ({"meaning": "k_times_a_period", "every": ""}, "every"),
        ({"baseline": "1,234.5"}, "baseline"),
        ({"indicator": "999999"}, "indicator"),
    ],
)
def test_what_contradicts_itself_is_said_at_its_field(
    client: Client, cast: Cast, plan: Plan, changes: Any, field: str
) -> None:
    sent = _start(client, cast, plan)
    prefix = f"ct{plan.targets.get().pk}"
    page = client.post(_details(plan), sent | {f"{prefix}-{k}": v for k, v in changes.items()})
    assert list(page.context["adoption"].targets[0].errors) == [field]


def test_a_target_may_be_left_without_a_number(client: Client, cast: Cast, plan: Plan) -> None:
    sent = _start(client, cast, plan)
    sent[f"ct{plan.targets.get().pk}-indicator"] = "none"
    assert client.post(_details(plan), sent).status_code == 302
    assert not Programme.objects.get().tracked_targets.exists()


def test_a_plan_without_figures_or_dates_gets_both_here(client: Client, cast: Cast) -> None:
    extra = make_indicator("Z2")
    plan = make_plan(cast.health)
    add_task(plan, "Kiểm tra cơ sở", ("lead", cast.police))
    sent = _start(client, cast, plan)
    sent |= {
        "extra": [str(extra.pk)],
        "units": [cast.communes[0].key],
        "bc-quarterly-active": "on",
        "bc-quarterly-due_kind": "month_day",
        "bc-quarterly-day": "10",
        "bc-quarterly-months_after": "0",
        "bc-quarterly-closing": "14",
        "bc-quarterly-recipients": "Ủy ban nhân dân tỉnh",
        "bc-six_month-active": "on",
        "bc-six_month-due_kind": "year_days",
        "bc-six_month-days": "31/5 và 30/11",
    }
    assert client.post(_details(plan), sent).status_code == 302
    programme = Programme.objects.get()
    assert programme.tracked_indicators.get().indicator == extra
    assert programme.reporting_units.get().unit == cast.communes[0]
    duties = {duty.kind: duty for duty in programme.reporting_duties.all()}
    assert duties["quarterly"].window == {"closing_day": 14}
    assert duties["quarterly"].recipients == "Ủy ban nhân dân tỉnh"
    assert duties["six_month"].due["days"] == [[5, 31], [11, 30]]


def test_a_calendar_without_any_report_is_asked_about(client: Client, cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Kiểm tra cơ sở", ("lead", cast.police))
    sent = _start(client, cast, plan)
    refused = client.post(_details(plan), sent)
    assert not Programme.objects.exists()
    form = refused.context["adoption"].without_calendar_form
    assert "Hãy chọn ít nhất một loại báo cáo" in form.errors["without_calendar"][0]
    assert 'href="#id_without_calendar"' in refused.content.decode()
    assert form["without_calendar"].value() is False
    assert client.post(_details(plan), sent | {"without_calendar": "on"}).status_code == 302
    assert not Programme.objects.get().reporting_duties.exists()


def test_leaving_out_the_only_printed_report_is_asked_about_too(
    client: Client, cast: Cast, plan: Plan
) -> None:
    sent = _start(client, cast, plan)
    del sent["bc-annual-active"]
    page = client.post(_details(plan), sent)
    assert [field for field, _about, _message in page.context["adoption"].problems] == [
        "id_without_calendar"
    ]


def test_a_report_with_a_wrong_day_is_a_chosen_report_all_the_same(
    client: Client, cast: Cast
) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Kiểm tra cơ sở", ("lead", cast.police))
    sent = _start(client, cast, plan)
    sent |= {"bc-annual-active": "on", "bc-annual-due_kind": "month_day", "bc-annual-day": "40"}
    adoption = client.post(_details(plan), sent).context["adoption"]
    assert adoption.problems
    assert not adoption.without_calendar_form.errors


def test_a_due_rule_that_does_not_fit_is_said_at_its_field(
    client: Client, cast: Cast, plan: Plan
) -> None:
    sent = _start(client, cast, plan)
    sent |= {
        "bc-quarterly-active": "on",
        "bc-quarterly-due_kind": "year_days",
        "bc-quarterly-days": "10/3",
    }
    page = client.post(_details(plan), sent)
    form = next(f for f in page.context["adoption"].calendar if f.kind == PeriodKind.QUARTERLY)
    assert list(form.errors) == ["days"]


def test_without_a_place_the_details_lead_back_to_it(
    client: Client, cast: Cast, plan: Plan
) -> None:
    client.force_login(cast.lan)
    page = client.get(_details(plan), {"unit": cast.outside_agency.unit.key, "lead": "x"})
    assert page["Location"] == reverse("programmes:adopt", args=[plan.key])


def test_what_is_adopted_already_is_said_and_not_done_twice(
    client: Client, cast: Cast, plan: Plan
) -> None:
    sent = _start(client, cast, plan)
    client.post(_details(plan), sent)
    assert "đã được triển khai" in _place(client, plan).content.decode()
    again = client.post(_details(plan), sent)
    assert "đã được triển khai" in again.context["adoption"].refused
    assert Programme.objects.count() == 1


class TestAPlanOfADayThatTheTableDoesNotKnow:
    """Thành phố Lạng Sơn issued a plan in 2024 and is no more."""

    @pytest.fixture
    def plan(self, cast: Cast) -> Plan:
        load_provinces("20")
        health = make_agency(unit("20"), "so_y_te", "Sở Y tế Lạng Sơn")
        make_user("mai", "Lê Thị Mai", health, cast.lan.hat.role)
        made = make_plan(
            health, number="217/KH-UBND", issuer="Ủy ban nhân dân thành phố Lạng Sơn",
            issued_on="2024-06-03", period_from=2024, period_to=2024,
        )  # fmt: skip
        add_task(made, "Tổng hợp", ("lead", health))
        return made

    @pytest.fixture
    def mai(self, plan: Plan, client: Client) -> Client:
        client.force_login(plan.agency.memberships.get().user)
        return client

    def test_the_former_city_is_found_and_its_communes_are_asked_for(
        self, mai: Client, plan: Plan
    ) -> None:
        page = _place(mai, plan)
        assert page.context["area"].name_on(dt.date(2024, 6, 3)) == "Thành phố Lạng Sơn"
        assert "units" not in page.context
        assert "Hãy nhập danh sách" in page.content.decode()

    def test_a_later_list_is_only_copied_into_the_box_and_named(
        self, mai: Client, plan: Plan
    ) -> None:
        area = _place(mai, plan).context["area"]
        address = reverse("programmes:adopt", args=[plan.key])
        page = mai.post(address, {"unit": area.key, "copy": "1", "note": "Niên giám"})
        body = page.content.decode()
        assert "của ngày 01/03/2025, không phải ngày 03/06/2024" in body
        names = page.context["supply_form"]["names"].value().splitlines()
        assert "Phường Vĩnh Trại" in names
        assert page.context["supply_form"]["note"].value() == "Niên giám"
        assert not SuppliedList.objects.exists()

    def test_the_supplied_list_lets_the_plan_be_adopted(self, mai: Client, plan: Plan) -> None:
        page = _place(mai, plan)
        address = reverse("programmes:adopt", args=[plan.key])
        days = {
            name: page.context["supply_form"][name].value() for name in ("valid_from", "valid_to")
        }
        given = {
            "unit": page.context["area"].key,
            "names": "Phường Vĩnh Trại\nXã Mai Pha",
            "note": "Chính kế hoạch này",
            **{name: day.strftime("%d/%m/%Y") if hasattr(day, "strftime") else day
               for name, day in days.items()},
        }  # fmt: skip
        wrong = mai.post(address, given | {"names": "Vĩnh Trại"})
        assert "names" in wrong.context["supply_form"].errors
        outside = mai.post(address, given | {"valid_from": "01/07/2024"})
        assert "valid_from" in outside.context["supply_form"].errors
        saved = mai.post(address, given)
        assert saved.status_code == 302
        shown = mai.get(saved["Location"])
        assert shown.context["units"] == ["Xã Mai Pha", "Phường Vĩnh Trại"]
        sent = _fields(mai.get(_details(plan), {"unit": given["unit"], "lead": plan.agency_id}))
        assert mai.post(_details(plan), sent | {"without_calendar": "on"}).status_code == 302
        programme = Programme.objects.get()
        assert programme.reporting_units.count() == 2
        assert programme.key == "lang-son-217-kh-ubnd-2026"
