"""Gaps in the numbering of a plan: a lost heading shows as "1, 2, 4". No database here."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

_ROMAN = re.compile(r"[IVX]+")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
# Vietnamese lists go a b c d đ e g h i k …; some skip đ, and some use the Latin row.
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def _roman(label: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in label]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _number(label: str) -> tuple[str, int] | None:
    """Return the row that a label belongs to and its place in it."""
    bare = label.strip(" .)/:-–")
    if bare.isdigit():
        return "number", int(bare)
    if re.fullmatch(r"\d+(?:\.\d+)+", bare):
        stem, last = bare.rsplit(".", 1)
        return f"number {stem}", int(last)
    if _ROMAN.fullmatch(bare):
        return "roman", _roman(bare)
    if len(bare) == 1 and bare in _LETTERS:
        return "letter", _LETTERS.index(bare) + 1
    return None


def _written(row: str, place: int) -> str:
    if row == "letter":
        return _LETTERS[place - 1]
    if row == "roman":
        tens, rest = divmod(place, 10)
        ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][rest]
        return "X" * tens + ones
    return f"{row.removeprefix('number').strip()}.{place}".lstrip(".")


def gaps(outline: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return a warning for each number left out among headings of one parent and one row.

    ``outline`` holds start, end, level, label, text and section (the headings above) of each
    heading in document order. A row that starts afresh is no gap, a skipped "đ" neither.
    """
    last: dict[tuple[tuple[str, ...], str], tuple[int, str]] = {}
    found: list[dict[str, Any]] = []
    for heading in outline:
        numbered = _number(str(heading["label"]))
        if numbered is None:
            continue
        row, place = numbered
        key = (tuple(heading["section"]), row)
        before, label = last.get(key, (0, ""))
        skipped = [_written(row, step) for step in range(before + 1, place)] if before else []
        if skipped and skipped != ["đ"]:
            found.append(
                {
                    "code": "numbering",
                    "message": _(
                        "Thiếu mục %(missing)s giữa %(before)s và %(after)s: kiểm tra xem có tiêu "
                        "đề nào bị mất khi chuyển văn bản không."
                    )
                    % {
                        "missing": ", ".join(skipped),
                        "before": label,
                        "after": _written(row, place),
                    },
                    "start": heading["start"],
                    "end": heading["end"],
                }
            )
        last[key] = (place, _written(row, place))
    return found
