"""The DOCX as a file: the same every time, and without traces of the machine."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.image.exceptions import UnrecognizedImageError

from liennganh.pure.officialdocs import (
    OfficialDocument,
    Picture,
    measure,
    paragraph,
    write_docx,
)
from liennganh.pure.officialdocs.tests.documents import DECISION, LETTER, MINUTES, REPORT

DOCUMENTS = [REPORT, LETTER, DECISION, MINUTES]


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {
            name: package.read(name).decode()
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_same_document_gives_the_same_bytes(document: OfficialDocument) -> None:
    assert write_docx(document) == write_docx(replace(document))


def test_another_text_gives_other_bytes() -> None:
    assert write_docx(LETTER) != write_docx(replace(LETTER, body=(paragraph("Khác."),)))


def test_entries_carry_one_fixed_time() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(REPORT))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_properties_name_the_document_and_nobody_else() -> None:
    properties = docx.Document(io.BytesIO(write_docx(REPORT))).core_properties
    assert properties.title.startswith("Báo cáo Kết quả thực hiện")
    assert properties.author == REPORT.issuer
    assert properties.language == "vi-VN"
    assert properties.last_modified_by == ""
    assert properties.created is not None
    assert properties.created.date() == REPORT.date


def test_an_undated_draft_has_no_time_at_all() -> None:
    core = parts(write_docx(DECISION))["docProps/core.xml"]
    assert not re.search(r"<dcterms:(created|modified)", core)


def test_nothing_of_the_empty_template_is_left() -> None:
    found = parts(write_docx(REPORT))
    names = " ".join(found)
    for leftover in ("thumbnail", "theme", "customXml", "app.xml", "webSettings", "numbering"):
        assert leftover not in names
    assert "Macintosh" not in "".join(found.values())
    assert "rsid" not in found["word/settings.xml"]


def test_every_style_names_times_new_roman_for_all_scripts_and_vietnamese() -> None:
    styles = parts(write_docx(REPORT))["word/styles.xml"]
    fonts = re.findall(r"<w:rFonts ([^/]*)/>", styles)
    assert fonts
    for attributes in fonts:
        assert set(re.findall(r"w:(\w+)=", attributes)) == {"ascii", "hAnsi", "eastAsia", "cs"}
        assert set(re.findall(r'"([^"]*)"', attributes)) == {"Times New Roman"}
    assert set(re.findall(r'<w:lang w:val="([^"]*)"', styles)) == {"vi-VN"}


def test_lines_are_drawn_and_not_typed() -> None:
    body = parts(write_docx(REPORT))["word/document.xml"]
    assert "___" not in body
    assert "<w:u " not in body
    assert body.count("<w:pBdr>") == 3 + len(REPORT.appendices)


def test_a_picture_that_is_none_is_refused() -> None:
    with pytest.raises(UnrecognizedImageError):
        write_docx(replace(LETTER, body=(Picture(b"not a picture at all", 50, "Biểu đồ"),)))


def test_bytes_that_are_no_docx_are_refused_in_vietnamese() -> None:
    with pytest.raises(ValueError, match="DOCX"):
        measure(b"%PDF-1.7")
