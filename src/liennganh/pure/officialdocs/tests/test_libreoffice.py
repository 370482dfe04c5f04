"""The DOCX as a word processor lays it out: pages, page numbers, what stands on which page."""

import shutil
import subprocess
from pathlib import Path

import pytest

from liennganh.pure.officialdocs import write_docx
from liennganh.pure.officialdocs.tests.documents import LETTER, MINUTES, REPORT

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="LibreOffice or pdftotext is missing"),
]


def pages(content: bytes, folder: Path) -> list[list[str]]:
    """Lay a DOCX out as PDF and return the lines of text of every page."""
    assert SOFFICE
    assert PDFTOTEXT
    source = folder / "van-ban.docx"
    source.write_bytes(content)
    profile = (folder / "profile").as_uri()
    subprocess.run(  # the program found above, on our own file
        [
            SOFFICE,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = subprocess.run(
        [PDFTOTEXT, "-layout", str(source.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode()
    found = text.split("\f")[:-1]
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in found]


def test_a_report_numbers_its_pages_from_two_and_each_appendix_anew(tmp_path: Path) -> None:
    found = pages(write_docx(REPORT), tmp_path)
    assert [page[0] for page in found[1:5]] == ["2", "3", "4", "5"]
    assert "1" not in found[0]
    assert "LƯU HÀNH NỘI BỘ" in found[0][0]
    assert [page[0] for page in found[5:]] == ["Phụ lục I", "2", "Phụ lục II"]


def test_the_table_repeats_its_header_and_the_signature_is_whole(tmp_path: Path) -> None:
    found = pages(write_docx(REPORT), tmp_path)
    with_header = [
        page for page in found[:5] if any("Kế hoạch" in line and "TT" in line for line in page)
    ]
    assert len(with_header) == 2
    (last,) = [page for page in found if any("Nguyễn Thị Hòa" in line for line in page)]
    assert any("Nơi nhận:" in line and "TM. BAN CHỈ ĐẠO" in line for line in last)
    assert any(line.endswith("./.") for line in last)


def test_the_address_stands_on_page_one_only(tmp_path: Path) -> None:
    found = pages(write_docx(REPORT), tmp_path)
    assert [any("E-mail:" in line for line in page) for page in found] == [True] + [False] * 7


def test_number_and_date_stand_on_one_line(tmp_path: Path) -> None:
    (only,) = pages(write_docx(LETTER), tmp_path)
    assert any(
        "Số: 123/SYT-PCTNXH" in line and "Lạng Sơn, ngày 15 tháng 12 năm 2026" in line
        for line in only
    )


def test_minutes_fit_a_page_with_both_signatures_on_one_line(tmp_path: Path) -> None:
    (only,) = pages(write_docx(MINUTES), tmp_path)
    assert any("THƯ KÝ" in line and "CHỦ TỌA" in line for line in only)
