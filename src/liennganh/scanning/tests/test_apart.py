"""A file that would take the server down with it takes down a process of its own."""

import os
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import pytest

from liennganh.pure.planreader.files import RecognisedPage, UnreadableFileError
from liennganh.scanning import ScanningError, apart, opened, sweep
from liennganh.scanning.apart import text_of_file
from liennganh.scanning.folders import working_folder


def bomb(content: bytes) -> bytes:
    """Return a PDF of one page whose drawing is packed."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 5\n0000000000 65535 f \n%btrailer<</Root 1 0 R/Size 5>>\nstartxref\n%d"
        % (
            table,
            len(body),
        )
    )


def test_a_page_is_read_apart_as_it_is_read_here() -> None:
    page = "<p>KẾ HOẠCH năm 2025</p><p>Sở Y tế chủ trì.</p>".encode()
    found = text_of_file(page, "ke-hoach.html")
    assert found.text == "KẾ HOẠCH năm 2025\nSở Y tế chủ trì."
    assert found.kind == "html"


def test_what_is_wrong_with_a_file_comes_back_with_its_pages() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        text_of_file(bomb(b"0 0 m"), "ke-hoach.pdf")
    assert refused.value.code == "scanned_pdf"
    assert refused.value.pages == (0,)
    found = text_of_file(
        bomb(b"0 0 m"), "ke-hoach.pdf", recognised={0: RecognisedPage("KẾ HOẠCH", ((0, 2, 0.5),))}
    )
    assert (found.text, found.doubts) == ("KẾ HOẠCH", ((0, 2, 0.5),))


def test_a_drawing_that_never_ends_is_stopped() -> None:
    endless = bomb(b"0 0 m 100 100 l S\n" * 3_000_000)
    with pytest.raises(ScanningError) as refused:
        text_of_file(endless, "ke-hoach.pdf", seconds=2)
    assert refused.value.code == "too_heavy"


def test_a_file_that_breaks_its_process_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ScanningError) as refused:
        text_of_file(b"%PDF-1.4", "ke-hoach.pdf")
    assert refused.value.code == "too_heavy"


def test_only_so_many_files_are_opened_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_WAIT_SECONDS", 0.01)
    with apart.room(), apart.room(), pytest.raises(ScanningError) as refused:
        text_of_file(b"<p>x</p>", "ke-hoach.html")
    assert refused.value.code == "busy"


@pytest.mark.skipif(os.name != "posix", reason="processes are told apart by their numbers")
def test_what_a_killed_process_left_is_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f"ln-plan-{ended.pid}-abc"
    left.mkdir()
    (left / "file").write_text("KẾ HOẠCH")
    (tmp_path / f"ln-plan-{ended.pid}-link").symlink_to(tmp_path)
    other = tmp_path / "ln-plan-of-somebody"
    other.mkdir()
    late = left.stat().st_mtime + 10_000
    with working_folder() as mine:
        assert sweep(now=late - 9_900) == 0
        assert sweep(now=late) == 1
        assert mine.exists()
    assert other.exists()
    assert not left.exists()


@pytest.mark.parametrize("name", ["a." + "x" * 400, "a.\n/etc", "../../a.png", "a.pdf;rm -rf x"])
def test_no_name_of_a_file_reaches_the_disk(name: str) -> None:
    with opened(b"%PDF-1.4", name) as scan, pytest.raises(ScanningError):
        scan.count()
