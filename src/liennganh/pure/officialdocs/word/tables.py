"""Tables of figures: visible borders, a header row that repeats, rows that do not break."""

from docx.oxml.xmlchemy import BaseOxmlElement

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.metrics import text_width_mm
from liennganh.pure.officialdocs.model import Align, Run, Table
from liennganh.pure.officialdocs.word.xml import Attributes, paragraph, spacer, text_run, twips, w
from liennganh.pure.officialdocs.wording import Line, line

_PADDING_MM = 1.5
_LONGEST_USEFUL_MM = 60  # text beyond this wraps rather than claim a wider column


def column_widths(table: Table, width_mm: float) -> tuple[float, ...]:
    """Return the widths of the columns in mm, which add up to `width_mm`.

    Columns without a width share what is left: no less than their longest word, then by the length
    of their text. If the given widths ask for more than there is, all shrink alike.
    """
    least, wish = [], []
    for index, column in enumerate(table.columns):
        if column.width_mm is not None:
            least.append(column.width_mm)
            wish.append(column.width_mm)
            continue
        texts = [(column.header, True), *((row[index], False) for row in table.rows)]
        pad = 2 * _PADDING_MM + 0.5
        words = [(word, bold) for text, bold in texts for word in text.split()]
        longest = max((_width(word, table, bold=bold) for word, bold in words), default=5.0)
        whole = max((_width(text, table, bold=bold) for text, bold in texts), default=5.0)
        least.append(longest + pad)
        wish.append(min(max(whole, longest), _LONGEST_USEFUL_MM) + pad)
    missing = width_mm - sum(least)
    if missing <= 0:
        return tuple(width * width_mm / sum(least) for width in least)
    slack = [more - less for less, more in zip(least, wish, strict=True)]
    total = sum(slack)
    if total <= 0:
        return tuple(width * width_mm / sum(least) for width in least)
    return tuple(less + missing * more / total for less, more in zip(least, slack, strict=True))


def _width(text: str, table: Table, *, bold: bool) -> float:
    return text_width_mm(text, table.size_pt, bold=bold)


def _cell(width_mm: float, content: Line, align: Align, size_pt: float) -> BaseOxmlElement:
    made = w("p", None, w("pPr", None, w("pStyle", {"val": content.element.style_id})))
    made[0].append(w("jc", {"val": align.value}))
    for run in content.runs:
        letters = text_run(run, breaks=True)
        if letters[0].tag != w("rPr").tag:
            letters.insert(0, w("rPr"))
        half_points = round(size_pt * 2)
        letters[0].extend([w("sz", {"val": half_points}), w("szCs", {"val": half_points})])
        made.append(letters)
    middle = w("vAlign", {"val": "center"})
    width = w("tcW", {"w": twips(width_mm), "type": "dxa"})
    return w("tc", None, w("tcPr", None, width, middle), made)


def _header_row(table: Table, widths: tuple[float, ...]) -> BaseOxmlElement:
    cells = (
        _cell(width, line(Element.TABLE_HEADER, column.header), Align.CENTRE, table.size_pt)
        for width, column in zip(widths, table.columns, strict=True)
    )
    return w("tr", None, w("trPr", None, w("cantSplit"), w("tblHeader")), *cells)


def _row(table: Table, widths: tuple[float, ...], index: int) -> BaseOxmlElement:
    bold = index in table.bold_rows
    cells = (
        _cell(width, line(Element.TABLE_CELL, Run(text, bold=bold)), column.align, table.size_pt)
        for width, column, text in zip(widths, table.columns, table.rows[index], strict=True)
    )
    return w("tr", None, w("trPr", None, w("cantSplit")), *cells)


def figures(table: Table, width_mm: float) -> list[BaseOxmlElement]:
    """Return the caption, if any, the table over the whole width, and the space after it."""
    widths = column_widths(table, width_mm)
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    solid: Attributes = {"val": "single", "sz": 4, "space": 0, "color": "000000"}
    padding: Attributes = {"w": twips(_PADDING_MM), "type": "dxa"}
    made = w(
        "tbl",
        None,
        w(
            "tblPr",
            None,
            w("tblW", {"w": twips(width_mm), "type": "dxa"}),
            w("tblBorders", None, *(w(edge, solid) for edge in edges)),
            w("tblLayout", {"type": "fixed"}),
            w("tblCellMar", None, w("left", padding), w("right", padding)),
        ),
        w("tblGrid", None, *(w("gridCol", {"w": twips(width)}) for width in widths)),
        _header_row(table, widths),
        *(_row(table, widths, index) for index in range(len(table.rows))),
    )
    caption = [paragraph(line(Element.CAPTION, table.caption))] if table.caption else []
    return [*caption, made, spacer(w("spacing", {"after": 120}))]
