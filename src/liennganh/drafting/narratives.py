"""What the reporters wrote, gathered: each said once, with who said it."""

from collections.abc import Iterable
from typing import Any

from liennganh.drafting.sentences import Line
from liennganh.drafting.words import NAMED, named, shortened, upper_first
from liennganh.pure.vietnamese import fold

MOST_LINES = 6
MOST_SIGNS = 320
MOST_SOURCES = 12


def gathered(reports: Iterable[dict[str, Any]], field: str) -> list[Line]:
    """Return the texts of one field, those said by most agencies first, the same text once.

    Texts are put on one line and cut after ``MOST_SIGNS``; after ``MOST_LINES`` the rest is counted.
    Only agencies are named, never persons. What was not approved is blank in the content.
    """
    texts: dict[str, str] = {}
    said: dict[str, list[str]] = {}
    for report in reports:
        text = " ".join(report[field].split()).rstrip(".;, ")
        if not text:
            continue
        key = fold(text)
        texts.setdefault(key, text)
        said.setdefault(key, []).append(report["agency_name"])
    order = sorted(said, key=lambda key: -len(said[key]))
    lines = [
        Line(
            f"- {upper_first(shortened(texts[key], MOST_SIGNS))} ({named(said[key], NAMED)}).",
            f"báo cáo của {named(said[key], MOST_SOURCES)}",
        )
        for key in order[:MOST_LINES]
    ]
    rest = len(order) - len(lines)
    if rest > 0:
        lines.append(
            Line(
                f"- Còn {rest} ý kiến khác, nêu trong báo cáo của từng đơn vị.",
                f"báo cáo của {sum(len(said[key]) for key in order[MOST_LINES:])} đơn vị",
            )
        )
    return lines
