"""The preview says what the document says, and nothing that a browser would run."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from liennganh.pure.officialdocs import OfficialDocument, paragraph, write_html
from liennganh.pure.officialdocs.tests.documents import DECISION, LETTER, MINUTES, REPORT
from liennganh.pure.officialdocs.wording import all_lines

_VOID = {"br", "img"}


class _Reader(HTMLParser):
    """Collects the text and the tags, and checks that they are nested."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(document: OfficialDocument) -> _Reader:
    reader = _Reader()
    reader.feed(write_html(document))
    assert reader.open == []
    return reader


@pytest.mark.parametrize("document", [REPORT, LETTER, DECISION, MINUTES])
def test_the_preview_shows_every_text_of_the_document(document: OfficialDocument) -> None:
    text = read(document).text
    for line in all_lines(document):
        assert line.text in text


def test_no_style_no_script_and_only_our_classes() -> None:
    for tag, attributes in read(REPORT).tags:
        assert tag not in {"script", "style", "link"}
        assert set(attributes) <= {"class", "lang", "scope", "src", "alt"}
        for name in (attributes.get("class") or "").split():
            assert name.startswith("vb-")


def test_what_users_write_is_escaped() -> None:
    evil = '<img src=x onerror="alert(1)"> & <b>'
    document = replace(
        REPORT,
        subject=evil,
        issuer=evil,
        body=(paragraph(evil),),
        recipients=(evil,),
        address=(evil,),
    )
    html = write_html(document)
    assert "<img src=x" not in html
    assert "&lt;img src=x" in html


def test_a_table_has_column_headers_and_a_caption_and_a_picture_its_words() -> None:
    html = write_html(REPORT)
    assert '<th scope="col" class="vb-right">Kế hoạch</th>' in html
    assert "<caption>Bảng 1." in html
    assert 'alt="Biểu đồ số buổi truyền thông theo quý"' in html
    assert '<tr class="vb-total">' in html
