"""Agencies find their tasks and answer them; a second person checks."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from liennganh.programmes.models import TaskAssignment
from tests.journeys.desks import Desks, follow, home, press
from tests.scenario import Scenario

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def open_own_task(page: Page, words: str) -> None:
    """Go from "Việc của tôi" by the list of the agency's tasks to one of them."""
    home(page)
    page.locator("main").get_by_role("link", name="nhiệm vụ của cơ quan").first.click()
    page.get_by_role("link", name=words).first.click()
    expect(page.locator("h2", has_text="Báo cáo kết quả")).to_be_visible()


def answer(page: Page, *, progress: str, note: str, proof: Path | None = None) -> None:
    """Say how far the task is."""
    form = page.locator("#tra-loi")
    form.get_by_label("Tiến độ").fill(progress)
    form.get_by_label("Kết quả, việc đã làm").fill(note)
    if proof:
        form.get_by_label("Minh chứng").set_input_files(proof)
    press(form, "Gửi")
    expect(page.locator("article.card").filter(has_text=note).first).to_be_visible()


def test_the_court_answers_with_proof_and_the_lead_agency_confirms(
    desks: Desks, world: Scenario, tmp_path: Path
) -> None:
    proof = tmp_path / "so-lieu.txt"
    proof.write_text("Hai vụ án.", encoding="utf-8")
    dung, lan = desks.of(world.cast.dung), desks.of(world.cast.lan)
    open_own_task(dung, "Cung cấp số liệu xét xử")
    expect(dung.locator("main")).to_contain_text("đề nghị")
    answer(dung, progress="100", note="Đã gửi số liệu hai vụ án.", proof=proof)
    expect(dung.get_by_role("link", name="so-lieu.txt")).to_be_visible()

    home(lan)
    desk = lan.locator("section[aria-labelledby=desk-tasks]")
    desk.get_by_role("link", name="Cung cấp số liệu xét xử").click()
    with lan.expect_download() as opened:
        follow(lan, "so-lieu.txt")
    assert Path(opened.value.path()).read_text(encoding="utf-8") == "Hai vụ án."
    press(lan, "Xác nhận kết quả")
    expect(lan.locator("main")).to_contain_text("Kết quả đã được kiểm tra")
    share = TaskAssignment.objects.get(agency=world.cast.court, task__programme=world.programme)
    assert share.state == "checked"


def test_a_returned_task_comes_home_with_the_checker_s_words(desks: Desks, world: Scenario) -> None:
    lan, cuong = desks.of(world.cast.lan), desks.of(world.cast.cuong)
    lan.goto(f"/chuong-trinh/viec/{world.assignment.pk}/")
    words = "Bổ sung số tin báo đã tiếp nhận."
    lan.get_by_label("Ý kiến kiểm tra").fill(words)
    press(lan, "Trả lại")
    expect(lan.locator(".note.warn")).to_contain_text(words)
    home(cuong)
    returned = cuong.locator("section[aria-labelledby=returned]")
    expect(returned).to_contain_text(words)
    returned.get_by_role("link").first.click()
    answer(cuong, progress="100", note="Đã tiếp nhận và xử lý năm tin báo.")


def test_nobody_checks_her_own_work(desks: Desks, world: Scenario) -> None:
    lan, thao = desks.of(world.cast.lan), desks.of(world.cast.thao)
    open_own_task(lan, "hướng dẫn, kiểm tra việc thực hiện")
    answer(lan, progress="100", note="Đã hướng dẫn ba xã.")
    expect(lan.get_by_role("button", name="Xác nhận kết quả")).to_have_count(0)
    thao.goto(lan.url)
    press(thao, "Xác nhận kết quả")
    expect(thao.locator("main")).to_contain_text("Kết quả đã được kiểm tra")
