"""A plan becomes a programme: tracked targets, shares of tasks, a calendar."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast, make_agency, make_unit

from liennganh.agencies.models import Mode
from liennganh.audit.models import Event
from liennganh.errors import DomainError
from liennganh.indicators.actions import load_catalogue
from liennganh.plans.models import Plan, PrintedRowChangedError
from liennganh.programmes.actions import adopt, adopt_plan
from liennganh.programmes.models import Programme, Reporters, TaskAssignment
from liennganh.programmes.targets import target_of
from liennganh.pure.periods import PeriodKind
from liennganh.pure.rollup import Meaning
from liennganh.territory.models import Level, Unit
from liennganh.territory.queries import NotCoveredError

from .factories import NOW, add_report, add_target, add_task, make_indicator, make_plan, make_work


def _adopt(cast: Cast, plan: Plan, **changes: Any) -> Programme:
    values: dict[str, Any] = {
        "by": cast.lan,
        "unit": cast.province,
        "lead_agency": cast.health,
        "at": NOW,
    }
    return adopt_plan(plan=plan, **values | changes)


def test_every_commune_of_the_plans_day_reports_through_its_committee(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Tổng hợp", ("lead", cast.health))
    programme = _adopt(cast, plan)
    rows = programme.reporting_units.values_list("unit", "agency")
    pairs = zip(cast.communes, cast.commune_agencies, strict=True)
    assert set(rows) == {(unit.pk, agency.pk) for unit, agency in pairs}


def test_an_agency_that_leads_and_supports_a_task_leads_it_once(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Kiểm tra", ("support", cast.police), ("lead", cast.police))
    programme = _adopt(cast, plan)
    share = TaskAssignment.objects.get(task__programme=programme)
    assert (share.agency, share.role) == (cast.police, "lead")


def test_a_task_of_the_communes_is_given_to_each_committee(cast: Cast) -> None:
    work = make_work(cast)
    assert {share.agency for share in work.communes} == set(cast.commune_agencies)
    assert {share.role for share in work.communes} == {"lead"}


def test_a_commune_named_in_person_keeps_its_own_role_beside_the_class(cast: Cast) -> None:
    plan = make_plan(cast.health)
    first = cast.commune_agencies[0]
    add_task(plan, "Làm điểm", ("lead", first), ("support", "communes"))
    programme = _adopt(cast, plan)
    roles = dict(
        TaskAssignment.objects.filter(task__programme=programme).values_list("agency", "role")
    )
    assert roles[first.pk] == "lead"
    assert [roles[one.pk] for one in cast.commune_agencies[1:]] == ["support", "support"]


def test_departments_and_associations_are_those_of_the_unit(cast: Cast) -> None:
    women = make_agency(cast.province, "hoi_phu_nu", "Hội Liên hiệp Phụ nữ", mode="de_nghi")
    plan = make_plan(cast.health)
    add_task(plan, "Phối hợp tuyên truyền", ("lead", "departments"), ("support", "associations"))
    programme = _adopt(cast, plan)
    shares = TaskAssignment.objects.filter(task__programme=programme)
    roles = dict(shares.values_list("agency", "role"))
    assert roles[cast.health.pk] == roles[cast.police.pk] == "lead"
    assert roles[women.pk] == "support"
    assert cast.court.pk not in roles


def test_a_class_that_stands_for_nobody_leaves_the_task_to_be_given(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Truyền thông trong trường học", ("lead", "schools"))
    programme = _adopt(cast, plan)
    assert programme.tasks.count() == 1
    assert not TaskAssignment.objects.filter(task__programme=programme).exists()


def test_courts_are_asked_and_departments_are_ordered(cast: Cast) -> None:
    work = make_work(cast)
    assert work.court.mode == Mode.REQUESTED
    assert work.police.mode == Mode.ORDERED


def test_what_the_plan_itself_asks_for_is_asked(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Đề nghị phối hợp", ("lead", cast.police), mode=Mode.REQUESTED)
    programme = _adopt(cast, plan)
    assert TaskAssignment.objects.get(task__programme=programme).mode == Mode.REQUESTED


def test_a_task_has_its_printed_day_or_is_standing(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Sơ kết", ("lead", cast.health), deadline="2026-06")
    add_task(plan, "Thường xuyên tuyên truyền", ("lead", cast.health))
    dated, standing = _adopt(cast, plan).tasks.all()
    assert (dated.due_on, dated.standing) == (dt.date(2026, 6, 30), False)
    assert (standing.due_on, standing.standing) == (None, True)


def test_a_target_is_bound_to_the_catalogue_with_its_meaning_and_day(cast: Cast) -> None:
    load_catalogue()
    plan = make_plan(cast.health)
    printed = add_target(
        plan, "Ít nhất 70% xã, phường duy trì một hình thức tuyên truyền về phòng, chống mại dâm",
        "70", deadline="2026-11",
    )  # fmt: skip
    programme = _adopt(cast, plan)
    target = programme.tracked_targets.get()
    assert target.printed == printed
    assert target.tracked.indicator.code == "B2"
    assert target.tracked.reporters == Reporters.UNITS
    assert target.meaning == Meaning.AT_LEAST
    assert target.deadline == dt.date(2026, 11, 30)
    assert target_of(target).phrase == "ít nhất 70%"


def test_a_target_that_the_catalogue_does_not_know_gets_an_indicator_of_its_own(
    cast: Cast,
) -> None:
    plan = make_plan(cast.health)
    add_target(plan, "Trồng 500 cây xanh", "500", unit="count")
    tracked = _adopt(cast, plan).tracked_indicators.get()
    assert tracked.indicator.own
    assert tracked.indicator.name == "Trồng 500 cây xanh"
    assert tracked.indicator.over_units == "sum"


def test_a_path_over_years_is_one_figure_with_several_targets(cast: Cast) -> None:
    load_catalogue()
    plan = make_plan(cast.health, period_to=2028)
    for value, year in (("60", "2026"), ("70", "2027"), ("80", "2028")):
        add_target(plan, "xã, phường có hình thức tuyên truyền mại dâm", value, deadline=year)
    programme = _adopt(cast, plan)
    assert programme.tracked_indicators.get().indicator.code == "B2"
    found = programme.tracked_targets.values_list("value", "deadline")
    assert list(found) == [
        (Decimal(60), dt.date(2026, 12, 31)),
        (Decimal(70), dt.date(2027, 12, 31)),
        (Decimal(80), dt.date(2028, 12, 31)),
    ]


def test_extra_indicators_are_followed_without_a_target_and_never_twice(cast: Cast) -> None:
    one, register = (
        make_indicator("Z1"),
        make_indicator("Z2", source="register", register="casework"),
    )
    plan = make_plan(cast.health)
    programme = _adopt(cast, plan, extra_indicators=(one, register, one))
    found = dict(programme.tracked_indicators.values_list("indicator__code", "reporters"))
    assert found == {"Z1": Reporters.UNITS, "Z2": Reporters.REGISTER}
    assert not programme.tracked_targets.exists()


def test_the_calendar_is_that_of_the_plan(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Tổng hợp", ("lead", cast.health))
    add_report(plan, "six_month", "05-31")
    add_report(plan, "annual", "11-15", before=True)
    add_report(plan, "ad_hoc")
    duties = {duty.kind: duty for duty in _adopt(cast, plan).reporting_duties.all()}
    assert set(duties) == {PeriodKind.SIX_MONTH, PeriodKind.ANNUAL}
    assert duties["annual"].due == {"kind": "year_days", "days": [[11, 15]], "before": True}
    assert duties["six_month"].window == {"closing_day": None}


def test_a_plan_with_nothing_to_do_or_to_follow_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="chưa có chỉ số"):
        _adopt(cast, make_plan(cast.health))
    assert not Programme.objects.exists()


def test_a_plan_is_adopted_once_for_a_unit(cast: Cast) -> None:
    work = make_work(cast)
    with pytest.raises(DomainError, match="đã được triển khai"):
        _adopt(cast, work.plan)
    assert Programme.objects.count() == 1


def test_another_provinces_unit_or_agency_is_refused(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Tổng hợp", ("lead", cast.health))
    with pytest.raises(DomainError) as unit:
        _adopt(cast, plan, unit=cast.outside_agency.unit)
    with pytest.raises(DomainError) as lead:
        _adopt(cast, plan, lead_agency=cast.outside_agency)
    assert (unit.value.field, lead.value.field) == ("unit", "lead")


@pytest.mark.parametrize(
    "who",
    ["leader", "agency_officer", "commune_officer", "inspector", "tip_receiver", "social_worker",
     "auditor", "administrator", "outsider"],
)  # fmt: skip
def test_only_officers_of_the_agency_that_read_the_plan_adopt_it(cast: Cast, who: str) -> None:
    plan = make_plan(cast.health)
    add_task(plan, "Tổng hợp", ("lead", cast.health))
    with pytest.raises(PermissionDenied):
        _adopt(cast, plan, by=cast.everybody[who])


def test_a_day_that_nobody_knows_stops_the_adoption_whole(cast: Cast) -> None:
    plan = make_plan(cast.health, issued_on="2024-06-03", period_from=2024, period_to=2024)
    add_task(plan, "Tổng hợp", ("lead", cast.health))
    Unit.objects.update(valid_from=None)
    cast.province.refresh_from_db()
    with pytest.raises(NotCoveredError):
        _adopt(cast, plan)
    assert not Programme.objects.exists()


def test_two_officers_who_press_at_once_make_one_programme(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = make_work(cast)
    # The second looked before the first had written.
    monkeypatch.setattr(adopt, "_check_place", lambda *_args: None)
    with pytest.raises(DomainError, match="vừa được người khác"):
        _adopt(cast, work.plan)
    assert Programme.objects.count() == 1


def test_adoption_for_many_communes_grows_by_whole_batches_only(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(120):
        make_unit(f"Xã số {number}", "Xã", Level.COMMUNE, cast.province)
    plan = make_plan(cast.health)
    for number in range(30):
        add_task(plan, f"Việc {number}", ("lead", "communes"))
    with django_assert_max_num_queries(75):
        programme = _adopt(cast, plan)
    assert TaskAssignment.objects.filter(task__programme=programme).count() == 30 * 123


def test_what_is_printed_stays_as_it_is_while_what_is_tracked_moves(cast: Cast) -> None:
    plan = make_plan(cast.health)
    printed = add_target(plan, "Trồng 500 cây xanh", "500", unit="count")
    target = _adopt(cast, plan).tracked_targets.get()
    target.value = Decimal(600)
    target.save()
    printed.refresh_from_db()
    assert printed.value == Decimal(500)
    printed.value = Decimal(1)
    with pytest.raises(PrintedRowChangedError):
        printed.save()


def test_adoption_is_logged_with_its_sizes(cast: Cast) -> None:
    work = make_work(cast)
    event = Event.objects.get(verb="adopt")
    assert event.after is not None
    assert event.object_id == str(work.programme.pk)
    assert event.after["units"] == 3
    assert event.after["tasks"] == 3


def test_the_address_of_a_programme_names_its_place(cast: Cast) -> None:
    assert make_work(cast).programme.key == "huong-giang-12-kh-ubnd-2026"
