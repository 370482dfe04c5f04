"""Every write of this app: drafting, editing, sending for signing, issuing."""

from .editing import CHECKED, RESTORE, StaleDraftError, draft_report, redraft, save_draft
from .signing import agree, issue_report, return_draft, send_for_signing, take_back

__all__ = [
    "CHECKED",
    "RESTORE",
    "StaleDraftError",
    "agree",
    "draft_report",
    "issue_report",
    "redraft",
    "return_draft",
    "save_draft",
    "send_for_signing",
    "take_back",
]
