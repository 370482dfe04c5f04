"""One thing to settle before confirmation, or to know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from liennganh.plans.models import Intake, IntakeItem
from liennganh.plans.spans import excerpt

_QUOTE = 70


@dataclass(frozen=True)
class Question:
    """One thing to settle (``blocking``) or to know.

    It leads to an item, to a printed name, to a heading of the text (``offset``), or, with none
    of these, to the head of the document. ``ask`` names what the plan does not print and can be
    answered where the question stands.
    """

    code: str
    message: str
    blocking: bool
    item: int | None = None
    printed: str = ""
    offset: int | None = None
    ask: str = ""
    choices: Mapping[str, Any] = field(default_factory=dict)  # empty: words are to be typed


def quote_of(intake: Intake, item: IntakeItem) -> str:
    """Return the first words of an item in quotation marks."""
    words = excerpt(intake.text, item.start, item.end)
    return f"“{words}”" if len(words) <= _QUOTE else f"“{words[:_QUOTE].rstrip()}…”"


Questions = Iterator[Question]
