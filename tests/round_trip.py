"""Plans written to files as offices make them, and what differs when they are read back.

``write_docx`` sets a plan's text as Word would hold it: the head as a borderless table, numbers and
bullets as automatic numbering, rows with bars as ruled tables. ``to_pdf`` prints it with LibreOffice.
``same_items`` compares two readings by value, never by place.
"""

import html
import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from liennganh.pure.planreader.lines import blocks_of, normalise
from liennganh.pure.planreader.model import Reading

_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(
    _OFFICE is None, reason="LibreOffice is not here: install the package libreoffice-writer-nogui"
)

_DATE_LINE = re.compile(r"[^,|\s][^,|]{1,40},\s*ngày\s.{0,12}tháng\s.{0,8}năm\s.*")
_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
# Label forms that Word counts by itself: (pattern, numFmt, lvlText, indent in cm).
_FORMS: tuple[tuple[str, str, str, float], ...] = (
    (r"[IVX]+\. ", "upperRoman", "%1.", 1.0),
    (r"\d{1,2}\. ", "decimal", "%1.", 1.0),
    (r"[a-z]\) ", "lowerLetter", "%1)", 1.0),
    (r"- ", "bullet", "-", 1.0),
    (r"\+ ", "bullet", "+", 1.0),
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass
class _Lists:
    """Automatic numbering: a list for each form, and a new one wherever the printed number jumps."""

    document: Document
    counts: dict[int, int] = field(default_factory=dict)
    current: dict[int, int] = field(default_factory=dict)
    next_list: int = 900

    def number(self, paragraph: Paragraph, words: str) -> str:
        """Give the paragraph the number its words begin with; return the words without it."""
        for kind, (pattern, form, *_) in enumerate(_FORMS):
            if match := re.match(pattern, words):
                value = 0 if form == "bullet" else _value(match.group(), form)
                if value is None:
                    return words
                self._refer(paragraph, kind, value)
                return words[match.end() :]
        return words

    def _refer(self, paragraph: Paragraph, kind: int, value: int) -> None:
        follows = kind in self.current and (not value or self.counts[kind] + 1 == value)
        if not follows:
            self.current[kind] = self._new_list(kind, value)
        self.counts[kind] = value
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/>'
                f'<w:numId w:val="{self.current[kind]}"/></w:numPr>'
            )
        )

    def _new_list(self, kind: int, start: int) -> int:
        root = self.document.part.numbering_part.element
        self.next_list += 1
        if kind not in self.current:
            _, form, label, indent = _FORMS[kind]
            left = int(indent * 567)
            abstract = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{900 + kind}"><w:lvl w:ilvl="0">'
                f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
                f'<w:lvlText w:val="{label}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="0" w:firstLine="{left}"/></w:pPr></w:lvl></w:abstractNum>'
            )
            root.insert(0, abstract)
        override = (
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            if start
            else ""
        )
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self.next_list}">'
                f'<w:abstractNumId w:val="{900 + kind}"/>{override}</w:num>'
            )
        )
        return self.next_list


def _value(label: str, form: str) -> int | None:
    mark = label.rstrip(" .)")
    if form == "decimal":
        return None if mark.startswith("0") else int(mark)
    if form == "upperRoman":
        values = [_ROMAN[c] for c in mark]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    # Word counts a, b, c, d, e and has no đ: from there on offices type the letters.
    return ord(mark) - ord("a") + 1 if mark in "abcd" else None


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a text with wrapped lines joined and Markdown marks taken off.

    Lines in capitals and those in brackets below them are paragraphs of their own, as typed.
    """
    text = normalise(text)
    out: list[str] = []
    for block in blocks_of(text):
        before = ""
        for line in text[block.start : block.end].splitlines():
            words = re.sub(r"\*\*|^#+ ", "", " ".join(line.split()))
            if before and not _parted(before, words):
                out[-1] = f"{out[-1]} {words}"
            else:
                out.append(words)
            before = words
    return out


def _parted(before: str, words: str) -> bool:
    return before.isupper() != words.isupper() or words.startswith("(Ban hành")


def write_docx(text: str) -> bytes:
    """Return a plan's text as a DOCX in the form of Decree 30/2020/NĐ-CP."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after = Pt(6)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)
    found = paragraphs_of(_head(document, normalise(text.replace("\t", "    "))))
    lists = _Lists(document)
    rows: list[list[str]] = []
    for words in (*found, ""):
        if "|" in words:
            bare = words.strip().removeprefix("|").removesuffix("|")
            rows.append([cell.strip() for cell in bare.split("|")])
            continue
        _ruled(document, rows)
        rows = []
        if words:
            _paragraph(document, lists, words)
    return _saved(document)


def _paragraph(document: Document, lists: _Lists, words: str) -> None:
    paragraph = document.add_paragraph()
    title = words.isupper() and not re.match(r"[IVX]+\. ", words)
    rest = lists.number(paragraph, words)
    paragraph.add_run(rest).bold = title or words.isupper()
    if title:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if rest == words:
            paragraph.paragraph_format.first_line_indent = Cm(1)


def _head(document: Document, text: str) -> str:
    """Set the lines of the head as two columns; return the text below it."""
    lines = text.splitlines(keepends=True)
    last = next((n for n, w in enumerate(lines[:14]) if _DATE_LINE.search(w)), None)
    if last is None or any("|" in line for line in lines[: last + 1]):
        return text
    parts = [part.strip() for w in lines[: last + 1] for part in re.split(r"\s{3,}", w.strip())]
    parts = [part for part in parts if part.strip("- ")]
    own = [w for w in parts if w.casefold() not in {m.casefold() for m in _MOTTO}]
    number = [w for w in own if w.startswith("Số")]
    date = [w for w in own if _DATE_LINE.fullmatch(w)]
    table = document.add_table(rows=2, cols=2)
    _cell(table, 0, 0, [w for w in own if w not in number and w not in date])
    _cell(table, 0, 1, _MOTTO)
    _cell(table, 1, 0, number)
    _cell(table, 1, 1, date)
    return "".join(lines[last + 1 :])


def _cell(table: Table, row: int, column: int, lines: Iterable[str]) -> None:
    paragraph = table.cell(row, column).paragraphs[0]
    for number, words in enumerate(lines):
        if number:
            paragraph = table.cell(row, column).add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(words)
        run.font.size, run.bold = Pt(12), row == 0


def _ruled(document: Document, rows: list[list[str]]) -> None:
    if not rows:
        return
    width = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=width, style="Table Grid")
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def write_html(text: str) -> bytes:
    """Return a plan as a legal portal serves it: a paper among menus, in tables of layout."""
    parts: list[str] = []
    rows: list[str] = []
    for words in (*paragraphs_of(text), ""):
        safe = html.escape(words)
        if "|" in words:
            bare = safe.strip().removeprefix("|").removesuffix("|")
            rows.append("<tr>" + "".join(f"<td><p>{c}</p></td>" for c in bare.split("|")))
            continue
        if rows:
            parts.append(
                f"<table border=1 class='MsoTable'><tbody>{'</tr>'.join(rows)}</tbody></table>"
            )
            rows = []
        # Portals break words between tags and fill lines with hard spaces.
        middle = safe.find(" ", len(safe) // 2)
        parts.append(f"<p><span>{safe[: middle - 1]}</span><b>{safe[middle - 1 :]}</b>&nbsp;")
    return (
        "<!DOCTYPE html><html><head><title>Văn bản</title><meta charset=utf-8></head><body>"
        "<div class='main-menu'><ul><li><a href=#>Trang chủ</a><li><a href=#>Đăng nhập</a></ul></div>"
        "<table><tr><td><div class=content1>" + "\n".join(parts) + "</div></td>"
        "<td><div id='lien-quan'><p>Sở Y tế chủ trì 100% văn bản khác.</p></div></td></tr></table>"
        "<script>var x = '90% số xã';</script><footer>Bản quyền</footer></body></html>"
    ).encode()


def to_pdf(content: bytes, suffix: str = ".docx") -> bytes:
    """Print a file with LibreOffice, each time with a profile of its own."""
    return converted(content, suffix, "pdf")


def converted(content: bytes, suffix: str, target: str) -> bytes:
    """Return a file as LibreOffice saves it in another form ("pdf", "doc", "html", "odt", "rtf")."""
    assert _OFFICE is not None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"plan{suffix}"
        source.write_bytes(content)
        subprocess.run(
            [_OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", target, "--outdir", folder, str(source)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return (Path(folder) / f"plan.{target}").read_bytes()


@dataclass(frozen=True, slots=True)
class Item:
    """One item by value: ``values`` must be equal, ``words`` alike."""

    kind: str
    values: tuple[object, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Differences:
    """Items of the first reading that the second has not, and the other way round."""

    total: int
    missing: tuple[Item, ...]
    extra: tuple[Item, ...]

    @property
    def share(self) -> float:
        """Share of the items of the first that the second has."""
        return 1 - len(self.missing) / self.total if self.total else 1.0

    @property
    def by_kind(self) -> dict[str, tuple[int, int]]:
        """How many are missing and how many too many, by kind."""
        kinds = {item.kind for item in (*self.missing, *self.extra)}
        return {
            kind: (
                sum(i.kind == kind for i in self.missing),
                sum(i.kind == kind for i in self.extra),
            )
            for kind in sorted(kinds)
        }

    def __str__(self) -> str:
        lines = [f"{self.share:.1%} of {self.total} items are the same"]
        lines += [f"- {i.kind} {i.values} {i.words!r}" for i in self.missing]
        lines += [f"+ {i.kind} {i.values} {i.words!r}" for i in self.extra]
        return "\n".join(lines)


def items_of(reading: Reading) -> tuple[Item, ...]:
    """Return all that a reading says, each by value."""
    head = reading.document
    fields = ("type", "number", "issuer", "date", "title", "period")
    items = [Item(name, (), _words(str(getattr(head, name)))) for name in fields]
    items += [Item("basis", (b.number,), _words(b.title)) for b in reading.legal_bases]
    items += [
        Item("target", (t.comparator, t.value, t.upper, t.unit, t.deadline), _words(t.what))
        for t in reading.targets
    ]
    items += [Item("qualitative", (q.deadline,), _words(q.what)) for q in reading.qualitative]
    items += [
        Item("task", (_names(t.lead), _names(t.support), t.deadline), _words(t.text))
        for t in reading.tasks
    ]
    items += [Item("report", (r.kind, r.due)) for r in reading.reports]
    items += [Item("budget", (b.amount_vnd, b.years)) for b in reading.budget]
    return tuple(items)


def same_items(expected: Reading, read: Reading, likeness: float = 1.0) -> Differences:
    """Compare two readings by value; ``likeness`` (0..1) is how alike the words must be.

    Words are compared without marks, spaces and case; numbers, names, dates exactly.
    """
    wanted, found = list(items_of(expected)), list(items_of(read))
    total = len(wanted)
    for floor in (1.0, likeness) if likeness < 1 else (1.0,):
        left = []
        for item in wanted:
            at = next((n for n, other in enumerate(found) if _alike(item, other, floor)), None)
            if at is None:
                left.append(item)
            else:
                del found[at]
        wanted = left
    return Differences(total, tuple(wanted), tuple(found))


def _alike(one: Item, two: Item, floor: float) -> bool:
    if one.kind != two.kind or one.values != two.values:
        return False
    if one.words == two.words:
        return True
    return floor < 1 and SequenceMatcher(None, one.words, two.words).ratio() >= floor


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(_words(name) for name in names))
