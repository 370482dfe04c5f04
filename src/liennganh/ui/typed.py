"""What was wrong with a number or a day as typed, in the reader's language.

``pure.vietnamese`` knows no Django and speaks Vietnamese; here its sentences meet the catalogue.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

_SENTENCES = (
    gettext_noop("“%(text)s” không phải là ngày. Gõ theo dạng ngày/tháng/năm, ví dụ 05/6/2026."),
    gettext_noop("Không có ngày %(day)s."),
    gettext_noop("“%(text)s” không phải là số. Ví dụ cách gõ đúng: 1.234,5."),
    gettext_noop(
        "“%(text)s” có thể hiểu theo hai cách. Nếu phần sau dấu chấm là phần thập phân, "
        "hãy gõ “%(meant)s”; nếu là hàng nghìn, hãy bỏ các dấu ngăn cách."
    ),
)


def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"%\\\((\w+)\\\)s", r"(?P<\1>.*)", re.escape(sentence)), re.DOTALL)


_PATTERNS = [(_pattern(sentence), sentence) for sentence in _SENTENCES]


def fault(error: ValueError) -> str:
    """Return the message of ``parse_number`` or ``parse_date``; any other as it is."""
    said = str(error)
    for pattern, sentence in _PATTERNS:
        if found := pattern.fullmatch(said):
            return _(sentence) % found.groupdict()
    return said
