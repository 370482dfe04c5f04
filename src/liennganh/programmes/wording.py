"""How the text of a task is shown away from the page that it was printed on."""

import re

# The signs that Vietnamese plans put before a line: "- ", "+ ", "• ", "a) ", "1) ".
_MARKS = re.compile(r"(?:[-–—+•*·●▪]+\s*|[a-zđ]\d?\)\s*|\d{1,2}\)\s*)+", re.IGNORECASE)


def bare(text: str) -> str:
    """Return a task's text without the bullet or the letter that the plan prints before it.

    "- Xây dựng kế hoạch" → "Xây dựng kế hoạch". A text of marks alone stays as it is.
    """
    line = text.strip()
    found = _MARKS.match(line)
    return (line[found.end() :] if found else line) or line
