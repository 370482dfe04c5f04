"""Whether a report is in time: computed from dates, never stored."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from .due import last_day_in_time

DEFAULT_NOTICE_DAYS = 7


class LatenessState(StrEnum):
    """Where a report stands against its due date."""

    ON_TIME = "on_time"
    LATE = "late"
    DUE = "due"
    OVERDUE = "overdue"
    NOT_DUE = "not_due"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    LatenessState.ON_TIME: "Nộp đúng hạn",
    LatenessState.LATE: "Nộp muộn",
    LatenessState.DUE: "Đến kỳ nộp",
    LatenessState.OVERDUE: "Quá hạn",
    LatenessState.NOT_DUE: "Chưa đến kỳ nộp",
}


@dataclass(frozen=True, slots=True)
class Lateness:
    """A state and its days, never negative.

    The days are those past the last day in time when late or overdue, those to spare when on
    time, those left when due or not due; 0 where no day is named.
    """

    state: LatenessState
    days: int = 0

    @property
    def sentence(self) -> str:
        match self.state:
            case LatenessState.LATE:
                return f"Nộp muộn {self.days} ngày"
            case LatenessState.OVERDUE:
                return f"Quá hạn {self.days} ngày"
            case LatenessState.DUE | LatenessState.NOT_DUE if self.days:
                return f"{self.state.label}, còn {self.days} ngày"
            case _:
                return self.state.label


def lateness(
    due: dt.date | None,
    before: bool,
    submitted_on: dt.date | None,
    today: dt.date,
    *,
    opens_on: dt.date | None = None,
    notice_days: int = DEFAULT_NOTICE_DAYS,
) -> Lateness:
    """Return where a report stands on ``today``.

    ``due`` is the day as named and ``before`` whether that day itself is late; ``None`` names no
    day, and such a report is never late. Not yet submitted, it is due from ``opens_on``, or
    where that is not given from ``notice_days`` before its last day.
    """
    if due is None:
        if submitted_on is not None:
            return Lateness(LatenessState.ON_TIME)
        is_open = opens_on is not None and today >= opens_on
        return Lateness(LatenessState.DUE if is_open else LatenessState.NOT_DUE)
    last = last_day_in_time(due, before=before)
    if submitted_on is not None:
        past = (submitted_on - last).days
        return Lateness(LatenessState.LATE if past > 0 else LatenessState.ON_TIME, abs(past))
    past = (today - last).days
    if past > 0:
        return Lateness(LatenessState.OVERDUE, past)
    is_open = today >= (opens_on or last - dt.timedelta(days=notice_days))
    return Lateness(LatenessState.DUE if is_open else LatenessState.NOT_DUE, -past)
