"""From the figures of a round to the issued report."""

from pathlib import Path

from docx import Document
from playwright.sync_api import Page, expect

from tests.journeys.desks import follow, home, press, text_of, told


def draft(page: Page, label: str, *, signer: str) -> str:
    """Draft the report of a round, say who signs; return the text as it would be printed."""
    follow(page, "Báo cáo chính thức")
    row = page.locator("tbody tr").filter(has=page.get_by_text(label, exact=True))
    row.get_by_role("button", name="Soạn báo cáo").click()
    page.get_by_label("Họ và tên người ký").fill(signer)
    press(page, "Lưu và xem bản in")
    expect(page.locator(".paper")).to_be_visible()
    return text_of(page.locator(".paper"))


def reopen_draft(page: Page, label: str) -> str:
    """Go back to the draft of a round and bring it up to date; return its text."""
    follow(page.locator("nav.nav"), "Chương trình")
    page.locator("tbody th a").first.click()
    follow(page, "Báo cáo chính thức")
    row = page.locator("tbody tr").filter(has=page.get_by_text(label, exact=True))
    row.get_by_role("link", name="Xem").click()
    refresh = page.get_by_role("button", name="Cập nhật theo số liệu mới")
    if refresh.count():
        refresh.click()
        expect(page.locator("#messages .note")).to_be_visible()
    return text_of(page.locator(".paper"))


def close_without_the_missing(page: Page, missing: int) -> None:
    """Close the round; the officer says that she has seen who is missing."""
    follow(page, "Khóa kỳ")
    expect(page.locator("form .note.warn li")).to_have_count(missing)
    press(page, "Khóa kỳ")
    # Not without the tick: who is missing has to be looked at.
    expect(page.locator(".note.bad")).to_be_visible()
    page.get_by_label("Tôi đã xem danh sách và vẫn khóa kỳ").check()
    press(page, "Khóa kỳ")
    expect(page.locator("main")).to_contain_text("Theo bản khóa số 1")


def agree(page: Page) -> None:
    """Agree, as the leader, to the draft that waits."""
    home(page)
    page.locator("section[aria-labelledby=sign] li a").first.click()
    press(page, "Đồng ý")
    expect(page.get_by_role("button", name="Đồng ý", exact=True)).to_have_count(0)


def issue(page: Page, *, number: str, day: str) -> None:
    """Give the report its number and day."""
    form = page.locator("form").filter(has_text="Sau khi phát hành, văn bản không sửa được nữa")
    form.locator("input[name=number]").fill(number)
    form.locator("input[name=issued_on]").fill(day)
    press(form, "Phát hành")
    told(page, "Đã phát hành")


def download(page: Page, folder: Path) -> bytes:
    """Download the DOCX and return it."""
    with page.expect_download() as started:
        page.get_by_role("link", name="Tải DOCX").first.click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    assert path.suffix == ".docx"
    return path.read_bytes()


def printed_text(path: Path) -> str:
    """Return everything that stands in a DOCX."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])
