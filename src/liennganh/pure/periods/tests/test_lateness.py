"""Whether a report is in time, computed with the day passed in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.periods import Lateness, LatenessState, lateness

DUE = dt.date(2026, 3, 10)


def day(number: int) -> dt.date:
    return dt.date(2026, 3, number)


@pytest.mark.parametrize(
    ("before", "submitted", "today", "state", "days"),
    [
        pytest.param(False, 10, 20, LatenessState.ON_TIME, 0, id="on the day itself"),
        pytest.param(True, 10, 20, LatenessState.LATE, 1, id="before the day: the day is late"),
        pytest.param(True, 9, 20, LatenessState.ON_TIME, 0, id="before the day: the day before"),
        pytest.param(False, 13, 20, LatenessState.LATE, 3, id="three days late"),
        pytest.param(False, 4, 20, LatenessState.ON_TIME, 6, id="six days early"),
        pytest.param(False, None, 10, LatenessState.DUE, 0, id="today is the day"),
        pytest.param(True, None, 10, LatenessState.OVERDUE, 1, id="before the day: overdue on it"),
        pytest.param(False, None, 12, LatenessState.OVERDUE, 2, id="two days overdue"),
        pytest.param(False, None, 3, LatenessState.DUE, 7, id="a week to go"),
        pytest.param(False, None, 2, LatenessState.NOT_DUE, 8, id="not yet"),
    ],
)
def test_lateness_is_computed_from_dates(
    before: bool, submitted: int | None, today: int, state: LatenessState, days: int
) -> None:
    sent = None if submitted is None else day(submitted)
    assert lateness(DUE, before, sent, day(today)) == Lateness(state, days)


def test_an_open_report_is_due() -> None:
    open_early = lateness(DUE, False, None, day(1), opens_on=day(1))
    assert open_early.state is LatenessState.DUE
    assert open_early.sentence == "Đến kỳ nộp, còn 9 ngày"
    assert lateness(DUE, False, None, day(8), opens_on=day(9)).state is LatenessState.NOT_DUE


def test_a_report_without_a_day_is_never_late() -> None:
    assert lateness(None, False, day(20), day(20)).state is LatenessState.ON_TIME
    assert lateness(None, False, None, day(20)).state is LatenessState.NOT_DUE
    assert lateness(None, False, None, day(20), opens_on=day(1)).state is LatenessState.DUE


def test_the_state_is_said_in_words() -> None:
    assert lateness(DUE, False, day(13), day(20)).sentence == "Nộp muộn 3 ngày"
    assert lateness(DUE, False, None, day(12)).sentence == "Quá hạn 2 ngày"
    assert lateness(DUE, False, day(9), day(20)).sentence == "Nộp đúng hạn"


@given(st.dates(), st.booleans(), st.dates(), st.dates())
def test_a_submitted_report_does_not_age(
    due: dt.date, before: bool, submitted: dt.date, today: dt.date
) -> None:
    if due == dt.date.min:
        return
    later = lateness(due, before, submitted, today)
    assert later == lateness(due, before, submitted, submitted)
    assert later.days >= 0
