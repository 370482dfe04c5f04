"""What a target means: as the plan's reader understood it, as confirmed, given back as a value."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from liennganh.plans import values
from liennganh.plans.meanings import data_of, sentence_of
from liennganh.plans.models import ItemKind, PrintedTarget
from liennganh.programmes.clauses import EVERY, meaning_in_words, whole_of
from liennganh.programmes.models import TrackedTarget
from liennganh.pure.rollup import Meaning, Target, meaning_of
from liennganh.pure.vietnamese import fold

# The meanings that an officer may choose from, beside the plain comparison as printed.
FURTHER = (
    Meaning.KEEP_UP,
    Meaning.AT_LEAST_ONCE_BY,
    Meaning.AMONG_IN_NEED,
    Meaning.N_OF_M,
    Meaning.K_TIMES_A_PERIOD,
)
# What a change is held against where the calendar itself knows it: the year before.
_YEAR_BEFORE = re.compile(r"(?:so voi )?(?:cung ky )?nam (?:lien )?(?:truoc|ke truoc)(?: lien ke)?")
_POINTS = re.compile(r"\bdiem (?:%|phan tram)")
YEARLY = "yearly"


def understood(printed: PrintedTarget, answers: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the stored data of a printed target with further answers of the office filled in."""
    data = data_of(printed)
    return {**data, "asked_answer": {**data["asked_answer"], **(answers or {})}}


def meaning_words(data: Mapping[str, Any]) -> dict[str, str]:
    """Return kind, horizon, numerator … of a target with the answers; empty where none is known."""
    return values.effective_meaning(data) or {}


def open_asks(data: Mapping[str, Any]) -> list[str]:
    """Return what the plan leaves open of a target and nobody has answered yet."""
    return values.open_asks(ItemKind.TARGET, data)


def horizon_of(data: Mapping[str, Any]) -> str:
    """Return over what time a target counts, "" where the plan does not print it.

    A plan read before meanings were says only whether its target is one of each year.
    """
    if not (words := meaning_words(data)):
        return YEARLY if data["per_year"] else ""
    horizon = words["horizon"]
    return "" if horizon == values.UNSTATED else horizon


def sentence_of_row(row: TrackedTarget) -> str:
    """Return the sentence that says what a tracked target means; "" where nobody has said."""
    if row.printed is None:
        return ""
    return sentence_of(_with_horizon(understood(row.printed, row.answers), row.horizon))


def asks_of_row(row: TrackedTarget) -> tuple[str, ...]:
    """Return what the plan leaves open of a tracked target and nobody has answered yet."""
    if row.printed is None:
        return ()
    data = _with_horizon(understood(row.printed, row.answers), row.horizon)
    return tuple(open_asks(data))


def sentence_for(
    printed: PrintedTarget, answers: Mapping[str, str] | None = None, horizon: str = ""
) -> str:
    """Return the sentence for a printed target as it would be followed."""
    return sentence_of(_with_horizon(understood(printed, answers), horizon))


def _with_horizon(data: Mapping[str, Any], horizon: str) -> dict[str, Any]:
    if not horizon or not data["meaning"]:
        return dict(data)
    asks = [ask for ask in data["asks"] if ask != "horizon"]
    return {**data, "asks": asks, "meaning": {**data["meaning"], "horizon": horizon}}


def plain_target(
    printed: PrintedTarget,
    unit_label: str = "",
    *,
    answers: Mapping[str, str] | None = None,
    horizon: str | None = None,
) -> Target:
    """Return the comparison as printed, with nothing read from the words around it.

    ``horizon`` is the officer's; None is the plan's own.

    Raises:
        RuleError: the comparator is unknown or the range is upside down.

    """
    data = understood(printed, answers)
    over = horizon_of(data) if horizon is None else horizon
    plain = meaning_of(
        printed.comparator,
        printed.unit,
        _short(printed.value),
        None if printed.upper is None else _short(printed.upper),
        per_year=over == YEARLY,
        unit_label=_counted(printed.unit, unit_label),
    )
    return _change(plain, data, over) if plain.is_change else plain


def _change(plain: Target, data: Mapping[str, Any], horizon: str) -> Target:
    """Say against what a change is held, and whether in points or in parts of the old value."""
    against = str(meaning_words(data).get("baseline", "")).strip()
    if _YEAR_BEFORE.fullmatch(fold(against)):
        against = ""
    return replace(
        plain,
        against=against,
        absolute=is_absolute(data),
        per_year=not against or horizon == YEARLY,
    )


def is_absolute(data: Mapping[str, Any]) -> bool:
    """Tell whether a change is said in the figure's own unit: percentage points, things counted."""
    if data["unit"] == "percent":
        points = data["asked_answer"].get("unit") == "points"
        return points or _POINTS.search(_folded(data["what"])) is not None
    return bool(data["unit"] in {"count", "currency"})


def _folded(text: str) -> str:
    return fold(text.replace("%", " phần trăm "))


def proposed_target(
    printed: PrintedTarget,
    unit_label: str = "",
    *,
    answers: Mapping[str, str] | None = None,
    horizon: str | None = None,
) -> Target:
    """Return what the plan means by a target: as understood at intake, else as its words suggest.

    Raises:
        RuleError: the comparator is unknown or the range is upside down.

    """
    plain = plain_target(printed, unit_label, answers=answers, horizon=horizon)
    if plain.is_change:
        return plain
    data = understood(printed, answers)
    words = meaning_words(data)
    if not words:
        return _further(plain, *meaning_in_words(printed.text, printed.unit, plain.value))
    over = horizon_of(data) if horizon is None else horizon
    return _from_meaning(plain, words, over, printed.text)


def _from_meaning(plain: Target, words: Mapping[str, str], horizon: str, text: str) -> Target:
    """Return the rule that kind and horizon make; what lacks its m or its cycle stays plain."""
    kind = words["kind"]
    if kind == "n_of_m" and (of := whole_of(text, plain.value)) is not None:
        return with_meaning(plain, Meaning.N_OF_M, of=of)
    if kind == "times_per_period":
        every = next((one for one in EVERY if fold(one) == fold(words.get("period", ""))), "")
        return _further(plain, Meaning.K_TIMES_A_PERIOD, every=every) if every else plain
    if kind == "once_by":
        return with_meaning(plain, Meaning.AT_LEAST_ONCE_BY)
    if "nhu cau" in fold(words.get("condition", "")):
        return with_meaning(plain, Meaning.AMONG_IN_NEED)
    if "kept_up" in (kind, horizon) and kind != "n_of_m":
        return with_meaning(plain, Meaning.KEEP_UP)
    return plain


def _further(
    plain: Target, meaning: Meaning | None, of: Decimal | None = None, every: str = ""
) -> Target:
    return plain if meaning is None else with_meaning(plain, meaning, of=of, every=every)


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
    printed_yearly = row.printed is not None and row.printed.per_year
    plain = meaning_of(
        row.comparator,
        row.unit,
        _short(row.value),
        None if n_of_m else upper,
        per_year=row.horizon == YEARLY if row.horizon else printed_yearly,
        unit_label=_counted(row.unit, row.tracked.indicator.unit),
    )
    if plain.is_change and row.printed is not None:
        return _change(plain, understood(row.printed, row.answers), row.horizon)
    return with_meaning(plain, meaning, of=upper if n_of_m else None, every=row.every)


def _counted(unit: str, label: str) -> str:
    """Return what stands behind a number; "8/8" of a share's indicator is not eight per cent."""
    return "" if unit in {"percent", "currency"} or label == "%" else label


def _short(value: Decimal) -> Decimal:
    """Return the number without the zeros that its column adds."""
    return Decimal(f"{value:f}".rstrip("0").rstrip(".")) if "." in f"{value:f}" else value
