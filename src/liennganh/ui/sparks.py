"""The geometry of a small line over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from liennganh.pure.vietnamese import format_number

WIDTH, HEIGHT, EDGE = 120, 32, 4


@dataclass(frozen=True)
class Spark:
    """Line pieces (missing periods part them), single points, and the words that say the same."""

    pieces: tuple[str, ...]
    dots: tuple[tuple[str, str], ...]
    target: str | None
    text: str


def spark_of(
    values: Sequence[Decimal | None], target: Decimal | None = None, label: str = ""
) -> Spark | None:
    """Return the drawing of a series of 120 × 32, or None where no period has a value."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    every = [*known, target] if target is not None else known
    bottom, top = min(*every, Decimal(0)), max(*every, Decimal(0))
    span = top - bottom or Decimal(1)
    step = Decimal(WIDTH - 2 * EDGE) / max(1, len(values) - 1)

    def at(index: int, value: Decimal) -> tuple[str, str]:
        y = HEIGHT - EDGE - (value - bottom) / span * (HEIGHT - 2 * EDGE)
        return f"{EDGE + index * step:.1f}", f"{y:.1f}"

    runs: list[list[tuple[str, str]]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(at(index, value))
    pieces = tuple(" ".join(",".join(point) for point in run) for run in runs if len(run) > 1)
    lonely = [run[0] for run in runs if len(run) == 1]
    last = [run[-1] for run in runs if run][-1]
    said = ", ".join(_("thiếu") if value is None else format_number(value) for value in values)
    text = f"{label}: {said}" if label else said
    return Spark(
        pieces=pieces,
        dots=tuple(dict.fromkeys([*lonely, last])),
        target=None if target is None else at(0, target)[1],
        text=text,
    )
