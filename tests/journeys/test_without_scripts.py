"""Without JavaScript every form still sends: reading in, accepting, filling in, approving."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from liennganh.reporting.expected import asked_in
from tests.journeys.desks import Desks, follow, home, press, told
from tests.journeys.reporting import Reporter, invented, send
from tests.sample_plan import TEXT
from tests.scenario import Scenario

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_plan_is_read_in_and_gone_through(desks: Desks, world: Scenario, tmp_path: Path) -> None:
    page = desks.of(world.cast.lan, scripts=False)
    file = tmp_path / "ke-hoach-3.txt"
    file.write_text(TEXT.replace("12/KH-UBND", "14/KH-UBND"), encoding="utf-8")
    home(page)
    follow(page.locator("nav.nav"), "Kế hoạch")
    follow(page, "Đọc kế hoạch vào")
    page.get_by_label("Tệp kế hoạch").set_input_files(file)
    press(page, "Tải lên và đọc")
    expect(page.locator("h1")).to_contain_text("Rà soát")
    expect(page.locator("#van-ban")).to_contain_text("14/KH-UBND")
    press(page.locator(".item.k-task").first, "Bác")
    expect(page.locator(".item.s-rejected")).to_have_count(1)
    follow(page.locator(".item.k-target").first, "Sửa")
    page.get_by_label("Giá trị").fill("75")
    press(page, "Lưu và nhận")
    expect(page.locator(".item.k-target.s-accepted .words")).to_contain_text("75%")
    page.get_by_label("Nhận mọi mục chắc từ").select_option("0")
    press(page.locator("form").filter(has_text="Nhận mọi mục chắc từ"), "Nhận")
    told(page, "Đã nhận")
    expect(page.locator(".item.s-proposed")).to_have_count(0)


def test_a_report_is_filled_in_sent_and_approved(desks: Desks, world: Scenario) -> None:
    son = desks.of(world.cast.son, scripts=False)
    asked = asked_in(world.programme).of(world.begun.agency_id)
    send(son, Reporter(world.cast.son, world.begun, invented(asked, 1)))
    lan = desks.of(world.cast.lan, scripts=False)
    home(lan)
    waiting = lan.locator("section[aria-labelledby=desk-reports]")
    follow(waiting, str(world.begun.agency))
    press(lan, "Duyệt")
    told(lan, "Đã duyệt")
    home(lan)
    expect(waiting).not_to_contain_text(str(world.begun.agency))
