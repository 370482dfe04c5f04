"""Files made here with python-docx and reportlab, read back as text."""

import io
import unicodedata
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from liennganh.pure.planreader import read
from liennganh.pure.planreader.files import DEFAULT_LIMIT_MB, UnreadableFileError, text_of
from liennganh.pure.planreader.files.encodings import from_tcvn3, from_vni

_FONTS = (
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf",
)


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def code_of(data: bytes, name: str, limit_mb: int = DEFAULT_LIMIT_MB) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        text_of(data, name, limit_mb=limit_mb)
    assert caught.value.message
    assert str(caught.value) == caught.value.message
    return caught.value.code


def plan_docx() -> bytes:
    document = docx.Document()
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: 12/KH-UBND"
    head.cell(1, 1).text = "Hà Nam, ngày 05 tháng 3 năm 2024"
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Phòng, chống đuối nước trẻ em năm 2024")
    document.add_paragraph("Căn cứ Quyết định số 1248/QĐ-TTg ngày 19/7/2021;")
    document.add_paragraph("I. NHIỆM VỤ")
    table = document.add_table(rows=3, cols=4)
    rows = (
        ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"),
        (
            "1",
            "Tổ chức 10 lớp dạy bơi cho học sinh tiểu học",
            "Sở Giáo dục và Đào tạo",
            "Tỉnh đoàn",
        ),
        ("2", "Rà soát các điểm nguy hiểm trên sông, hồ", "Sở Xây dựng", "Công an tỉnh"),
    )
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("Trên đây là Kế hoạch./.")
    return saved(document)


def test_a_docx_keeps_its_head_and_its_tables_in_order() -> None:
    extracted = text_of(plan_docx(), "ke-hoach.docx")
    assert extracted.kind == "docx"
    assert "TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp" in extracted.text
    assert extracted.text.index("KẾ HOẠCH") < extracted.text.index("Rà soát")


def test_a_plan_read_from_a_docx_has_its_head_and_the_tasks_of_its_table() -> None:
    reading = read(text_of(plan_docx(), "ke-hoach.docx").text)
    assert reading.document.number == "12/KH-UBND"
    assert reading.document.issuer == "Ủy ban nhân dân tỉnh Hà Nam"
    assert reading.document.date == "2024-03-05"
    assert reading.document.title == "Phòng, chống đuối nước trẻ em năm 2024"
    assert [(t.lead, t.support, t.lead_source) for t in reading.tasks] == [
        (("Sở Giáo dục và Đào tạo",), ("Tỉnh đoàn",), "table"),
        (("Sở Xây dựng",), ("Công an tỉnh",), "table"),
    ]


def test_automatic_numbers_are_written_out() -> None:
    document = docx.Document()
    for words in ("Sở Y tế", "Công an tỉnh"):
        document.add_paragraph(words, style="List Number")
        document.add_paragraph("Tổ chức thực hiện", style="List Bullet")
    lines = [line for line in text_of(saved(document), "a.docx").text.split("\n") if line]
    assert lines == ["1. Sở Y tế", "- Tổ chức thực hiện", "2. Công an tỉnh", "- Tổ chức thực hiện"]


def test_text_boxes_are_read_once() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Trước hộp.")
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>Trong hộp</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Trong hộp</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    assert text_of(saved(document), "a.docx").text.count("Trong hộp") == 1


def test_deleted_text_is_left_out_and_said_so() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Giữ lại. ")
    paragraph._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>Đã xóa</w:delText></w:r></w:del>'
        )
    )
    extracted = text_of(saved(document), "a.docx")
    assert "Đã xóa" not in extracted.text
    assert extracted.warnings


def _pdf(pages: list[list[tuple[float, float, str]]], encrypt: str | None = None) -> bytes:
    font = next((f for f in _FONTS if Path(f).exists()), None)
    if font is None:
        pytest.skip("no font with Vietnamese letters")
    pdfmetrics.registerFont(TTFont("Body", font))
    stream = io.BytesIO()
    options = {"encrypt": StandardEncryption(encrypt, ownerPassword="o")} if encrypt else {}
    canvas = Canvas(stream, pagesize=A4, **options)
    for page in pages:
        canvas.setFont("Body", 13)
        for left, top, words in page:
            canvas.drawString(left, top, words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_pdf_keeps_columns_apart_joins_lines_and_drops_page_numbers() -> None:
    first: list[tuple[float, float, str]] = [
        (80, 780, "ỦY BAN NHÂN DÂN"), (300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (80, 760, "TỈNH HÀ NAM"), (330, 760, "Độc lập - Tự do - Hạnh phúc"),
        (80, 740, "Số: 12/KH-UBND"), (330, 740, "Hà Nam, ngày 05 tháng 3 năm 2024"),
        (250, 700, "KẾ HOẠCH"),
        (150, 680, "Phòng, chống đuối nước trẻ em năm 2024"),
        (100, 650, "- Tổ chức tuyên truyền, phổ biến kiến thức về phòng, chống đuối nước cho"),
        (80, 630, "trẻ em trên địa bàn tỉnh."),
    ]  # fmt: skip
    second: list[tuple[float, float, str]] = [
        (300, 800, "2"),
        (100, 780, "- Rà soát các điểm nguy hiểm trên sông, hồ."),
    ]
    extracted = text_of(_pdf([first, second]), "a.pdf")
    assert extracted.kind == "pdf"
    lines = extracted.text.split("\n")
    assert "2" not in lines
    assert any("đuối nước cho trẻ em trên địa bàn tỉnh." in line for line in lines)
    reading = read(extracted.text)
    assert reading.document.issuer == "Ủy ban nhân dân tỉnh Hà Nam"
    assert reading.document.number == "12/KH-UBND"
    assert reading.document.date == "2024-03-05"


def test_a_ruled_table_of_a_pdf_comes_out_row_by_row() -> None:
    rows = [
        ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì"),
        ("1", "Sửa chữa nhà văn hóa", "Sở Xây dựng"),
        ("2", "Mở lớp đọc sách", "Tỉnh đoàn"),
    ]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    _pdf([])  # registers the font
    canvas.setFont("Body", 12)
    canvas.drawString(80, 760, "II. NHIỆM VỤ")
    edges = (80, 120, 330, 500)
    for x in edges:
        canvas.line(x, 640, x, 730)
    for y in (640, 670, 700, 730):
        canvas.line(edges[0], y, edges[-1], y)
    for at, row in enumerate(rows):
        for x, cell in zip(edges, row, strict=False):
            canvas.drawString(x + 4, 710 - 30 * at, cell)
    canvas.drawString(80, 600, "III. TỔ CHỨC THỰC HIỆN")
    canvas.save()
    lines = text_of(buffer.getvalue(), "a.pdf").text.splitlines()
    assert lines == [
        "II. NHIỆM VỤ",
        "TT | Nội dung nhiệm vụ | Đơn vị chủ trì",
        "1 | Sửa chữa nhà văn hóa | Sở Xây dựng",
        "2 | Mở lớp đọc sách | Tỉnh đoàn",
        "III. TỔ CHỨC THỰC HIỆN",
    ]


def test_a_locked_pdf_is_refused() -> None:
    assert code_of(_pdf([[(80, 700, "Kế hoạch")]], encrypt="u"), "a.pdf") == "encrypted_pdf"


def test_a_pdf_of_pictures_is_refused() -> None:
    assert code_of(_pdf([[], []]), "a.pdf") == "scanned_pdf"


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        pytest.param(b"", "a.docx", "empty", id="nothing at all"),
        pytest.param(b" \n\t ", "a.txt", "empty", id="only spaces"),
        pytest.param(b"\x89PNG\r\n\x1a\n....", "a.png", "picture", id="a picture"),
        pytest.param(b"no zip", "a.docx", "damaged", id="not a zip"),
        pytest.param(b"PK\x03\x04 torn", "a.docx", "damaged", id="torn zip"),
        pytest.param(b"%PDF-1.7 torn", "a.pdf", "damaged", id="torn pdf"),
        pytest.param(_OLE + b"\0" * 600, "a.doc", "legacy_doc", id="old word"),
        pytest.param(
            _OLE + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "encrypted_docx",
            id="locked word",
        ),
        pytest.param(_zip({"xl/workbook.xml": b"<a/>"}), "a.xlsx", "unsupported", id="a workbook"),
        pytest.param(_zip({"word/document.xml": b"<a"}), "a.docx", "damaged", id="torn xml"),
        pytest.param(
            _zip({"word/document.xml": b" " * 30_000_000}), "a.docx", "zip_bomb", id="bomb"
        ),
        pytest.param(b"***", "a.txt", "no_text", id="no letters"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, name: str, code: str) -> None:
    assert code_of(data, name) == code


def test_a_docx_without_text_is_refused() -> None:
    assert code_of(saved(docx.Document()), "a.docx") == "no_text"


def test_a_file_above_the_limit_is_refused() -> None:
    assert code_of(b"a" * (1024 * 1024 + 1), "a.txt", limit_mb=1) == "too_large"


def test_entities_in_a_docx_are_not_expanded() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>x&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "aaaa" not in text_of(_zip({"word/document.xml": bomb}), "a.docx").text


def test_a_table_gone_wild_is_refused() -> None:
    cell = b"<w:tc><w:p/></w:tc>"
    body = b"<w:tbl><w:tr>" + cell * 80 + b"</w:tr></w:tbl>"
    xml = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + body + b"</w:body></w:document>"
    )  # fmt: skip
    assert code_of(_zip({"word/document.xml": xml}), "a.docx") == "table_too_large"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"], ids=str
)
def test_unicode_text_comes_back_whole(encoding: str) -> None:
    words = "Kế hoạch của Ủy ban nhân dân tỉnh về công tác trẻ em, thực hiện trong năm 2024."
    assert text_of(words.encode(encoding), "a.txt").text == words


def test_tcvn3_becomes_unicode() -> None:
    typed = "KÕ ho¹ch cña ñy ban nh©n d©n tØnh vÒ viÖc thùc hiÖn c«ng t¸c trÎ em"
    words = "Kế hoạch của ủy ban nhân dân tỉnh về việc thực hiện công tác trẻ em"
    assert from_tcvn3(typed) == words
    extracted = text_of(typed.encode("latin-1"), "a.txt")
    assert extracted.text == words
    assert extracted.warnings


def test_vni_becomes_unicode() -> None:
    typed = "Keá hoaïch cuûa uûy ban nhaân daân tænh veà vieäc thöïc hieän coâng taùc treû em ñöôïc giao"
    words = "Kế hoạch của ủy ban nhân dân tỉnh về việc thực hiện công tác trẻ em được giao"
    assert from_vni(typed) == words
    assert text_of(typed.encode("cp1252"), "a.txt").text == words


def test_code_page_1258_becomes_unicode() -> None:
    words = "Kế hoạch của ủy ban nhân dân tỉnh về việc thực hiện công tác trẻ em trong năm"
    marks = "".join(
        unicodedata.normalize("NFC", c[0]) + "".join(c[1:])
        for c in (_split(unicodedata.normalize("NFC", letter)) for letter in words)
    )
    assert text_of(marks.encode("cp1258"), "a.txt").text == words


def _split(letter: str) -> list[str]:
    """Part a letter from its tone as code page 1258 does: the shape stays, the tone is apart."""
    parts = list(unicodedata.normalize("NFD", letter))
    tones = [p for p in parts if p in "\u0300\u0301\u0303\u0309\u0323"]
    rest = "".join(p for p in parts if p not in tones)
    return [unicodedata.normalize("NFC", rest), *tones]


def test_a_web_page_gives_its_visible_text() -> None:
    page = "<html><head><title>x</title></head><body><p>Kế hoạch</p><script>no()</script><table><tr><td>1</td><td>Sở Y tế</td></tr></table></body></html>"
    extracted = text_of(page.encode(), "a.html")
    assert "no()" not in extracted.text
    assert "1 | Sở Y tế" in extracted.text
