"""What the pure cores say in short, in the reader's language: periods, due dates, faults in typing.

``pure`` knows no Django and speaks Vietnamese; here its sentences meet the catalogue, each known by
its pattern. The sentences that explain a figure are not among them: they are part of the record
and go into official documents as they stand.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

# The names of placeholders say what may stand there; the last is a saying of its own.
_KINDS = {
    "year": r"\d{4}",
    "number": r"[\dIVX]+",
    "date": r"\d{1,2}(?:/\d{1,2})?(?:/\d{4})?",
    "dates": r"[\d/, ]+",
    "text": r".*",
    "meant": r".*",
    "saying": r".+",
}

_SAYINGS = (
    # pure.vietnamese: what was typed
    _noop("“%(text)s” không phải là ngày. Gõ theo dạng ngày/tháng/năm, ví dụ 05/6/2026."),
    _noop("Không có ngày %(date)s."),
    _noop("Năm %(year)s nằm ngoài khoảng 1900–2199. Xem lại năm."),
    _noop("“%(text)s” không phải là số. Ví dụ cách gõ đúng: 1.234,5."),
    _noop(
        "“%(text)s” có thể hiểu theo hai cách. Nếu phần sau dấu chấm là phần thập phân, "
        "hãy gõ “%(meant)s”; nếu là hàng nghìn, hãy bỏ các dấu ngăn cách."
    ),
    # pure.periods: kinds of report, periods and their days
    _noop("Báo cáo hằng tháng"),
    _noop("Báo cáo quý"),
    _noop("Báo cáo 6 tháng"),
    _noop("Báo cáo 9 tháng"),
    _noop("Báo cáo năm"),
    _noop("Báo cáo tổng kết giai đoạn"),
    _noop("Báo cáo đột xuất"),
    _noop("Tháng %(number)s năm %(year)s"),
    _noop("Quý %(number)s năm %(year)s"),
    _noop("6 tháng đầu năm %(year)s"),
    _noop("6 tháng cuối năm %(year)s"),
    _noop("9 tháng đầu năm %(year)s"),
    _noop("Năm %(year)s"),
    _noop("Tổng kết năm %(year)s"),
    _noop("từ ngày %(date)s đến ngày %(dates)s"),
    _noop("Số liệu tính theo tháng dương lịch, từ ngày đầu đến ngày cuối của kỳ."),
    # how a report stands
    _noop("Nộp đúng hạn"),
    _noop("Nộp muộn"),
    _noop("Nộp muộn %(number)s ngày"),
    _noop("Đến kỳ nộp"),
    _noop("Đến kỳ nộp, còn %(number)s ngày"),
    _noop("Chưa đến kỳ nộp"),
    _noop("Chưa đến kỳ nộp, còn %(number)s ngày"),
    _noop("Quá hạn"),
    _noop("Quá hạn %(number)s ngày"),
    # ways of naming a due date, and the sentence that comes of them
    _noop("Không ghi hạn"),
    _noop("Ngày cố định hằng năm"),
    _noop("Một ngày cụ thể"),
    _noop("Một tháng cụ thể"),
    _noop("Ngày tính theo tháng cuối kỳ"),
    _noop("Số ngày sau ngày chốt số liệu"),
    _noop("Kế hoạch không ghi hạn nộp."),
    _noop("%(saying)s; nộp đúng ngày đó đã là muộn."),
    _noop("Trước ngày %(date)s hằng năm"),
    _noop("Chậm nhất ngày %(date)s hằng năm"),
    _noop("Trước ngày %(dates)s và %(date)s hằng năm"),
    _noop("Chậm nhất ngày %(dates)s và %(date)s hằng năm"),
    _noop("Trước ngày %(date)s (một lần)"),
    _noop("Chậm nhất ngày %(date)s (một lần)"),
    _noop("Trước tháng %(number)s năm %(year)s (một lần)"),
    _noop("Trong tháng %(number)s năm %(year)s (một lần)"),
    _noop("Trước ngày cuối cùng của %(saying)s"),
    _noop("Chậm nhất ngày cuối cùng của %(saying)s"),
    _noop("Trước ngày %(date)s của %(saying)s"),
    _noop("Chậm nhất ngày %(date)s của %(saying)s"),
    _noop("tháng cuối kỳ"),
    _noop("tháng liền sau kỳ"),
    _noop("tháng thứ %(number)s sau kỳ"),
    _noop("tháng thứ %(number)s trước tháng cuối kỳ"),
    _noop("Trước ngày chốt số liệu"),
    _noop("Trong ngày chốt số liệu"),
    _noop("Trước ngày thứ %(number)s sau ngày chốt số liệu"),
    _noop("Trước ngày làm việc thứ %(number)s sau ngày chốt số liệu"),
    _noop("Trong %(number)s ngày sau ngày chốt số liệu"),
    _noop("Trong %(number)s ngày làm việc sau ngày chốt số liệu"),
)


def _pattern(saying: str) -> re.Pattern[str]:
    escaped = re.escape(saying)
    return re.compile(
        re.sub(r"%\\\((\w+)\\\)s", lambda m: f"(?P<{m[1]}>{_KINDS[m[1]]})", escaped), re.DOTALL
    )


_PATTERNS = [(_pattern(saying), saying) for saying in _SAYINGS]


def said(text: str) -> str:
    """Return a saying of the pure cores in the language of the page; any other text as it is."""
    for pattern, saying in _PATTERNS:
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            if "saying" in parts:
                parts["saying"] = said(parts["saying"])
            return _(saying) % parts
    body = text.removesuffix(".")
    return f"{said(body)}." if body != text else text


def fault(error: ValueError) -> str:
    """Return the message of ``parse_number`` or ``parse_date``."""
    return said(str(error))
