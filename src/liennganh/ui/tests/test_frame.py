"""The frame of every page, the pages for what went wrong, and the limits we set ourselves."""

import re
from pathlib import Path

import pytest
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import include, path
from django.views.decorators.http import require_POST
from tests.cast import Cast

from liennganh.errors import DomainError, WrongStateError
from liennganh.ui import charts

ASKED = "Chưa duyệt được: báo cáo đã bị trả lại. Tải lại trang để xem ý kiến."


def _moved_on(_request: HttpRequest) -> HttpResponse:
    raise WrongStateError(ASKED)


def _refused(_request: HttpRequest) -> HttpResponse:
    raise DomainError("Chưa lưu được <b>: ô “Số xã” còn trống. Điền số.")


def _broken(_request: HttpRequest) -> HttpResponse:
    raise RuntimeError("bí mật trong lỗi")


def _said(request: HttpRequest) -> HttpResponse:
    messages.success(request, "Đã lưu <i>.")
    return HttpResponse(render_to_string("accounts/password.html", {}, request))


handler400 = "liennganh.ui.errors.bad_request"
handler403 = "liennganh.ui.errors.forbidden"
handler404 = "liennganh.ui.errors.not_found"
handler500 = "liennganh.ui.errors.server_error"
urlpatterns = [
    path("", include("liennganh.config.urls")),
    path("thu/tra-lai/", _moved_on),
    path("thu/tu-choi/", _refused),
    path("thu/hong/", _broken),
    path("thu/da-luu/", _said),
    path("thu/chi-gui/", require_POST(_said)),
]


@pytest.fixture
def lan(client: Client, cast: Cast, settings: object) -> Client:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]
    client.force_login(cast.lan)
    client.raise_request_exception = False
    return client


def test_a_page_has_one_title_twice_and_one_heading(lan: Client) -> None:
    page = lan.get("/tai-khoan/mat-khau/").content.decode()
    assert "<title>Đổi mật khẩu · Liên Ngành</title>" in page
    assert re.findall(r"<h1>(.*?)</h1>", page) == ["Đổi mật khẩu"]
    assert page.count("<main") == 1


def test_the_frame_says_whose_hat_is_worn(lan: Client) -> None:
    page = lan.get("/tai-khoan/").content.decode()
    assert "Trần Thị Lan" in page
    # The role stands first: a long name of an agency may be cut, the role may not.
    assert "Cán bộ chương trình · Sở Y tế · Tỉnh Hương Giang" in page


def test_a_person_with_one_hat_has_nothing_to_choose(lan: Client) -> None:
    assert "Làm việc với vai" not in lan.get("/tai-khoan/").content.decode()


def test_a_person_with_two_hats_may_change(lan: Client, cast: Cast) -> None:
    hat = cast.lan.memberships.get()
    other = cast.lan.memberships.create(
        agency=cast.police, role="agency_officer", valid_from=hat.valid_from
    )
    page = lan.get("/tai-khoan/").content.decode()
    assert f'<option value="{hat.pk}" selected>' in page
    assert f'<option value="{other.pk}">' in page


def test_the_trail_ends_with_the_page_itself(lan: Client) -> None:
    page = lan.get("/tai-khoan/mat-khau/").content.decode()
    assert '<li aria-current="page">Đổi mật khẩu</li>' in page


def test_pages_carry_no_script_style_or_handler_of_their_own(lan: Client) -> None:
    for address in ("/tai-khoan/", "/tai-khoan/mat-khau/", "/khong-co/"):
        page = lan.get(address).content.decode()
        assert not re.search(r"<script(?![^>]* src=)", page)
        assert not re.search(r"<[^>]+\s(style|on\w+)=", page)
        assert "<style" not in page


def test_messages_are_shown_escaped(lan: Client) -> None:
    page = lan.get("/thu/da-luu/").content.decode()
    assert '<p class="note good">Đã lưu &lt;i&gt;.</p>' in page


def test_a_state_that_moved_on_is_said_on_a_page(lan: Client) -> None:
    response = lan.get("/thu/tra-lai/", headers={"Referer": "http://testserver/bao-cao/7/?a=1"})
    assert response.status_code == 409
    page = response.content.decode()
    assert ASKED in page
    assert 'href="/bao-cao/7/?a=1"' in page


def test_a_refused_request_leads_back_only_within_the_site(lan: Client) -> None:
    response = lan.get("/thu/tu-choi/", headers={"Referer": "https://noi-khac.example/"})
    assert response.status_code == 400
    page = response.content.decode()
    assert "noi-khac" not in page
    assert "Chưa lưu được &lt;b&gt;" in page


def test_a_page_part_gets_one_line_instead_of_a_page(lan: Client) -> None:
    response = lan.get("/thu/tra-lai/", headers={"HX-Request": "true"})
    assert response.status_code == 409
    assert response["HX-Retarget"] == "#messages"
    assert response.content.decode().count("<") == 2
    assert ASKED in response.content.decode()


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/khong-co/", 404, "Không tìm thấy trang này"),
        ("/nhat-ky/", 403, "Trang này không dành cho vai của anh/chị"),
        ("/thu/chi-gui/", 405, "Địa chỉ này chỉ nhận biểu mẫu gửi lên"),
        ("/thu/hong/", 500, "Hệ thống gặp lỗi"),
    ],
)
def test_what_went_wrong_is_explained_and_has_a_way_out(
    lan: Client, address: str, status: int, said: str
) -> None:
    response = lan.get(address)
    assert response.status_code == status
    page = response.content.decode()
    assert said in page
    assert "Về trang đầu" in page
    assert "data-not-saved" in page
    assert "bí mật" not in page


@pytest.mark.usefixtures("lan")
def test_a_stale_form_is_explained(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.lan)
    response = strict.post("/tai-khoan/mat-khau/", {})
    assert response.status_code == 403
    assert "Biểu mẫu đã quá hạn, chưa lưu gì" in response.content.decode()


@pytest.mark.usefixtures("db")
def test_somebody_unknown_gets_a_page_too(client: Client) -> None:
    response = client.get("/khong-co/")
    assert response.status_code == 404
    assert "Không tìm thấy trang này" in response.content.decode()


def test_pages_of_who_is_signed_in_are_not_kept_by_the_browser(
    lan: Client, settings: object
) -> None:
    settings.MIDDLEWARE = [  # type: ignore[attr-defined]
        *settings.MIDDLEWARE,  # type: ignore[attr-defined]
        "liennganh.ui.middleware.PrivatePagesMiddleware",
    ]
    assert "no-store" in lan.get("/tai-khoan/")["Cache-Control"]
    assert "Cache-Control" not in Client().get("/khong-co/")


def test_the_pager_keeps_the_filters_of_the_address(rf: RequestFactory) -> None:
    from django.core.paginator import Paginator  # noqa: PLC0415 - this test alone

    page = Paginator(range(95), 10).page(2)
    html = render_to_string("ui/_pager.html", {"page": page}, rf.get("/?q=an&page=2"))
    assert 'href="?q=an&amp;page=1"' in html
    assert 'href="?q=an&amp;page=3"' in html
    assert "Trang 2/10, tất cả 95 dòng" in html


STATIC = Path(charts.__file__).parent / "static" / "ui"


def test_the_one_style_sheet_stays_under_25_kb() -> None:
    assert (STATIC / "ui.css").stat().st_size < 25_000


def _luminance(colour: str) -> float:
    text = colour.lstrip("#")
    text = text if len(text) == 6 else "".join(part * 2 for part in text)
    parts = [int(text[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "ink-2", "accent") for ground in ("paper", "ground")),
        ("accent-dark", "accent-soft"),
        ("ink", "accent-soft"),
        *((colour, f"{colour}-soft") for colour in ("red", "amber", "green")),
        *((colour, "paper") for colour in ("red", "amber", "green")),
        *(("ink", f"{colour}-soft") for colour in ("red", "amber", "green")),
    ],
)
def test_every_pair_of_colours_is_readable(ink: str, ground: str) -> None:
    css = (STATIC / "ui.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", css))
    assert _contrast(tokens[ink], tokens[ground]) >= 4.5
