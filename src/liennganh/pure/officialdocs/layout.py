"""What a DOCX was measured to be: pages, paragraphs, tables. Lengths in mm, letters in points."""

from dataclasses import dataclass
from enum import StrEnum

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.metrics import text_width_mm


class Story(StrEnum):
    """Which stream of text a paragraph stands in."""

    MAIN = "main"
    FIRST_HEADER = "first-header"
    HEADER = "header"
    FIRST_FOOTER = "first-footer"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class MeasuredRun:
    """Letters of one kind; `fonts` are those for Latin, other, East Asian and complex scripts."""

    text: str
    fonts: tuple[str, ...]
    size_pt: float
    bold: bool
    italic: bool
    underline: bool
    colour: str
    language: str


@dataclass(frozen=True, slots=True)
class Box:
    """The box a paragraph stands in: the text area, or a cell of a table.

    `left_mm` counts from the left margin. `row` is (table, row) counted from 0, None outside tables.
    `framed` says whether the cell has visible borders; `height_mm` is an exact height, if set.
    """

    left_mm: float
    width_mm: float
    row: tuple[int, int] | None = None
    framed: bool = False
    height_mm: float | None = None


@dataclass(frozen=True, slots=True)
class MeasuredParagraph:
    """A paragraph as it will be printed; `element` is None where its style is not one of ours.

    `line` is the spacing in lines, None if `exact_pt` fixes it. `rule_mm` is the length of a line
    drawn above the paragraph, None without one.
    """

    element: Element | None
    runs: tuple[MeasuredRun, ...]
    align: str
    first_line_mm: float
    left_mm: float
    right_mm: float
    before_pt: float
    after_pt: float
    line: float | None
    exact_pt: float | None
    keep_next: bool
    rule_mm: float | None
    page_field: bool
    box: Box
    section: int
    story: Story

    @property
    def text(self) -> str:
        """The text, line breaks as line feeds."""
        return "".join(run.text for run in self.runs)

    @property
    def longest_line_mm(self) -> float:
        """The width of the longest of the lines that the text is broken into by hand."""
        lines = [0.0]
        for run in self.runs:
            for index, piece in enumerate(run.text.split("\n")):
                if index:
                    lines.append(0.0)
                lines[-1] += text_width_mm(piece, run.size_pt, bold=run.bold, italic=run.italic)
        return max(lines)


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """A table of the main story; `elements` are those of its paragraphs."""

    elements: frozenset[Element | None]
    header_repeats: bool
    rows_whole: bool
    kept_with_text_above: bool
    bordered: bool
    width_mm: float
    section: int


@dataclass(frozen=True, slots=True)
class MeasuredPicture:
    """A picture of the main story."""

    width_mm: float
    alt: str
    section: int


@dataclass(frozen=True, slots=True)
class MeasuredSection:
    """Page set-up of a section; `number_start` is None where numbering goes on."""

    width_mm: float
    height_mm: float
    top_mm: float
    right_mm: float
    bottom_mm: float
    left_mm: float
    header_mm: float
    first_page_differs: bool
    number_start: int | None
    number_format: str

    @property
    def text_width_mm(self) -> float:
        """The width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True, slots=True)
class Layout:
    """A DOCX as measured: sections, paragraphs in reading order, tables and pictures."""

    sections: tuple[MeasuredSection, ...]
    paragraphs: tuple[MeasuredParagraph, ...]
    tables: tuple[MeasuredTable, ...]
    pictures: tuple[MeasuredPicture, ...]

    def of(self, element: Element) -> tuple[MeasuredParagraph, ...]:
        """Return the paragraphs of one element, in reading order."""
        return tuple(one for one in self.paragraphs if one.element is element)
