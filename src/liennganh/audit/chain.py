"""How a row of the log is hashed, and how a chain is checked. No database here."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

GENESIS = "0" * 64


@dataclass(frozen=True)
class Link:
    """What is hashed of one event."""

    seq: int
    at: str
    actor: str
    agency: str
    verb: str
    object_type: str
    object_id: str
    object_label: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    previous_hash: str


def link_hash(link: Link) -> str:
    """Return the SHA-256 of the link in canonical JSON (sorted keys, no spaces, UTF-8)."""
    text = json.dumps(link.__dict__, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Break:
    """The first row that does not hold, and why."""

    seq: int
    reason: str


def first_break(links: Iterable[tuple[Link, str]], head_seq: int, head_hash: str) -> Break | None:
    """Walk (link, stored hash) in order of ``seq`` and return the first broken row, or None."""
    expected_seq, previous = 1, GENESIS
    for link, stored in links:
        if link.seq != expected_seq:
            return Break(expected_seq, _("thiếu dòng %(seq)s") % {"seq": expected_seq})
        if link.previous_hash != previous:
            return Break(link.seq, _("không nối với dòng trước"))
        if link_hash(link) != stored:
            return Break(link.seq, _("nội dung đã bị sửa"))
        previous, expected_seq = stored, expected_seq + 1
    if expected_seq - 1 != head_seq or previous != head_hash:
        return Break(expected_seq, _("các dòng cuối đã bị xóa"))
    return None
