"""An official document as a value: what it says, without how it is printed.

The parts are those of Decree 30/2020/NĐ-CP, Appendix I, Part I, Sections II and III; the box
numbers in the comments are those of the diagram in Section IV.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Where the text of a table column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class Level(StrEnum):
    """The divisions of a text, II.6.đ: with articles, or from I. down to a)."""

    PART = "part"  # Phần I
    CHAPTER = "chapter"  # Chương I
    SECTION = "section"  # Mục 1
    SUBSECTION = "subsection"  # Tiểu mục 1
    ARTICLE = "article"  # Điều 1.
    ROMAN = "roman"  # I.
    ARABIC = "arabic"  # 1.
    LETTER = "letter"  # a)


class Urgency(StrEnum):
    """How fast a document must travel, III.2.b; the value is the wording of the stamp."""

    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    EXPRESS = "HỎA TỐC"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind of letters."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered division: label, title, and text that goes on in the same paragraph.

    `ordinal` counts from 1; the label ("I.", "1.", "đ)", "Điều 3.") follows from the level. A
    clause or an article without a title has only `text`.
    """

    level: Level
    ordinal: int
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullet:
    """A point of a list, led by a dash; at depth 2 by a plus sign."""

    runs: tuple[Run, ...]
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width_mm` None shares what the others leave, by the length of the text."""

    header: str
    align: Align = Align.LEFT
    width_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that repeats on every page it reaches.

    Every row has as many cells as there are columns. `bold_rows` are the indexes, from 0, of rows
    that stand out (totals). `size_pt` is the size of the letters, 11 to 14.

    Raises:
        ValueError: for a table without columns, or a row with another number of cells.

    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    bold_rows: frozenset[int] = frozenset()
    size_pt: float = 13

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("Bảng phải có ít nhất một cột.")
        for index, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"Dòng {index} của bảng có {len(row)} ô, trong khi bảng có "
                    f"{len(self.columns)} cột."
                )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (a chart): PNG bytes, printed width in mm, and what it shows, in words."""

    png: bytes
    width_mm: float
    alt: str
    caption: str = ""


Block = Heading | Paragraph | Bullet | Table | Picture


@dataclass(frozen=True, slots=True)
class Signature:
    """Boxes 7a and 7b.

    `authority` is "TM. ỦY BAN NHÂN DÂN" or None where the signer signs in the own name; `titles`
    are the lines under it, "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH"; `name` is None on a draft.
    """

    authority: str | None
    titles: tuple[str, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Enactment:
    """What a decision adds around its legal bases, models 1.2 and 1.3 of Appendix III.

    `authority` is who enacts, printed above the bases ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …");
    `formula` stands below them ("QUYẾT ĐỊNH:").
    """

    authority: str
    formula: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: a section of its own, with its own page numbers; landscape if wide."""

    title: str
    body: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """An official document of one agency.

    `number` is the number alone ("5" prints "05"); None leaves the blank that the registry fills
    in. `date` None prints "ngày … tháng … năm" with blanks, and with `year` if that is known.
    `kind` None makes a công văn, whose `subject` follows "V/v". `place` None prints neither place
    nor date, as in minutes (model 1.9). `issuer_in_text` is the issuer's name in running text,
    for the reference line of appendices; without it the printed name is used.
    `copies` is the number of copies issued, printed after the drafter's sign: "PL.(300)".
    """

    issuer: str
    symbol: str
    place: str | None
    subject: str
    signature: Signature
    superior: str | None = None
    number: str | None = None
    date: dt.date | None = None
    year: int | None = None
    kind: str | None = None
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    enactment: Enactment | None = None
    body: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    drafter: str | None = None
    copies: int | None = None
    urgency: Urgency | None = None
    circulation: str | None = None
    address: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    co_signature: Signature | None = None
    issuer_in_text: str | None = None


def paragraph(text: str) -> Paragraph:
    """Make a paragraph of plain text."""
    return Paragraph((Run(text),))


def bullet(text: str, depth: int = 1) -> Bullet:
    """Make a point of plain text."""
    return Bullet((Run(text),), depth)
