"""Targets that must hold in every period: kept up, or so many times a month."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from .ratios import numerator_range
from .statuses import AttainmentStatus
from .targets import Meaning, Target
from .values import Figure, IndicatorRule, Stretch
from .words import listed


def in_every_period(
    target: Target,
    rule: IndicatorRule,
    history: Sequence[tuple[Stretch, Figure | None]],
    reaches: Callable[[Decimal], bool],
    *,
    downward: bool,
) -> tuple[AttainmentStatus, str]:
    """Return whether the target held in each period, and a sentence naming those where not.

    One period below is enough to be behind; one that cannot be judged leaves the whole open.
    ``downward``: less is better, so the high end of a range is the worst.
    """
    failed, unknown = [], []
    for period, figure in history:
        held = None if figure is None else _held(target, rule, figure, reaches, downward=downward)
        if held is None:
            unknown.append(period.label)
        elif not held:
            failed.append(period.label)
    phrase = f"chỉ tiêu {target.phrase}"
    count = len(history)
    good = count - len(failed) - len(unknown)
    parts = [f"{good}/{count} kỳ giữ được {phrase}"]
    if failed:
        parts.append(f"không giữ được ở {listed(failed, {}, 'kỳ')}")
    if unknown:
        parts.append(f"chưa đủ số liệu ở {listed(unknown, {}, 'kỳ')}")
    if failed:
        status = AttainmentStatus.BEHIND
    else:
        status = AttainmentStatus.INSUFFICIENT if unknown else AttainmentStatus.MET
    return status, f"{'; '.join(parts)}."


def _held(
    target: Target,
    rule: IndicatorRule,
    figure: Figure,
    reaches: Callable[[Decimal], bool],
    *,
    downward: bool,
) -> bool | None:
    if target.meaning is Meaning.KEEP_UP and target.of is not None and rule.is_ratio:
        low, high = numerator_range(figure)
    else:
        low, high = figure.low, figure.high
    worst, best = (high, low) if downward else (low, high)
    if worst is not None and reaches(worst):
        # Exact figures aside, what is still to come can only be better than the worst end.
        return True if target.bound is not Meaning.EXACTLY or worst == best else None
    if best is not None and not reaches(best):
        return False
    return None
