"""Pages for what went wrong, without a traceback and without a dead end."""

# ruff: noqa: ARG001 - the signatures of these handlers are fixed by Django

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def problem(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int, text: str
) -> HttpResponse:
    """Return the page of a problem, or for an htmx request one line for the place of messages.

    A whole page swapped into a corner of another would be worse than the problem itself.
    """
    if not getattr(request, "htmx", False):
        return render(request, template, context, status=status)
    response = render(request, "ui/_problem.html", {"text": text}, status=status)
    response["HX-Retarget"] = "#messages"
    response["HX-Reswap"] = "innerHTML show:#main:top"
    return response


def _error(request: HttpRequest, code: int | str, status: int, text: str) -> HttpResponse:
    return problem(request, "ui/error.html", {"status": code}, status=status, text=text)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(
        request,
        400,
        400,
        _("Chưa lưu gì: dữ liệu gửi lên không đúng dạng. Tải lại trang rồi thử lại."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(
        request, 403, 403, _("Việc này không dành cho vai của anh/chị. Đổi vai rồi thử lại.")
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(
        request, 404, 404, _("Không tìm thấy nội dung này: có thể đã bị bỏ. Tải lại trang.")
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _error(
        request, "csrf", 403, _("Chưa lưu gì: trang mở đã lâu. Tải lại trang rồi gửi lần nữa.")
    )


def not_allowed(request: HttpRequest) -> HttpResponse:
    return _error(request, 405, 405, _("Địa chỉ này chỉ nhận biểu mẫu gửi lên."))


def server_error(request: HttpRequest) -> HttpResponse:
    # No context processors: the database itself may be what failed.
    return render(None, "ui/server_error.html", status=500)
