"""Which quantities of a clause are results: not thresholds, limits, past figures or conditions."""

import re
from collections.abc import Sequence
from functools import lru_cache

from . import lexicon as lx
from .figures import LOOK_BACK, Quantity, back
from .patterns import phrase, spaced, squeeze, word

_AND = re.compile(r"\svà\s*$")
_NEAR = 60  # characters between two counts of one list
_FROM_UP = re.compile(rf"từ\s+[^;.%]{{1,60}}?%?[^;.%]{{0,60}}?{spaced(lx.FROM_UP)}", re.IGNORECASE)
_QUALIFIES = re.compile(rf"(?<!\w){spaced(lx.QUALIFIES)}\s*$", re.IGNORECASE)
_PAST = re.compile(rf"(?<!\w){spaced(lx.PAST)}\s[^,;]{{0,60}}$", re.IGNORECASE)
_CHOSEN = re.compile(
    r"\s(?:được|người\s+được|không\s+đạt\s[^,;]{0,30})\s*$|là\s+người\s+được\s[^,;]{0,20}$",
    re.IGNORECASE,
)
# "5 hộ giúp | 1 hộ": part of a name in quotation marks.
_OPENED = re.compile(r"“[^”]{0,80}$")
# "các xã có tỷ lệ hộ nghèo | trên 40%": which of them are meant.
_WHICH = re.compile(r"\s(?:có|nơi)\s+(?:tỷ|tỉ)\s+(?:lệ|trọng|suất)\s[^,;]{0,60}$", re.IGNORECASE)
_LEADS = re.compile(rf"(?:{spaced(lx.REACH)}|{spaced(lx.TO_VALUE)}|:)\s*$", re.IGNORECASE)
_SHARE = re.compile(rf"(?<!\w){spaced(lx.SHARE_NOUNS)}(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_NOW = re.compile(rf"\W*{spaced(lx.STANDS_NOW)}(?!\w)", re.IGNORECASE)
_THEN = re.compile(rf"\W*{spaced(lx.STOOD_THEN)}\s*{spaced(lx.STOOD_VERBS)}(?!\d)", re.IGNORECASE)
_GATHERS = re.compile(rf"(?<!\w){spaced(lx.GATHERINGS)}(?!\w)[^,;]{{0,60}}$", re.IGNORECASE)


def wanted(
    clause: str, found: Sequence[Quantity], ahead: int | None, *, goal: bool
) -> list[Quantity]:
    """Keep the quantities that are results.

    Args:
        clause: the clause they were found in.
        found: in the order of the clause.
        ahead: the first year that was not over when the plan was issued.
        goal: whether the clause stands under goals, where every bare figure is meant as one.

    """
    if _stands(clause, ahead):
        return []
    kept: list[Quantity] = []
    for quantity in found:
        if quantity.needs_goal and not goal:
            continue
        if kept and quantity.unit == "count" and not _own_clause(clause, kept[-1], quantity):
            continue
        if kept and _inside(clause, kept[-1], quantity):
            continue
        if _conditional(clause, quantity) or _qualifies(clause, quantity):
            continue
        if not goal and _only_named(clause, quantity):
            continue
        if not goal and (_is_past(clause, quantity, ahead) or _is_limit(clause, quantity)):
            continue
        kept.append(quantity)
    return kept


def _stands(clause: str, ahead: int | None) -> bool:
    """Say whether a clause begins by telling where things stand, or stood in a year that is over."""
    if _NOW.match(clause):
        return True
    then = _THEN.match(clause) if ahead else None
    return then is not None and ahead is not None and int(then["year"]) < ahead


def _own_clause(clause: str, before: Quantity, here: Quantity) -> bool:
    """Say whether a count after another quantity has a clause to itself, not "… ít nhất một …"."""
    between = clause[before.end : here.start]
    if _AND.search(between) and len(between) < _NEAR and not here.in_words:
        return True
    if between.endswith("cho ") and before.unit == "count":
        return True  # "02 phiên giao dịch việc làm cho ít nhất 600 lao động"
    comma = between.rfind(",")
    if comma < 0 or here.in_words:
        return False
    part = between[comma + 1 :].strip()
    of_units = before.unit == "percent" or before.whole is not None
    if of_units and word(lx.TERRITORY_LIST).match(part):
        return False  # "6/6 huyện, thành phố duy trì ít nhất 01 cơ sở": the comma parts the units
    return not word(lx.THRESHOLD).search(part) or phrase(lx.OWN_SUBJECT).match(part) is not None


def _inside(clause: str, before: Quantity, here: Quantity) -> bool:
    """Say whether a figure is part of what those counted must have or get.

    "94% các cụ được khám ít nhất 1 lần/năm", "100% bệnh viện có khoa lão hoặc dành 10% số giường".
    """
    between = clause[before.end : here.start]
    if before.unit != "percent" or "," in between:
        return False
    if here.unit == "rate":
        return word("được").search(between) is not None
    return here.unit == "percent" and word("hoặc").search(between) is not None


def _conditional(clause: str, quantity: Quantity) -> bool:
    if not word(lx.CONDITION).match(squeeze(clause[: min(quantity.start, LOOK_BACK)])):
        return False
    return phrase(r"[^,;]{0,40}?" + lx.MAY).match(clause, quantity.end) is not None


def _qualifies(clause: str, quantity: Quantity) -> bool:
    """Say whether "cơ sở có từ 10 phòng trở lên" only tells which ones are meant."""
    head = clause[back(quantity.start) : quantity.start]
    if not _FROM_UP.match(clause, quantity.start) or not (verb := _QUALIFIES.search(head)):
        return False
    if verb.group().strip().lower() == "đạt" and quantity.unit == "percent":
        return False  # "Tỷ lệ … đạt từ 90% trở lên"
    subject = head[: verb.start()].rsplit(",", maxsplit=1)[-1]
    return len(subject.split()) > 1 and not word(lx.TO_HAVE).search(subject)


def _only_named(clause: str, quantity: Quantity) -> bool:
    """Say whether a figure of a task is part of a name or of who is chosen, and nothing to reach.

    "cấp Cloramin B, Chlorine 70%, máy phun": a strength; "người được trên 50% số phiếu": a vote.
    """
    head = clause[back(quantity.start) : quantity.start]
    if quantity.unit != "percent":
        return _OPENED.search(head) is not None or head.count('"') % 2 == 1
    chosen = _CHOSEN.search(head) is not None
    if not head.strip():
        return False  # "năm 2027: 36%": a step of its own
    ends = re.match(r"\s*(?:[,;.)]|$)", clause[quantity.end :]) is not None
    which = quantity.comparator != "=" and _WHICH.search(head) is not None
    return (chosen or which) or (
        ends and quantity.comparator == "=" and not _LEADS.search(head) and not _SHARE.search(head)
    )


def _is_past(clause: str, quantity: Quantity, ahead: int | None) -> bool:
    """Say whether a figure of a task tells what was reached before the plan."""
    head = clause[back(quantity.start) : quantity.start]
    if _may_tell(clause) and (_PAST.search(head) or word(lx.TOLD).search(head)):
        return True
    if not ahead or "/" in head or not _YEAR.search(head) or phrase(lx.COMPARED).search(head):
        return False
    years = (int(y.group()) for y in _YEAR.finditer(clause, back(quantity.start)))
    return max(years, default=ahead) < ahead


@lru_cache(maxsize=8)
def _may_tell(clause: str) -> bool:
    """Say whether a clause speaks of the past at all; it is asked for each of its figures."""
    return phrase(f"{lx.PAST}|{lx.TOLD}").search(clause) is not None


def _is_limit(clause: str, quantity: Quantity) -> bool:
    """Say whether a figure of a task bounds its form: "mỗi lớp không quá 30 người", "họp 01 lần/quý"."""
    if quantity.unit == "rate":
        return _GATHERS.search(clause, back(quantity.start), quantity.start) is not None
    return quantity.unit == "count" and quantity.comparator in {"<=", "<"}
