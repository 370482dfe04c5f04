"""One target without a figure: the proof that its lead hands in, and the verdict on it."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from liennganh.accounts.views import PersonRequest
from liennganh.agencies import queries as agencies
from liennganh.audit.queries import history_of
from liennganh.documents.actions import store_document
from liennganh.documents.models import Direction, Document
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.actions import judge_proof, set_result, submit_proof
from liennganh.programmes.forms import ProofForm, SetResultForm, VerdictForm
from liennganh.programmes.models import ExpectedResult, ResultState, ResultUpdate
from liennganh.programmes.queries import is_result_late
from liennganh.programmes.rules import leads, may_recognise, may_see_proof, may_submit_proof

from .assignments import hand_out
from .fetching import about, address

if TYPE_CHECKING:  # generic in the stubs only
    from django.core.files.uploadedfile import UploadedFile

_UPDATES = 100
_EVENTS = 50
_VERDICTS = {"accept", "return"}


@require_http_methods(["GET", "POST"])
def result(request: PersonRequest, pk: int) -> HttpResponse:
    """Show a result with its proofs; take a proof, a verdict, or another lead, day or proof."""
    found = _get(request, pk)
    forms = _forms(request, found)
    status = 200
    if request.method == "POST":
        what = request.POST.get("what", "")
        name = "verdict" if what in _VERDICTS else what
        if name not in forms or not _may(request, found, name):
            raise PermissionDenied
        form = forms[name] = _bound(request, found, name)
        try:
            if form.is_valid() and _save(request, found, what, form):
                return redirect("programmes:result", found.pk)
        except WrongStateError as error:
            # What was typed stays on the page, under what has become of the result meanwhile.
            found = _get(request, pk)
            form.add_error(None, error.message)
            form.data = {**dict(form.data.items()), "version": str(found.version)}
            status = 409
    return _page(request, found, forms, status)


def _get(request: PersonRequest, pk: int) -> ExpectedResult:
    rows = ExpectedResult.objects.select_related(
        "programme__unit",
        "programme__lead_agency",
        "programme__plan",
        "lead__unit",
        "printed__plan",
    )
    found = get_object_or_404(rows, pk=pk)
    if not may_see_proof(request.user, found):
        return get_object_or_404(rows.none(), pk=pk)
    return found


def _may(request: PersonRequest, found: ExpectedResult, name: str) -> bool:
    if name == "proof":
        return may_submit_proof(request.user, found)
    return leads(request.user, found.programme)


def _forms(request: PersonRequest, found: ExpectedResult) -> dict[str, Any]:
    return {
        "proof": ProofForm(initial={"version": found.version}),
        "verdict": VerdictForm(initial={"version": found.version}),
        "set": SetResultForm(found, _leaders(request)),
    }


def _leaders(request: PersonRequest) -> Any:
    return agencies.visible_to(request.user).order_by("unit__path", "folded")


def _bound(request: PersonRequest, found: ExpectedResult, name: str) -> Any:
    if name == "proof":
        return ProofForm(request.POST, request.FILES)
    if name == "verdict":
        return VerdictForm(request.POST)
    return SetResultForm(found, _leaders(request), request.POST)


def _save(request: PersonRequest, found: ExpectedResult, what: str, form: Any) -> bool:
    given, at = form.cleaned_data, timezone.now()
    try:
        # Files and words together or not at all; the bytes of a refused one are no document.
        with transaction.atomic():
            if what == "proof":
                files = [_store(request, found, file, at) for file in given.pop("evidence")]
                submit_proof(by=request.user, result=found, at=at, evidence=files, **given)
            elif what == "set":
                set_result(by=request.user, result=found, at=at, **given)
            else:
                accept = what == "accept"
                judge_proof(by=request.user, result=found, accept=accept, at=at, **given)
    except WrongStateError:
        raise
    except DomainError as error:
        field = "evidence" if error.field == "file" else error.field
        form.add_error(field if field in form.fields else None, error.message)
        return False
    messages.success(request, _done(what))
    return True


def _done(what: str) -> str:
    return {
        "proof": _("Đã nộp minh chứng, chờ cơ quan chủ trì chương trình xem xét."),
        "accept": _("Đã công nhận."),
        "return": _("Đã trả lại để bổ sung."),
        "set": _("Đã ghi."),
    }[what]


def _store(
    request: PersonRequest, found: ExpectedResult, file: "UploadedFile[Any]", at: dt.datetime
) -> Document:
    return store_document(
        by=request.user,
        agency=found.lead,
        direction=Direction.EVIDENCE,
        filename=file.name or "",
        content=file.read(),
        at=at,
        title=_("Minh chứng: %(result)s") % {"result": found},
    )


def _page(
    request: PersonRequest, found: ExpectedResult, forms: dict[str, Any], status: int
) -> HttpResponse:
    user, done = request.user, found.state == ResultState.RECOGNISED
    plan = address("plans:plan", found.programme.plan.key)
    context = {
        "result": found,
        "late": is_result_late(found, timezone.localdate()),
        "updates": found.updates.select_related("by").prefetch_related("evidence__file")[:_UPDATES],
        "proof_form": forms["proof"] if may_submit_proof(user, found) and not done else None,
        "verdict_form": forms["verdict"] if may_recognise(user, found) else None,
        "set_form": forms["set"] if leads(user, found.programme) and not done else None,
        "sentence_url": f"{plan}#muc-qualitative-{found.printed_id}" if plan else "",
        "events": history_of(found)[:_EVENTS],
    }
    return render(
        request, "programmes/result.html", about(request, found.programme) | context, status=status
    )


@require_GET
def proof(request: PersonRequest, pk: int, document: int) -> HttpResponseBase:
    """Hand out a document handed in as proof to those who see the proof; always to be saved."""
    found = _get(request, pk)
    proofs = ResultUpdate.evidence.through.objects.filter(resultupdate__result=found)
    documents = Document.objects.filter(pk__in=proofs.values("document"))
    return hand_out(get_object_or_404(documents.select_related("file"), pk=document))
