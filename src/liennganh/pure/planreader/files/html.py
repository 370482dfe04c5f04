"""Text of a saved web page: block elements on lines of their own, table rows with bars."""

from html.parser import HTMLParser

_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "section",
        "article",
        "header",
    }
)
_HIDDEN = frozenset({"script", "style", "head", "nav", "footer", "noscript", "template"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag in {"td", "th"}:
            self.parts.append("\t")
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(" ".join(data.split()) + " " if data.strip() else " ")


def html_text(markup: str) -> str:
    """Return the visible text of a page."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = []
    for line in "".join(reader.parts).split("\n"):
        cells = [" ".join(cell.split()) for cell in line.split("\t")]
        filled = [cell for cell in cells if cell]
        lines.append(
            " | ".join(cells[1:] if cells and not cells[0] else cells)
            if len(filled) > 1
            else " ".join(filled)
        )
    return "\n".join(lines)
