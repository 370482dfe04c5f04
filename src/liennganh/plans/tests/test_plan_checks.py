"""What an officer should ask about: each check with an example made for it."""

from typing import Any

import pytest
from tests.cast import Cast

from liennganh.plans import actions, values
from liennganh.plans.models import Intake, IntakeItem, ItemKind, ItemState
from liennganh.plans.queries import open_questions
from liennganh.plans.tests.samples import AT, PLAN, a_target, read_in
from liennganh.plans.tests.test_asking import MEANING, with_meaning


def asked(intake: Intake, code: str) -> list[str]:
    return [one.message for one in open_questions(intake) if one.code == code]


def add(intake: Intake, kind: str, words: str, /, **data: Any) -> IntakeItem:
    """Add an item at some words of the plan, with these data."""
    start = intake.text.index(words)
    return IntakeItem.objects.create(
        intake=intake,
        kind=kind,
        start=start,
        end=start + len(words),
        state=ItemState.ACCEPTED,
        section=["III. KINH PHÍ"],
        data=values.clean(kind, data),
    )


@pytest.fixture
def intake(cast: Cast) -> Intake:
    """Read a plan in and leave none of its items, so that each test makes its own."""
    found = read_in(cast)
    found.items.all().delete()
    return found


def report(intake: Intake, **data: Any) -> None:
    add(intake, ItemKind.REPORT, "Báo cáo kết quả thực hiện quý", kind="quarterly", **data)


def test_a_report_without_a_date_is_told(intake: Intake) -> None:
    report(intake, due="", recipients=["Sở Y tế"])
    assert asked(intake, "no_due")
    assert not asked(intake, "no_recipient")


def test_a_report_that_nobody_receives_is_told(intake: Intake) -> None:
    report(intake, due="11-15")
    assert asked(intake, "no_recipient")
    assert not asked(intake, "no_due")


def test_a_report_through_somebody_is_received(intake: Intake) -> None:
    report(intake, due="11-15", through=["Sở Y tế"])
    assert not asked(intake, "no_recipient")


def test_a_target_nobody_measures_and_a_task_nobody_leads_are_told(cast: Cast) -> None:
    intake = read_in(cast)
    assert asked(intake, "no_measure")
    assert asked(intake, "no_lead")


def test_a_body_that_is_gone_is_told_with_who_took_over(cast: Cast) -> None:
    text = PLAN.replace("2. Công an tỉnh", "2. Sở Lao động - Thương binh và Xã hội")
    (message,) = asked(read_in(cast, text), "gone")
    assert "không còn từ ngày" in message
    assert "Sở Nội vụ" in message or "Sở Y tế" in message


def test_a_deadline_outside_the_period_is_told_and_one_each_year_is_not(intake: Intake) -> None:
    add(intake, ItemKind.TASK, "Tổ chức tập huấn", lead=["Sở Y tế"], deadline="2031")
    add(intake, ItemKind.TASK, "Đấu tranh, triệt phá", lead=["Sở Y tế"], deadline="05-15")
    assert len(asked(intake, "outside")) == 1


class TestPercentages:
    def test_a_percentage_without_a_whole_is_told(self, cast: Cast) -> None:
        target = with_meaning(a_target(read_in(cast)), denominator="")
        assert any("Ít nhất 70%" in one for one in asked(target.intake, "no_whole"))

    def test_one_that_is_asked_for_anyway_is_not_told_twice(self, cast: Cast) -> None:
        target = with_meaning(a_target(read_in(cast)), "denominator", denominator="")
        assert not any("Ít nhất 70%" in one for one in asked(target.intake, "no_whole"))

    def test_the_answer_of_the_office_is_a_whole(self, cast: Cast) -> None:
        target = with_meaning(a_target(read_in(cast)), "denominator", denominator="")
        actions.answer_ask(
            by=cast.lan, item=target, at=AT, ask="denominator", answer="số xã, phường"
        )
        assert not any("Ít nhất 70%" in one for one in asked(target.intake, "no_whole"))


class TestMoney:
    def test_a_total_that_its_parts_do_not_make_is_told(self, intake: Intake) -> None:
        add(intake, ItemKind.BUDGET, "năm 2026 là 500", amount_vnd="10000", standing="total")
        for words, amount in (("000.000 đồng", "4000"), ("ngân sách tỉnh.", "5000")):
            add(intake, ItemKind.BUDGET, words, amount_vnd=amount, standing="part")
        (message,) = asked(intake, "money")
        assert "Tổng 10.000 đồng, 2 khoản bên trong cộng lại 9.000 đồng." in message

    def test_one_that_adds_up_is_not(self, intake: Intake) -> None:
        add(intake, ItemKind.BUDGET, "năm 2026 là 500", amount_vnd="9000", standing="total")
        for words, amount in (("000.000 đồng", "4000"), ("ngân sách tỉnh.", "5000")):
            add(intake, ItemKind.BUDGET, words, amount_vnd=amount, standing="part")
        assert not asked(intake, "money")


def path(intake: Intake, comparator: str, *steps: tuple[str, str], **data: Any) -> None:
    """Add targets on one subject, one for each (deadline, value)."""
    for deadline, value in steps:
        add(
            intake, ItemKind.TARGET, "Ít nhất 70% số xã, phường", comparator=comparator,
            value=value, unit="percent", deadline=deadline, meaning=MEANING, **data,
        )  # fmt: skip


class TestTargets:
    def test_one_target_with_two_values_is_told(self, intake: Intake) -> None:
        path(intake, ">=", ("2026", "70"), ("2026", "80"))
        (message,) = asked(intake, "conflict")
        assert "ít nhất 70% và ít nhất 80%" in message

    def test_the_same_value_twice_or_another_year_is_not(self, intake: Intake) -> None:
        path(intake, ">=", ("2026", "70"), ("2026", "70"), ("2027", "80"))
        assert not asked(intake, "conflict")
        assert not asked(intake, "backwards")

    @pytest.mark.parametrize(
        ("comparator", "steps"),
        [
            (">=", (("2026", "70"), ("2027", "60"))),
            ("<=", (("2026", "5"), ("2027", "8"))),
            ("=", (("2026", "70"), ("2027", "80"), ("2028", "75"))),
        ],
    )
    def test_a_path_that_goes_backwards_is_told(
        self, intake: Intake, comparator: str, steps: tuple[tuple[str, str], ...]
    ) -> None:
        path(intake, comparator, *steps)
        assert len(asked(intake, "backwards")) == 1

    @pytest.mark.parametrize(
        ("comparator", "steps"),
        [
            ("<=", (("2026", "8"), ("2027", "5"))),
            ("=", (("2026", "80"), ("2027", "70"))),
            ("-", (("2026", "5"), ("2027", "3"))),
        ],
    )
    def test_a_path_that_goes_on_is_not(
        self, intake: Intake, comparator: str, steps: tuple[tuple[str, str], ...]
    ) -> None:
        path(intake, comparator, *steps)
        assert not asked(intake, "backwards")

    def test_targets_on_different_subjects_are_not_compared(self, intake: Intake) -> None:
        path(intake, ">=", ("2026", "70"))
        add(
            intake, ItemKind.TARGET, "100% tin báo, tố giác", comparator=">=", value="60",
            unit="percent", deadline="2026", meaning={**MEANING, "numerator": "tin báo"},
        )  # fmt: skip
        assert not asked(intake, "conflict")


def test_nothing_of_this_stands_in_the_way(intake: Intake) -> None:
    report(intake)
    path(intake, ">=", ("2026", "70"), ("2026", "80"), ("2027", "60"))
    codes = {one.code for one in open_questions(intake) if one.blocking}
    assert not codes & {"no_due", "no_recipient", "conflict", "backwards", "money", "asked"}
