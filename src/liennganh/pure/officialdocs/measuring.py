"""Reading a DOCX back into measured facts, whoever wrote or changed it."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.layout import (
    Box,
    Layout,
    MeasuredParagraph,
    MeasuredPicture,
    MeasuredRun,
    MeasuredSection,
    MeasuredTable,
    Story,
)
from liennganh.pure.officialdocs.resolving import (
    Styles,
    attribute,
    number,
    present,
    switched_on,
)

_TWIPS_PER_MM = 1440 / 25.4
_EMU_PER_MM = 36000
_LINE = 240
_ELEMENTS = {element.style_id: element for element in Element}
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_STORIES = (
    ("headerReference", "first", Story.FIRST_HEADER),
    ("headerReference", "default", Story.HEADER),
    ("footerReference", "first", Story.FIRST_FOOTER),
    ("footerReference", "default", Story.FOOTER),
)


def _mm(twips: float) -> float:
    return twips / _TWIPS_PER_MM


def _section(properties: BaseOxmlElement) -> MeasuredSection:
    sources = [properties]
    start = attribute(sources, "pgNumType", "start")

    def margin(name: str) -> float:
        return _mm(number(sources, "pgMar", name))

    return MeasuredSection(
        width_mm=_mm(number(sources, "pgSz", "w")),
        height_mm=_mm(number(sources, "pgSz", "h")),
        top_mm=margin("top"),
        right_mm=margin("right"),
        bottom_mm=margin("bottom"),
        left_mm=margin("left"),
        header_mm=margin("header"),
        first_page_differs=switched_on(sources, "titlePg"),
        number_start=int(start) if start is not None else None,
        number_format=attribute(sources, "pgNumType", "fmt") or "decimal",
    )


class _Reader:
    """Walks through one DOCX; keeps its styles and counts its tables."""

    def __init__(self, file: Document) -> None:
        self.styles = Styles(file.styles.element)
        self.part = file.part
        self.tables_seen = 0
        self.tables: list[MeasuredTable] = []
        self.pictures: list[MeasuredPicture] = []

    def run(self, run: BaseOxmlElement, paragraph: BaseOxmlElement) -> MeasuredRun:
        sources = self.styles.of_run(run, paragraph)
        pieces = []
        for child in run:
            if child.tag == qn("w:t"):
                pieces.append(child.text or "")
            elif child.tag == qn("w:br"):
                pieces.append("\n")
        text = "".join(pieces)
        if switched_on(sources, "caps"):
            text = text.upper()
        return MeasuredRun(
            text=text,
            fonts=tuple(attribute(sources, "rFonts", slot) or "" for slot in _SLOTS),
            size_pt=number(sources, "sz") / 2,
            bold=switched_on(sources, "b"),
            italic=switched_on(sources, "i"),
            underline=(attribute(sources, "u") or "none") != "none",
            colour=(attribute(sources, "color") or "auto").upper(),
            language=attribute(sources, "lang") or "",
        )

    def paragraph(
        self, paragraph: BaseOxmlElement, box: Box, section: int, story: Story
    ) -> MeasuredParagraph:
        sources = self.styles.of_paragraph(paragraph)
        left, right = _mm(number(sources, "ind", "left")), _mm(number(sources, "ind", "right"))
        hanging = attribute(sources[:1], "ind", "hanging")
        first = -float(hanging) if hanging else number(sources, "ind", "firstLine")
        line = number(sources, "spacing", "line")
        exact = attribute(sources, "spacing", "lineRule") == "exact"
        borders = present(sources, "pBdr")
        drawn = borders is not None and attribute([borders], "top") == "single"
        runs = (self.run(run, paragraph) for run in paragraph.iter(qn("w:r")))
        fields = [str(f.get(qn("w:instr"))) for f in paragraph.iter(qn("w:fldSimple"))]
        fields += [code.text or "" for code in paragraph.iter(qn("w:instrText"))]
        return MeasuredParagraph(
            element=_ELEMENTS.get(self.styles.style_id(paragraph)),
            runs=tuple(run for run in runs if run.text),
            align=attribute(sources, "jc") or "left",
            first_line_mm=_mm(first),
            left_mm=left,
            right_mm=right,
            before_pt=number(sources, "spacing", "before") / 20,
            after_pt=number(sources, "spacing", "after") / 20,
            line=None if exact else (line / _LINE if line else 1.0),
            exact_pt=line / 20 if exact else None,
            keep_next=switched_on(sources, "keepNext"),
            rule_mm=box.width_mm - left - right if drawn else None,
            page_field=any(field.strip().upper().split()[:1] == ["PAGE"] for field in fields),
            box=box,
            section=section,
            story=story,
        )

    def table(
        self, table: BaseOxmlElement, area: Box, section: int, story: Story
    ) -> list[MeasuredParagraph]:
        index = self.tables_seen
        self.tables_seen += 1
        properties = [one for one in [table.find(qn("w:tblPr"))] if one is not None]
        start = area.left_mm + _mm(number(properties, "tblInd", "w"))
        grid = [_mm(float(one.get(qn("w:w"), 0))) for one in table.iter(qn("w:gridCol"))]
        bordered = _bordered(properties, "tblBorders")
        found: list[MeasuredParagraph] = []
        rows = list(table.iterchildren(qn("w:tr")))
        for place, row in enumerate(rows):
            marks = [one for one in [row.find(qn("w:trPr"))] if one is not None]
            exact = attribute(marks, "trHeight", "hRule") == "exact"
            height = _mm(number(marks, "trHeight")) if exact else None
            left = start
            for column, cell in enumerate(row.iterchildren(qn("w:tc"))):
                own = [one for one in [cell.find(qn("w:tcPr"))] if one is not None]
                width = _mm(number(own, "tcW", "w")) or grid[column]
                framed = bordered or _bordered(own, "tcBorders")
                box = Box(left, width, (index, place), framed, height)
                found += self.blocks(cell, box, section, story)
                left += width
        if story is Story.MAIN:
            self.tables.append(
                MeasuredTable(
                    elements=frozenset(one.element for one in found),
                    header_repeats=bool(rows) and _marked(rows[0], "tblHeader"),
                    rows_whole=all(_marked(row, "cantSplit") for row in rows),
                    kept_with_text_above=self._kept(table),
                    bordered=bordered,
                    width_mm=sum(grid),
                    section=section,
                )
            )
        return found

    def _kept(self, table: BaseOxmlElement) -> bool:
        """Return whether the text above stays on the page of the table, spacers in between too."""
        above = table.getprevious()
        while above is not None and above.tag == qn("w:p"):
            if not switched_on(self.styles.of_paragraph(above), "keepNext"):
                return False
            if "".join(text.text or "" for text in above.iter(qn("w:t"))).strip():
                return True
            above = above.getprevious()
        return False

    def blocks(
        self, parent: BaseOxmlElement, box: Box, section: int, story: Story
    ) -> list[MeasuredParagraph]:
        found: list[MeasuredParagraph] = []
        for child in parent:
            found += self.block(child, box, section, story)
        return found

    def block(
        self, child: BaseOxmlElement, box: Box, section: int, story: Story
    ) -> list[MeasuredParagraph]:
        if child.tag == qn("w:tbl"):
            return self.table(child, box, section, story)
        if child.tag != qn("w:p"):
            return []
        for inline in child.iter(qn("wp:inline")):
            width = float(inline.find(qn("wp:extent")).get("cx")) / _EMU_PER_MM
            alt = str(inline.find(qn("wp:docPr")).get("descr", ""))
            self.pictures.append(MeasuredPicture(width, alt, section))
        return [self.paragraph(child, box, section, story)]

    def margins(
        self, references: dict[Story, str], area: Box, section: int
    ) -> Iterator[MeasuredParagraph]:
        for story, relationship in references.items():
            element = self.part.related_parts[relationship]._element  # noqa: SLF001 - header parts offer nothing else
            yield from self.blocks(element, area, section, story)


def _marked(row: BaseOxmlElement, tag: str) -> bool:
    return switched_on([one for one in [row.find(qn("w:trPr"))] if one is not None], tag)


def _bordered(properties: list[BaseOxmlElement], tag: str) -> bool:
    borders = present(properties, tag)
    if borders is None:
        return False
    return any(str(side.get(qn("w:val"))) not in {"nil", "none"} for side in borders)


def measure(content: bytes) -> Layout:
    """Measure a DOCX.

    Raises:
        ValueError: with a Vietnamese message, when the bytes are no DOCX.

    """
    try:
        file = docx.Document(BytesIO(content))
    except (BadZipFile, KeyError, ValueError) as error:
        raise ValueError("Tệp không phải là văn bản DOCX hoặc đã bị hỏng.") from error
    reader = _Reader(file)
    story = file.element.body
    ends = list(story.iter(qn("w:sectPr")))
    sections = tuple(_section(end) for end in ends)
    paragraphs: list[MeasuredParagraph] = []
    current = 0
    for child in story:
        area = Box(0, sections[current].text_width_mm)
        paragraphs += reader.block(child, area, current, Story.MAIN)
        if child.tag == qn("w:p") and next(child.iter(qn("w:sectPr")), None) is not None:
            current += 1
    references: dict[Story, str] = {}
    for index, end in enumerate(ends):
        references = references | _references(end)
        area = Box(0, sections[index].text_width_mm)
        paragraphs += reader.margins(references, area, index)
    return Layout(sections, tuple(paragraphs), tuple(reader.tables), tuple(reader.pictures))


def _references(properties: BaseOxmlElement) -> dict[Story, str]:
    """Return the headers and footers that a section names; others it takes from the one before."""
    found = {}
    for tag, kind, story in _STORIES:
        for reference in properties.iterchildren(qn(f"w:{tag}")):
            if reference.get(qn("w:type")) == kind:
                found[story] = str(reference.get(qn("r:id")))
    return found
