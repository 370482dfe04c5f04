"""What was understood of a target at intake decides how it is followed."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast

from liennganh.plans.models import Plan, PrintedTarget
from liennganh.programmes.actions import adopt_plan
from liennganh.programmes.models import Programme, TrackedTarget
from liennganh.programmes.targets import (
    asks_of_row,
    proposed_target,
    sentence_of_row,
    target_of,
    understood,
)
from liennganh.pure.rollup import Meaning

from .factories import NOW, add_target, make_plan, meaning

SCHOOLS = "học sinh được học bơi"


def _printed(value: str, stored: dict[str, str], **changes: Any) -> PrintedTarget:
    text = changes.pop("text", "Ít nhất 60% học sinh được học bơi")
    return PrintedTarget(
        text=text, what=text, value=Decimal(value), meaning=stored,
        **{"comparator": ">=", "unit": "percent", **changes},
    )  # fmt: skip


def _adopt(cast: Cast, plan: Plan) -> Programme:
    return adopt_plan(by=cast.lan, plan=plan, unit=cast.province, lead_agency=cast.health, at=NOW)


@pytest.mark.parametrize(
    ("stored", "phrase"),
    [
        (meaning("at_least", "yearly", SCHOOLS), "ít nhất 60% mỗi năm"),
        (meaning("at_least", "cumulative", SCHOOLS), "ít nhất 60%"),
        (meaning("at_least", "once", SCHOOLS), "ít nhất 60%"),
        (meaning("at_least", "kept_up", SCHOOLS), "duy trì ít nhất 60%"),
        (
            meaning("once_by", "cumulative", SCHOOLS),
            "ít nhất 60%, mỗi nơi ít nhất một lần đến hết thời hạn",
        ),
        (
            meaning("at_least", "once", SCHOOLS, condition="có nhu cầu"),
            "ít nhất 60% người có nhu cầu và đủ điều kiện",
        ),
    ],
)
def test_horizon_and_kind_make_the_rule(stored: dict[str, str], phrase: str) -> None:
    assert proposed_target(_printed("60", stored)).phrase == phrase


def test_so_many_of_so_many_keeps_the_number_of_all() -> None:
    stored = meaning("n_of_m", "kept_up", "xã lành mạnh", denominator="xã")
    printed = _printed("149", stored, unit="count", comparator="=", text="Giữ vững 149/223 xã")
    target = proposed_target(printed, "xã")
    assert (target.meaning, target.of) == (Meaning.N_OF_M, Decimal(223))


def test_so_many_times_a_period_keeps_its_period() -> None:
    stored = meaning("times_per_period", "kept_up", "thông tin được đăng", period="tháng")
    target = proposed_target(_printed("1", stored, unit="rate"))
    assert (target.meaning, target.every) == (Meaning.K_TIMES_A_PERIOD, "tháng")


@pytest.mark.parametrize(
    ("baseline", "phrase", "per_year"),
    [
        ("năm 2021", "giảm 20% so với năm 2021", False),
        ("năm trước", "giảm 20% so với năm trước", True),
        ("cùng kỳ năm trước", "giảm 20% so với năm trước", True),
    ],
)
def test_a_change_is_held_against_the_baseline_that_the_plan_names(
    baseline: str, phrase: str, per_year: bool
) -> None:
    stored = meaning("change", "once", "số vụ", baseline=baseline)
    target = proposed_target(_printed("20", stored, comparator="-"))
    assert (target.phrase, target.per_year) == (phrase, per_year)


@pytest.mark.parametrize(
    ("text", "answer", "phrase"),
    [
        ("Tăng 5 điểm % tỷ lệ", "", "tăng 5 điểm phần trăm so với năm trước"),
        ("Tăng 5% tỷ lệ", "points", "tăng 5 điểm phần trăm so với năm trước"),
        ("Tăng 5% tỷ lệ", "share", "tăng 5% so với năm trước"),
    ],
)
def test_points_and_parts_of_the_old_value_are_told_apart(
    text: str, answer: str, phrase: str
) -> None:
    stored = meaning("change", "yearly", "tỷ lệ hộ dùng nước sạch", baseline="năm trước")
    printed = _printed("5", stored, comparator="+", text=text, asks=["unit"] if answer else [])
    assert proposed_target(printed, "%", answers={"unit": answer}).phrase == phrase


def test_a_row_gives_back_what_it_was_adopted_with(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_target(plan, "Giảm 20% số vụ so với năm 2021", "20", comparator="-",
               meaning=meaning("change", "once", "số vụ bạo lực", baseline="năm 2021"))  # fmt: skip
    row = _adopt(cast, plan).tracked_targets.get()
    assert target_of(row).phrase == "giảm 20% so với năm 2021"
    assert "so với năm 2021" in sentence_of_row(row)


def test_what_the_officer_answered_at_intake_is_used(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_target(plan, "Ít nhất 60% học sinh được học bơi", "60", asks=["horizon"],
               meaning=meaning("at_least", "unstated", SCHOOLS, denominator="học sinh"),
               asked_answer={"horizon": "yearly"})  # fmt: skip
    row = _adopt(cast, plan).tracked_targets.get()
    assert (row.horizon, target_of(row).per_year, asks_of_row(row)) == ("yearly", True, ())


def test_what_nobody_answered_stays_open_and_is_said(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_target(plan, "Ít nhất 60% học sinh được học bơi", "60", asks=["horizon"],
               meaning=meaning("at_least", "unstated", SCHOOLS, denominator="học sinh"))  # fmt: skip
    row = _adopt(cast, plan).tracked_targets.get()
    assert (row.horizon, asks_of_row(row)) == ("", ("horizon",))
    assert "cần hỏi lại" in sentence_of_row(row)


def test_the_steps_of_a_path_share_one_indicator_that_names_the_thing_counted(cast: Cast) -> None:
    plan = make_plan(cast.health, period_to=2028)
    for year, value in (("2026", "46"), ("2027", "48"), ("2028", "51")):
        add_target(plan, f"Năm {year}: {value}%", value, deadline=year,
                   meaning=meaning("at_least", "once", SCHOOLS, denominator="học sinh"))  # fmt: skip
    programme = _adopt(cast, plan)
    tracked = programme.tracked_indicators.get()
    assert tracked.label == "Tỷ lệ học sinh được học bơi"
    assert (tracked.numerator, tracked.denominator) == (
        "Số học sinh được học bơi", "Tổng số học sinh",
    )  # fmt: skip
    days = [(int(row.value), row.deadline.year) for row in programme.tracked_targets.all()]
    assert days == [(46, 2026), (48, 2027), (51, 2028)]


def test_a_target_read_before_meanings_were_is_followed_by_its_words(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_target(plan, "Duy trì ít nhất 80% xã không có tệ nạn", "80", per_year=True)
    row = _adopt(cast, plan).tracked_targets.get()
    assert (row.meaning, row.horizon) == ("keep_up", "yearly")
    assert sentence_of_row(row) == ""


@pytest.fixture
def open_plan(cast: Cast) -> Plan:
    """Return a plan that leaves open over what time a share counts, and against what one falls."""
    plan = make_plan(cast.health)
    add_target(plan, "Ít nhất 60% học sinh được học bơi", "60", asks=["horizon"],
               meaning=meaning("at_least", "unstated", SCHOOLS, denominator="học sinh"))  # fmt: skip
    add_target(plan, "Giảm 10% số vụ bạo lực", "10", comparator="-", asks=["baseline"],
               meaning=meaning("change", "once", "số vụ bạo lực"))  # fmt: skip
    return plan


def _sent(client: Client, cast: Cast, plan: Plan) -> tuple[str, dict[str, Any], Any]:
    client.force_login(cast.lan)
    url = reverse("programmes:adopt_details", args=[plan.key])
    query: dict[str, Any] = {"unit": cast.province.key, "lead": cast.health.pk}
    page = client.get(url, query)
    sent: dict[str, Any] = {
        "unit": cast.province.key,
        "lead": str(cast.health.pk),
        "without_calendar": "on",
    }
    for form in page.context["adoption"].forms:
        for field in form:
            value = field.value()
            if value not in (None, False, ""):
                sent[field.html_name] = "on" if value is True else value
    return url, sent, page


def test_adoption_asks_and_chooses_nothing_by_itself(
    client: Client, cast: Cast, open_plan: Plan
) -> None:
    url, sent, page = _sent(client, cast, open_plan)
    share, change = page.context["adoption"].targets
    assert [field.name for field in share.questions] == ["horizon"]
    assert [field.name for field in change.questions] == ["against"]
    assert not share["horizon"].value()
    refused = client.post(url, sent)
    assert not Programme.objects.exists()
    assert len(refused.context["adoption"].problems) == 2


def test_one_click_answers_and_the_answer_stays_beside_the_print(
    client: Client, cast: Cast, open_plan: Plan
) -> None:
    url, sent, page = _sent(client, cast, open_plan)
    share, change = page.context["adoption"].targets
    sent |= {f"{share.prefix}-horizon": "kept_up", f"{change.prefix}-against": "năm 2025"}
    assert client.post(url, sent).status_code == 302
    held, fallen = TrackedTarget.objects.all()
    assert (held.meaning, held.answers) == ("keep_up", {"horizon": "kept_up"})
    assert target_of(fallen).phrase.endswith("so với năm 2025")
    assert held.printed is not None
    assert understood(held.printed)["asked_answer"] == {}


def test_nothing_is_asked_of_a_target_that_is_not_followed(
    client: Client, cast: Cast, open_plan: Plan
) -> None:
    url, sent, page = _sent(client, cast, open_plan)
    share, change = page.context["adoption"].targets
    sent |= {f"{share.prefix}-indicator": "none", f"{change.prefix}-against": "năm 2025"}
    assert client.post(url, sent).status_code == 302
    assert Programme.objects.get().tracked_targets.count() == 1


def test_a_whole_that_is_not_printed_must_be_named(client: Client, cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_target(plan, "Khám phá trên 95% án", "95", asks=["denominator"],
               meaning=meaning("at_least", "once", "khám phá án"))  # fmt: skip
    url, sent, page = _sent(client, cast, plan)
    form = page.context["adoption"].targets[0]
    assert not form["denominator"].value()
    assert client.post(url, sent).status_code == 200
    sent[f"{form.prefix}-denominator"] = "Tổng số án khởi tố"
    assert client.post(url, sent).status_code == 302
    row = TrackedTarget.objects.get()
    assert row.answers == {"denominator": "án khởi tố"}
    assert "chia cho tổng số án khởi tố" in sentence_of_row(row)


def test_a_yearly_target_has_its_deadline_at_the_end_of_the_plan(cast: Cast) -> None:
    plan = make_plan(cast.health, period_to=2030)
    add_target(plan, "Mỗi năm ít nhất 40 lớp", "40", unit="count", per_year=True,
               meaning=meaning("at_least", "yearly", "lớp tập huấn"))  # fmt: skip
    row = _adopt(cast, plan).tracked_targets.get()
    assert (row.deadline, row.horizon) == (dt.date(2030, 12, 31), "yearly")
    indicator = row.tracked.indicator
    assert (indicator.name, indicator.unit, indicator.over_time) == (
        "Số lớp tập huấn", "lớp", "sum",
    )  # fmt: skip
