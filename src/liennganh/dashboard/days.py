"""Days as offices speak of them."""

import datetime as dt

from django.utils.translation import gettext as _

_NAMES = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


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
