"""Addresses in other apps, and what to do where that app has no such page."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode


def address(name: str, *args: Any, **query: Any) -> str:
    """Return the address of a page, or "" where no app serves it: templates then leave the link out.

    ``query`` becomes the query string.
    """
    try:
        url = reverse(name, args=args)
    except NoReverseMatch:
        return ""
    return f"{url}?{urlencode(query)}" if query else url
