"""What is printed for each element of a document, with the punctuation the decree asks for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from liennganh.pure.officialdocs.elements import CAPITALS, Element
from liennganh.pure.officialdocs.model import (
    Appendix,
    Block,
    Bullet,
    Heading,
    Level,
    OfficialDocument,
    Paragraph,
    Picture,
    Run,
    Signature,
    Table,
)
from liennganh.pure.officialdocs.numbering import document_number, label, roman, written_date
from liennganh.pure.vietnamese import nfc

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
END = "./."
_KEPT_SIGNS = "\n\u00a0\u00ad\u200b"  # not printable by themselves, yet part of a text

_CENTRED = {Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to be printed: its element and its runs, whose emphasis adds to the element's."""

    element: Element
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The whole text of the paragraph."""
        return "".join(run.text for run in self.runs)


def line(element: Element, *parts: str | Run) -> Line:
    """Make a line in Unicode NFC, in capitals where the element asks for them.

    Control characters, which XML cannot carry, go; only cells of tables keep their line feeds.
    """
    runs = [Run(part) if isinstance(part, str) else part for part in parts]
    clean = (replace(run, text=_cased(element, _clean(element, run.text))) for run in runs)
    return Line(element, tuple(run for run in clean if run.text))


def _clean(element: Element, text: str) -> str:
    return clean(text, feed="\n" if element in {Element.TABLE_CELL, Element.TABLE_HEADER} else " ")


def clean(text: str, feed: str = " ") -> str:
    """Return the text in NFC without control characters, its line feeds turned into `feed`."""
    spaced = text.replace("\r\n", "\n").replace("\n", feed).replace("\t", " ")
    return nfc("".join(sign for sign in spaced if sign.isprintable() or sign in _KEPT_SIGNS))


def _cased(element: Element, text: str) -> str:
    return nfc(text.upper()) if element in CAPITALS else text


def _bare(text: str) -> str:
    return text.strip().rstrip(".;, ").rstrip()


def _listed(texts: Iterable[str]) -> list[str]:
    """End every text with a semicolon and the last with a full stop."""
    bare = [_bare(text) for text in texts]
    return [f"{text};" for text in bare[:-1]] + [f"{text}." for text in bare[-1:]]


def number_line(document: OfficialDocument) -> Line:
    """Box 3: "Số: 05/BC-UBND"."""
    return line(Element.NUMBER, f"Số: {document_number(document.number)}/{document.symbol.strip()}")


def place_date_line(document: OfficialDocument) -> Line | None:
    """Box 4: "Lạng Sơn, ngày 05 tháng 01 năm 2026"; None where there is no place."""
    if document.place is None:
        return None
    when = written_date(document.date, document.year)
    return line(Element.PLACE_DATE, f"{document.place.strip()}, {when}")


def letter_subject_line(document: OfficialDocument) -> Line | None:
    """Box 5b: "V/v …", on a công văn only."""
    if document.kind is not None:
        return None
    return line(Element.LETTER_SUBJECT, f"V/v {document.subject.strip()}")


def title_lines(document: OfficialDocument) -> list[Line]:
    """Box 5a: the kind and the subject; nothing on a công văn."""
    if document.kind is None:
        return []
    return [line(Element.KIND, document.kind), line(Element.SUBJECT, document.subject.strip())]


def addressee_lines(document: OfficialDocument) -> list[Line]:
    """Box 9a: one addressee on the line of "Kính gửi:", several in a list below it (II.9.d)."""
    if not document.addressees:
        return []
    if len(document.addressees) == 1:
        return [line(Element.ADDRESSEE, f"Kính gửi: {_bare(document.addressees[0])}")]
    items = [line(Element.ADDRESSEES_ITEM, f"- {text}") for text in _listed(document.addressees)]
    return [line(Element.ADDRESSEES_LABEL, "Kính gửi:"), *items]


def basis_lines(document: OfficialDocument) -> list[Line]:
    """Return the legal bases with what a decision puts around them (II.6.a)."""
    lines = [line(Element.LEGAL_BASIS, text) for text in _listed(document.legal_bases)]
    if document.enactment is None:
        return lines
    return [
        line(Element.ENACTING_AUTHORITY, document.enactment.authority),
        *lines,
        line(Element.ENACTING_FORMULA, document.enactment.formula),
    ]


def heading_lines(heading: Heading) -> list[Line]:
    """Return the one line of a heading, or the label and the title of a part or chapter."""
    sign = label(heading.level, heading.ordinal)
    title = heading.title.strip()
    rest = heading.text.strip()
    if heading.level in _CENTRED:
        titles = [line(Element.DIVISION_TITLE, title)] if title else []
        return [line(Element.DIVISION_LABEL, sign), *titles]
    after = f" {rest}" if rest else ""
    match heading.level:
        case Level.ARTICLE:
            bold = Run(f"{sign} {title}".strip(), bold=True)
            return [line(Element.ARTICLE, bold, after)]
        case Level.ROMAN:
            return [line(Element.ROMAN_HEADING, f"{sign} {title}{after}")]
        case Level.ARABIC:
            if title and not rest:
                return [line(Element.CLAUSE_HEADING, f"{sign} {title}")]
            return [line(Element.CLAUSE, sign, f" {title}" if title else "", after)]
        case _:
            return [line(Element.POINT, sign, f" {title}" if title else "", after)]


def body_parts(blocks: tuple[Block, ...]) -> list[Line | Table | Picture]:
    """Return what the blocks print, the last text ending with "./." (Appendix III, models).

    After a table or a picture the mark stands on a line of its own. Blank paragraphs are left out:
    the space between paragraphs is the layout's affair.
    """
    parts: list[Line | Table | Picture] = []
    for block in blocks:
        match block:
            case Heading():
                parts.extend(heading_lines(block))
            case Paragraph(runs=runs) | Bullet(runs=runs) if _blank(runs):
                continue
            case Paragraph(runs=runs):
                parts.append(line(Element.PARAGRAPH, *runs))
            case Bullet(runs=runs, depth=depth):
                parts.append(line(Element.BULLET, "- " if depth == 1 else "+ ", *runs))
            case Table() | Picture():
                parts.append(block)
    if parts and isinstance(parts[-1], Line):
        parts[-1] = _ended(parts[-1])
    elif parts:
        parts.append(line(Element.END_MARK, END))
    return parts


def _blank(runs: tuple[Run, ...]) -> bool:
    return not clean("".join(run.text for run in runs)).strip()


def _ended(last: Line) -> Line:
    *before, final = last.runs
    bare = final.text.rstrip().removesuffix(END).rstrip(".;, ")
    return Line(last.element, (*before, replace(final, text=bare + END)))


def signature_lines(signature: Signature) -> list[Line]:
    """Boxes 7a and 7b; the name is left out while it is unknown."""
    titles = [signature.authority, *signature.titles]
    lines = [line(Element.AUTHORITY, text) for text in titles if text]
    return lines + ([line(Element.SIGNER, signature.name)] if signature.name else [])


def recipient_lines(document: OfficialDocument) -> list[Line]:
    """Boxes 9b and 12: "Nơi nhận:", the list, and the drafter's sign with the copies, "PL.(300)"."""
    if not document.recipients:
        return []
    items = [line(Element.RECIPIENT, f"- {text}") for text in _listed(document.recipients)]
    if sign := drafter_sign(document):
        items[-1] = line(Element.RECIPIENT, items[-1].text, f" {sign}")
    return [line(Element.RECIPIENTS_LABEL, "Nơi nhận:"), *items]


def drafter_sign(document: OfficialDocument) -> str:
    """Box 12: the drafter's sign in capitals and the number of copies, "PL.(300)"."""
    if not document.drafter:
        return ""
    copies = f".({document.copies})" if document.copies is not None else ""
    return nfc(document.drafter).strip().upper() + copies


def appendix_lines(document: OfficialDocument, index: int) -> list[Line]:
    """Return label, title and reference of the appendix at `index` (III.1); one alone has no numeral."""
    appendix: Appendix = document.appendices[index]
    numeral = f" {roman(index + 1)}" if len(document.appendices) > 1 else ""
    kind = (document.kind or "Công văn").strip().capitalize()
    reference = (
        f"(Kèm theo {kind} số {document_number(document.number)}/{document.symbol.strip()} "
        f"{written_date(document.date, document.year)} "
        f"của {(document.issuer_in_text or document.issuer).strip()})"
    )
    titles = [line(Element.APPENDIX_TITLE, appendix.title.strip())] if appendix.title else []
    return [
        line(Element.APPENDIX_LABEL, f"Phụ lục{numeral}"),
        *titles,
        line(Element.APPENDIX_REFERENCE, reference),
    ]


def stamp_lines(document: OfficialDocument) -> list[Line]:
    """Boxes 10b and 11: how urgent the document is and how far it may go."""
    urgency = [line(Element.URGENCY, document.urgency.value)] if document.urgency else []
    limit = document.circulation
    return urgency + ([line(Element.CIRCULATION, limit.strip())] if limit else [])


def issuer_lines(document: OfficialDocument) -> list[Line]:
    """Box 2: the superior agency, if any, and the issuer."""
    superior = [line(Element.SUPERIOR, document.superior.strip())] if document.superior else []
    return [*superior, line(Element.ISSUER, document.issuer.strip())]


def _flat_body(blocks: tuple[Block, ...]) -> list[Line]:
    lines: list[Line] = []
    for part in body_parts(blocks):
        if isinstance(part, Line):
            lines.append(part)
            continue
        if part.caption:
            lines.append(line(Element.CAPTION, part.caption))
        if isinstance(part, Table):
            lines += [line(Element.TABLE_HEADER, column.header) for column in part.columns]
            lines += [line(Element.TABLE_CELL, text) for row in part.rows for text in row]
    return lines


def all_lines(document: OfficialDocument) -> list[Line]:
    """Return every text that the document prints, those of each element in reading order."""
    lines = [
        *issuer_lines(document),
        line(Element.NATION, NATION),
        line(Element.MOTTO, MOTTO),
        number_line(document),
        *(one for one in (place_date_line(document), letter_subject_line(document)) if one),
        *stamp_lines(document),
        *title_lines(document),
        *addressee_lines(document),
        *basis_lines(document),
        *_flat_body(document.body),
        *recipient_lines(document),
        *(signature_lines(document.co_signature) if document.co_signature else []),
        *signature_lines(document.signature),
        *(line(Element.ADDRESS, text) for text in document.address),
    ]
    for index, appendix in enumerate(document.appendices):
        lines += [*appendix_lines(document, index), *_flat_body(appendix.body)]
    return lines
