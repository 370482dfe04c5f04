"""The text of a Word paragraph: what prints of its runs, fields, symbols and tracked changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .encodings import convert_run, fonts_to_convert
from .numbering import W
from .styles import Look, Styles, look_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SKIPPED = frozenset(
    {f"{W}{n}" for n in ("del", "moveFrom", "delText", "pPr", "rPr", "sdtPr", "rt")}
    | {f"{_MC}Fallback"}
)
_DROPPED_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "TOC", "SEQ PAGE")
# Signs of the fonts Symbol and Wingdings by their private code.
_SIGNS = {
    0xF0B3: "≥", 0xF0A3: "≤", 0xF0B1: "±", 0xF0B0: "°", 0xF0B4: "×", 0xF0AE: "→", 0xF0E0: "→",
    0xF02D: "-", 0xF02B: "+", 0xF025: "%", 0xF02F: "/", 0xF03E: ">", 0xF03C: "<",
}  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MAX_FIELDS = 200


def signs(text: str) -> str:
    """Turn the private codes of symbol fonts into the signs they print; unknown ones are bullets."""
    if not any("\uf000" <= c <= "\uf0ff" for c in text):
        return text
    return "".join(_SIGNS.get(ord(c), "•") if "\uf000" <= c <= "\uf0ff" else c for c in text)


@dataclass
class Runs:
    """Reads paragraphs in order; fields may reach over several of them."""

    styles: Styles
    old_fonts: frozenset[str] = frozenset()
    whole_fields: bool = True
    fields: list[tuple[str, bool]] = field(default_factory=list)
    notes: int = 0

    def text(self, paragraph: Any, style: str, boxes: list[Any]) -> str:
        """Return the text of a paragraph; its text boxes are put aside into ``boxes``."""
        out: list[str] = []
        for tag, node, parent in _inside(paragraph, boxes):
            if tag == f"{W}fldChar":
                self._field(node.get(f"{W}fldCharType") or "")
            elif tag == f"{W}instrText":
                self._instruct(node.text or "")
            elif not self._in_silence() and (words := self._printed(tag, node, parent, style, out)):
                out.append(words)
        return "".join(out)

    def _printed(self, tag: str, node: Any, run: Any, style: str, out: list[str]) -> str:
        if tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            self.notes += 1
            return ""
        if tag == f"{W}tab":
            # A tab stop defined in the paragraph's properties has a position; only real ones print.
            return "" if node.get(f"{W}pos") else "\t"
        if tag in _PLAIN:
            return _PLAIN[tag]
        words = _words_of(tag, node)
        if tag == f"{_MATH}t" or run is None or run.tag != f"{W}r":
            return words
        return self._as_set(words, run, style, out)

    def _as_set(self, words: str, run: Any, style: str, out: list[str]) -> str:
        """Return words as the properties of their run print them."""
        properties = run.find(f"{W}rPr")
        look = look_of_run(self.styles, properties, style)
        if look.hidden:
            return ""
        if self.old_fonts and look.font:
            parts = convert_run(words, look.font, self.old_fonts)
            words = "".join(letter for _, _, letter in parts) or words
        raised = properties.find(f"{W}vertAlign") if properties is not None else None
        if (
            raised is not None
            and raised.get(f"{W}val") == "superscript"
            and words.strip().isdigit()
        ):
            # A raised figure after a letter or figure is a power; elsewhere the mark of a note.
            before = out[-1][-1:] if out else ""
            return words.strip().translate(_RAISED) if before.isalnum() else ""
        return words.upper() if look.capitals else words

    def _field(self, kind: str) -> None:
        if not self.whole_fields:
            return
        if kind == "begin" and len(self.fields) < _MAX_FIELDS:
            self.fields.append(("", False))
        elif kind == "separate" and self.fields:
            self.fields[-1] = (self.fields[-1][0], True)
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _instruct(self, words: str) -> None:
        if self.fields and not self.fields[-1][1]:
            self.fields[-1] = (self.fields[-1][0] + words[:80], False)

    def _in_silence(self) -> bool:
        return any(
            not shown or name.strip().upper().startswith(_DROPPED_FIELDS)
            for name, shown in self.fields
        )


_PLAIN = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
}
# The letter ư of TCVN3 is stored as a soft hyphen. Others are dropped with the last of what does not
# print, once it is known in which encoding the text is.
_SOFT_HYPHEN = f"{W}softHyphen"
_LEAVES = frozenset(
    {
        *_PLAIN,
        _SOFT_HYPHEN,
        *(f"{W}{n}" for n in ("t", "tab", "sym", "fldChar", "instrText")),
        *(f"{W}{n}" for n in ("footnoteReference", "endnoteReference")),
        f"{_MATH}t",
    }
)


def _inside(paragraph: Any, boxes: list[Any]) -> Iterator[tuple[str, Any, Any]]:
    """Yield tag, element and run of what may print, in order, deletions and fallbacks left out."""
    stack: list[tuple[Any, Iterator[Any]]] = [(None, iter(paragraph))]
    while stack:
        parent, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            continue
        tag = child.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag in _LEAVES:
            yield tag, child, parent
        elif tag == f"{W}fldSimple" and _is_dropped(child):
            continue
        else:
            stack.append((child, iter(child)))


def _is_dropped(field_node: Any) -> bool:
    name = (field_node.get(f"{W}instr") or "").strip().upper()
    return name.startswith(_DROPPED_FIELDS)


def _words_of(tag: str, node: Any) -> str:
    if tag == _SOFT_HYPHEN:
        return "\u00ad"
    return _symbol(node) if tag == f"{W}sym" else signs(node.text or "")


def _symbol(node: Any) -> str:
    code = node.get(f"{W}char") or ""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= value <= 0xF0FF:  # noqa: PLR2004 - where symbol fonts stand
        return _SIGNS.get(value, "•")
    return chr(value) if 0x20 <= value < 0xD800 else ""  # noqa: PLR2004


def look_of_run(styles: Styles, properties: Any, paragraph_style: str) -> Look:
    """Return what holds for a run, its character style and the style of its paragraph."""
    own = look_of(properties)
    style = properties.find(f"{W}rStyle") if properties is not None else None
    names = (style.get(f"{W}val") or "",) if style is not None else ()
    return styles.look(own, *names, paragraph_style or styles.default)


def old_fonts_in(document: Any, styles: Styles) -> frozenset[str]:
    """Return which old fonts hold text in their own encoding in this document."""

    def runs() -> Iterator[tuple[str, str]]:
        for paragraph in document.iter(f"{W}p"):
            named = paragraph.find(f"{W}pPr/{W}pStyle")
            style = (named.get(f"{W}val") or "") if named is not None else ""
            for run in paragraph.iter(f"{W}r"):
                font = look_of_run(styles, run.find(f"{W}rPr"), style).font or ""
                yield font, "".join(t.text or "" for t in run.iterchildren(f"{W}t"))

    return fonts_to_convert(runs())
