"""One figure of a higher level from the entries of one period.

Slow and obvious on purpose: the fast engine is checked against it.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from .aggregates import greatest, latest, published, ratio_of_sums, side_by_side, summed
from .errors import ConflictingEntriesError, MixedPeriodsError, UnexpectedReporterError
from .values import ZERO, Basis, Entry, Figure, Flow, IndicatorRule, OverUnits, Status
from .words import listed


def current(entries: Iterable[Entry], *, by_source: bool = False) -> tuple[Entry, ...]:
    """Return the entries that hold: of each reporter and unit the highest version.

    Figures that stand side by side are kept apart by source as well. The order given is kept out:
    the result is sorted, so that the order of entries never matters.

    Raises:
        ConflictingEntriesError: one version says two things.

    """
    held: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        place = (entry.reporter, entry.unit, entry.source if by_source else "")
        other = held.get(place)
        if other is None or entry.version > other.version:
            held[place] = entry
        elif entry.version == other.version and entry != other:
            raise ConflictingEntriesError(
                f"{entry.reporter} có hai số liệu khác nhau cho {entry.unit} trong cùng phiên bản "
                f"{entry.version}."
            )
    return tuple(held[place] for place in sorted(held))


def says_nothing(rule: IndicatorRule, entry: Entry) -> bool:
    """Return whether the entry leaves the figure open.

    "Không phát sinh" says that nothing happened, which is zero of a flow; of a stock it does not
    say how much there is, so the stock is still to be reported.
    """
    if entry.status is Status.MISSING:
        return True
    numbers = (entry.value, entry.numerator, entry.denominator)
    return (
        entry.status is Status.NIL
        and rule.flow is Flow.STOCK
        and not any(number is not None for number in numbers)
    )


def roll_up(
    rule: IndicatorRule,
    entries: Iterable[Entry],
    expected: Iterable[str],
    *,
    known_maximum: Mapping[str, Decimal] | None = None,
    names: Mapping[str, str] | None = None,
    noun: str = "đơn vị",
    period_key: str = "",
) -> Figure:
    """Return the figure that the entries of one period make under the rule.

    ``expected`` are the reporters who were asked; one without an entry is missing.
    ``known_maximum`` gives, for missing reporters, the most that they can report: of a share
    their denominator (the establishments known there), otherwise their value. ``names`` and
    ``noun`` are for the sentence only. ``period_key`` names the period where nobody may have
    reported; entries of another are refused.

    Raises:
        UnexpectedReporterError: an entry comes from somebody who was not asked.
        ConflictingEntriesError: one reporter says two things in one version.
        MixedPeriodsError: the entries are of several periods.
        NotAddableError: a distinct count comes from more than one register.
        EntryError: an entry does not carry the numbers that the rule needs.

    """
    asked = sorted(set(expected))
    held = current(entries, by_source=rule.over_units is OverUnits.SIDE_BY_SIDE)
    if strangers := sorted({e.reporter for e in held} - set(asked)):
        raise UnexpectedReporterError(
            f"Có số liệu của nơi không được giao báo cáo: {listed(strangers, names or {}, noun)}."
        )
    keys = {e.period_key for e in held} | ({period_key} if period_key else set())
    if len(keys) > 1:
        raise MixedPeriodsError(f"Số liệu thuộc nhiều kỳ: {', '.join(sorted(keys))}.")
    answered = {e.reporter for e in held}
    silent = {e.reporter for e in held if says_nothing(rule, e)}
    missing = tuple(r for r in asked if r not in answered or r in silent)
    applicable = {e.reporter for e in held if e.status is not Status.NOT_APPLICABLE}
    not_applicable = tuple(r for r in asked if r in answered and r not in applicable)
    counted = tuple(
        e for e in held if e.status is not Status.NOT_APPLICABLE and not says_nothing(rule, e)
    )
    limits = known_maximum or {}
    open_amount = (
        sum((limits[r] for r in missing), ZERO) if all(r in limits for r in missing) else None
    )
    shell = Figure(
        rule_key=rule.key,
        period_key=next(iter(keys), ""),
        value=None,
        parts=counted,
        missing=missing,
        not_applicable=not_applicable,
        complete=not missing,
        basis=Basis.ESTIMATE if any(e.basis is Basis.ESTIMATE for e in counted) else Basis.ACTUAL,
        missing_note=(
            f"còn {len(missing)} {noun} chưa báo cáo: {listed(missing, names or {}, noun)}"
            if missing
            else ""
        ),
    )
    match rule.over_units:
        case OverUnits.RATIO_OF_SUMS:
            return ratio_of_sums(rule, shell, open_amount)
        case OverUnits.SIDE_BY_SIDE:
            return side_by_side(rule, shell, names or {})
        case OverUnits.SUM:
            return summed(rule, shell, open_amount, noun)
        case OverUnits.MAX:
            return greatest(rule, shell, [limits.get(r) for r in missing])
        case OverUnits.LATEST:
            return latest(rule, shell)
        case OverUnits.REGISTER:
            return published(rule, shell)
