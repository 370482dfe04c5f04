"""What an item of each kind holds: checked, told in Vietnamese, and what is still missing.

The shapes are those of ``IntakeItem.data``; figures are decimal strings, dates partial ISO dates.
"""

from .asking import (
    PROOF,
    QUESTIONS,
    asked_of,
    choices_of,
    clean_answer,
    effective_meaning,
    open_asks,
)
from .cleaning import clean
from .shapes import (
    COMPARATORS,
    CYCLES,
    HORIZONS,
    MEANING_WORDS,
    MEANINGS,
    MODES,
    REPORT_KINDS,
    SOURCES,
    STANDINGS,
    UNITS,
    UNSTATED,
    blank,
    whole,
)
from .wording import chain_words, describe, due_words, figure, missing, years_words

__all__ = [
    "COMPARATORS",
    "CYCLES",
    "HORIZONS",
    "MEANINGS",
    "MEANING_WORDS",
    "MODES",
    "PROOF",
    "QUESTIONS",
    "REPORT_KINDS",
    "SOURCES",
    "STANDINGS",
    "UNITS",
    "UNSTATED",
    "asked_of",
    "blank",
    "chain_words",
    "choices_of",
    "clean",
    "clean_answer",
    "describe",
    "due_words",
    "effective_meaning",
    "figure",
    "missing",
    "open_asks",
    "whole",
    "years_words",
]
