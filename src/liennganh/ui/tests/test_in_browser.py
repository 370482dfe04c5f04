"""What only a real browser shows: drafts that outlive a session, the page's policy, small screens."""

from collections.abc import Iterator

import pytest
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path
from django.views.decorators.http import require_POST
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from tests.cast import Cast

from liennganh.errors import WrongStateError
from liennganh.ui.charts import vega_svg

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGE = """{% extends "ui/base.html" %}{% load ui %}
{% block title %}Trang thử{% endblock %}
{% block content %}
<form method="post" action="/thu/luu/" data-keep="thu">{% csrf_token %}
<label for="memo">Ghi chú</label><textarea id="memo" name="memo"></textarea>
<label><input type="checkbox" id="seen" name="seen">Đã xem</label>
<label for="secret">Mật khẩu</label><input type="password" id="secret" name="secret"
autocomplete="off">
<button class="button" id="send">Gửi</button></form>
<button class="button" id="part" hx-post="/thu/phan/">Một phần</button>
<div class="table-wrap"><table class="table"><caption>Bảng</caption><tbody><tr>
{% for n in numbers %}<td>{% bar n 100 10 90 "%" %}</td><td>{% sparkline numbers %}</td>{% endfor %}
</tr></tbody></table></div>
<figure class="chart">{{ chart }}</figure>
{% endblock %}"""


def _show(request: HttpRequest) -> HttpResponse:
    chart = vega_svg(
        {
            "title": "Số lượt tuyên truyền",
            "data": {"values": [{"xa": "An Bình", "so": 12}, {"xa": "Bãi Sậy", "so": 5}]},
            "mark": {"type": "bar", "cursor": "pointer"},
            "encoding": {"x": {"field": "so", "type": "quantitative"}, "y": {"field": "xa"}},
        }
    )
    context = {"numbers": [10, 50, 70, 20, 90, 30], "chart": chart}
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


@require_POST
def _save(request: HttpRequest) -> HttpResponse:
    messages.success(request, "Đã lưu.")
    return redirect("/thu/")


@require_POST
def _part(_request: HttpRequest) -> HttpResponse:
    raise WrongStateError("Chưa làm được: kỳ đã khóa. Tải lại trang.")


urlpatterns = [
    path("", include("liennganh.config.urls")),
    path("thu/", _show),
    path("thu/luu/", _save),
    path("thu/phan/", _part),
]


@pytest.fixture
def context(
    chromium: Browser, live_server: LiveServer, settings: object
) -> Iterator[BrowserContext]:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]
    made = chromium.new_context(base_url=live_server.url, locale="vi-VN")
    yield made
    made.close()


def sign_in(page: Page, username: str) -> None:
    page.fill("#id_username", username)
    page.fill("#id_password", "mat-khau-thu")
    page.click("main button")
    page.wait_for_url("**/thu/")


@pytest.fixture
def page(context: BrowserContext, cast: Cast) -> Page:
    del cast
    page = context.new_page()
    page.goto("/thu/")
    sign_in(page, "lan")
    return page


def kept(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "Object.keys(sessionStorage).filter((key) => key.startsWith('draft:'))"
    )
    return found


def type_memo(page: Page, text: str) -> None:
    page.locator("#memo").press_sequentially(text)
    # Polled from here: the page's policy forbids the driver's own way of waiting for a condition.
    for _try in range(40):
        if kept(page):
            return
        page.wait_for_timeout(50)
    pytest.fail("what was typed is not kept")


def test_what_was_sent_after_the_session_ended_comes_back(page: Page) -> None:
    type_memo(page, "ba xã chưa nộp")
    page.check("#seen")
    page.fill("#secret", "kín")
    page.context.clear_cookies(name="sessionid")
    page.click("#send")
    page.wait_for_url("**/dang-nhap/**")
    assert page.is_visible("text=Nội dung gõ dở vẫn được giữ")
    sign_in(page, "lan")  # and lands on the form's page, not on the address it was sent to
    assert page.input_value("#memo") == "ba xã chưa nộp"
    assert page.is_checked("#seen")
    assert page.input_value("#secret") == ""
    assert page.is_visible("text=Đã lấy lại nội dung gõ dở")
    page.click("#send")
    page.wait_for_selector("text=Đã lưu.")
    assert page.input_value("#memo") == ""
    assert kept(page) == []


def test_a_draft_may_be_dropped(page: Page) -> None:
    type_memo(page, "bỏ đi")
    page.reload()
    page.click("text=Bỏ nội dung này")
    assert page.input_value("#memo") == ""
    assert kept(page) == []


def test_nothing_is_left_for_the_next_person_at_the_same_computer(page: Page) -> None:
    type_memo(page, "của Lan")
    page.context.clear_cookies(name="sessionid")
    page.goto("/thu/")
    sign_in(page, "cuong")
    assert page.input_value("#memo") == ""
    assert kept(page) == []


def test_signing_out_removes_drafts(page: Page) -> None:
    type_memo(page, "của Lan")
    page.click("details.menu summary")
    page.click("text=Đổi người dùng")
    page.wait_for_url("**/dang-nhap/?next=%2Fthu%2F")
    assert kept(page) == []


def test_a_part_of_a_page_after_the_session_ended_leads_to_sign_in(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")
    page.click("#part")
    page.wait_for_url("**/dang-nhap/?next=%2Fthu%2F")


def test_a_refused_part_says_so_at_the_top(page: Page) -> None:
    page.click("#part")
    page.wait_for_selector("#messages >> text=Chưa làm được: kỳ đã khóa.")
    assert page.locator("h1").count() == 1


def test_the_policy_of_the_page_is_never_broken(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto("/thu/")
    page.click("details.menu summary")
    page.wait_for_selector(".chart svg")
    assert said == []


@pytest.mark.parametrize("width", [1280, 640, 390, 320])
def test_only_tables_scroll_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/thu/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_the_content_the_menu_and_wide_tables(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/thu/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    page.focus("details.menu summary")
    page.keyboard.press("Enter")
    assert page.is_visible("text=Đăng xuất")
    page.keyboard.press("Escape")
    assert not page.is_visible("text=Đăng xuất")
    assert page.get_attribute(".table-wrap", "tabindex") == "0"
    assert page.get_attribute(".table-wrap", "aria-label") == "Bảng"


def test_without_scripts_forms_still_send(
    chromium: Browser, context: BrowserContext, live_server: LiveServer, cast: Cast
) -> None:
    del context, cast
    plain = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = plain.new_page()
    page.goto("/thu/")
    sign_in(page, "lan")
    page.fill("#memo", "gửi")
    page.click("#send")
    assert page.is_visible("text=Đã lưu.")
    plain.close()
