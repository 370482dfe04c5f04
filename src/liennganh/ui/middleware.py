"""One place where a refused request becomes a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from liennganh.errors import DomainError, WrongStateError


class DomainErrorMiddleware:
    """Turn a ``DomainError`` that no view has handled into a page that says what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return 409 for a state that has moved on, 400 for anything else refused."""
        if not isinstance(error, DomainError):
            return None
        status = 409 if isinstance(error, WrongStateError) else 400
        return render(request, "ui/refused.html", {"error": error}, status=status)
