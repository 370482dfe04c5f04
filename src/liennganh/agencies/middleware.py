"""Which hat the person wears now: chosen in the session, checked on every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from liennganh.accounts.models import User

SESSION_KEY = "hat"


class HatMiddleware:
    """Set ``request.user.hat`` from the session, if that membership still holds today."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        chosen = request.session.get(SESSION_KEY)
        if isinstance(user, User) and chosen is not None:
            user.hat = (
                user.memberships.current().select_related("agency__unit").filter(pk=chosen).first()
            )
        return self.get_response(request)
