"""Days as offices speak of them."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

_NAMES = (
    _lazy("Thứ Hai"),
    _lazy("Thứ Ba"),
    _lazy("Thứ Tư"),
    _lazy("Thứ Năm"),
    _lazy("Thứ Sáu"),
    _lazy("Thứ Bảy"),
    _lazy("Chủ Nhật"),
)


def day_name(day: dt.date, today: dt.date) -> str:
    """Return the day with its name: "Thứ Hai, 07/12"; the year is added where it is another.

    Today and tomorrow are said as such: "Hôm nay, Thứ Hai, 07/12".
    """
    text = f"{_NAMES[day.weekday()]}, {day.day:02d}/{day.month:02d}"
    if day.year != today.year:
        text += f"/{day.year}"
    match (day - today).days:
        case 0:
            return _("Hôm nay, %(day)s") % {"day": text}
        case 1:
            return _("Ngày mai, %(day)s") % {"day": text}
    return text
