"""A reading as the JSON object of the benchmark, with extra keys beside it."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from .model import Reading
from .reports import one_of_each


def to_json(reading: Reading) -> dict[str, Any]:
    """Return the object that the scorer reads; ``deadline``, ``confidence`` and more are extra."""
    head = reading.document
    return {
        "document": {
            "type": head.type, "number": head.number, "issuer": head.issuer, "date": head.date,
            "title": head.title, "period": list(head.period) if head.period else None,
            "place": head.place, "attached": head.attached, "spans": {k: [s.start, s.end] for k, s in head.spans.items()},
        },
        "legal_bases": [basis.number for basis in reading.legal_bases if basis.number],
        "bases": [_plain(asdict(basis)) for basis in reading.legal_bases],
        "targets": [_plain(asdict(t)) for t in reading.targets],
        "qualitative": [_plain(asdict(q)) for q in reading.qualitative],
        "tasks": [_plain(asdict(t)) for t in reading.tasks],
        "reports": [_plain(asdict(r)) for r in one_of_each(reading.reports)],
        "duties": [_plain(asdict(r)) for r in reading.reports],
        "budget": [_plain(asdict(b)) for b in reading.budget],
        "outline": [_plain(asdict(h)) for h in reading.outline],
        "secrecy": reading.secrecy,
        "abbreviations": [list(pair) for pair in reading.abbreviations],
    }  # fmt: skip


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    return {key: _value(value) for key, value in item.items()}


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
