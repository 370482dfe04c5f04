"""Files that cannot be read: each refusal says what happened and what to do, and work goes on."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Locator, Page, expect

from liennganh.documents.models import Document
from tests.cast import Cast
from tests.journeys.desks import Desks, press, text_of
from tests.sample_plan import TEXT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BROKEN = b"PK\x03\x04\x14\x00\x06\x00" + b"\x00" * 400  # begins like a DOCX and ends in the middle


def upload(page: Page, path: Path, content: bytes) -> None:
    """Send a file in the upload form."""
    path.write_bytes(content)
    page.goto("/ke-hoach/doc-vao/")
    page.get_by_label("Tệp kế hoạch").set_input_files(path)
    press(page, "Tải lên và đọc")


def refusal(page: Page, *words: str) -> Locator:
    """Demand a refusal with these words that says what to do."""
    note = page.locator("main [role=alert]").first
    expect(note).to_be_visible()
    said = text_of(note)
    assert all(word in said for word in words), said
    assert any(way in said for way in ("Hãy", "hãy")), said
    return note


def test_each_bad_file_is_refused_in_words_and_can_be_tried_again(
    desks: Desks, cast: Cast, settings: LazySettings, tmp_path: Path
) -> None:
    page = desks.of(cast.lan)

    upload(page, tmp_path / "rong.docx", b"")
    refusal(page, "Tệp rỗng")

    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    upload(page, tmp_path / "lon.docx", b"x" * (1024 * 1024 + 10))
    refusal(page, "1 MB", "không được nhận")

    upload(page, tmp_path / "mat.txt", ("MẬT\n\n" + TEXT).encode())
    refusal(page, "mức độ mật", "không được lưu")
    assert Document.objects.count() == 0

    upload(page, tmp_path / "hong.docx", BROKEN)
    refusal(page, "Tệp bị hỏng", "đã được giữ")
    assert Document.objects.get().filename == "hong.docx"

    # The failed one waits in the list, and is read from a pasted text.
    page.goto("/ke-hoach/")
    page.get_by_role("link", name="hong.docx").first.click()
    page.get_by_role("textbox", name="Nội dung văn bản").fill(TEXT)
    press(page, "Đọc nội dung đã dán")
    expect(page.locator("h1")).to_contain_text("Rà soát")
    expect(page.locator("#nhom-target .item")).to_have_count(2)
