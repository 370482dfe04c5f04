"""A file on its way in: stored, read, tried again, given up; and the head of its text."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import provinces_of
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.documents.actions import store_document
from liennganh.documents.models import Direction
from liennganh.documents.queries import content_of
from liennganh.errors import DomainError, WrongStateError
from liennganh.plans import intake as reading
from liennganh.plans.actions.journal import not_under_review, open_step
from liennganh.plans.actions.owners import rematch, sync_owners
from liennganh.plans.headers import clean_header
from liennganh.plans.issuers import is_of_elsewhere
from liennganh.plans.models import Intake, IntakeItem, IntakeState, PageState
from liennganh.plans.partial_dates import first_day
from liennganh.plans.rules import may_review, may_upload_for

MOST_WAITING = 20  # scans of one agency


def too_large_message() -> str:
    """Return the refusal of a file above the limit."""
    return _(
        "Tệp lớn hơn %(limit)s MB nên không được nhận. Hãy bỏ bớt phụ lục, nén ảnh trong tệp, hoặc "
        "dán nội dung văn bản."
    ) % {"limit": max(1, settings.MAX_UPLOAD_BYTES // (1024 * 1024))}


def start_intake(
    *, by: User, agency: Agency, filename: str, content: bytes, at: dt.datetime
) -> Intake:
    """Read an uploaded plan and keep its file.

    A scan is kept in state ``reading`` and read in the background. What cannot be read is kept too, in state ``failed`` with the reason, so that it can be tried
    again. A file with a stamp of secrecy is refused and nothing of it is kept but a line in the
    log.

    Raises:
        PermissionDenied: the user does not read plans in for this agency.
        DomainError: the file is empty, too large, or secret.

    """
    if not may_upload_for(by, agency):
        raise PermissionDenied
    if not content:
        raise DomainError(_("Tệp rỗng (0 byte). Hãy chọn lại tệp."), field="file")
    if len(content) > settings.MAX_UPLOAD_BYTES:
        raise DomainError(too_large_message(), field="file")
    scan = False
    try:
        outcome = attempt(by, agency, at, lambda: reading.read_file(content, filename))
    except reading.ScanFoundError:
        _refuse_too_many(agency)
        scan, outcome = True, reading.UnreadableError("", code="scan")
    header = outcome.header if isinstance(outcome, reading.Found) else {}
    with transaction.atomic():
        document = store_document(
            by=by,
            agency=agency,
            direction=Direction.INCOMING,
            filename=filename,
            content=content,
            at=at,
            type_name=header.get("type", "")[:60],
            number=header.get("number", "")[:60],
            issuer=header.get("issuer", "")[:240],
            issued_on=_whole_day(header.get("date", "")),
            title=header.get("title", ""),
            text=outcome.text,
        )
        intake = Intake.objects.create(
            document=document,
            agency=agency,
            state=IntakeState.FAILED,
            created_by=by,
            created_at=at,
        )
        record(by=by, verb=Verb.UPLOAD, obj=intake, at=at, after={"document": document})
        if scan:
            queue_reading(intake, by=by, at=at)
        else:
            settle(intake, outcome, by=by, at=at)
    return intake


def _refuse_too_many(agency: Agency) -> None:
    waiting = Intake.objects.filter(agency=agency, state=IntakeState.READING, queued=True).count()
    if waiting >= MOST_WAITING:
        raise DomainError(
            _("Cơ quan đang có %(n)s bản quét chờ đọc nên chưa nhận thêm. Hãy chờ các bản đó đọc "
              "xong, hủy bản không cần, hoặc tải lên bản Word.") % {"n": waiting},
            field="file",
        )  # fmt: skip


def queue_reading(intake: Intake, *, by: User, at: dt.datetime) -> None:
    """Hand a file whose pages are pictures to the workers; pages already read stay as they are."""
    Intake.objects.filter(pk=intake.pk).update(
        state=IntakeState.READING, queued=True, worker="", cancel_requested=False, failure=""
    )
    intake.pages.exclude(state=PageState.READ).update(state=PageState.WAITING, problem="")
    record(by=by, verb=Verb.READ_PLAN, obj=intake, at=at, after={"state": IntakeState.READING})
    intake.refresh_from_db()


def retry_intake(
    *,
    by: User,
    intake: Intake,
    at: dt.datetime,
    text: str | None = None,
    insist: bool = False,
) -> Intake:
    """Read a failed intake again: its file, or a text pasted in place of it.

    ``insist`` reads on where the text does not look like a plan. What fails again stays failed,
    with the new reason.

    Raises:
        PermissionDenied: the intake belongs to another agency.
        WrongStateError: it has been read meanwhile.
        DomainError: the text is empty or secret.

    """
    if not may_review(by, intake):
        raise PermissionDenied
    if intake.state != IntakeState.FAILED:
        raise WrongStateError(_("Văn bản này đã được đọc rồi. Hãy mở trang rà soát."))
    if text is not None and not text.strip():
        raise DomainError(_("Chưa có nội dung nào được dán vào ô."), field="text")
    kept = text if text is not None else intake.text
    if kept:
        doubts = intake.doubts if text is None else []
        read = partial(reading.read_text, kept, insist=insist, doubts=doubts)
    else:
        content = content_of(intake.document)
        read = partial(reading.read_file, content, intake.document.filename, insist=insist)
    scan = False
    try:
        outcome = attempt(by, intake.agency, at, read)
    except reading.SecretError:
        forget(intake)
        raise
    except reading.ScanFoundError:
        scan, outcome = True, reading.UnreadableError("", code="scan")
    with transaction.atomic():
        moved = Intake.objects.filter(pk=intake.pk, state=IntakeState.FAILED).update(
            version=F("version") + 1
        )
        if moved != 1:
            raise WrongStateError(_("Văn bản này vừa được người khác đọc lại. Hãy tải lại trang."))
        if scan:
            queue_reading(intake, by=by, at=at)
        else:
            settle(intake, outcome, by=by, at=at)
    return intake


@transaction.atomic
def forget(intake: Intake) -> None:
    """Remove a file that turned out to be secret, its document and its reading."""
    document = intake.document
    stored = document.file
    intake.delete()
    document.delete()
    if not stored.documents.exists():
        path = stored.path
        stored.delete()
        transaction.on_commit(lambda: default_storage.delete(path))


def attempt(
    by: User, agency: Agency, at: dt.datetime, read: Callable[[], reading.Found]
) -> reading.Found | reading.UnreadableError:
    """Return the reading or why there is none; log the refusal of a secret file and pass it on."""
    try:
        return read()
    except reading.UnreadableError as failure:
        return failure
    except reading.SecretError:
        with transaction.atomic():
            record(by=by, verb=Verb.REFUSE, obj=agency, at=at, after={"reason": "secrecy"})
        raise


def settle(
    intake: Intake, outcome: reading.Found | reading.UnreadableError, *, by: User, at: dt.datetime
) -> None:
    """Write the outcome of a reading to the intake."""
    if isinstance(outcome, reading.UnreadableError):
        Intake.objects.filter(pk=intake.pk).update(
            state=IntakeState.FAILED,
            queued=False,
            worker="",
            failure=outcome.message,
            text=outcome.text,
        )
        record(
            by=by, verb=Verb.READ_PLAN, obj=intake, at=at,
            after={"state": IntakeState.FAILED, "code": outcome.code},
        )  # fmt: skip
        intake.refresh_from_db()
        return
    Intake.objects.filter(pk=intake.pk).update(
        state=IntakeState.REVIEW,
        queued=False,
        worker="",
        failure="",
        text=outcome.text,
        doubts=outcome.doubts,
        abbreviations=outcome.abbreviations,
        header=outcome.header,
        outline=outcome.outline,
        warnings=[
            *_of_elsewhere(by, intake.agency, outcome.header),
            *outcome.warnings,
            *_seen_before(intake),
        ],
    )
    intake.refresh_from_db()
    items = IntakeItem.objects.bulk_create(
        IntakeItem(
            intake=intake,
            kind=found.kind,
            start=found.start,
            end=found.end,
            section=found.section,
            data=found.data,
            as_read={**found.data, "start": found.start, "end": found.end},
            confidence=found.confidence,
        )
        for found in outcome.items
    )
    sync_owners(intake, items)
    record(
        by=by, verb=Verb.READ_PLAN, obj=intake, at=at,
        after={"state": IntakeState.REVIEW, "items": len(items)},
    )  # fmt: skip


def _of_elsewhere(by: User, agency: Agency, header: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Warn before any work is done that a plan of another province cannot be adopted here."""
    issuer = str(header.get("issuer") or "")
    if not is_of_elsewhere(issuer, first_day(str(header.get("date") or "")), provinces_of(by)):
        return []
    message = _(
        "Kế hoạch của %(issuer)s; cơ quan của anh/chị thuộc %(unit)s nên có thể đọc để tham khảo "
        "nhưng không triển khai được."
    ) % {"issuer": issuer, "unit": agency.unit.latest_name}
    return [{"code": "elsewhere", "message": message}]


def _seen_before(intake: Intake) -> list[dict[str, Any]]:
    earlier = (
        Intake.objects.filter(agency=intake.agency, document__file=intake.document.file)
        .exclude(pk=intake.pk)
        .exclude(state__in=(IntakeState.READING, IntakeState.FAILED, IntakeState.DISCARDED))
        .first()
    )
    if earlier is None:
        return []
    message = _("Tệp này đã được đọc vào trước đây (%(state)s): “%(title)s”.") % {
        "state": earlier.get_state_display(),
        "title": str(earlier)[:120],
    }
    return [{"code": "seen_before", "message": message, "intake": earlier.pk}]


def _whole_day(iso: str) -> dt.date | None:
    return first_day(iso) if len(iso) == len("2025-01-01") else None


@transaction.atomic
def discard_intake(*, by: User, intake: Intake, at: dt.datetime) -> Intake:
    """Give a reading up. The file stays in the archive.

    Raises:
        WrongStateError: it has become a plan, or was given up before.

    """
    if not may_review(by, intake):
        raise PermissionDenied
    # A worker that reads it sees that it is no longer hers and stops.
    moved = Intake.objects.filter(
        pk=intake.pk, state__in=(IntakeState.READING, IntakeState.FAILED, IntakeState.REVIEW)
    ).update(
        state=IntakeState.DISCARDED,
        queued=False,
        worker="",
        cancel_requested=True,
        version=F("version") + 1,
    )
    intake.refresh_from_db()
    if moved != 1:
        raise not_under_review(intake)
    record(by=by, verb=Verb.DELETE, obj=intake, at=at, after={"state": intake.state})
    return intake


@transaction.atomic
def edit_header(
    *,
    by: User,
    intake: Intake,
    at: dt.datetime,
    fields: Mapping[str, Any] | None = None,
    version: int | None = None,
) -> Intake:
    """Correct and confirm the head of the document.

    ``fields`` may hold type, number, issuer, date (partial ISO), title and period (two years);
    what is left out stays. ``version`` is ``header["version"]`` as the form carried it.

    Raises:
        DomainError: a field is wrong, with its name.
        WrongStateError: somebody changed the head since the form was opened.

    """
    step = open_step(intake, by=by, at=at)
    current = int(intake.header.get("version", 1))
    if version is not None and version != current:
        raise WrongStateError(
            _("Phần đầu văn bản vừa được người khác sửa. Hãy tải lại trang để xem trước khi sửa.")
        )
    before = {name: intake.header.get(name) for name in (fields or {})}
    day = intake.header.get("date")
    cleaned = clean_header({**intake.header, **(fields or {})})
    header = {**intake.header, **cleaned, "version": current + 1}
    Intake.objects.filter(pk=intake.pk).update(header=header, header_confirmed=True)
    intake.header, intake.header_confirmed = header, True
    if header["date"] != day:
        rematch(step.intake)
    record(
        by=by, verb=Verb.UPDATE, obj=intake, at=at, before=before,
        after={name: header.get(name) for name in (fields or {})},
    )  # fmt: skip
    return intake
