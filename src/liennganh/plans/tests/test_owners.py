"""Whom the names in a plan mean."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast

from liennganh.agencies.models import Agency
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.models import IntakeOwner
from liennganh.plans.queries import items_of, open_questions, printed_names
from liennganh.plans.tests.samples import AT, PLAN, a_task, read_in


def test_a_name_is_confirmed_once_for_all_items_that_bear_it(cast: Cast) -> None:
    intake = read_in(cast)
    rows = IntakeOwner.objects.filter(item__intake=intake, printed="Sở Y tế")
    assert rows.count() > 1
    number = actions.match_owner(
        by=cast.lan, intake=intake, printed="Sở Y tế", at=AT, agency=cast.health
    )
    assert number == rows.count()
    assert all(row.confirmed and row.agency == cast.health for row in rows)


def test_a_name_met_again_takes_over_what_was_decided(cast: Cast) -> None:
    intake = read_in(cast)
    actions.match_owner(by=cast.lan, intake=intake, printed="Sở Y tế", at=AT, agency=cast.police)
    item = a_task(intake, "Đấu tranh")
    actions.edit_item(by=cast.lan, item=item, at=AT, data={"support": ["SỞ Y TẾ"]})
    row = item.owners.get(printed="SỞ Y TẾ")
    assert row.agency == cast.police
    assert row.confirmed


def test_suggestions_are_confirmed_together_and_the_unknown_left(cast: Cast) -> None:
    intake = read_in(cast)
    actions.edit_item(
        by=cast.lan, item=a_task(intake), at=AT, data={"support": ["Câu lạc bộ Hoa Sen"]}
    )
    assert actions.confirm_suggested_owners(by=cast.lan, intake=intake, at=AT) == 3
    left = [one.printed for one in open_questions(intake) if one.code == "owner"]
    assert left == ["Câu lạc bộ Hoa Sen"]


def test_an_unknown_body_is_created_on_the_spot(cast: Cast) -> None:
    intake = read_in(cast)
    item = a_task(intake)
    actions.edit_item(by=cast.lan, item=item, at=AT, data={"support": ["CLB Hoa Sen"]})
    agency = actions.create_owner(
        by=cast.lan, intake=intake, printed="CLB Hoa Sen", name="Câu lạc bộ Hoa Sen",
        kind="other", at=AT,
    )  # fmt: skip
    assert Agency.objects.get(pk=agency.pk).unit == cast.province
    assert item.owners.get(printed="CLB Hoa Sen").agency == agency


def test_a_name_can_stay_as_it_is_printed(cast: Cast) -> None:
    intake = read_in(cast)
    actions.match_owner(by=cast.lan, intake=intake, printed="Công an tỉnh", at=AT)
    row = IntakeOwner.objects.filter(item__intake=intake, printed="Công an tỉnh")[0]
    assert row.confirmed
    assert row.agency is None


def test_a_name_that_no_item_bears_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="Không còn mục nào"):
        actions.match_owner(by=cast.lan, intake=read_in(cast), printed="Sở Cũ", at=AT)


def test_an_agency_and_a_class_together_are_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="không chọn cả hai"):
        actions.match_owner(
            by=cast.lan, intake=read_in(cast), printed="Sở Y tế", at=AT,
            agency=cast.health, whole_class="communes",
        )  # fmt: skip


def test_names_not_confirmed_come_first(cast: Cast) -> None:
    intake = read_in(cast)
    actions.match_owner(by=cast.lan, intake=intake, printed="Sở Y tế", at=AT, agency=cast.health)
    names = printed_names(intake, items_of(intake))
    assert [name.confirmed for name in names] == sorted(name.confirmed for name in names)
    assert names[-1].printed == "Sở Y tế"


def test_matching_costs_no_more_for_more_names(cast: Cast) -> None:
    def cost(number: int) -> int:
        intake = read_in(cast)
        support = [f"Hội Thiện nguyện số {place}" for place in range(number)]
        with CaptureQueriesContext(connection) as queries:
            actions.edit_item(by=cast.lan, item=a_task(intake), at=AT, data={"support": support})
        return len(queries)

    assert cost(40) == cost(2)


def test_a_short_name_that_the_plan_explains_is_matched_by_the_full_one(cast: Cast) -> None:
    text = PLAN.replace(
        "Chủ trì, phối hợp với Công an tỉnh triển khai",
        "Chủ trì, phối hợp với Công an tỉnh (sau đây viết tắt là CATHG) triển khai",
    ).replace("2. Công an tỉnh", "2. CATHG")
    intake = read_in(cast, text)
    assert intake.abbreviations == [["CATHG", "Công an tỉnh"]]
    actions.edit_item(by=cast.lan, item=a_task(intake), at=AT, data={"support": ["CATHG"]})
    name = next(one for one in printed_names(intake, items_of(intake)) if one.printed == "CATHG")
    assert (name.full, name.first.agency) == ("Công an tỉnh", cast.police)
