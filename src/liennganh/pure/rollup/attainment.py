"""Whether a target is met, on its way, or in danger, and why."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .measures import Measure, measure_of
from .paths import expected_now, seen_until
from .periodic import in_every_period
from .statuses import AttainmentStatus
from .targets import Meaning, Target
from .values import ZERO, Basis, Figure, Flow, IndicatorRule, Stretch

DEFAULT_RISK_MARGIN = Decimal("0.1")
_DOWNWARD = (Meaning.AT_MOST, Meaning.LESS_THAN)


@dataclass(frozen=True, slots=True)
class Attainment:
    """How a target stands, and the sentence that says how that was worked out.

    ``measured`` is the number held against the target: the figure, its numerator (n of m), or the
    change against the year before in per cent. ``expected_now`` is where it should stand today.
    ``gap`` is what is lacking to the target itself, negative where it is exceeded.
    """

    status: AttainmentStatus
    expected_now: Decimal | None
    gap: Decimal | None
    sentence: str
    measured: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Yardstick:
    """Everything that one number is held against."""

    bound: Meaning
    target: Decimal
    expected: Decimal
    final: bool
    growing: bool
    margin: Decimal

    def reaches(self, number: Decimal) -> bool:
        match self.bound:
            case Meaning.AT_LEAST:
                return number >= self.target
            case Meaning.MORE_THAN:
                return number > self.target
            case Meaning.AT_MOST:
                return number <= self.target
            case Meaning.LESS_THAN:
                return number < self.target
            case _:
                return number == self.target

    def status(self, number: Decimal) -> AttainmentStatus:
        """Return how one number stands, taken as the truth."""
        reached = self.reaches(number)
        if self.final:
            return AttainmentStatus.MET if reached else AttainmentStatus.BEHIND
        if self.bound in _DOWNWARD:
            return self._status_under_ceiling(number, reached=reached)
        if reached:
            # A count that must come out exactly may still run past it.
            exact_count = self.bound is Meaning.EXACTLY and self.growing
            return AttainmentStatus.ON_TRACK if exact_count else AttainmentStatus.MET
        if self.bound is Meaning.EXACTLY and number > self.target:
            return AttainmentStatus.BEHIND
        if self.growing and number >= self.expected:
            return AttainmentStatus.ON_TRACK
        near = number >= self.expected * (1 - self.margin)
        return AttainmentStatus.AT_RISK if near else AttainmentStatus.BEHIND

    def _status_under_ceiling(self, number: Decimal, *, reached: bool) -> AttainmentStatus:
        if self.growing:
            if not reached:
                return AttainmentStatus.BEHIND
            pace_kept = number <= self.expected
            return AttainmentStatus.ON_TRACK if pace_kept else AttainmentStatus.AT_RISK
        if reached:
            return AttainmentStatus.MET
        near = number <= self.target * (1 + self.margin)
        return AttainmentStatus.AT_RISK if near else AttainmentStatus.BEHIND


def assess(
    target: Target,
    figure: Figure,
    *,
    rule: IndicatorRule,
    period: Stretch,
    starts: dt.date,
    horizon: dt.date,
    today: dt.date,
    baseline: Figure | None = None,
    history: Sequence[tuple[Stretch, Figure | None]] = (),
    risk_margin: Decimal = DEFAULT_RISK_MARGIN,
) -> Attainment:
    """Return how the target stands, by the figure of ``period``, on ``today``.

    ``starts`` and ``horizon`` are the first and last day given for reaching it. ``baseline`` is the
    figure before ``starts``, and of an increase or decrease that of the same period of the year
    before. ``history`` holds every period so far for what must be kept up or done k times in each.
    ``risk_margin``: how far below its path (0.1 is a tenth) a target is "at risk", not "behind".

    A count of events, and what must be reached at least once by a day, is expected to grow evenly
    up to the horizon; a stock with a baseline to move evenly from it; a share to hold all along.
    While reporters are missing, a status is given only where both ends of the range agree.
    """
    measure = measure_of(target, figure, baseline, rule)
    bound = _effective_bound(target, rule)
    level = -target.value if target.meaning is Meaning.DECREASE_BY else target.value
    seen = seen_until(period, today)
    growing = _is_growing(target, rule, baseline)
    expected = (
        expected_now(_start_value(rule, baseline), level, starts, horizon, seen)
        if growing
        else level
    )
    yardstick = _Yardstick(bound, level, expected, seen >= horizon, growing, risk_margin)
    if target.meaning in (Meaning.KEEP_UP, Meaning.K_TIMES_A_PERIOD) and history:
        status, reason = in_every_period(
            target, rule, history, yardstick.reaches, downward=bound in _DOWNWARD
        )
        if status is AttainmentStatus.MET and not yardstick.final:
            status = AttainmentStatus.ON_TRACK
        return Attainment(status, level, _gap(measure, yardstick), reason, measure.value)
    if target.meaning is Meaning.K_TIMES_A_PERIOD:
        reason = f"Cần số liệu của từng {target.every} để đối chiếu với chỉ tiêu {target.phrase}."
        return Attainment(AttainmentStatus.INSUFFICIENT, None, None, reason, measure.value)
    status = _judged(measure, yardstick)
    return Attainment(
        status,
        expected,
        _gap(measure, yardstick),
        _sentence(target, figure, rule, measure, yardstick, status),
        measure.value,
    )


def _effective_bound(target: Target, rule: IndicatorRule) -> Meaning:
    """Return the comparison that counts as reaching the target.

    A bare figure ("đạt 60%", "8/8 xã") is reached by going beyond it in the better direction; only
    where neither direction is better must it come out exactly.
    """
    if target.meaning is Meaning.INCREASE_BY:
        return Meaning.AT_LEAST
    if target.meaning is Meaning.DECREASE_BY:
        return Meaning.AT_MOST
    if target.bound is Meaning.EXACTLY and rule.higher_is_better is not None:
        return Meaning.AT_LEAST if rule.higher_is_better else Meaning.AT_MOST
    return target.bound


def _is_growing(target: Target, rule: IndicatorRule, baseline: Figure | None) -> bool:
    if target.meaning is Meaning.AT_LEAST_ONCE_BY:
        return True
    if target.is_change or target.meaning is Meaning.KEEP_UP or rule.is_ratio:
        return False
    return rule.flow is Flow.FLOW or _start_value(rule, baseline) > ZERO


def _start_value(rule: IndicatorRule, baseline: Figure | None) -> Decimal:
    """Return where the path begins: a stock at its baseline, a count of events at nothing."""
    if rule.flow is Flow.FLOW or rule.is_ratio or baseline is None or baseline.value is None:
        return ZERO
    return baseline.value


def _judged(measure: Measure, yardstick: _Yardstick) -> AttainmentStatus:
    if measure.value is None:
        return AttainmentStatus.INSUFFICIENT
    if measure.certain:
        return yardstick.status(measure.value)
    worst, best = measure.low, measure.high
    if yardstick.bound in _DOWNWARD:
        worst, best = best, worst
    if worst is not None and yardstick.bound is not Meaning.EXACTLY:
        at_worst = yardstick.status(worst)
        # Whatever comes in can only be better than the worst end.
        if at_worst is AttainmentStatus.MET:
            return at_worst
        if best is not None and yardstick.status(best) is at_worst:
            return at_worst
    return AttainmentStatus.INSUFFICIENT


def _gap(measure: Measure, yardstick: _Yardstick) -> Decimal | None:
    if measure.value is None:
        return None
    gap = yardstick.target - measure.value
    return -gap if yardstick.bound in _DOWNWARD else gap


def _sentence(
    target: Target,
    figure: Figure,
    rule: IndicatorRule,
    measure: Measure,
    yardstick: _Yardstick,
    status: AttainmentStatus,
) -> str:
    phrase = f"chỉ tiêu {target.phrase}"
    match status:
        case AttainmentStatus.MET:
            verdict = f"đạt {phrase}"
        case AttainmentStatus.ON_TRACK:
            verdict = f"đúng tiến độ tới {phrase}"
        case AttainmentStatus.AT_RISK:
            verdict = f"có nguy cơ không đạt {phrase}"
        case AttainmentStatus.BEHIND:
            verdict = f"không đạt {phrase}" if yardstick.final else f"chậm so với {phrase}"
        case AttainmentStatus.INSUFFICIENT:
            verdict = f"chưa đủ số liệu để kết luận về {phrase}"
    notes = [
        measure.note,
        figure.missing_note,
        "" if figure.complete else figure.range_note,
        "có số ước cả kỳ, chưa phải số chính thức" if figure.basis is Basis.ESTIMATE else "",
    ]
    if yardstick.growing and not yardstick.final and status is not AttainmentStatus.MET:
        notes.append(f"theo tiến độ đều, đến nay cần {measure.written(rule, yardstick.expected)}")
    text = f"{measure.formula(rule, yardstick.target)}, {verdict}"
    shown = "; ".join(note for note in notes if note)
    return f"{text} ({shown})." if shown else f"{text}."
