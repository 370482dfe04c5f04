"""One place where a refused request becomes a page."""

import logging
from collections.abc import Callable

from django.db import DataError, IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from liennganh.errors import DomainError, WrongStateError
from liennganh.ui.errors import bad_request, not_allowed, problem
from liennganh.ui.links import page_before

log = logging.getLogger(__name__)


class DomainErrorMiddleware:
    """Turn a ``DomainError`` that no view has handled into a page that says what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Signing in again after a session ended leads, by GET, to where a form had been sent.
        if isinstance(response, HttpResponseNotAllowed) and request.method == "GET":
            page = not_allowed(request)
            page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return 409 for a state that has moved on, 400 for anything else refused."""
        if isinstance(error, IntegrityError):
            # Two did the same in the same moment and the database let one in; that it was nothing
            # worse is for whoever reads the log to see.
            log.warning("refused by the database: %s", request.path, exc_info=error)
            error = WrongStateError(
                _("Chưa lưu gì: vừa có người khác làm cùng việc này. Tải lại trang để xem kết quả.")
            )
        if isinstance(error, DataError) and "NUL" in str(error):
            # PostgreSQL keeps no NUL in texts; no keyboard types one.
            return bad_request(request)
        if not isinstance(error, DomainError):
            return None
        status = 409 if isinstance(error, WrongStateError) else 400
        context = {"error": error, "back": page_before(request)}
        return problem(request, "ui/refused.html", context, status=status, text=error.message)


class PrivatePagesMiddleware:
    """Tell the browser not to keep pages of people who are signed in.

    On a shared computer the "back" button must not show the page of somebody who has signed out.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            add_never_cache_headers(response)
        return response
