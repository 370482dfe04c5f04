"""Reading a scan in the background: queued, taken by one worker, page by page, until it is read.

A worker owns an intake as long as its name stands in it and its heartbeat is fresh. Everything it
writes is written on that condition, so that a reading that was given up, ended or taken over by
another worker is never written to twice.
"""

import datetime as dt
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Max, Q
from django.utils.translation import gettext as _

from liennganh import scanning
from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.documents.actions import describe_document
from liennganh.documents.queries import content_of
from liennganh.errors import WrongStateError
from liennganh.plans import intake as reading
from liennganh.plans.actions.intakes import forget, settle
from liennganh.plans.models import Intake, IntakePage, IntakeState, PageState
from liennganh.plans.partial_dates import first_day
from liennganh.plans.rules import may_review
from liennganh.plans.scans import pages_to_recognise, text_of_scan, warnings_of

_log = logging.getLogger(__name__)

Clock = Callable[[], dt.datetime]

ABANDONED = dt.timedelta(seconds=120)  # without a heartbeat: its worker is gone
_BEAT_SECONDS = 2.0
_TURN_SECONDS = 300.0  # then another agency's scan comes first; the pages so far are kept
_MOST_TAKES = 3  # of a page whose workers do not come back
_WHOLE_DAY = len("2025-01-01")


class _LostError(Exception):
    """The intake is no longer this worker's: given up, ended by an officer, or taken over."""


@dataclass(slots=True)
class _Claim:
    """An intake that a worker reads."""

    intake: Intake
    worker: str
    clock: Clock
    beaten: float = field(default=0.0)

    def beat(self, **also: int) -> None:
        """Give a sign of life, and write other fields of the intake with it.

        Raises:
            _LostError: the intake is this worker's no longer.

        """
        held = Intake.objects.filter(
            pk=self.intake.pk, worker=self.worker, state=IntakeState.READING
        )
        if held.update(heartbeat=self.clock(), **also) != 1:
            raise _LostError
        self.beaten = time.monotonic()

    def lost(self) -> bool:
        """Say whether to stop; asked several times a second, it looks every other second."""
        if time.monotonic() - self.beaten < _BEAT_SECONDS:
            return False
        try:
            self.beat()
        except _LostError:
            return True
        return False


def take_reading(*, worker: str, at: dt.datetime) -> Intake | None:
    """Give a worker a reading that waits or was abandoned; None where there is none.

    Agencies take turns: the next is the one whose scans were read the longest ago, with its oldest.
    """
    free = Q(worker="") | Q(heartbeat=None) | Q(heartbeat__lt=at - ABANDONED)
    waiting = Intake.objects.filter(free, state=IntakeState.READING, queued=True)
    # One agency's row may have been given back a moment ago: it, too, has had its turn.
    served = waiting.annotate(served=Max("agency__intakes__heartbeat"))
    for intake in served.order_by(F("served").asc(nulls_first=True), "created_at", "pk")[:10]:
        # Two workers may see the same row; the condition is asked again with the write.
        if waiting.filter(pk=intake.pk).update(worker=worker, heartbeat=at, takes=F("takes") + 1):
            intake.refresh_from_db()
            return intake
    return None


def read_next(*, worker: str, clock: Clock) -> bool:
    """Read the next scan that waits, to its end or until it is lost; False where none waits."""
    intake = take_reading(worker=worker, at=clock())
    if intake is None:
        return False
    claim = _Claim(intake, worker, clock)
    try:
        _read(claim)
    except reading.SecretError:
        _refuse(claim)
    except (_LostError, scanning.CancelledError):
        _log.info("the reading of intake %s was stopped", intake.pk)
    except reading.UnreadableError as failure:
        _fail(claim, failure)
    except scanning.ScanningError as failure:
        _fail(claim, reading.UnreadableError(failure.message, code=failure.code))
    except Exception:  # noqa: BLE001 - the worker must outlive one bad file, and the officer be told
        _log.exception("reading a scan failed")
        message = _(
            "Chưa đọc được bản quét do lỗi của hệ thống. Các trang đã đọc được giữ lại; hãy thử lại, "
            "nếu vẫn lỗi thì báo cho người quản trị."
        )
        _fail(claim, reading.UnreadableError(message, code="reader_failed"))
    return True


def _read(claim: _Claim) -> None:
    intake = claim.intake
    if intake.takes > _MOST_TAKES:
        _skip(claim)
    content, filename = content_of(intake.document), intake.document.filename
    with scanning.opened(content, filename) as scan:
        if not intake.pages.exists():
            _lay_out(claim, pages_to_recognise(content, filename), scan.count())
        began = time.monotonic()
        while page := intake.pages.filter(state=PageState.WAITING).first():
            claim.beat()
            start = time.monotonic()
            found = scan.page(page.number, cancelled=claim.lost)
            if found.secrecy:
                _refuse(claim)
                return
            _keep(claim, page, found, time.monotonic() - start)
            if time.monotonic() - began > _TURN_SECONDS and _others_wait(intake):
                _give_way(claim)
                return
    if intake.pages.filter(state=PageState.BAD).exists():
        _pause(claim)
        return
    _finish(claim, content, filename)


def _skip(claim: _Claim) -> None:
    """Leave the page that workers do not come back from to the officer.

    Raises:
        UnreadableError: they do not come back from opening the file, or from the whole of its text.

    """
    page = claim.intake.pages.filter(state=PageState.WAITING).first()
    if page is None:
        message = _(
            "Máy đọc đã dừng giữa chừng %(times)s lần với tệp này nên không thử tiếp. Hãy quét lại, "
            "tách nhỏ tệp, hoặc dán nội dung văn bản; nếu vẫn vậy thì báo cho người quản trị."
        ) % {"times": _MOST_TAKES}
        raise reading.UnreadableError(message, code="worker_lost")
    problem = _(
        "Máy đọc đã dừng giữa chừng %(times)s lần ở trang này nên chuyển sang trang sau."
    ) % {"times": _MOST_TAKES}
    _keep(claim, page, scanning.Page(page.number, problem=problem), 0.0)


def _others_wait(intake: Intake) -> bool:
    waiting = Intake.objects.filter(state=IntakeState.READING, queued=True, worker="")
    return waiting.exclude(agency=intake.agency_id).exists()


def _give_way(claim: _Claim) -> None:
    """Put a long scan back into the queue, behind those of other agencies."""
    held = Intake.objects.filter(pk=claim.intake.pk, worker=claim.worker, state=IntakeState.READING)
    if held.update(worker="", takes=0) != 1:
        raise _LostError


@transaction.atomic
def _lay_out(claim: _Claim, only: Sequence[int] | None, count: int) -> None:
    numbers = [n for n in range(1, count + 1) if only is None or n in only]
    claim.beat()
    IntakePage.objects.bulk_create(IntakePage(intake=claim.intake, number=n) for n in numbers)
    Intake.objects.filter(pk=claim.intake.pk).update(pages_total=len(numbers))


@transaction.atomic
def _keep(claim: _Claim, page: IntakePage, found: scanning.Page, seconds: float) -> None:
    claim.beat(takes=1)
    IntakePage.objects.filter(pk=page.pk).update(
        state=PageState.BAD if found.problem else PageState.READ,
        text=found.text,
        doubts=[list(doubt) for doubt in found.doubts],
        certainty=found.certainty,
        problem=found.problem,
        seconds=round(seconds, 2),
    )


@transaction.atomic
def _pause(claim: _Claim) -> None:
    """Leave it to the officer what becomes of the pages that could not be read."""
    _release(claim)
    if claim.intake.pages.filter(state=PageState.WAITING).exists():
        # An officer asked for a page again while the last one was being read.
        Intake.objects.filter(pk=claim.intake.pk).update(queued=True)
        return
    bad = list(claim.intake.pages.filter(state=PageState.BAD).values_list("number", flat=True))
    record(
        by=claim.intake.created_by, verb=Verb.READ_PLAN, obj=claim.intake, at=claim.clock(),
        after={"state": IntakeState.READING, "bad_pages": bad},
    )  # fmt: skip


def _release(claim: _Claim) -> None:
    held = Intake.objects.filter(pk=claim.intake.pk, worker=claim.worker, state=IntakeState.READING)
    if held.update(worker="", queued=False, takes=0, version=F("version") + 1) != 1:
        raise _LostError


def _finish(claim: _Claim, content: bytes, filename: str) -> None:
    intake = claim.intake
    by = _reader_of(intake)
    try:
        outcome = _outcome(intake, content, filename)
    except reading.SecretError:
        _refuse(claim)
        return
    with transaction.atomic():
        _release(claim)
        _settle(intake, outcome, by=by, at=claim.clock())


def _fail(claim: _Claim, failure: reading.UnreadableError) -> None:
    try:
        with transaction.atomic():
            _release(claim)
            settle(claim.intake, failure, by=_reader_of(claim.intake), at=claim.clock())
    except _LostError:
        _log.info("the failure of intake %s is told to nobody: it was given up", claim.intake.pk)


def _refuse(claim: _Claim) -> None:
    """Forget a file that turned out to be secret. The log says which reading, for its officer.

    It is forgotten, too, where it was given up or ended meanwhile: what is known to be secret does
    not stay in the archive because somebody was quicker.
    """
    with transaction.atomic():
        held = Intake.objects.select_for_update().filter(pk=claim.intake.pk)
        intake = held.exclude(state=IntakeState.CONFIRMED).first()
        if intake is None:
            _log.warning("intake %s was found secret after it had ended", claim.intake.pk)
            return
        _refused(intake, by=intake.created_by, at=claim.clock())


def _refused(intake: Intake, *, by: User | None, at: dt.datetime) -> None:
    after = {"reason": "secrecy", "intake": intake.pk}
    record(by=by, verb=Verb.REFUSE, obj=intake.agency, at=at, after=after)
    forget(intake)


def _reader_of(intake: Intake) -> User:
    """Return the officer who uploaded the file, under the hat of that agency."""
    user = intake.created_by
    assert user is not None  # noqa: S101 - an upload has always somebody who made it
    user.hat = (
        user.memberships.filter(agency=intake.agency_id).select_related("agency__unit").first()
    )
    return user


def _outcome(
    intake: Intake, content: bytes, filename: str
) -> reading.Found | reading.UnreadableError:
    try:
        whole = text_of_scan(content, filename, intake.pages.all())
        return reading.read_text(whole.text, doubts=whole.doubts)
    except reading.UnreadableError as failure:
        return failure


def _settle(
    intake: Intake,
    outcome: reading.Found | reading.UnreadableError,
    *,
    by: User,
    at: dt.datetime,
) -> None:
    settle(intake, outcome, by=by, at=at)
    if isinstance(outcome, reading.UnreadableError):
        return
    warnings = [*intake.warnings, *warnings_of(list(intake.pages.all()), outcome.text)]
    Intake.objects.filter(pk=intake.pk).update(warnings=warnings)
    header = outcome.header
    day = header["date"]
    describe_document(
        by=None,
        document=intake.document,
        at=at,
        type_name=header["type"],
        number=header["number"],
        issuer=header["issuer"],
        issued_on=first_day(day) if len(day) == _WHOLE_DAY else None,
        title=header["title"],
        text=outcome.text,
    )
    intake.refresh_from_db()


def reread_page(*, by: User, intake: Intake, number: int, at: dt.datetime) -> Intake:
    """Put a page that could not be read back into the queue.

    Raises:
        PermissionDenied: the intake belongs to another agency.
        WrongStateError: the reading has ended, or the page was read meanwhile.

    """
    if not may_review(by, intake):
        raise PermissionDenied
    with transaction.atomic():
        _still_reading(intake, queued=True)
        pages = intake.pages.filter(number=number, state=PageState.BAD)
        if pages.update(state=PageState.WAITING, problem="") != 1:
            raise WrongStateError(
                _("Trang %(number)s đã được đọc hoặc đang chờ đọc. Hãy tải lại trang này.")
                % {"number": number}
            )
        record(
            by=by, verb=Verb.READ_PLAN, obj=intake, at=at,
            after={"state": IntakeState.READING, "page": number},
        )  # fmt: skip
    intake.refresh_from_db()
    return intake


def end_reading(*, by: User, intake: Intake, at: dt.datetime) -> Intake:
    """Stop here and go on to the review with the pages that have been read.

    Raises:
        PermissionDenied: the intake belongs to another agency.
        WrongStateError: the reading has ended already, or no page has been read.
        SecretError: the pages bear a stamp of secrecy; nothing of them is kept.

    """
    if not may_review(by, intake):
        raise PermissionDenied
    if not intake.pages.filter(state=PageState.READ).exists():
        raise WrongStateError(
            _("Chưa có trang nào đọc xong. Hãy chờ trang đầu tiên, hoặc hủy lượt đọc này.")
        )
    content, filename = content_of(intake.document), intake.document.filename
    with transaction.atomic():
        # From here on its worker has lost it and writes no page more.
        _still_reading(intake, queued=False)
        intake.pages.exclude(state=PageState.READ).update(state=PageState.SKIPPED)
    # This takes seconds: meanwhile the database must be free for others.
    try:
        outcome = _outcome(intake, content, filename)
    except reading.SecretError:
        with transaction.atomic():
            _refused(intake, by=by, at=at)
        raise
    with transaction.atomic():
        _still_reading(intake, queued=False)
        _settle(intake, outcome, by=by, at=at)
    return intake


def _still_reading(intake: Intake, *, queued: bool) -> None:
    reading_now = Intake.objects.filter(pk=intake.pk, state=IntakeState.READING)
    if queued:
        moved = reading_now.update(queued=True, version=F("version") + 1)
    else:
        moved = reading_now.update(
            queued=False, worker="", cancel_requested=True, version=F("version") + 1
        )
    if moved != 1:
        raise WrongStateError(_("Lượt đọc này đã kết thúc. Hãy tải lại trang."))
