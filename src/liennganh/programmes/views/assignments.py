"""One agency's share of a task: its answers, their evidence, and the check."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from liennganh.accounts.views import PersonRequest
from liennganh.audit.queries import history_of
from liennganh.documents.actions import store_document
from liennganh.documents.models import Direction, Document
from liennganh.documents.queries import served_type
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.actions import check_assignment, report_progress
from liennganh.programmes.forms import AnswerForm, CheckForm
from liennganh.programmes.models import AssignmentState, TaskAssignment, TaskUpdate
from liennganh.programmes.queries import is_late
from liennganh.programmes.rules import leads, may_answer, may_check

from .fetching import about, get_assignment, sentence_url

if TYPE_CHECKING:  # generic in the stubs only
    from django.core.files.uploadedfile import UploadedFile

_NAMED = 12  # of those who share the task; the rest are counted
_UPDATES = 100
_EVENTS = 50


@require_http_methods(["GET", "POST"])
def assignment(request: PersonRequest, pk: int) -> HttpResponse:
    """Show a share of a task, take the agency's answer or the second person's check."""
    share = get_assignment(request, pk)
    answer_form = AnswerForm(initial={"progress": share.progress, "version": share.version})
    check_form = CheckForm(initial={"version": share.version})
    status = 200
    if request.method == "POST":
        checking = request.POST.get("what") in {"accept", "return"}
        if not (
            leads(request.user, share.task.programme)
            if checking
            else may_answer(request.user, share)
        ):
            raise PermissionDenied
        form: AnswerForm | CheckForm
        if checking:
            form = check_form = CheckForm(request.POST)
        else:
            form = answer_form = AnswerForm(request.POST, request.FILES)
        try:
            if form.is_valid() and (
                _check(request, share, form) if checking else _answer(request, share, form)
            ):
                return redirect("programmes:assignment", share.pk)
        except WrongStateError as error:
            # What was typed stays on the page, under what has become of the task meanwhile.
            share = get_assignment(request, pk)
            form.add_error(None, error.message)
            # Sent again from this page, it is said of what this page shows.
            form.data = {**dict(form.data.items()), "version": str(share.version)}
            status = 409
    return _page(request, share, answer_form, check_form, status)


def _answer(request: PersonRequest, share: TaskAssignment, form: AnswerForm | CheckForm) -> bool:
    if not may_answer(request.user, share):
        raise PermissionDenied
    given, at = form.cleaned_data, timezone.now()
    try:
        # Files and answer together or not at all; the bytes of a refused one are no document.
        with transaction.atomic():
            report_progress(
                by=request.user,
                assignment=share,
                progress=given["progress"],
                note=given["note"],
                evidence=[_store(request, share, file, at) for file in given["evidence"]],
                version=given["version"],
                at=at,
            )
    except WrongStateError:
        raise
    except DomainError as error:
        field = "evidence" if error.field == "file" else error.field
        form.add_error(field, error.message)
        return False
    messages.success(
        request,
        _("Đã gửi, chờ cơ quan chủ trì kiểm tra.")
        if share.state == AssignmentState.REPORTED
        else _("Đã lưu tiến độ."),
    )
    return True


def _store(
    request: PersonRequest, share: TaskAssignment, file: "UploadedFile[Any]", at: dt.datetime
) -> Document:
    return store_document(
        by=request.user,
        agency=share.agency,
        direction=Direction.EVIDENCE,
        filename=file.name or "",
        content=file.read(),
        at=at,
        title=_("Minh chứng: %(task)s") % {"task": share.task},
    )


def _check(request: PersonRequest, share: TaskAssignment, form: AnswerForm | CheckForm) -> bool:
    accept = request.POST["what"] == "accept"
    try:
        check_assignment(
            by=request.user,
            assignment=share,
            accept=accept,
            note=form.cleaned_data["note"],
            version=form.cleaned_data["version"],
            at=timezone.now(),
        )
    except WrongStateError:
        raise
    except DomainError as error:
        form.add_error(error.field, error.message)
        return False
    messages.success(request, _("Đã xác nhận kết quả.") if accept else _("Đã trả lại để bổ sung."))
    return True


def _page(
    request: PersonRequest,
    share: TaskAssignment,
    answer_form: AnswerForm,
    check_form: CheckForm,
    status: int,
) -> HttpResponse:
    task, user = share.task, request.user
    others = task.assignments.exclude(pk=share.pk).select_related("agency").order_by("role", "pk")
    named = list(others[:_NAMED])
    answerable = share.state != AssignmentState.CHECKED
    context = {
        "share": share,
        "task": task,
        "late": is_late(task.due_on, share.state, timezone.localdate()),
        "others": named,
        "more_others": others.count() - len(named),
        "updates": share.updates.select_related("by").prefetch_related("evidence__file")[:_UPDATES],
        "answer_form": answer_form if may_answer(user, share) and answerable else None,
        "check_form": check_form if may_check(user, share) else None,
        "sentence_url": sentence_url(task),
        "events": history_of(share)[:_EVENTS],
    }
    return render(
        request, "programmes/assignment.html", about(request, task.programme) | context,
        status=status,
    )  # fmt: skip


@require_GET
def evidence(request: PersonRequest, pk: int, document: int) -> HttpResponseBase:
    """Hand out a piece of evidence to those who see the share it proves; always to be saved."""
    share = get_assignment(request, pk)
    proofs = TaskUpdate.evidence.through.objects.filter(taskupdate__assignment=share)
    documents = Document.objects.filter(pk__in=proofs.values("document"))
    return hand_out(get_object_or_404(documents.select_related("file"), pk=document))


def hand_out(found: Document) -> FileResponse:
    """Give a piece of evidence as a file to be saved, never to be shown by the browser.

    Raises:
        DomainError: its bytes are gone from the store.

    """
    try:
        stored = default_storage.open(found.file.path)
    except FileNotFoundError as error:
        raise DomainError(
            _("Không thấy tệp trong kho lưu trữ. Hãy báo quản trị hệ thống.")
        ) from error
    response = FileResponse(
        stored,
        as_attachment=True,
        filename=found.filename,
        content_type=served_type(found.filename),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
