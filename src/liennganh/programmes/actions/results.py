"""Targets without a figure: the lead hands in its proof, a second person recognises it."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.documents.models import Document
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.models import ExpectedResult, Programme, ResultState, ResultUpdate
from liennganh.programmes.proposals import ResultSpec
from liennganh.programmes.rules import (
    leads,
    may_be_led_by,
    may_recognise,
    may_submit_proof,
)

# From which states the lead may hand in (again).
_SUBMITTABLE = (ResultState.OPEN, ResultState.RETURNED, ResultState.SUBMITTED)


def add_results(programme: Programme, specs: Sequence[ResultSpec], *, by: User) -> None:
    """Follow targets without a figure in a new programme.

    Raises:
        DomainError: a lead is another province's.

    """
    for spec in specs:
        _check_lead(by, spec.lead)
    ExpectedResult.objects.bulk_create(
        ExpectedResult(
            programme=programme,
            printed=spec.printed,
            what=spec.printed.what,
            proof=" ".join(spec.proof.split()),
            lead=spec.lead,
            deadline=spec.deadline,
            order=order,
        )
        for order, spec in enumerate(specs)
    )


def _check_lead(by: User, lead: Agency) -> None:
    if not may_be_led_by(by, lead):
        raise DomainError(
            _("%(agency)s không thuộc tỉnh của cơ quan bạn.") % {"agency": lead.name}, field="lead"
        )


def _moved_on() -> WrongStateError:
    return WrongStateError(
        _(
            "Chỉ tiêu này vừa được người khác cập nhật. Hãy mở lại trang để xem nội dung mới rồi "
            "nhập tiếp; chưa có gì của bạn bị ghi đè."
        )
    )


@transaction.atomic
def submit_proof(
    *,
    by: User,
    result: ExpectedResult,
    at: dt.datetime,
    version: int,
    note: str = "",
    link: str = "",
    number: Decimal | None = None,
    evidence: Sequence[Document] = (),
) -> ResultUpdate:
    """Hand in what shows that the result is there: a link, a document, a number; with a note.

    Raises:
        PermissionDenied: the user's agency does not lead it.
        DomainError: nothing is shown, or a document is another agency's.
        WrongStateError: somebody else wrote in between, or it is already recognised.

    """
    if not may_submit_proof(by, result):
        raise PermissionDenied
    if not (link or evidence or number is not None):
        raise DomainError(
            _("Hãy ghi đường dẫn, con số hoặc chọn tệp làm minh chứng."), field="link"
        )
    if any(document.agency_id != result.lead_id for document in evidence):
        raise DomainError(_("Minh chứng phải là tệp của cơ quan mình."), field="evidence")
    changed = ExpectedResult.objects.filter(
        pk=result.pk, version=version, state__in=_SUBMITTABLE
    ).update(state=ResultState.SUBMITTED, version=version + 1)
    if not changed:
        raise _moved_on()
    update = _log(by, result, ResultState.SUBMITTED, note, at, Verb.SUBMIT, link, number, evidence)
    update.evidence.set(evidence)
    return update


@transaction.atomic
def judge_proof(
    *,
    by: User,
    result: ExpectedResult,
    accept: bool,
    note: str,
    at: dt.datetime,
    version: int,
) -> ResultUpdate:
    """Recognise the proof that was handed in, or give it back with a reason.

    ``version`` is the one that was read: nobody recognises a proof that she has not seen.

    Raises:
        PermissionDenied: not the programme's lead agency, or the person who handed it in.
        DomainError: given back without a reason.
        WrongStateError: it is not waiting any more.

    """
    if not leads(by, result.programme):
        raise PermissionDenied
    if result.state != ResultState.SUBMITTED or version != result.version:
        raise _moved_on()
    if not may_recognise(by, result):
        raise PermissionDenied
    if not accept and not note.strip():
        raise DomainError(_("Hãy ghi lý do trả lại để cơ quan biết cần bổ sung gì."), field="note")
    state = ResultState.RECOGNISED if accept else ResultState.RETURNED
    changed = ExpectedResult.objects.filter(
        pk=result.pk, state=ResultState.SUBMITTED, version=version
    ).update(state=state, version=version + 1)
    if not changed:
        raise _moved_on()
    return _log(by, result, state, note, at, Verb.APPROVE if accept else Verb.RETURN)


def _log(
    by: User,
    result: ExpectedResult,
    state: ResultState,
    note: str,
    at: dt.datetime,
    verb: Verb,
    link: str = "",
    number: Decimal | None = None,
    evidence: Sequence[Document] = (),
) -> ResultUpdate:
    before = {"state": result.state}
    result.refresh_from_db(fields=["state", "version"])
    update = ResultUpdate.objects.create(
        result=result, at=at, by=by, state=state, note=note.strip(), link=link, number=number
    )
    record(
        by=by,
        verb=verb,
        obj=result,
        at=at,
        before=before,
        after={
            "state": state,
            "note": note.strip(),
            "link": link,
            "number": None if number is None else format(number, "f"),
            "evidence": [document.pk for document in evidence],
        },
    )
    return update


@transaction.atomic
def set_result(
    *,
    by: User,
    result: ExpectedResult,
    lead: Agency,
    proof: str,
    deadline: dt.date,
    at: dt.datetime,
) -> ExpectedResult:
    """Name another lead, day or proof for a result; what was handed in stays.

    Raises:
        PermissionDenied: the user does not run the programme.
        DomainError: the lead is another province's, or the day lies before the programme begins.
        WrongStateError: the result is already recognised.

    """
    if not leads(by, result.programme):
        raise PermissionDenied
    _check_lead(by, lead)
    if deadline < result.programme.starts_on:
        raise DomainError(_("Thời hạn đứng trước ngày bắt đầu chương trình."), field="deadline")
    before = {"lead": result.lead.key, "proof": result.proof, "deadline": result.deadline}
    changed = (
        ExpectedResult.objects.filter(pk=result.pk)
        .exclude(state=ResultState.RECOGNISED)
        .update(lead=lead, proof=" ".join(proof.split()), deadline=deadline)
    )
    if not changed:
        raise WrongStateError(_("Chỉ tiêu này đã được công nhận nên không sửa được nữa."))
    result.refresh_from_db()
    after = {"lead": lead.key, "proof": result.proof, "deadline": deadline}
    record(by=by, verb=Verb.ASSIGN, obj=result, at=at, before=before, after=after)
    return result
