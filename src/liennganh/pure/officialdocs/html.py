"""The document as an HTML fragment for the preview, without styles or scripts of its own.

Every element carries the class `vb-<element>`; the page that shows it brings the style sheet.
"""

import base64
from collections.abc import Iterable
from html import escape

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.model import (
    Block,
    OfficialDocument,
    Picture,
    Run,
    Signature,
    Table,
)
from liennganh.pure.officialdocs.wording import (
    MOTTO,
    NATION,
    Line,
    addressee_lines,
    appendix_lines,
    basis_lines,
    body_parts,
    clean,
    issuer_lines,
    letter_subject_line,
    line,
    number_line,
    place_date_line,
    recipient_lines,
    signature_lines,
    stamp_lines,
    title_lines,
)

# Elements that are headings to a screen reader; the page that embeds the fragment has the h1.
_TAGS = {
    Element.KIND: "h2",
    Element.APPENDIX_LABEL: "h2",
    Element.DIVISION_LABEL: "h3",
    Element.DIVISION_TITLE: "h3",
    Element.ROMAN_HEADING: "h3",
    Element.CLAUSE_HEADING: "h4",
}


def _runs(runs: Iterable[Run]) -> str:
    made = []
    for run in runs:
        text = escape(run.text).replace("\n", "<br>")
        if run.italic:
            text = f"<em>{text}</em>"
        made.append(f"<strong>{text}</strong>" if run.bold else text)
    return "".join(made)


def _line(one: Line) -> str:
    tag = _TAGS.get(one.element, "p")
    return f'<{tag} class="vb-{one.element}">{_runs(one.runs)}</{tag}>'


def _lines(lines: Iterable[Line | None]) -> str:
    return "".join(_line(one) for one in lines if one is not None)


def _table(table: Table) -> str:
    caption = f"<caption>{escape(clean(table.caption))}</caption>" if table.caption else ""
    head = "".join(
        f'<th scope="col" class="vb-{column.align}">{escape(clean(column.header))}</th>'
        for column in table.columns
    )
    rows = []
    for index, row in enumerate(table.rows):
        cells = "".join(
            f'<td class="vb-{column.align}">{_runs(line(Element.TABLE_CELL, text).runs)}</td>'
            for column, text in zip(table.columns, row, strict=True)
        )
        mark = ' class="vb-total"' if index in table.bold_rows else ""
        rows.append(f"<tr{mark}>{cells}</tr>")
    return (
        f'<div class="vb-scroll"><table class="vb-table">{caption}<thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _picture(picture: Picture) -> str:
    data = base64.b64encode(picture.png).decode("ascii")
    caption = (
        f"<figcaption>{escape(clean(picture.caption))}</figcaption>" if picture.caption else ""
    )
    alt = escape(clean(picture.alt))
    return (
        f'<figure class="vb-picture"><img src="data:image/png;base64,{data}" alt="{alt}">'
        f"{caption}</figure>"
    )


def _body(blocks: tuple[Block, ...]) -> str:
    made = []
    for part in body_parts(blocks):
        if isinstance(part, Table):
            made.append(_table(part))
        elif isinstance(part, Picture):
            made.append(_picture(part))
        else:
            made.append(_line(part))
    return f'<div class="vb-body">{"".join(made)}</div>'


def _head(document: OfficialDocument) -> str:
    left = _lines([*issuer_lines(document), number_line(document), letter_subject_line(document)])
    right = _lines(
        [line(Element.NATION, NATION), line(Element.MOTTO, MOTTO), place_date_line(document)]
    )
    return (
        f'<header class="vb-head"><div class="vb-issuing">{left}</div>'
        f'<div class="vb-national">{right}</div></header>{_lines(stamp_lines(document))}'
    )


def _signature(signature: Signature) -> str:
    return f'<div class="vb-signature">{_lines(signature_lines(signature))}</div>'


def _closing(document: OfficialDocument) -> str:
    recipients = f'<div class="vb-recipients">{_lines(recipient_lines(document))}</div>'
    other = _signature(document.co_signature) if document.co_signature else ""
    address = _lines(line(Element.ADDRESS, text) for text in document.address)
    return (
        f'<footer class="vb-closing">{other}{_signature(document.signature)}{recipients}</footer>'
        + (f'<address class="vb-addresses">{address}</address>' if address else "")
    )


def _appendix(document: OfficialDocument, index: int) -> str:
    wide = " vb-wide" if document.appendices[index].landscape else ""
    head = _lines(appendix_lines(document, index))
    return f'<section class="vb-appendix{wide}">{head}{_body(document.appendices[index].body)}</section>'


def write_html(document: OfficialDocument) -> str:
    """Return the document as an escaped HTML fragment: one `<article class="vb-document">`.

    Pictures are embedded as data addresses, which the page's policy must allow for images.
    """
    titles = _lines([*title_lines(document), *addressee_lines(document), *basis_lines(document)])
    appendices = "".join(_appendix(document, index) for index in range(len(document.appendices)))
    return (
        f'<article class="vb-document" lang="vi">{_head(document)}{titles}'
        f"{_body(document.body)}{_closing(document)}{appendices}</article>"
    )
