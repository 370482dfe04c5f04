"""Kinds of period, data windows, due dates, schedules and lateness."""

from .due import (
    AfterEnd,
    DueDay,
    DueRule,
    DueRuleError,
    MonthDay,
    NoDate,
    OnceIn,
    OnceOn,
    YearDays,
    last_day_in_time,
)
from .due_storage import DueKind, build_due_rule, due_from_dict, due_to_dict
from .due_text import parse_due
from .due_words import due_sentence
from .kinds import Period, PeriodError, PeriodKind
from .lateness import Lateness, LatenessState, lateness
from .schedule import ScheduledPeriod, schedule
from .windows import CALENDAR, WindowRule, parse_key
from .working_days import add_working_days

__all__ = [
    "CALENDAR",
    "AfterEnd",
    "DueDay",
    "DueKind",
    "DueRule",
    "DueRuleError",
    "Lateness",
    "LatenessState",
    "MonthDay",
    "NoDate",
    "OnceIn",
    "OnceOn",
    "Period",
    "PeriodError",
    "PeriodKind",
    "ScheduledPeriod",
    "WindowRule",
    "YearDays",
    "add_working_days",
    "build_due_rule",
    "due_from_dict",
    "due_sentence",
    "due_to_dict",
    "last_day_in_time",
    "lateness",
    "parse_due",
    "parse_key",
    "schedule",
]
