"""Reading the pages in tests."""

from typing import Any


def text(response: Any) -> str:
    page: str = response.content.decode()
    assert "MISSING-NAME" not in page, page[page.index("MISSING-NAME") :][:120]
    return page
