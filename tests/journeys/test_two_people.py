"""Two people on one report, and a session that ends: nobody loses what was typed."""

from decimal import Decimal

import pytest
from playwright.sync_api import APIResponse, Route, expect

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.reporting.models import Observation, Report
from tests.cast import make_user
from tests.journeys.desks import Desks, press, sign_in, told
from tests.journeys.reporting import boxes, find_form
from tests.scenario import Scenario

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def hanh(world: Scenario) -> User:
    """Return a second officer of the third commune, beside Sơn."""
    agency = world.cast.commune_agencies[2]
    return make_user("hanh", "Lê Thị Hạnh", agency, Role.COMMUNE_OFFICER)


def test_the_second_learns_what_changed_chooses_and_nothing_is_lost(
    desks: Desks, world: Scenario, hanh: User
) -> None:
    first, second = desks.of(world.cast.son), desks.of(hanh)
    find_form(first, world.begun)
    find_form(second, world.begun)
    first.get_by_label("Tình hình").fill("Ba khu nhà trọ mới mở.")
    first.get_by_label("Kết quả chính").fill("Đã họp hai lần.")
    press(first, "Lưu nháp")
    told(first, "Đã lưu nháp")

    above, below = boxes(second, world.tracked.pk).all()
    above.fill("1")
    below.fill("1")
    second.get_by_label("Tình hình").fill("Địa bàn ổn định.")
    second.get_by_label("Đề xuất, kiến nghị").fill("Đề nghị cấp tài liệu.")
    press(second, "Lưu nháp")
    clash = second.locator(".note.bad[role=alert]")
    expect(clash).to_contain_text("Bùi Ngọc Sơn")
    for words in ("Ba khu nhà trọ mới mở.", "Địa bàn ổn định.", "Đã họp hai lần."):
        expect(clash).to_contain_text(words)
    # What she left blank proposes his words; what she wrote, hers.
    results = clash.locator("tr").filter(has_text="Kết quả chính")
    expect(results.get_by_role("radio").first).to_be_checked()
    situation = clash.locator("tr").filter(has_text="Tình hình")
    expect(situation.get_by_role("radio").last).to_be_checked()
    situation.get_by_role("radio").first.check()
    press(clash, "Lưu theo lựa chọn này")
    told(second, "Đã lưu nháp")

    stored = Report.objects.get(pk=world.begun.pk)
    assert stored.situation == "Ba khu nhà trọ mới mở."
    assert stored.results == "Đã họp hai lần."
    assert stored.proposals == "Đề nghị cấp tài liệu."
    fact = Observation.objects.get(report=stored, tracked=world.tracked)
    assert (fact.numerator, fact.denominator) == (Decimal(1), Decimal(1))


def test_what_was_typed_outlives_the_end_of_the_session(desks: Desks, world: Scenario) -> None:
    page = desks.of(world.cast.son)
    find_form(page, world.begun)
    place = page.url
    boxes(page, world.tracked.pk).first.fill("1")
    page.get_by_label("Kết quả chính").press_sequentially("Đã phát thanh mười hai buổi.")
    page.wait_for_timeout(600)  # the page keeps a draft a moment after the last key
    page.context.clear_cookies(name="sessionid")
    press(page, "Lưu nháp")
    expect(page.locator("h1")).to_have_text("Đăng nhập")
    expect(page.locator("[data-lost-note]")).to_be_visible()
    sign_in(page, world.cast.son)
    expect(page).to_have_url(place)
    expect(page.get_by_label("Kết quả chính")).to_have_value("Đã phát thanh mười hai buổi.")
    expect(boxes(page, world.tracked.pk).first).to_have_value("1")
    boxes(page, world.tracked.pk).last.fill("1")
    press(page, "Lưu nháp")
    told(page, "Đã lưu nháp")
    stored = Report.objects.get(pk=world.begun.pk)
    assert stored.results == "Đã phát thanh mười hai buổi."


def test_a_send_that_crosses_the_page_s_own_saving_is_no_clash(
    desks: Desks, world: Scenario
) -> None:
    page = desks.of(world.cast.son)
    find_form(page, world.begun)
    for box in boxes(page, world.tracked.pk).all():
        box.fill("1")
    page.get_by_label("Kết quả chính").fill("Đã làm xong.")
    page.locator("h1").click()  # leaving the box starts the page's own saving
    with page.expect_response("**/tu-luu/") as saved:
        pass
    assert saved.value.status in {200, 422}
    # As if the answer had come too late to be seen by the form.
    page.locator("#id_version").evaluate("(field) => { field.value = Number(field.value) - 1; }")
    press(page, "Lưu nháp")
    told(page, "Đã lưu nháp")


def test_sending_waits_for_a_saving_under_way(desks: Desks, world: Scenario) -> None:
    page = desks.of(world.cast.son)
    find_form(page, world.begun)
    held: list[tuple[Route, APIResponse]] = []  # saved by the server, not yet answered
    page.route("**/tu-luu/", lambda route: held.append((route, route.fetch())))
    page.get_by_label("Kết quả chính").fill("Bản cũ.")
    page.locator("h1").click()
    while not held:
        page.wait_for_timeout(50)
    page.get_by_label("Kết quả chính").fill("Bản mới.")
    press(page, "Lưu nháp")
    for route, answer in tuple(held):  # a later one may join while these are answered
        route.fulfill(response=answer)
    told(page, "Đã lưu nháp")
    assert Report.objects.get(pk=world.begun.pk).results == "Bản mới."
