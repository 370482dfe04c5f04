"""The rounds of a programme, and how far one has come."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext

from liennganh.programmes.models import Programme
from liennganh.pure.periods import LatenessState
from liennganh.reporting.models import Report, ReportState, Round, RoundState
from liennganh.reporting.queries import lateness_of
from liennganh.territory.models import Level

SENT = (ReportState.SUBMITTED, ReportState.APPROVED)
_NOUNS = {
    Level.COMMUNE: _lazy("xã"),
    Level.DISTRICT: _lazy("huyện"),
    Level.PROVINCE: _lazy("tỉnh"),
}


def rounds_of(programme: Programme) -> list[Round]:
    """Return the rounds of a programme, the one that ends last first; of two, the longer one.

    Each knows how many reports it expects and how many are ``approved``. A programme of five years
    has some thirty of them.
    """
    rows = programme.rounds.select_related("duty").order_by("-ends_on", "starts_on", "-pk")
    return list(
        rows.annotate(
            expected=Count("reports"),
            approved=Count("reports", filter=Q(reports__state=ReportState.APPROVED)),
        )
    )


def chosen(rounds: list[Round], key: str, *, totals_only: bool = False) -> Round | None:
    """Return the round of that period, or the one to show first where there is none.

    That is the latest, unless it is open with less than half of its reports approved: its figures
    say little yet, and the latest closed one stands in for it; so it does where its totals are
    withheld from the reader (``totals_only``: one who sees no single report).
    """
    found = next((one for one in rounds if one.period_key == key), None)
    latest = next(iter(rounds), None)
    if found or latest is None:
        return found or latest
    if not (is_thin(latest) or (totals_only and is_withheld(latest))):
        return latest
    return next((one for one in rounds if one.state == RoundState.CLOSED), latest)


def is_thin(round_: Round) -> bool:
    """Tell whether a round of ``rounds_of`` is open with less than half of its reports approved."""
    half_approved: bool = 2 * round_.approved >= round_.expected  # type: ignore[attr-defined]
    return round_.state == RoundState.OPEN and not half_approved


def is_withheld(round_: Round) -> bool:
    """Tell whether a round of ``rounds_of`` is open and its totals still tell single reports.

    Few approved reports add up to a sum from which who knows one figure can take the other; a
    closed round is public within the programme.
    """
    few: bool = round_.approved < settings.DISCLOSURE_THRESHOLD  # type: ignore[attr-defined]
    return round_.state == RoundState.OPEN and few


def open_after(rounds: list[Round], shown: Round | None) -> Round | None:
    """Return the open round that stands before the one shown, in a list of ``rounds_of``."""
    before = rounds[: rounds.index(shown)] if shown in rounds else []
    return next((one for one in before if one.state == RoundState.OPEN), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """Where one report stands; ``days`` past its day, 0 where in time."""

    report: Report
    late: bool
    days: int

    @property
    def sent(self) -> bool:
        """Tell whether it lies with the lead agency or is approved."""
        return self.report.state in SENT


@dataclass(frozen=True, slots=True)
class Side:
    """The reports of the units, or of the other agencies: counts for all, names for some."""

    noun: str
    answers: tuple[Answer, ...]

    @property
    def expected(self) -> int:
        return len(self.answers)

    @property
    def sent(self) -> int:
        return sum(one.sent for one in self.answers)

    @property
    def approved(self) -> int:
        return sum(one.report.state == ReportState.APPROVED for one in self.answers)

    @property
    def waiting(self) -> tuple[Answer, ...]:
        """Those that have not sent theirs, the ones returned first."""
        found = [one for one in self.answers if not one.sent]
        return tuple(sorted(found, key=lambda one: one.report.state != ReportState.RETURNED))

    @property
    def late(self) -> tuple[Answer, ...]:
        """Those that sent theirs after the day, the latest first."""
        found = [one for one in self.answers if one.late and one.sent]
        return tuple(sorted(found, key=lambda one: -one.days))

    @property
    def returned(self) -> int:
        """How many were sent back and lie with their reporters again."""
        return sum(one.report.state == ReportState.RETURNED for one in self.answers)

    @property
    def unsent(self) -> int:
        """How many were never sent; with ``sent`` and ``returned`` they are all."""
        return self.expected - self.sent - self.returned

    @property
    def sentence(self) -> str:
        """Return "50/65 xã đã gửi (8 muộn), 2 trả lại, 13 chưa gửi"."""
        text = _("%(sent)s/%(expected)s %(noun)s đã gửi") % {
            "sent": self.sent,
            "expected": self.expected,
            "noun": self.noun,
        }
        if self.late:
            text += _(" (%(count)s muộn)") % {"count": len(self.late)}
        if self.returned:
            text += _(", %(count)s trả lại") % {"count": self.returned}
        if self.unsent:
            text += _(", %(count)s chưa gửi") % {"count": self.unsent}
        return text


@dataclass(frozen=True, slots=True)
class Coverage:
    """How complete a round is, its units apart from its other agencies."""

    units: Side
    agencies: Side

    @property
    def sides(self) -> tuple[Side, ...]:
        return tuple(side for side in (self.units, self.agencies) if side.expected)

    @property
    def expected(self) -> int:
        return self.units.expected + self.agencies.expected

    @property
    def sent(self) -> int:
        return self.units.sent + self.agencies.sent

    @property
    def approved(self) -> int:
        return self.units.approved + self.agencies.approved

    @property
    def late(self) -> int:
        return sum(len(side.late) for side in self.sides)

    @property
    def returned(self) -> int:
        return sum(side.returned for side in self.sides)

    @property
    def unsent(self) -> int:
        return sum(side.unsent for side in self.sides)


def coverage_of(programme: Programme, round_: Round, today: dt.date) -> Coverage:
    """Return how complete the round is. One query, however many report.

    A unit's report is one for a unit other than the programme's own.
    """
    rows = (
        round_.reports.select_related("agency", "unit")
        .defer("situation", "results", "obstacles", "proposals")
        .order_by("agency__folded", "pk")
    )
    units, agencies, levels = [], [], set()
    for report in rows:
        report.round = round_
        lateness = lateness_of(report, today)
        late = lateness.state in (LatenessState.LATE, LatenessState.OVERDUE)
        answer = Answer(report, late, lateness.days if late else 0)
        if report.unit_id == programme.unit_id:
            agencies.append(answer)
        else:
            units.append(answer)
            levels.add(Level(report.unit.level))
    noun = str(_NOUNS[levels.pop()]) if len(levels) == 1 else pgettext("nhiều nơi", "địa bàn")
    return Coverage(
        Side(noun, tuple(units)), Side(pgettext("nhiều nơi", "cơ quan"), tuple(agencies))
    )
