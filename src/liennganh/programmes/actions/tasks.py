"""An agency answers its task; a second person checks the answer."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency, Mode
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.documents.models import Document
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.assigning import mode_of
from liennganh.programmes.models import (
    AssignmentState,
    Task,
    TaskAssignment,
    TaskRole,
    TaskUpdate,
)
from liennganh.programmes.rules import leads, may_answer, may_be_led_by, may_check

DONE = 100
# From which states an agency may go on reporting.
_ANSWERABLE = (
    AssignmentState.OPEN,
    AssignmentState.DOING,
    AssignmentState.RETURNED,
    AssignmentState.REPORTED,
)


def _moved_on() -> WrongStateError:
    return WrongStateError(
        _(
            "Nhiệm vụ này vừa được người khác cập nhật. Hãy mở lại trang để xem nội dung mới rồi "
            "nhập tiếp; chưa có gì của bạn bị ghi đè."
        )
    )


@transaction.atomic
def report_progress(
    *,
    by: User,
    assignment: TaskAssignment,
    progress: int,
    note: str,
    at: dt.datetime,
    version: int,
    evidence: Sequence[Document] = (),
) -> TaskUpdate:
    """Say how far the task is (percent) and what was done; 100 asks for the second person's check.

    Raises:
        PermissionDenied: the task belongs to another agency.
        DomainError: the percentage is outside 0–100, a finished task says nothing of itself, or
            a piece of evidence is another agency's.
        WrongStateError: somebody else wrote in between, or the task is already checked.

    """
    if not may_answer(by, assignment):
        raise PermissionDenied
    if not 0 <= progress <= DONE:
        raise DomainError(_("Tiến độ là số từ 0 đến 100 (%)."), field="progress")
    if progress == DONE and not note.strip():
        raise DomainError(
            _("Hãy ghi kết quả thực hiện để người kiểm tra có căn cứ xác nhận."), field="note"
        )
    if any(document.agency_id != assignment.agency_id for document in evidence):
        raise DomainError(_("Minh chứng phải là tệp của cơ quan mình."), field="evidence")
    state = AssignmentState.REPORTED if progress == DONE else AssignmentState.DOING
    changed = TaskAssignment.objects.filter(
        pk=assignment.pk, version=version, state__in=_ANSWERABLE
    ).update(state=state, progress=progress, version=version + 1)
    if not changed:
        raise _moved_on()
    return _log_update(by, assignment, state, progress, note, at, evidence, Verb.PROGRESS)


@transaction.atomic
def check_assignment(
    *,
    by: User,
    assignment: TaskAssignment,
    accept: bool,
    note: str,
    at: dt.datetime,
    version: int | None = None,
) -> TaskUpdate:
    """Accept a reported task, or give it back with a reason.

    ``version`` is the one that was read: nobody accepts an answer that she has not seen. None is
    the one of ``assignment``.

    Raises:
        PermissionDenied: not the lead agency, or the same person who reported.
        DomainError: given back without a reason.
        WrongStateError: the task is not waiting for a check any more.

    """
    if not leads(by, assignment.task.programme):
        raise PermissionDenied
    seen = assignment.version if version is None else version
    if assignment.state != AssignmentState.REPORTED or seen != assignment.version:
        raise _moved_on()
    if not may_check(by, assignment):
        raise PermissionDenied
    if not accept and not note.strip():
        raise DomainError(_("Hãy ghi lý do trả lại để cơ quan biết cần bổ sung gì."), field="note")
    state = AssignmentState.CHECKED if accept else AssignmentState.RETURNED
    progress = assignment.progress
    changed = TaskAssignment.objects.filter(
        pk=assignment.pk, state=AssignmentState.REPORTED, version=seen
    ).update(state=state, version=seen + 1)
    if not changed:
        raise _moved_on()
    return _log_update(by, assignment, state, progress, note, at, (), Verb.CHECK)


def _log_update(
    by: User,
    assignment: TaskAssignment,
    state: AssignmentState,
    progress: int,
    note: str,
    at: dt.datetime,
    evidence: Sequence[Document],
    verb: Verb,
) -> TaskUpdate:
    before = {"state": assignment.state, "progress": assignment.progress}
    assignment.refresh_from_db(fields=["state", "progress", "version"])
    update = TaskUpdate.objects.create(
        assignment=assignment, at=at, by=by, state=state, progress=progress, note=note.strip()
    )
    update.evidence.set(evidence)
    record(
        by=by,
        verb=verb,
        obj=assignment,
        at=at,
        before=before,
        after={
            "state": state,
            "progress": progress,
            "note": note.strip(),
            "evidence": [document.pk for document in evidence],
        },
    )
    return update


@transaction.atomic
def set_task_day(*, by: User, task: Task, due_on: dt.date | None, at: dt.datetime) -> Task:
    """Give a task a day, or make it a standing duty (no day).

    Raises:
        PermissionDenied: the user does not run the programme.
        DomainError: the day lies before the programme begins.

    """
    if not leads(by, task.programme):
        raise PermissionDenied
    if due_on is not None and due_on < task.programme.starts_on:
        raise DomainError(_("Thời hạn đứng trước ngày bắt đầu chương trình."), field="due_on")
    before = {"due_on": task.due_on, "standing": task.standing, "cycle": task.cycle}
    task.due_on, task.standing = due_on, due_on is None
    if due_on is not None:  # one day instead of those that come back
        task.cycle = task.each_year = ""
        task.until = None
    task.save(update_fields=["due_on", "standing", "cycle", "each_year", "until"])
    record(
        by=by,
        verb=Verb.UPDATE,
        obj=task,
        at=at,
        before=before,
        after={"due_on": task.due_on, "standing": task.standing, "cycle": task.cycle},
    )
    return task


@transaction.atomic
def assign_task(
    *, by: User, task: Task, agency: Agency, role: str, mode: str, at: dt.datetime
) -> TaskAssignment:
    """Give a task to one more agency, or change the role of one that has it; its answers stay.

    Raises:
        PermissionDenied: the user does not run the programme.
        DomainError: the agency is another province's, or one that is asked was to be ordered.

    """
    if not leads(by, task.programme):
        raise PermissionDenied
    if role not in TaskRole.values or mode not in Mode.values:
        raise ValueError(f"unknown role {role!r} or mode {mode!r}")
    if not may_be_led_by(by, agency):
        raise DomainError(
            _("%(agency)s không thuộc tỉnh của cơ quan bạn.") % {"agency": agency.name},
            field="agency",
        )
    if mode_of(mode, agency) != mode:
        raise DomainError(
            _(
                "%(agency)s không thuộc hệ thống hành chính nên chỉ đề nghị, không giao. Hãy chọn "
                "“đề nghị”."
            )
            % {"agency": agency.name},
            field="mode",
        )
    held = TaskAssignment.objects.filter(task=task, agency=agency).first()
    before = {"role": held.role, "mode": held.mode} if held else None
    assignment, _created = TaskAssignment.objects.update_or_create(
        task=task, agency=agency, defaults={"role": role, "mode": mode}
    )
    record(
        by=by,
        verb=Verb.ASSIGN,
        obj=assignment,
        at=at,
        before=before,
        after={"agency": agency.key, "role": role, "mode": mode},
    )
    return assignment
