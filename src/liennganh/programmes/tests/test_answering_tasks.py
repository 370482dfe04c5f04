"""An agency answers, a second person checks."""

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.audit.models import Event
from liennganh.documents.actions import store_document
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.actions import (
    assign_task,
    check_assignment,
    report_progress,
    set_task_day,
)
from liennganh.programmes.models import AssignmentState, TaskAssignment, TaskUpdate
from liennganh.programmes.queries import is_late, task_progress

from .factories import NOW, Work, make_work


@pytest.fixture
def work(cast: Cast) -> Work:
    return make_work(cast)


def _report(share: TaskAssignment, by: User, progress: int = 100, **changes: Any) -> TaskUpdate:
    values: dict[str, Any] = {"note": "Đã kiểm tra 40 cơ sở.", "version": share.version, "at": NOW}
    return report_progress(by=by, assignment=share, progress=progress, **values | changes)


def test_half_done_is_under_way_and_wholly_done_waits_for_a_check(cast: Cast, work: Work) -> None:
    _report(work.police, cast.cuong, 40)
    assert (work.police.state, work.police.progress) == (AssignmentState.DOING, 40)
    _report(work.police, cast.cuong, 100)
    assert work.police.state == AssignmentState.REPORTED
    assert work.police.updates.count() == 2


def test_finished_work_says_what_was_done(cast: Cast, work: Work) -> None:
    with pytest.raises(DomainError) as refused:
        _report(work.police, cast.cuong, 100, note="  ")
    assert refused.value.field == "note"


@pytest.mark.parametrize("progress", [-1, 101])
def test_progress_is_a_percentage(cast: Cast, work: Work, progress: int) -> None:
    with pytest.raises(DomainError) as refused:
        _report(work.police, cast.cuong, progress)
    assert refused.value.field == "progress"


@pytest.mark.parametrize(
    "who",
    ["programme_officer", "leader", "commune_officer", "inspector", "tip_receiver",
     "social_worker", "auditor", "administrator", "outsider"],
)  # fmt: skip
def test_only_officers_of_the_agency_answer_its_task(cast: Cast, work: Work, who: str) -> None:
    with pytest.raises(PermissionDenied):
        _report(work.police, cast.everybody[who])
    work.police.refresh_from_db()
    assert work.police.state == AssignmentState.OPEN


def test_the_second_to_write_learns_that_somebody_was_faster(cast: Cast, work: Work) -> None:
    _report(work.police, cast.cuong, 30)
    with pytest.raises(WrongStateError, match="chưa có gì của bạn bị ghi đè"):
        _report(work.police, cast.cuong, 50, version=1)
    work.police.refresh_from_db()
    assert work.police.progress == 30


def test_evidence_is_of_the_agency_itself(cast: Cast, work: Work) -> None:
    foreign = store_document(
        by=None, agency=cast.court, direction="evidence", filename="a.pdf", content=b"a", at=NOW
    )
    with pytest.raises(DomainError) as refused:
        _report(work.police, cast.cuong, evidence=[foreign])
    assert refused.value.field == "evidence"


def test_a_second_person_accepts(cast: Cast, work: Work) -> None:
    _report(work.police, cast.cuong)
    check_assignment(by=cast.lan, assignment=work.police, accept=True, note="", at=NOW)
    assert work.police.state == AssignmentState.CHECKED
    with pytest.raises(WrongStateError):
        _report(work.police, cast.cuong, 50)


def test_nobody_checks_her_own_answer(cast: Cast, work: Work) -> None:
    _report(work.health, cast.lan)
    with pytest.raises(PermissionDenied):
        check_assignment(by=cast.lan, assignment=work.health, accept=True, note="", at=NOW)
    check_assignment(by=cast.thao, assignment=work.health, accept=True, note="", at=NOW)
    assert work.health.state == AssignmentState.CHECKED


def test_giving_back_needs_a_reason_and_opens_the_task_again(cast: Cast, work: Work) -> None:
    _report(work.police, cast.cuong)
    with pytest.raises(DomainError) as refused:
        check_assignment(by=cast.lan, assignment=work.police, accept=False, note="", at=NOW)
    assert refused.value.field == "note"
    check_assignment(
        by=cast.lan, assignment=work.police, accept=False, note="Thiếu danh sách.", at=NOW
    )
    assert work.police.state == AssignmentState.RETURNED
    _report(work.police, cast.cuong)
    assert work.police.state == AssignmentState.REPORTED


@pytest.mark.parametrize(
    "who",
    ["leader", "agency_officer", "commune_officer", "inspector", "tip_receiver", "social_worker",
     "auditor", "administrator", "outsider"],
)  # fmt: skip
def test_only_the_lead_agency_checks(cast: Cast, work: Work, who: str) -> None:
    _report(work.police, cast.cuong)
    with pytest.raises(PermissionDenied):
        check_assignment(
            by=cast.everybody[who], assignment=work.police, accept=True, note="", at=NOW
        )


def test_what_waits_for_no_check_cannot_be_checked(cast: Cast, work: Work) -> None:
    with pytest.raises(WrongStateError):
        check_assignment(by=cast.lan, assignment=work.police, accept=True, note="", at=NOW)


def test_two_checkers_at_once_do_not_overrule_each_other(cast: Cast, work: Work) -> None:
    _report(work.police, cast.cuong)
    second = TaskAssignment.objects.get(pk=work.police.pk)
    check_assignment(by=cast.lan, assignment=work.police, accept=True, note="", at=NOW)
    with pytest.raises(WrongStateError):
        check_assignment(by=cast.thao, assignment=second, accept=False, note="Thiếu", at=NOW)
    second.refresh_from_db()
    assert second.state == AssignmentState.CHECKED


def test_late_is_computed_from_the_day_and_ends_with_the_answer() -> None:
    due = dt.date(2026, 3, 31)
    assert not is_late(due, "open", due)
    assert is_late(due, "doing", dt.date(2026, 4, 1))
    assert is_late(due, "returned", dt.date(2026, 4, 1))
    assert not is_late(due, "reported", dt.date(2026, 4, 1))
    assert not is_late(None, "open", dt.date(2026, 4, 1))


def test_progress_of_a_programme_is_counted_by_state(cast: Cast, work: Work) -> None:
    _report(work.police, cast.cuong)
    _report(work.communes[0], cast.hoa, 20)
    assert task_progress(work.programme) == {
        "open": 4, "doing": 1, "reported": 1, "returned": 0, "checked": 0,
    }  # fmt: skip


def test_the_lead_agency_gives_a_task_a_day_or_makes_it_standing(cast: Cast, work: Work) -> None:
    task = work.health.task
    set_task_day(by=cast.lan, task=task, due_on=dt.date(2026, 6, 30), at=NOW)
    task.refresh_from_db()
    assert (task.due_on, task.standing) == (dt.date(2026, 6, 30), False)
    set_task_day(by=cast.lan, task=task, due_on=None, at=NOW)
    task.refresh_from_db()
    assert (task.due_on, task.standing) == (None, True)
    with pytest.raises(DomainError):
        set_task_day(by=cast.lan, task=task, due_on=dt.date(2025, 12, 31), at=NOW)
    with pytest.raises(PermissionDenied):
        set_task_day(by=cast.cuong, task=task, due_on=None, at=NOW)


def test_one_more_agency_is_given_the_task_and_a_role_changed(cast: Cast, work: Work) -> None:
    task = work.health.task
    assign_task(by=cast.lan, task=task, agency=cast.police, role="support", mode="giao", at=NOW)
    added = TaskAssignment.objects.get(task=task, agency=cast.police)
    assert (added.role, added.state) == ("support", "open")
    _report(added, cast.cuong, 50)
    assign_task(by=cast.lan, task=task, agency=cast.police, role="lead", mode="giao", at=NOW)
    added.refresh_from_db()
    assert (added.role, added.progress, added.state) == ("lead", 50, "doing")
    assert Event.objects.filter(verb="assign").latest("seq").before == {
        "role": "support",
        "mode": "giao",
    }


def test_a_court_is_never_ordered(cast: Cast, work: Work) -> None:
    with pytest.raises(DomainError) as refused:
        assign_task(
            by=cast.lan, task=work.health.task, agency=cast.court, role="support", mode="giao",
            at=NOW,
        )  # fmt: skip
    assert refused.value.field == "mode"


def test_no_work_is_given_to_another_province_or_by_anybody_else(cast: Cast, work: Work) -> None:
    task = work.health.task
    with pytest.raises(DomainError):
        assign_task(
            by=cast.lan, task=task, agency=cast.outside_agency, role="lead", mode="giao", at=NOW
        )
    with pytest.raises(PermissionDenied):
        assign_task(by=cast.cuong, task=task, agency=cast.police, role="lead", mode="giao", at=NOW)
