"""Reads a Vietnamese plan: text in, what it says out, each item with its place in the text."""

from .as_json import to_json
from .lines import normalise
from .model import (
    BudgetLine,
    Header,
    Heading,
    LegalBasis,
    Meaning,
    QualitativeTarget,
    Reading,
    ReportDuty,
    Span,
    Target,
    Task,
)
from .reader import read
from .verdict import Verdict, looks_like_plan

__all__ = [
    "BudgetLine",
    "Header",
    "Heading",
    "LegalBasis",
    "Meaning",
    "QualitativeTarget",
    "Reading",
    "ReportDuty",
    "Span",
    "Target",
    "Task",
    "Verdict",
    "looks_like_plan",
    "normalise",
    "read",
    "to_json",
]
