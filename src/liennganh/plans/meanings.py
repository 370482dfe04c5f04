"""A stored target turned back into the reader's value, and told as a sentence."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from liennganh.plans import values
from liennganh.plans.models import ItemKind, PrintedTarget
from liennganh.pure import planreader
from liennganh.pure.planreader.explaining import explain


def target_of(data: Mapping[str, Any]) -> planreader.Target | None:
    """Return the data of a target as the reader's value, the office's answers filled in.

    None where it has no figure or nobody has said what it means. It has no place in a text.
    """
    whole = values.whole(ItemKind.TARGET, data)
    meaning = values.effective_meaning(whole)
    if meaning is None or whole["value"] in ("", None):
        return None
    return planreader.Target(
        start=0,
        end=0,
        comparator=whole["comparator"],
        value=Decimal(str(whole["value"])),
        upper=None if whole["upper"] in ("", None) else Decimal(str(whole["upper"])),
        unit=whole["unit"],
        deadline=whole["deadline"] or None,
        what=whole["what"],
        per_year=whole["per_year"],
        # The codes were checked when the data were cleaned.
        meaning=planreader.Meaning(
            **meaning,  # type: ignore[arg-type]
            asks=tuple(values.open_asks(ItemKind.TARGET, whole)),  # type: ignore[arg-type]
        ),
    )


def sentence_of(data: Mapping[str, Any]) -> str:
    """Return the Vietnamese sentence that says what a target means; "" where that is unknown."""
    target = target_of(data)
    return explain(target) if target is not None else ""


def data_of(printed: PrintedTarget) -> dict[str, Any]:
    """Return a printed target in the shape of an item's data."""
    return values.whole(ItemKind.TARGET, {**vars(printed), "meaning": printed.meaning or None})
