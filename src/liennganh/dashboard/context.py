"""What every page shows around its content: who I am, where I can go."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the hat now worn, for the frame of the page."""
    user = getattr(request, "user", None)
    return {"hat": user.hat if user is not None and user.is_authenticated else None}
