"""From a reviewed reading to a plan that never changes."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from tests.cast import Cast

from liennganh.audit.models import Event
from liennganh.errors import DomainError, WrongStateError
from liennganh.plans import actions
from liennganh.plans.models import (
    Intake,
    IntakeItem,
    IntakeState,
    ItemKind,
    Plan,
    PrintedRowChangedError,
    PrintedTarget,
    PrintedTask,
)
from liennganh.plans.queries import open_questions, visible_to
from liennganh.plans.tests.samples import (
    AT,
    PLAN,
    a_plan,
    a_target,
    a_task,
    answer_everything,
    read_in,
)


def codes(intake: Intake, *, blocking: bool) -> set[str]:
    return {one.code for one in open_questions(intake) if one.blocking is blocking}


class TestQuestions:
    def test_a_fresh_reading_asks_for_everything_still_to_be_settled(self, cast: Cast) -> None:
        intake = read_in(cast)
        assert codes(intake, blocking=True) == {"header", "unseen", "no_lead", "owner"}
        assert "numbering" in codes(intake, blocking=False)

    def test_each_question_about_an_item_leads_to_it(self, cast: Cast) -> None:
        intake = read_in(cast)
        asked = {one.item for one in open_questions(intake) if one.code == "unseen"}
        assert asked == set(intake.items.values_list("pk", flat=True))

    def test_nothing_stands_in_the_way_once_all_is_answered(self, cast: Cast) -> None:
        intake = read_in(cast)
        answer_everything(cast, intake)
        assert codes(intake, blocking=True) == set()

    def test_a_task_that_nobody_leads_must_be_assigned_or_marked_common(self, cast: Cast) -> None:
        intake = read_in(cast)
        item = a_task(intake, "Tăng cường tuyên truyền")
        assert item.data["lead"] == []
        assert "no_lead" in codes(intake, blocking=True)
        actions.edit_item(by=cast.lan, item=item, at=AT, data={"common": True})
        assert "no_lead" not in codes(intake, blocking=True)

    def test_a_deadline_outside_the_period_is_told(self, cast: Cast) -> None:
        intake = read_in(cast)
        actions.edit_item(by=cast.lan, item=a_target(intake), at=AT, data={"deadline": "2031"})
        assert "outside" in codes(intake, blocking=False)

    def test_a_report_without_a_date_is_told(self, cast: Cast) -> None:
        intake = read_in(cast)
        item = intake.items.filter(kind=ItemKind.REPORT)[0]
        actions.edit_item(by=cast.lan, item=item, at=AT, data={"due": ""})
        assert "no_due" in codes(intake, blocking=False)

    def test_a_target_that_nobody_measures_is_told(self, cast: Cast) -> None:
        intake = read_in(cast)
        asked = {one.item for one in open_questions(intake) if one.code == "no_measure"}
        assert a_target(intake).pk in asked

    def test_a_target_that_names_its_agency_is_measured(self, cast: Cast) -> None:
        text = PLAN.replace("100% tin báo", "100% tin báo gửi Công an tỉnh")
        intake = read_in(cast, text)
        targets = list(intake.items.filter(kind=ItemKind.TARGET))
        asked = {one.item for one in open_questions(intake) if one.code == "no_measure"}
        assert [target.pk in asked for target in targets] == [True, False]

    def test_the_same_stretch_twice_is_told(self, cast: Cast) -> None:
        intake = read_in(cast)
        item = a_task(intake)
        actions.add_item(
            by=cast.lan, intake=intake, at=AT, kind=ItemKind.TASK, start=item.start, end=item.end
        )
        assert "twice" in codes(intake, blocking=False)

    def test_a_body_that_is_gone_on_that_day_is_told_with_its_successor(self, cast: Cast) -> None:
        text = PLAN.replace("2. Công an tỉnh", "2. Sở Lao động - Thương binh và Xã hội")
        intake = read_in(cast, text)
        notes = [one.message for one in open_questions(intake) if one.code == "gone"]
        assert notes
        assert any("Sở Lao động - Thương binh và Xã hội:" in note for note in notes)

    def test_rejected_items_ask_nothing(self, cast: Cast) -> None:
        intake = read_in(cast)
        for item in intake.items.all():
            actions.reject_item(by=cast.lan, item=item, at=AT)
        assert codes(intake, blocking=True) == {"header", "nothing"}

    def test_a_period_that_is_not_printed_is_asked_for(self, cast: Cast) -> None:
        intake = read_in(cast, PLAN.replace(" năm 2026", ""))
        Intake.objects.filter(pk=intake.pk).update(header={**intake.header, "period": None})
        intake.refresh_from_db()
        messages = [one.message for one in open_questions(intake) if one.code == "header"]
        assert any("Thời kỳ" in message for message in messages)


class TestConfirmation:
    def test_the_plan_holds_what_was_accepted_and_nothing_else(self, cast: Cast) -> None:
        intake = read_in(cast)
        answer_everything(cast, intake)
        actions.reject_item(by=cast.lan, item=a_task(intake), at=AT)
        actions.edit_item(
            by=cast.lan, item=a_target(intake), at=AT, data={"value": "72,5".replace(",", ".")}
        )
        plan = actions.confirm_intake(by=cast.lan, intake=intake, at=AT)
        assert plan.key == "12-kh-ubnd-2026"
        assert (plan.number, plan.issued_on) == ("12/KH-UBND", "2026-01-15")
        assert (plan.period_from, plan.period_to) == (2026, 2026)
        target = plan.targets.all()[0]
        assert str(target.value) == "72.5000"
        assert target.text == plan.text[target.start : target.end]
        assert not plan.tasks.filter(text__contains="Tổ chức tập huấn").exists()
        assert plan.budget.get().amount_vnd == 500_000_000
        assert plan.legal_bases.get().number == "1629/QĐ-TTg"
        led = plan.tasks.get(text__contains="Đấu tranh").owners.get(role="lead")
        assert led.agency == cast.police
        assert Event.objects.filter(verb="confirm", object_type="plans.plan").count() == 1

    def test_a_second_press_returns_the_same_plan(self, cast: Cast) -> None:
        intake = read_in(cast)
        answer_everything(cast, intake)
        first = actions.confirm_intake(by=cast.lan, intake=intake, at=AT)
        second = actions.confirm_intake(by=cast.thao, intake=intake, at=AT, version=1)
        assert first == second
        assert Plan.objects.count() == 1

    def test_open_questions_stand_in_the_way_and_nothing_is_half_saved(self, cast: Cast) -> None:
        intake = read_in(cast)
        with pytest.raises(DomainError, match=r"còn \d+ việc phải làm"):
            actions.confirm_intake(by=cast.lan, intake=intake, at=AT)
        intake.refresh_from_db()
        assert intake.state == IntakeState.REVIEW
        assert not Plan.objects.exists()

    def test_an_officer_who_saw_an_older_state_learns_who_changed_it(self, cast: Cast) -> None:
        intake = read_in(cast)
        answer_everything(cast, intake)
        intake.refresh_from_db()
        seen = intake.version
        actions.edit_item(by=cast.thao, item=a_target(intake), at=AT, data={"value": "71"})
        with pytest.raises(WrongStateError, match="Lê Phương Thảo"):
            actions.confirm_intake(by=cast.lan, intake=intake, at=AT, version=seen)
        assert not Plan.objects.exists()

    def test_two_plans_of_one_number_get_keys_of_their_own(self, cast: Cast) -> None:
        assert [a_plan(cast).key, a_plan(cast).key] == ["12-kh-ubnd-2026", "12-kh-ubnd-2026-2"]

    def test_a_plan_without_number_is_named_by_its_title(self, cast: Cast) -> None:
        intake = read_in(cast)
        answer_everything(cast, intake)
        fields = {"number": "", "date": "", "title": "Tin về phòng, chống mại dâm"}
        actions.edit_header(by=cast.lan, intake=intake, at=AT, fields=fields)
        plan = actions.confirm_intake(by=cast.lan, intake=intake, at=AT)
        assert plan.key == "tin-ve-phong-chong-mai-dam-2026"
        assert plan.number == plan.issued_on == ""

    def test_an_amending_plan_names_the_one_it_supersedes(self, cast: Cast) -> None:
        earlier = a_plan(cast)
        intake = read_in(cast)
        answer_everything(cast, intake)
        later = actions.confirm_intake(by=cast.lan, intake=intake, at=AT, supersedes=earlier)
        assert list(earlier.superseded_by.all()) == [later]

    def test_a_reading_becomes_a_plan_by_its_own_agency_only(self, cast: Cast) -> None:
        intake = read_in(cast)
        answer_everything(cast, intake)
        for user in (cast.yen, cast.minh, cast.cuong):
            with pytest.raises(PermissionDenied):
                actions.confirm_intake(by=user, intake=intake, at=AT)

    def test_after_confirmation_items_change_no_more(self, cast: Cast) -> None:
        plan = a_plan(cast)
        with pytest.raises(WrongStateError, match="đã xác nhận"):
            actions.edit_item(by=cast.lan, item=a_target(plan.intake), at=AT, data={"value": "1"})
        with pytest.raises(WrongStateError):
            actions.undo(by=cast.lan, intake=plan.intake, at=AT)


class TestImmutability:
    def test_no_action_offers_to_change_a_plan(self) -> None:
        offered = {name for name in actions.__all__ if "plan" in name}
        assert offered == set()

    def test_printed_rows_refuse_every_update(self, cast: Cast) -> None:
        plan = a_plan(cast)
        task = plan.tasks.all()[0]
        plan.title, task.text = "Tên khác", "khác"
        attempts = (
            plan.save,
            task.save,
            lambda: Plan.objects.filter(pk=plan.pk).update(title="Tên khác"),
            lambda: Plan.objects.bulk_update([plan], ["title"]),
            lambda: PrintedTarget.objects.update(value=1),
            lambda: PrintedTask.objects.all().delete(),
        )
        for attempt in attempts:
            with pytest.raises(PrintedRowChangedError), transaction.atomic():
                attempt()
        plan.refresh_from_db()
        assert plan.title != "Tên khác"


def test_the_province_reads_confirmed_plans_and_nobody_else_does(cast: Cast) -> None:
    plan = a_plan(cast)
    for name, user in cast.everybody.items():
        assert visible_to(user).filter(pk=plan.pk).exists() is (
            name not in {"outsider", "auditor", "administrator"}
        ), name


def test_nothing_is_lost_between_reading_and_plan(cast: Cast) -> None:
    intake = read_in(cast)
    read = {
        kind: IntakeItem.objects.filter(intake=intake, kind=kind).count()
        for kind in ItemKind.values
    }
    answer_everything(cast, intake)
    plan = actions.confirm_intake(by=cast.lan, intake=intake, at=AT)
    assert read == {
        "target": plan.targets.count(),
        "qualitative": plan.qualitative.count(),
        "task": plan.tasks.count(),
        "report": plan.report_duties.count(),
        "budget": plan.budget.count(),
        "legal_basis": plan.legal_bases.count(),
    }
