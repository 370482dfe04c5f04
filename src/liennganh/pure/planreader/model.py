"""What a reading consists of: frozen values, each with its place in the text."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Comparator = Literal[">=", ">", "<=", "<", "=", "+", "-"]
Unit = Literal["percent", "count", "rate", "currency"]
Mode = Literal["giao", "de_nghi"]
LeadSource = Literal["item", "heading", "table", "none"]
ReportKind = Literal["monthly", "quarterly", "six_month", "nine_month", "annual", "final", "ad_hoc"]
# What a target means (docs/design: a target has a meaning, not only a number).
MeaningKind = Literal[
    "at_least", "at_most", "exactly", "change", "kept_up", "once_by", "n_of_m", "times_per_period"
]
# Over what time: each year anew, added up, held all the time, reached once, or not printed.
Horizon = Literal["yearly", "cumulative", "kept_up", "once", "unstated"]
# What the officer should be asked because the plan does not print it.
Ask = Literal["horizon", "denominator", "baseline", "group", "unit"]
Cycle = Literal["weekly", "monthly", "quarterly", "six_month", "annual", "regular"]
MoneySource = Literal["central", "local", "integrated", "mobilised", "aid", ""]


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
    """The head of the document. ``date`` is ISO, as far as printed; ``spans`` by field name.

    ``attached`` is the title of the plan that a decision prints below its signature. ``certain``
    is how probably each field is right, and ``confidence`` the least of these.
    """

    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    title: str | None = None
    period: tuple[int, int] | None = None
    place: str | None = None
    attached: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    confidence: float = 0.0
    certain: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document that this one rests on or carries out.

    ``number`` as printed, without spaces, ``""`` where none is printed ("Luật Trẻ em năm 2016");
    ``title`` its kind and name; ``upper``: a plan, programme, project or strategy of a higher
    level that this one carries out.
    """

    start: int
    end: int
    number: str
    section: tuple[str, ...] = ()
    confidence: float = 1.0
    title: str = ""
    issuer: str = ""
    date: str | None = None
    upper: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a target means, in the plan's own words; every part is ``""`` where not printed.

    ``numerator`` what is counted, ``denominator`` out of what, ``group`` the units or people,
    ``condition`` who among them ("có nhu cầu và đủ điều kiện"), ``baseline`` what a change is
    held against ("năm trước"), ``period`` of a frequency ("tháng"); ``asks`` what to ask for.
    """

    kind: MeaningKind
    horizon: Horizon
    numerator: str
    denominator: str = ""
    group: str = ""
    condition: str = ""
    baseline: str = ""
    period: str = ""
    asks: tuple[Ask, ...] = ()


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
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class QualitativeTarget:
    """A result without a figure; ``proof`` is what would show that it is there."""

    start: int
    end: int
    what: str
    proof: str
    deadline: str | None
    section: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Task:
    """One item of work; ``text`` is the item on one line.

    ``deadline`` is ISO as far as printed, or ``MM-DD`` for a day of each year; ``cycle`` how often
    it is done where that is printed ("thường xuyên" is ``regular``).
    """

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
    cycle: Cycle | None = None


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A duty to report on the plan. ``before``: printed "trước ngày", so late on the day itself.

    ``reporters`` send to ``through``, who compiles for ``recipients`` ("gửi Sở Y tế để tổng hợp,
    báo cáo Ủy ban nhân dân tỉnh"); each is empty where not printed.
    """

    start: int
    end: int
    kind: ReportKind
    due: str | None
    before: bool
    reporters: tuple[str, ...]
    recipients: tuple[str, ...]
    section: tuple[str, ...] = ()
    confidence: float = 1.0
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A sum the plan gives itself, in whole đồng, for ``years`` (first, last) from ``source``."""

    start: int
    end: int
    amount_vnd: int
    what: str
    section: tuple[str, ...] = ()
    confidence: float = 1.0
    years: tuple[int, int] | None = None
    per_year: bool = False
    source: MoneySource = ""
    source_words: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read out of ``text``, which is in NFC and to which all offsets refer.

    ``abbreviations`` are the short names of bodies that the text defines, as (short, full): names
    in items stay as printed, and whoever looks for their agencies may put the full name in place.
    ``reports`` holds every duty: of two bodies with days of their own both, of one body its days.
    """

    text: str
    document: Header
    legal_bases: tuple[LegalBasis, ...] = ()
    targets: tuple[Target, ...] = ()
    qualitative: tuple[QualitativeTarget, ...] = ()
    tasks: tuple[Task, ...] = ()
    reports: tuple[ReportDuty, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    outline: tuple[Heading, ...] = ()
    secrecy: str | None = None
    abbreviations: tuple[tuple[str, str], ...] = ()
