"""Invented figures, the same every time: a seed for each agency, indicator and period."""

import hashlib
import random
from decimal import Decimal

from liennganh.indicators.models import Measure
from liennganh.programmes.models import TrackedIndicator
from liennganh.pure.vietnamese import fold
from liennganh.reporting.cells import Cell, allows_nil
from liennganh.reporting.models import Round, Status

# Wholes that are the reporting commune itself: it counts as one.
_ITSELF = ("so xa", "xa phuong", "tong so xa", "so don vi", "so phuong")


def dice(*parts: object) -> random.Random:
    """Return a generator that depends on the parts alone, on every machine."""
    seed = hashlib.sha256("/".join(str(part) for part in parts).encode()).digest()
    return random.Random(int.from_bytes(seed[:8], "big"))  # noqa: S311 - invented figures


def cell_for(tracked: TrackedIndicator, agency_key: str, round_: Round) -> Cell:
    """Return an answer that a reporter could have given."""
    throw = dice(agency_key, tracked.order, round_.period_key)
    if throw.random() < 0.04:
        if tracked.indicator.is_share:
            return Cell(status=Status.NOT_APPLICABLE)
        if not allows_nil(tracked):
            return Cell(status=Status.REPORTED, value=Decimal(0))
        return Cell(status=Status.NIL)
    if tracked.indicator.is_share:
        whole = 1 if _counts_itself(tracked) else dice(agency_key, tracked.order).randint(12, 90)
        # Three in four come near what plans ask for; the rest are far from it.
        ratio = throw.uniform(0.62, 1.0) if throw.random() < 0.75 else throw.uniform(0.2, 0.6)
        part = (1 if ratio > 0.45 else 0) if whole == 1 else round(whole * ratio)
        return Cell(status=Status.REPORTED, numerator=Decimal(part), denominator=Decimal(whole))
    return Cell(status=Status.REPORTED, value=_count(tracked, throw))


def _counts_itself(tracked: TrackedIndicator) -> bool:
    if tracked.indicator.counts_units:
        return True
    words = fold(tracked.denominator or tracked.indicator.denominator)
    # "100% xã, phường, đặc khu …": the commune is the whole, whatever the catalogue's wording.
    return any(word in words for word in _ITSELF) or "xa phuong" in fold(tracked.label)[:40]


def _count(tracked: TrackedIndicator, throw: random.Random) -> Decimal:
    match tracked.indicator.measure:
        case Measure.MONEY:
            return Decimal(throw.randint(5, 60)) * 1_000_000
        case Measure.PERSONS:
            return Decimal(throw.randint(20, 180))
    aim = tracked.targets.filter(unit="count").values_list("value", flat=True).first()
    if aim is None:
        return Decimal(throw.randint(1, 9))
    # Many reporters reach a small number together: most of them give nothing.
    reporters = max(tracked.programme.reporting_units.count(), 1)
    share = float(aim) / reporters * throw.uniform(0.3, 1.5)
    return Decimal(int(share) + (throw.random() < share % 1))
