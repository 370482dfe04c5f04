"""Addresses that are safe to send somebody to."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request: HttpRequest, url: str | None, default: str) -> str:
    """Return ``url`` if it stays on this site, else ``default``: no open redirects.

    A bare word is no address: ``redirect`` would take it for the name of a page.
    """
    if (
        url
        and "/" in url
        and url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
    ):
        return url
    return default


def page_before(request: HttpRequest) -> str:
    """Return the path of the page that the request came from, or "" when it is not one of ours."""
    before = safe_next(request, request.headers.get("Referer"), "")
    if not before:
        return ""
    parts = urlsplit(before)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
