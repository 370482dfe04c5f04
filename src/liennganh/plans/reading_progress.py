"""How far the reading of a scan has come, for its page."""

from collections import Counter
from dataclasses import dataclass

from liennganh.audit.models import Event
from liennganh.audit.verbs import Verb
from liennganh.plans.models import Intake, IntakePage, IntakeState, PageState


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """Counts of pages; ``current`` is the number of the page being read.

    ``minutes`` and ``seconds`` are what is left by the pages so far, None before the first.
    """

    total: int
    done: int
    current: int | None
    bad: tuple[IntakePage, ...]
    waits_for: int  # scans that come before it
    left: int | None

    @property
    def opened(self) -> bool:
        """Whether it is known how many pages there are."""
        return self.total > 0

    @property
    def halted(self) -> bool:
        """Whether it is the officer's turn: nothing is left to read but what failed."""
        return self.opened and self.done == self.total and bool(self.bad)

    @property
    def read(self) -> int:
        """Pages whose text there is."""
        return self.done - len(self.bad)

    @property
    def minutes(self) -> int | None:
        """Minutes left, rounded up; None where it is less than one, or unknown."""
        return -(-self.left // 60) if self.left and self.left >= 60 else None  # noqa: PLR2004


def progress_of_reading(intake: Intake) -> ReadingProgress:
    """Return how far a reading has come; three queries."""
    pages = list(intake.pages.defer("text", "doubts"))
    waiting = [page for page in pages if page.state == PageState.WAITING]
    taken = [page.seconds for page in pages if page.seconds is not None]
    mean = sum(taken) / len(taken) if taken else None
    return ReadingProgress(
        total=len(pages),
        done=len(pages) - len(waiting),
        current=waiting[0].number if waiting and intake.worker else None,
        bad=tuple(page for page in pages if page.state == PageState.BAD),
        waits_for=0 if intake.worker or not intake.queued else _before(intake),
        left=None if mean is None else round(mean * len(waiting)),
    )


def _before(intake: Intake) -> int:
    """Return how many scans come before: the older ones of its agency, and with each one of others."""
    queued = Intake.objects.filter(state=IntakeState.READING, queued=True).exclude(pk=intake.pk)
    tally = Counter(queued.exclude(agency=intake.agency_id).values_list("agency", flat=True))
    own = queued.filter(agency=intake.agency_id, created_at__lt=intake.created_at).count()
    return own + sum(min(count, own + 1) for count in tally.values())


def was_refused(pk: int, agency_id: int) -> bool:
    """Say whether a reading of this agency was found secret, and so forgotten."""
    return Event.objects.filter(
        verb=Verb.REFUSE,
        object_type="agencies.agency",
        object_id=str(agency_id),
        after__intake=pk,
    ).exists()
