"""What an officer does to the items of a reading."""

import pytest
from django.core.exceptions import PermissionDenied
from tests.cast import Cast

from liennganh.audit.models import Event
from liennganh.errors import DomainError, WrongStateError
from liennganh.plans import actions
from liennganh.plans.models import IntakeItem, ItemKind, ItemState
from liennganh.plans.tests.samples import AT, a_target, a_task, read_in


def test_accepting_and_rejecting_are_logged(cast: Cast) -> None:
    intake = read_in(cast)
    actions.accept_item(by=cast.lan, item=a_target(intake), at=AT)
    actions.reject_item(by=cast.thao, item=a_task(intake), at=AT)
    assert a_target(intake).state == ItemState.ACCEPTED
    assert a_task(intake).state == ItemState.REJECTED
    assert Event.objects.filter(object_type="plans.intakeitem").count() == 2


def test_an_edit_keeps_what_was_read_beside_what_the_officer_says(cast: Cast) -> None:
    item = a_target(read_in(cast))
    read = item.as_read
    actions.edit_item(by=cast.lan, item=item, at=AT, data={"value": "75", "deadline": "6/2026"})
    item.refresh_from_db()
    assert item.data["value"] == "75"
    assert item.data["deadline"] == "2026-06"
    assert item.data["comparator"] == ">="
    assert item.as_read == read
    assert item.state == ItemState.ACCEPTED


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"value": "bảy mươi"}, "value"),
        ({"value": "-3"}, "value"),
        ({"value": "9" * 30}, "value"),
        ({"upper": "60"}, "upper"),
        ({"unit": "apples"}, "unit"),
        ({"comparator": "~"}, "comparator"),
        ({"deadline": "31/02/2026"}, "deadline"),
        ({"deadline": "13/2026"}, "deadline"),
    ],
)
def test_a_wrong_value_is_refused_with_its_field(
    cast: Cast, data: dict[str, str], field: str
) -> None:
    item = a_target(read_in(cast))
    with pytest.raises(DomainError) as refused:
        actions.edit_item(by=cast.lan, item=item, at=AT, data=data)
    assert refused.value.field == field
    assert a_target(item.intake).state == ItemState.PROPOSED


def test_a_span_outside_the_text_is_refused(cast: Cast) -> None:
    item = a_target(read_in(cast))
    for span in ((5, 10**7), (20, 10), (-1, 5)):
        with pytest.raises(DomainError):
            actions.edit_item(by=cast.lan, item=item, at=AT, data={}, span=span)


def test_a_new_name_in_a_task_gets_a_suggestion_of_its_own(cast: Cast) -> None:
    item = a_task(read_in(cast))
    actions.edit_item(
        by=cast.lan, item=item, at=AT, data={"support": ["Tòa án nhân dân tỉnh", "Hội Thiện Tâm"]}
    )
    owners = {owner.printed: owner for owner in item.owners.all()}
    assert owners["Tòa án nhân dân tỉnh"].agency == cast.court
    assert owners["Hội Thiện Tâm"].agency is None


def test_a_task_with_a_lead_is_no_common_work(cast: Cast) -> None:
    item = a_task(read_in(cast))
    actions.edit_item(by=cast.lan, item=item, at=AT, data={"common": True})
    assert item.data["lead"] == ["Sở Y tế"]
    assert item.data["common"] is False


def test_an_item_is_split_at_the_end_of_a_sentence(cast: Cast) -> None:
    intake = read_in(cast)
    item = a_task(intake, "Chủ trì, phối hợp")
    cut = intake.text.index("Tổng hợp kết quả")
    first, second = actions.split_item(by=cast.lan, item=item, at=AT, offset=cut)
    assert intake.text[first.start : first.end].endswith("Kế hoạch này.")
    assert intake.text[second.start : second.end].startswith("Tổng hợp kết quả")
    assert second.data["lead"] == ["Sở Y tế"]
    assert {owner.printed for owner in second.owners.all()} >= {"Sở Y tế"}
    assert first.state == second.state == ItemState.PROPOSED


def test_a_cut_that_leaves_nothing_is_refused(cast: Cast) -> None:
    item = a_task(read_in(cast))
    for offset in (item.start, item.end, item.start - 5):
        with pytest.raises(DomainError):
            actions.split_item(by=cast.lan, item=item, at=AT, offset=offset)


def test_a_missed_item_is_added_from_the_text(cast: Cast) -> None:
    intake = read_in(cast)
    words = "bố trí kinh phí"
    start = intake.text.index(words)
    item = actions.add_item(
        by=cast.lan, intake=intake, at=AT, kind=ItemKind.TASK, start=start, end=start + len(words)
    )
    assert item.as_read is None
    assert item.state == ItemState.ACCEPTED
    assert item.section[-1].endswith("Ủy ban nhân dân các xã, phường")


def test_an_added_target_is_guessed_from_its_words(cast: Cast) -> None:
    intake = read_in(cast)
    words = "100% tin báo, tố giác được tiếp nhận, xử lý"
    start = intake.text.index(words)
    item = actions.add_item(
        by=cast.lan, intake=intake, at=AT, kind=ItemKind.TARGET, start=start, end=start + len(words)
    )
    assert item.data["value"] == "100"


def test_an_added_target_without_a_figure_waits_for_one(cast: Cast) -> None:
    intake = read_in(cast)
    start = intake.text.index("Tăng cường tuyên truyền")
    item = actions.add_item(
        by=cast.lan, intake=intake, at=AT, kind=ItemKind.TARGET, start=start, end=start + 23
    )
    assert item.state == ItemState.PROPOSED
    with pytest.raises(DomainError, match="thiếu giá trị"):
        actions.accept_item(by=cast.lan, item=item, at=AT)


def test_all_above_a_confidence_are_accepted_and_the_rest_left(cast: Cast) -> None:
    intake = read_in(cast)
    item = a_task(intake)
    IntakeItem.objects.filter(pk=item.pk).update(confidence=0.3)
    total = intake.items.count()
    low = intake.items.filter(confidence__lt=0.5).count()
    number = actions.accept_all(by=cast.lan, intake=intake, at=AT, minimum_confidence=0.5)
    assert number == total - low
    assert a_task(intake).state == ItemState.PROPOSED


def test_a_group_is_accepted_alone(cast: Cast) -> None:
    intake = read_in(cast)
    actions.accept_all(by=cast.lan, intake=intake, at=AT, kind=ItemKind.TARGET)
    accepted = intake.items.filter(state=ItemState.ACCEPTED)
    assert set(accepted.values_list("kind", flat=True)) == {ItemKind.TARGET}


class TestUndo:
    def test_every_kind_of_step_can_be_taken_back_one_by_one(self, cast: Cast) -> None:
        intake = read_in(cast)

        def rows() -> list[tuple[object, ...]]:
            return list(
                intake.items.order_by("start", "end", "pk").values_list(
                    "kind", "state", "start", "end", "data"
                )
            )

        states = [rows()]
        item = a_task(intake, "Chủ trì, phối hợp")
        actions.accept_item(by=cast.lan, item=item, at=AT)
        states.append(rows())
        actions.split_item(
            by=cast.lan, item=item, at=AT, offset=intake.text.index("Tổng hợp kết quả")
        )
        states.append(rows())
        actions.edit_item(by=cast.lan, item=a_target(intake), at=AT, data={"value": "80"})
        states.append(rows())
        actions.mark_common(by=cast.lan, intake=intake, at=AT)
        states.append(rows())
        actions.accept_all(by=cast.lan, intake=intake, at=AT)
        states.append(rows())
        actions.add_item(by=cast.lan, intake=intake, at=AT, kind=ItemKind.TASK, start=0, end=20)
        while states:
            actions.undo(by=cast.lan, intake=intake, at=AT)
            assert rows() == states.pop()
        with pytest.raises(DomainError, match="Không còn thao tác"):
            actions.undo(by=cast.lan, intake=intake, at=AT)

    def test_ones_own_step_is_taken_back_not_a_colleagues(self, cast: Cast) -> None:
        intake = read_in(cast)
        actions.accept_item(by=cast.lan, item=a_target(intake), at=AT)
        actions.reject_item(by=cast.thao, item=a_task(intake), at=AT)
        actions.undo(by=cast.lan, intake=intake, at=AT)
        assert a_target(intake).state == ItemState.PROPOSED
        assert a_task(intake).state == ItemState.REJECTED

    def test_what_a_colleague_has_worked_on_since_is_not_taken_back(self, cast: Cast) -> None:
        intake = read_in(cast)
        actions.accept_item(by=cast.lan, item=a_target(intake), at=AT)
        actions.edit_item(by=cast.thao, item=a_target(intake), at=AT, data={"value": "90"})
        with pytest.raises(WrongStateError, match="người khác sửa tiếp"):
            actions.undo(by=cast.lan, intake=intake, at=AT)
        assert a_target(intake).data["value"] == "90"


def test_the_second_of_two_officers_learns_what_the_first_did(cast: Cast) -> None:
    intake = read_in(cast)
    seen_by_lan, seen_by_thao = a_target(intake), a_target(intake)
    actions.edit_item(by=cast.thao, item=seen_by_thao, at=AT, data={"value": "75"}, version=1)
    with pytest.raises(actions.StaleItemError) as refused:
        actions.reject_item(by=cast.lan, item=seen_by_lan, at=AT, version=1)
    assert "Lê Phương Thảo" in refused.value.message
    assert "09:00" in refused.value.message
    assert "ít nhất 75%" in refused.value.message
    assert a_target(intake).state == ItemState.ACCEPTED


def test_nobody_of_another_agency_or_role_changes_a_reading(cast: Cast) -> None:
    intake = read_in(cast)
    for user in (cast.yen, cast.cuong, cast.minh, cast.an, cast.quan):
        with pytest.raises(PermissionDenied):
            actions.accept_item(by=user, item=a_target(intake), at=AT)
        with pytest.raises(PermissionDenied):
            actions.accept_all(by=user, intake=intake, at=AT)
        with pytest.raises(PermissionDenied):
            actions.discard_intake(by=user, intake=intake, at=AT)


def test_a_reading_given_up_changes_no_more(cast: Cast) -> None:
    intake = read_in(cast)
    actions.discard_intake(by=cast.lan, intake=intake, at=AT)
    with pytest.raises(WrongStateError, match="đã bỏ"):
        actions.accept_item(by=cast.lan, item=a_target(intake), at=AT)


def test_the_head_is_corrected_and_confirmed(cast: Cast) -> None:
    intake = read_in(cast)
    actions.edit_header(
        by=cast.lan, intake=intake, at=AT,
        fields={"number": " 13 /KH-UBND", "date": "20/01/2026", "period": [2026, 2027]},
    )  # fmt: skip
    intake.refresh_from_db()
    assert intake.header["number"] == "13/KH-UBND"
    assert intake.header["date"] == "2026-01-20"
    assert intake.header["as_read"]["number"] == "12/KH-UBND"
    assert intake.header_confirmed


def test_a_head_with_years_out_of_order_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="Năm cuối"):
        actions.edit_header(
            by=cast.lan, intake=read_in(cast), at=AT, fields={"period": [2026, 2025]}
        )


def test_the_second_officer_does_not_overwrite_the_head(cast: Cast) -> None:
    intake = read_in(cast)
    actions.edit_header(by=cast.thao, intake=intake, at=AT, fields={"title": "A"}, version=1)
    with pytest.raises(WrongStateError, match="vừa được người khác sửa"):
        actions.edit_header(by=cast.lan, intake=intake, at=AT, fields={"title": "B"}, version=1)
