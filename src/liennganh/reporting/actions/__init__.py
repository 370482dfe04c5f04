"""Every write of this app: rounds, reports, reviews, closing."""

from .closing import close_round, reopen_round
from .reports import StaleReportError, fill_nil, save_report, submit_report
from .reviews import approve_report, approve_reports, reopen_report, return_report
from .rounds import open_ad_hoc_round, open_due_rounds, set_due

__all__ = [
    "StaleReportError",
    "approve_report",
    "approve_reports",
    "close_round",
    "fill_nil",
    "open_ad_hoc_round",
    "open_due_rounds",
    "reopen_report",
    "reopen_round",
    "return_report",
    "save_report",
    "set_due",
    "submit_report",
]
