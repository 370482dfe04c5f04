"""What a target means: read from its sentence, kept in a row, given back as a value."""

import re
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from liennganh.plans.models import PrintedTarget
from liennganh.programmes.models import TrackedTarget
from liennganh.pure.rollup import Meaning, Target, meaning_of
from liennganh.pure.vietnamese import fold

# What the words around a quantity say of it, folded. A proposal only: the officer sees the
# sentence that comes of it beside the plan's own, and chooses.
_IN_NEED = re.compile(r"\bco nhu cau\b")
_ONCE_BY = re.compile(r"\bit nhat (?:mot|0?1) lan\b")
_TIMES = re.compile(
    r"\blan (?:mot |moi |trong (?:mot )?)?(tuan|thang|quy|nam)\b"
    r"|\b(?:moi|mot|hang) (tuan|thang|quy|nam) (?:\w+ ){0,2}(?:\d+|mot) lan\b"
)
_PERIODS = {
    "tuan": gettext_noop("tuần"),
    "thang": gettext_noop("tháng"),
    "quy": gettext_noop("quý"),
    "nam": gettext_noop("năm"),
}

EVERY = tuple(_PERIODS.values())
# The meanings that an officer may choose from, beside the plain comparison as printed.
FURTHER = (
    Meaning.KEEP_UP,
    Meaning.AT_LEAST_ONCE_BY,
    Meaning.AMONG_IN_NEED,
    Meaning.N_OF_M,
    Meaning.K_TIMES_A_PERIOD,
)


def plain_target(printed: PrintedTarget, unit_label: str = "") -> Target:
    """Return the comparison as printed, with nothing read from the words around it.

    Raises:
        RuleError: the comparator is unknown or the range is upside down.

    """
    return meaning_of(
        printed.comparator,
        printed.unit,
        _short(printed.value),
        None if printed.upper is None else _short(printed.upper),
        per_year=printed.per_year,
        unit_label=_counted(printed.unit, unit_label),
    )


def proposed_target(printed: PrintedTarget, unit_label: str = "") -> Target:
    """Return what the printed words most likely mean.

    Raises:
        RuleError: the comparator is unknown or the range is upside down.

    """
    plain = plain_target(printed, unit_label)
    if plain.is_change:
        return plain
    if printed.unit in {"count", "rate"}:
        return _proposed_count(printed, plain)
    return _proposed_share(printed, plain) if printed.unit == "percent" else plain


def _proposed_count(printed: PrintedTarget, plain: Target) -> Target:
    if times := _TIMES.search(fold(printed.text)):
        every = _PERIODS[times[1] or times[2]]
        return with_meaning(plain, Meaning.K_TIMES_A_PERIOD, every=every)
    if of := _whole(printed.text, plain.value):
        return with_meaning(plain, Meaning.N_OF_M, of=of)
    return plain


def _proposed_share(printed: PrintedTarget, plain: Target) -> Target:
    words = fold(printed.text)
    # "Duy trì 80% …" keeps a figure up; "80% … duy trì một hình thức" only says what is counted.
    kept_up = re.search(rf"\bduy tri (?:\w+ ){{0,3}}{plain.value:f}\b", words)
    if _IN_NEED.search(words):
        return with_meaning(plain, Meaning.AMONG_IN_NEED)
    if _ONCE_BY.search(words) and not _TIMES.search(words):
        return with_meaning(plain, Meaning.AT_LEAST_ONCE_BY)
    return with_meaning(plain, Meaning.KEEP_UP) if kept_up else plain


def _whole(text: str, part: Decimal) -> Decimal | None:
    """Return the m of "149/223" where the part is the printed number."""
    match = re.search(rf"(?<!\d){part:f}\s*/\s*(\d+)(?![\d/])", text)
    return Decimal(match[1]) if match and Decimal(match[1]) >= part else None


def with_meaning(
    plain: Target, meaning: Meaning, *, of: Decimal | None = None, every: str = ""
) -> Target:
    """Return the target read in another way; ``of`` and ``every`` are needed by theirs only.

    Raises:
        ValueError: a change of so many per cent can mean nothing else, or a part is lacking.

    """
    if meaning not in FURTHER:
        return plain
    if plain.is_change:
        raise ValueError(_("Chỉ tiêu tăng, giảm chỉ có một cách hiểu."))
    if meaning == Meaning.N_OF_M:
        if of is None or of < plain.value:
            raise ValueError(_("Ghi tổng số, không nhỏ hơn số phải đạt."))
        return replace(plain, meaning=meaning, of=of, upper=None)
    if meaning == Meaning.K_TIMES_A_PERIOD:
        if every not in EVERY:
            raise ValueError(_("Chọn chu kỳ: tuần, tháng, quý hay năm."))
        return replace(plain, meaning=meaning, every=every)
    return replace(plain, meaning=meaning)


def target_of(row: TrackedTarget) -> Target:
    """Return the meaning of a tracked target as it was confirmed.

    Raises:
        RuleError: the row's comparator is unknown.

    """
    meaning = Meaning(row.meaning)
    n_of_m = meaning == Meaning.N_OF_M
    upper = None if row.upper is None else _short(row.upper)
    plain = meaning_of(
        row.comparator,
        row.unit,
        _short(row.value),
        None if n_of_m else upper,
        per_year=row.printed.per_year if row.printed is not None else False,
        unit_label=_counted(row.unit, row.tracked.indicator.unit),
    )
    return with_meaning(plain, meaning, of=upper if n_of_m else None, every=row.every)


def _counted(unit: str, label: str) -> str:
    """Return what stands behind a number; "8/8" of a share's indicator is not eight per cent."""
    return "" if unit in {"percent", "currency"} or label == "%" else label


def _short(value: Decimal) -> Decimal:
    """Return the number without the zeros that its column adds."""
    return Decimal(f"{value:f}".rstrip("0").rstrip(".")) if "." in f"{value:f}" else value
