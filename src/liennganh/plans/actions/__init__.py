"""Writes of plans: reading in, review, confirmation. Nothing here changes a confirmed plan."""

from .asking import answer_ask
from .background import end_reading, read_next, reread_page, take_reading
from .bulk import accept_all, mark_common
from .confirm import confirm_intake
from .intakes import discard_intake, edit_header, retry_intake, start_intake, too_large_message
from .items import accept_item, add_item, edit_item, reject_item, reopen_item, split_item
from .journal import StaleItemError
from .owners import confirm_suggested_owners, create_owner, create_owners, match_owner
from .reissue import TakenOver, deny_earlier, take_over
from .undo import undo

__all__ = [
    "StaleItemError",
    "TakenOver",
    "accept_all",
    "accept_item",
    "add_item",
    "answer_ask",
    "confirm_intake",
    "confirm_suggested_owners",
    "create_owner",
    "create_owners",
    "deny_earlier",
    "discard_intake",
    "edit_header",
    "edit_item",
    "end_reading",
    "mark_common",
    "match_owner",
    "read_next",
    "reject_item",
    "reopen_item",
    "reread_page",
    "retry_intake",
    "split_item",
    "start_intake",
    "take_over",
    "take_reading",
    "too_large_message",
    "undo",
]
