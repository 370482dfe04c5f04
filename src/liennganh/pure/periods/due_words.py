"""A due rule in Vietnamese."""

from liennganh.pure.vietnamese import format_date

from .due import AfterEnd, DueRule, MonthDay, NoDate, OnceIn, OnceOn, YearDays

_LAST_DAY = 31


def due_sentence(rule: DueRule) -> str:
    """Return one sentence that says when reports under this rule are in time."""
    match rule.when:
        case NoDate():
            return "Kế hoạch không ghi hạn nộp."
        case YearDays(days):
            named = [f"{day:02d}/{month}" for month, day in days]
            words = f"{_by(rule)} {_and(named)} hằng năm"
        case OnceOn(day):
            words = f"{_by(rule)} {format_date(day)} (một lần)"
        case OnceIn(year, month):
            words = f"{'Trước' if rule.before else 'Trong'} tháng {month} năm {year} (một lần)"
        case MonthDay(day, months_after):
            if day == _LAST_DAY:
                named_day = "Trước ngày cuối cùng" if rule.before else "Chậm nhất ngày cuối cùng"
            else:
                named_day = f"{_by(rule)} {day:02d}"
            words = f"{named_day} của {_month(months_after)}"
        case AfterEnd(0):
            words = "Trước ngày chốt số liệu" if rule.before else "Trong ngày chốt số liệu"
        case AfterEnd(days, working):
            kind = "ngày làm việc" if working else "ngày"
            words = (
                f"Trước ngày {'làm việc ' if working else ''}thứ {days} sau ngày chốt số liệu"
                if rule.before
                else f"Trong {days:02d} {kind} sau ngày chốt số liệu"
            )
    late = (
        "; nộp đúng ngày đó đã là muộn" if rule.before and not isinstance(rule.when, OnceIn) else ""
    )
    return f"{words}{late}."


def _by(rule: DueRule) -> str:
    return "Trước ngày" if rule.before else "Chậm nhất ngày"


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} và {parts[-1]}"


def _month(months_after: int) -> str:
    if months_after == 0:
        return "tháng cuối kỳ"
    if months_after == 1:
        return "tháng liền sau kỳ"
    if months_after > 1:
        return f"tháng thứ {months_after} sau kỳ"
    return f"tháng thứ {-months_after} trước tháng cuối kỳ"
