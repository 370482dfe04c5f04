"""The ways in which the entries of one period make one figure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from .errors import ConflictingEntriesError, EntryError, NotAddableError
from .ratios import with_ratio
from .values import ZERO, Entry, Figure, IndicatorRule, Status
from .words import MOST_NAMES, amount, number

_NOTHING = "chưa có số liệu"


def value_of(entry: Entry) -> Decimal:
    """Return the count that an entry gives; a nil report gives 0.

    Raises:
        EntryError: the entry was reported without a value.

    """
    if entry.value is None:
        if entry.status is Status.NIL:
            return ZERO
        raise EntryError(f"{entry.reporter} chưa ghi giá trị của chỉ tiêu.")
    return entry.value


def ratio_of_sums(rule: IndicatorRule, shell: Figure, opened: Decimal | None) -> Figure:
    """Divide the sum of numerators by the sum of denominators.

    Raises:
        EntryError: a part lacks one of the two, or a share has more above than below.

    """
    numerator = denominator = ZERO
    for part in shell.parts:
        above, below = _fraction(part)
        if rule.share and above > below:
            raise EntryError(
                f"{part.reporter} ghi tử số {number(above)} lớn hơn mẫu số {number(below)}."
            )
        numerator += above
        denominator += below
    return with_ratio(rule, shell, numerator, denominator, opened)


def _fraction(part: Entry) -> tuple[Decimal, Decimal]:
    if part.status is Status.NIL:
        return ZERO, part.denominator or ZERO
    if part.numerator is None or part.denominator is None:
        raise EntryError(
            f"{part.reporter} chỉ ghi tỷ lệ, thiếu tử số hoặc mẫu số nên không cộng được."
        )
    return part.numerator, part.denominator


def summed(rule: IndicatorRule, shell: Figure, opened: Decimal | None, noun: str) -> Figure:
    """Add the values up; nobody's report is no value, which is not 0."""
    if not shell.parts:
        low = ZERO if shell.missing else None
        high = opened if shell.missing else None
        note = _sum_note(rule, shell, low, high)
        return replace(shell, low=low, high=high, formula=_titled(rule, _NOTHING), range_note=note)
    values = [value_of(part) for part in shell.parts]
    total = sum(values, ZERO)
    high = None if opened is None else total + opened
    if 1 < len(values) <= MOST_NAMES:
        sums = f"{' + '.join(number(value) for value in values)} = {amount(rule, total)}"
    elif len(values) == 1:
        sums = amount(rule, total)
    else:
        sums = f"cộng số liệu của {len(values)} {noun} = {amount(rule, total)}"
    return replace(
        shell,
        value=total,
        low=total,
        high=high,
        formula=_titled(rule, sums),
        range_note=_sum_note(rule, shell, total, high),
    )


def _sum_note(rule: IndicatorRule, shell: Figure, low: Decimal | None, high: Decimal | None) -> str:
    if not shell.missing or low is None:
        return ""
    if high is None:
        return f"khi đủ báo cáo, kết quả ít nhất là {amount(rule, low)}"
    return f"khi đủ báo cáo, kết quả từ {amount(rule, low)} đến {amount(rule, high)}"


def greatest(rule: IndicatorRule, shell: Figure, limits: Sequence[Decimal | None]) -> Figure:
    """Take the greatest value; ``limits`` are the most that each missing reporter can give."""
    if not shell.parts:
        return replace(shell, formula=_titled(rule, _NOTHING))
    top = max(value_of(part) for part in shell.parts)
    known = [limit for limit in limits if limit is not None]
    high = max([top, *known]) if len(known) == len(limits) else None
    text = f"giá trị lớn nhất = {amount(rule, top)}"
    note = _sum_note(rule, shell, top, high)
    return replace(
        shell, value=top, low=top, high=high, formula=_titled(rule, text), range_note=note
    )


def latest(rule: IndicatorRule, shell: Figure) -> Figure:
    """Take the value of the highest version among all reporters.

    Raises:
        ConflictingEntriesError: two reporters give different values in that version.

    """
    if not shell.parts:
        return replace(shell, formula=_titled(rule, _NOTHING))
    version = max(part.version for part in shell.parts)
    values = {value_of(part) for part in shell.parts if part.version == version}
    if len(values) > 1:
        raise ConflictingEntriesError(
            f"Chỉ tiêu {rule.key} có nhiều số liệu mới nhất khác nhau: "
            f"{', '.join(number(value) for value in sorted(values))}."
        )
    value = values.pop()
    bound = value if not shell.missing else None
    text = f"số liệu mới nhất = {amount(rule, value)}"
    return replace(shell, value=value, low=bound, high=bound, formula=_titled(rule, text))


def side_by_side(rule: IndicatorRule, shell: Figure, names: Mapping[str, str]) -> Figure:
    """Show each source's figure; they count the same thing, so there is no total."""
    shown = [
        f"{names.get(part.source or part.reporter, part.source or part.reporter)}: "
        f"{amount(rule, value_of(part))}"
        for part in shell.parts
    ]
    rest = len(shown) - MOST_NAMES
    text = "; ".join(shown[:MOST_NAMES]) or _NOTHING
    more = f" và {rest} nguồn khác" if rest > 0 else ""
    tail = ", không cộng vì các nguồn có thể trùng nhau" if len(shown) > 1 else ""
    return replace(shell, formula=_titled(rule, f"{text}{more}{tail}"))


def published(rule: IndicatorRule, shell: Figure) -> Figure:
    """Take what the register published for this level; a distinct count is never added.

    Raises:
        NotAddableError: there is more than one publication.

    """
    if not shell.parts:
        return replace(shell, formula=_titled(rule, "sổ theo dõi chưa công bố số liệu"))
    if len(shell.parts) > 1:
        raise NotAddableError(
            f"Chỉ tiêu {rule.key} đếm không trùng lặp: {len(shell.parts)} số liệu không được cộng, "
            "phải lấy số do sổ theo dõi công bố cho đúng cấp này."
        )
    part = shell.parts[0]
    if part.numerator is not None and part.denominator is not None:
        figure = with_ratio(rule, shell, part.numerator, part.denominator, shell.open_denominator)
        return replace(figure, low=None, high=None) if shell.missing else figure
    value = value_of(part)
    bound = value if not shell.missing else None
    text = f"{amount(rule, value)}, theo số do sổ theo dõi công bố"
    return replace(shell, value=value, low=bound, high=bound, formula=_titled(rule, text))


def _titled(rule: IndicatorRule, text: str) -> str:
    return f"{rule.name[:1].upper()}{rule.name[1:]}: {text}" if rule.name else text
