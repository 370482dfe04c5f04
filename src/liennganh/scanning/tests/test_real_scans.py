"""Our own plan printed, scanned and read again with the real programs."""

import io
import shutil
from pathlib import Path

import docx as docx_library
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont
from tests.old_fonts import to_tcvn3
from tests.round_trip import converted, needs_libreoffice, same_items, to_pdf, write_docx
from tests.sample_plan import TEXT
from tests.scanned import LEVELS, scan_of, sheets

from liennganh import scanning
from liennganh.pure.planreader import read
from liennganh.pure.planreader.files import text_of
from liennganh.scanning import programs
from liennganh.scanning.legacy import doc_text, text_of_doc

TABLE = """
| TT | Nội dung công việc | Cơ quan chủ trì | Thời hạn |
| 1 | Rà soát các cơ sở kinh doanh có điều kiện trên địa bàn tỉnh | Công an tỉnh | Quý II năm 2026 |
| 2 | Mở lớp tập huấn kỹ năng tư vấn cho cộng tác viên ở cơ sở | Sở Y tế | Tháng 9 năm 2026 |
"""
PLAN = TEXT + "\nVI. PHÂN CÔNG NHIỆM VỤ\n" + TABLE + "\nGiao Sở Y tế theo dõi.\n"
IN_OLD_FONT = "Sở Tư pháp hướng dẫn các đơn vị thực hiện kế hoạch của tỉnh về người dân"
FONT = "/usr/share/fonts/truetype/liberation/LiberationSerif-Bold.ttf"

pytestmark = [
    pytest.mark.libreoffice,
    needs_libreoffice,
    pytest.mark.skipif(
        shutil.which("tesseract") is None
        or "vie" not in programs.languages(shutil.which("tesseract") or ""),
        reason="no tesseract for Vietnamese here: install tesseract-ocr and tesseract-ocr-vie",
    ),
]


@pytest.fixture(scope="module")
def docx() -> bytes:
    return write_docx(PLAN)


@pytest.fixture(scope="module")
def pdf(docx: bytes) -> bytes:
    return to_pdf(docx)


@pytest.mark.parametrize("level", ["usual"])
def test_a_scan_keeps_what_the_plan_says(docx: bytes, pdf: bytes, level: str) -> None:
    told: list[tuple[int, int]] = []
    found = scanning.recognise(
        scan_of(pdf, LEVELS[level]),
        "ban-quet.pdf",
        progress=lambda done, total: told.append((done, total)),
    )
    count = len(pypdfium2.PdfDocument(pdf))
    assert told == [(done, count) for done in range(count + 1)]
    same = same_items(read(text_of(docx, "a.docx").text), read(found.text), likeness=0.9)
    assert same.share >= 0.95, str(same)
    rows = [line for line in found.text.splitlines() if line.count("|") == 3]
    assert [row.split(" | ")[2] for row in rows] == ["Cơ quan chủ trì", "Công an tỉnh", "Sở Y tế"]


@pytest.fixture(scope="module")
def first_page(pdf: bytes) -> Image.Image:
    return next(sheets(pdf, 200)).convert("RGB")


@pytest.fixture(scope="module")
def upper_half(first_page: Image.Image) -> Image.Image:
    """Return as much of the page as there is to prove on: its head and its first figures."""
    return first_page.crop((0, 0, first_page.width, first_page.height * 6 // 10))


def as_jpeg(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=80)
    return out.getvalue()


def test_a_photo_that_lies_on_its_side_is_turned(upper_half: Image.Image) -> None:
    photo = as_jpeg(upper_half.rotate(270, expand=True))
    found = scanning.recognise(photo, "anh.jpg")
    assert "Ít nhất 70% xã, phường, đặc khu" in found.text


@pytest.fixture
def stamped(first_page: Image.Image) -> bytes:
    if not Path(FONT).exists():
        pytest.skip("no such font here: install fonts-liberation2")
    page = first_page.copy()
    seal = Image.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(seal)
    pen.rectangle((180, 330, 420, 430), outline=(200, 30, 40), width=6)
    pen.text((220, 345), "MẬT", font=ImageFont.truetype(FONT, 60), fill=(200, 30, 40))
    return as_jpeg(ImageChops.multiply(page, seal))


def test_a_red_stamp_of_secrecy_is_seen(stamped: bytes) -> None:
    (page,) = scanning.recognise(stamped, "anh.jpg").pages
    assert page.secrecy == "MẬT"


def test_a_page_that_takes_too_long_is_told_and_not_waited_for(first_page: Image.Image) -> None:
    with scanning.opened(as_jpeg(first_page), "anh.jpg") as scan:
        page = scan.page(1, seconds=0.1)
    assert page.text == ""
    assert page.problem == "Nhận dạng trang này quá 0 giây nên đã dừng."


def test_recognition_stops_within_a_page_when_cancelled(first_page: Image.Image) -> None:
    with (
        scanning.opened(as_jpeg(first_page), "anh.jpg") as scan,
        pytest.raises(scanning.CancelledError),
    ):
        scan.page(1, cancelled=lambda: True)


@pytest.fixture(scope="module")
def old(docx: bytes) -> bytes:
    return converted(docx, ".docx", "doc")


def test_an_old_word_file_says_the_same(docx: bytes, old: bytes) -> None:
    expected = read(text_of(docx, "a.docx").text)
    assert same_items(expected, read(text_of_doc(old).text)).share == 1


@pytest.mark.skipif(shutil.which("antiword") is None, reason="no antiword here: install antiword")
def test_antiword_stands_in_where_there_is_no_libreoffice(
    old: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liennganh.scanning.legacy.office", lambda: None)
    assert "Ít nhất 70% xã, phường, đặc khu" in text_of_doc(old).text


@pytest.fixture(scope="module")
def in_old_font() -> bytes:
    """Return an old Word file typed in a font of TCVN3; ư is stored as Word 97 stored it."""
    document = docx_library.Document()
    for _ in range(12):  # antiword takes a shorter file for no Word file
        typed = document.add_paragraph().add_run(to_tcvn3(IN_OLD_FONT).decode("cp1252"))
        typed.font.name = ".VnTime"
    out = io.BytesIO()
    document.save(out)
    old = converted(out.getvalue(), ".docx", "doc")
    begin = old.index("Së T".encode("utf-16-le"))
    end = begin + 12 * 2 * (len(IN_OLD_FONT) + 1)
    words = old[begin:end].replace(b"\x1f\0", b"\xad\0")
    assert b"\xad\0" in words
    return old[:begin] + words + old[end:]


@pytest.mark.parametrize("program", ["soffice", "antiword"])
def test_no_letter_of_an_old_font_is_taken_for_a_soft_hyphen(
    in_old_font: bytes, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    if program == "antiword":
        if shutil.which("antiword") is None:
            pytest.skip("no antiword here: install antiword")
        monkeypatch.setattr("liennganh.scanning.legacy.office", lambda: None)
    assert text_of_doc(in_old_font).text.strip().splitlines()[0] == IN_OLD_FONT


def test_a_damaged_old_word_file_is_refused_with_the_reason() -> None:
    with pytest.raises(scanning.ScanningError, match="Không mở được tệp Word đời cũ"):
        doc_text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"hong" * 300)


@pytest.mark.parametrize("installed", [set(), {"eng"}])
def test_missing_programs_are_named(
    monkeypatch: pytest.MonkeyPatch, first_page: Image.Image, installed: set[str]
) -> None:
    monkeypatch.setattr(programs, "languages", lambda _program: frozenset(installed))
    if not installed:
        monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(scanning.ScanningError, match="tesseract-ocr-vie"):
        scanning.recognise(as_jpeg(first_page), "anh.jpg")


def test_a_missing_converter_of_old_word_files_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(scanning.ScanningError, match="libreoffice-writer-nogui"):
        text_of_doc(b"\xd0\xcf\x11\xe0")
