"""Tables of figures: visible borders, a header row that repeats, rows that do not break."""

from docx.oxml.xmlchemy import BaseOxmlElement

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.metrics import text_width_mm
from liennganh.pure.officialdocs.model import Align, Run, Table
from liennganh.pure.officialdocs.word.xml import Attributes, paragraph, spacer, text_run, twips, w
from liennganh.pure.officialdocs.wording import Line, line

_PADDING_MM = 1.5
_AIR_MM = 0.5
_LONGEST_USEFUL_MM = 120  # text beyond this does not claim a still wider column
_SHORT_MM = 20  # a column that lacks no more than this for its text on one line gets it first


def column_widths(table: Table, width_mm: float) -> tuple[float, ...]:
    """Return the widths of the columns in mm, which add up to `width_mm`.

    Columns without a width get their longest word, then short ones their whole text, and the long
    ones share what is left by the length of their text. If more is asked than there is, all shrink
    alike.
    """
    pairs = [_least_and_more(table, index) for index in range(len(table.columns))]
    widths = [least for least, _ in pairs]
    missing = width_mm - sum(widths)
    short = [index for index, (_, more) in enumerate(pairs) if 0 < more <= _SHORT_MM]
    if sum(pairs[index][1] for index in short) <= missing:
        for index in short:
            widths[index] += pairs[index][1]
        missing = width_mm - sum(widths)
        long = [more if more > _SHORT_MM else 0.0 for _, more in pairs]
    else:
        long = [more for _, more in pairs]
    if missing > 0 and sum(long) > 0:
        return tuple(
            width + missing * more / sum(long) for width, more in zip(widths, long, strict=True)
        )
    return tuple(width * width_mm / sum(widths) for width in widths)


def _least_and_more(table: Table, index: int) -> tuple[float, float]:
    """Return the least width of a column in mm, and what it lacks to hold its text on one line."""
    column = table.columns[index]
    if column.width_mm is not None:
        return column.width_mm, 0.0
    texts = [(column.header, True), *((row[index], False) for row in table.rows)]
    words = [(word, bold) for text, bold in texts for word in text.split()]
    longest = max((_width(word, table, bold=bold) for word, bold in words), default=5.0)
    whole = max((_width(text, table, bold=bold) for text, bold in texts), default=5.0)
    more = min(whole, max(longest, _LONGEST_USEFUL_MM)) - longest
    return longest + 2 * _PADDING_MM + _AIR_MM, max(0.0, more)


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
