"""What a reading consists of: frozen values, each with its place in the text."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Comparator = Literal[">=", ">", "<=", "<", "=", "+", "-"]
Unit = Literal["percent", "count", "rate", "currency"]
Mode = Literal["giao", "de_nghi"]
LeadSource = Literal["item", "heading", "table", "none"]
ReportKind = Literal["monthly", "quarterly", "six_month", "nine_month", "annual", "final", "ad_hoc"]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets into ``Reading.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the outline; ``level`` 1 is the outermost, ``label`` its printed number."""

    start: int
    end: int
    level: int
    label: str
    text: str
    kind: str
    section: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Header:
    """The head of the document. ``date`` is ISO, as far as printed; ``spans`` by field name."""

    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    title: str | None = None
    period: tuple[int, int] | None = None
    place: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document that this one rests on or carries out; ``number`` as printed, without spaces."""

    start: int
    end: int
    number: str
    section: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Target:
    """A quantified result. ``upper`` is set for a range; ``what`` is the thing counted."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal
    upper: Decimal | None
    unit: Unit
    deadline: str | None
    what: str
    per_year: bool
    section: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Task:
    """One item of work. ``deadline`` is ISO as far as printed; ``text`` the item on one line."""

    start: int
    end: int
    lead: tuple[str, ...]
    support: tuple[str, ...]
    mode: Mode
    deadline: str | None
    lead_source: LeadSource
    text: str
    section: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A duty to report on the plan. ``before``: printed "trước ngày", so late on the day itself."""

    start: int
    end: int
    kind: ReportKind
    due: str | None
    before: bool
    reporters: tuple[str, ...]
    recipients: tuple[str, ...]
    section: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A sum the plan gives itself, in whole đồng."""

    start: int
    end: int
    amount_vnd: int
    what: str
    section: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read out of ``text``, which is in NFC and to which all offsets refer."""

    text: str
    document: Header
    legal_bases: tuple[LegalBasis, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    reports: tuple[ReportDuty, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    outline: tuple[Heading, ...] = ()
    secrecy: str | None = None
