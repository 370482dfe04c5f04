"""Names of bodies: who leads, who supports, in running text and in headings.

A name begins with a word that bodies begin with ("Sở", "Ủy ban", "Công an") or with "các" and the
nouns of a class ("các sở, ban, ngành tỉnh"). It ends where a word in small letters says what the
body does. A comma or "và" inside a name ("Sở Văn hóa, Thể thao và Du lịch") is followed by a
capital that no body begins with; between two names, by one that bodies do begin with.
"""

# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re

from . import lexicon as lx
from .patterns import LOWER, UPPER, any_of, spaced, squeeze
from .picking import is_generic

_HEAD = re.compile(rf"(?<!\w){spaced(lx.BODY_HEADS)}(?!\w)")
_OPENER = re.compile(rf"{spaced(lx.CLASS_OPENERS)}\s+")
_ACTION = re.compile(rf"(?:{spaced(any_of(lx.ACTION_WORDS))})(?!\w)")
_NO_ACTION = re.compile(spaced(lx.NO_ACTION) + r"(?!\w)")
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:và\s+)?|;\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+)")
_WORD = re.compile(r"[^\s,;:.()“”\"]+")
_PARENTHESES = re.compile(r"\s*\([^()]{0,200}\)")
_CLASS_NOUN = re.compile(rf"{spaced(lx.CLASS_NOUNS)}(?!\w)")
_OWNED = re.compile(r"(?<!trực)\s+(?:thuộc|của)\s+")
_OF_PLACE = re.compile(spaced(r"của (?:tỉnh|thành phố|huyện|xã|phường)") + r"(?!\w)")
_COMPOUND = re.compile(spaced(lx.COMPOUNDS) + r"(?!\w)", re.IGNORECASE)
_LONE_CAPITAL = re.compile(rf"(?:(?<![\w])[{LOWER}]\w*|&)\s+[{UPPER}][{LOWER}]+\s+$")
_LEADER = re.compile(rf"{lx.LEADERS}\s+(?={spaced(lx.CLASS_OPENERS)}\s)")
_PURPOSE = re.compile(spaced(lx.BODY_PURPOSE) + r"(?!\w)")
# A class without "các": "Sở, ban, ngành …", "báo, đài".
_RUN = re.compile(rf"{spaced(lx.CLASS_NOUNS)},\s*{spaced(lx.CLASS_NOUNS)}(?!\w)")
# "Sở Y tế - cơ quan thường trực …": what the body is, not how it is called.
_APPOSITION = re.compile(spaced(lx.APPOSITION))
_GAP = re.compile(r"\s*")
_CENTRAL = re.compile(spaced(lx.CENTRAL_CLASS) + r"(?!\w)")
_RANGE = re.compile(
    rf"\s+từ\s+(?:[{UPPER}][{LOWER}]*\s+){{1,3}}đến\s+[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]*){{0,2}}"
)
_POST = re.compile(spaced(lx.POSTS))
_CHARGE = re.compile(spaced(lx.CHARGE))
_NEEDS_NAME = re.compile(spaced(lx.NEEDS_NAME))
_STRICT = re.compile(rf"{spaced(lx.STRICT_HEADS)}\s+(?=[{UPPER}])")
_STRICT_TAIL = re.compile(spaced(lx.STRICT_TAILS) + r"(?!\w)")
_UNIT = re.compile(rf"(?<!\w){spaced(lx.CLOSING_UNIT)}(?!\w)", re.IGNORECASE)
_UNIT_LIMIT = 24  # no word for a unit is longer
_AFTER_UNIT = re.compile(spaced(lx.AFTER_UNIT) + r"(?!\w)")
_COMMITTEE = re.compile(rf"{spaced(lx.COMMITTEES)}\s+(?={spaced(lx.COMMITTEE_PURPOSE)}(?!\w))")
_COMMITTEE_STOP = re.compile(rf"(?<!\w){spaced(lx.COMMITTEE_STOPS)}(?!\w)|[.;:()“”\"]")
_CONCERNED = re.compile(r"có\s+liên\s+quan(?!\w)")
_TIME = re.compile(spaced(lx.COUNTS_TIME) + r"(?!\w)")
_BEFORE = 12  # no first part of a compound is longer
_LIMIT = 160  # no name of a body is longer


def body_at(text: str, start: int, *, heading: bool = False) -> int:
    """Return the end of the body's name that begins at ``start``, or ``start`` when none does.

    ``heading`` keeps the words that follow a class ("các tổ chức thành viên của Mặt trận").
    """
    if leader := _LEADER.match(text, start):
        return max(_class_end(text, leader.end(), heading=heading), leader.end())
    if central := _CENTRAL.match(text, start):
        return central.end()
    if _OPENER.match(text, start) or _RUN.match(text, start):
        return _class_end(text, start, heading=heading)
    if committee := _COMMITTEE.match(text, start):
        end = _committee_end(text, start, committee.end())
        if end > start:
            return end
    if purpose := _PURPOSE.match(text, start):
        return _name_end(text, start, purpose.end())
    head = _HEAD.match(text, start)
    if head is None:
        return start
    end = _name_end(text, start, head.end())
    alone = end == head.end() and _NEEDS_NAME.fullmatch(head.group()) is not None
    # "Chủ tịch UBND các tỉnh từ Hà Tĩnh đến Lâm Đồng": the run of units is part of the name.
    between = _RANGE.match(text, end) or (
        _CHARGE.match(text, end) if _POST.match(text, start) else None
    )
    if which := _WHICH.match(text, end):
        between = which if _OF_UNITS.search(text, start, end) else between
    return start if alone else between.end() if between else end


def body_starts(text: str, start: int, end: int) -> list[int]:
    """Return where in a stretch of text names of bodies may begin, in order."""
    found = {m.start() for m in _HEAD.finditer(text, start, end)}
    found |= {m.start() for m in _COMMITTEE.finditer(text, start, end)}
    return sorted(found)


def _committee_end(text: str, start: int, at: int) -> int:
    """Return where the unit ends that closes a committee's purpose, or ``start`` if none does.

    "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh": commas and verbs belong to the name.
    """
    limit = min(len(text), start + _LIMIT)
    stop = _COMMITTEE_STOP.search(text, at, limit)
    reach = stop.start() if stop else limit
    unit = _UNIT.search(text, at, reach)
    if unit:
        return _name_end(text, start, unit.end())
    if stop and stop.group() in "(:":
        return at + len(text[at:reach].rstrip())
    return start


def _name_end(text: str, start: int, at: int) -> int:
    """Walk through the words of a proper name."""
    end = at
    limit = min(len(text), start + _LIMIT)
    while at < limit:
        gap = _GAP.match(text, at)
        at = gap.end() if gap else at
        if at >= limit:
            break
        if text[at] == "&":
            at += 1
            continue
        if text[at] in "-–":
            if _APPOSITION.match(text, at):
                break
            at += 1
            continue
        if text[at] in ",;" or text.startswith("và ", at):
            step = _inside_name(text, start, at)
            if step == at:
                break
            at = step
            continue
        token = _WORD.match(text, at)
        if token is None:
            break
        if not _stays(text, start, at):
            break
        at = end = token.end()
    return end


def is_sure(name: str) -> bool:
    """Say whether a name is surely whole: a department's, or one that its unit closes."""
    return _STRICT.match(name) is not None or _unit_before(name, 0, len(name))


def begins_action(words: str) -> bool:
    """Say whether a text begins with what a body does ("chủ trì", "rà soát")."""
    return _NO_ACTION.match(words) is None and _ACTION.match(words) is not None


def _stays(text: str, start: int, at: int) -> bool:
    """Say whether the word at ``at`` still belongs to the name begun at ``start``."""
    if at > start and _STRICT.match(text, at) and _STRICT.match(text, start):
        return False
    if text[at].isupper() and _unit_before(text, start, at):
        # "… tỉnh Lào Cai", but not "… tỉnh Tăng thời lượng", where a line end was lost.
        return not begins_action(text[at].lower() + text[at + 1 : at + _UNIT_LIMIT])
    if text[at].isdigit():
        return _TIME.match(text, at) is None
    if text[at].isupper():
        return True
    if _OWNED.match(text, at - 1):
        return False
    if _is_closed(text, start, at):
        return False
    action = None if _NO_ACTION.match(text, at) else _ACTION.match(text, at)
    noun = _CLASS_NOUN.match(text, at)
    # "… trung ương báo cáo": the verb, not the press ("báo").
    if noun and at > start and text[at].islower() and not (action and action.end() > noun.end()):
        return not _verb_like(text, at)
    if action is None:
        return True
    # "Chương trình", "Ngoại giao": the second syllable of a word, not the verb of that sound.
    if _is_compound(text, start, action):
        return True
    # "và Đào tạo": one syllable after a single capital is the rest of that word.
    return " " not in action.group() and _LONE_CAPITAL.search(text, start, at) is not None


def _is_closed(text: str, start: int, at: int) -> bool:
    """Say whether the name is complete before the small word at ``at``, whatever that word is."""
    if _UNIT.match(text, at):
        return False
    if _unit_before(text, start, at):
        return _AFTER_UNIT.match(text, at) is None
    if not _STRICT.match(text, start):
        return False
    # One small syllable belongs to the capital before it: "Tư pháp | nhắc".
    before = text[start:at].split()
    if before and before[-1][:1].isupper():
        return False
    return not (
        _STRICT_TAIL.match(text, at)
        or any(t.end() > at for t in _STRICT_TAIL.finditer(text, max(start, at - 8), at + 12))
    )


def _unit_before(text: str, start: int, at: int) -> bool:
    done = start + len(text[start:at].rstrip())
    low = max(start, done - _UNIT_LIMIT)
    return text[low:done].lower().endswith(lx.UNIT_ENDS) and any(
        u.end() == done for u in _UNIT.finditer(text, low, done + _BEFORE)
    )


def _is_compound(text: str, start: int, verb: re.Match[str]) -> bool:
    at = max(start, verb.start() - _BEFORE)
    return any(c.end() == verb.end() for c in _COMPOUND.finditer(text, at, verb.end()))


def _verb_like(text: str, at: int) -> bool:
    return text.startswith(("tổ chức", "cá nhân"), at) and not text[:at].rstrip().endswith(
        ("các", "Các")
    )


def _inside_name(text: str, start: int, at: int) -> int:
    """Return where a name goes on after a comma or "và", or ``at`` when it ends there."""
    joint = _SEPARATOR.match(text, at - 1 if text[at - 1] == " " else at) or re.match(
        r"và\s+", text[at:]
    )
    if joint is None:
        return at
    nxt = joint.end() if joint.re is _SEPARATOR else at + joint.end()
    if nxt >= len(text):
        return at
    tail = text[start:at]
    if text[at] == ";":
        return at
    if tail.rstrip().endswith(lx.AGAINST) and text.startswith(lx.CHECKING, nxt):
        return nxt  # "Trung tâm Phòng, chống …"
    if text[at] == "v" and _CARED_FOR.match(tail) and _TO_UNIT.match(text, nxt):
        return nxt
    in_list = _TERRITORY_LIST.search(tail)
    if _PLACES.search(tail) and _PLACE.match(text, nxt):
        return nxt
    territory = _TERRITORY.match(text, nxt)
    if territory and (in_list or _TERRITORY_TAIL.search(tail)):
        return nxt
    if (
        text[nxt].isupper()
        and not _HEAD.match(text, nxt)
        and not _OPENER.match(text, nxt)
        and not _CLASS_CAPITAL.match(text, nxt)
    ):
        return nxt
    # "Ủy ban nhân dân, công an các xã": a small letter begins something else.
    return at


# "Hội Bảo trợ người tàn tật | và trẻ mồ côi tỉnh": small words up to the unit that closes the name.
_CARED_FOR = re.compile(rf"(?:Hội|Quỹ|Trung\s+tâm|Liên\s+hiệp)\s[^,;]*\s[{LOWER}]\w*\s*$")
_TO_UNIT = re.compile(
    rf"(?!{spaced(lx.ANY_PEOPLE)}(?!\w))(?:(?!{spaced(lx.BODY_HEADS)}|{spaced(any_of(lx.ACTION_WORDS))}\s)[{LOWER}]\w*\s+){{1,5}}?"
    rf"{spaced(lx.CLOSING_UNIT)}(?!\w)"
)
# "Ủy ban nhân dân các huyện: Năm Căn, Ngọc Hiển": which ones, with nothing but names of places.
_OF_UNITS = re.compile(rf"{spaced(lx.CLASS_OPENERS)}\s+{spaced(lx.TERRITORY_WORDS)}$")
_WHICH = re.compile(
    rf"\s*:\s+(?:[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]+){{1,2}}(?:,\s+|\s+và\s+)){{1,12}}"
    rf"[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]+){{1,2}}(?=\s*(?:[.,;()]|$))"
)
# "các huyện Mù Cang Chải, Trạm Tấu": places, although "Trạm" also begins a body's name.
_PLACES = re.compile(
    rf"{spaced(lx.CLASS_OPENERS)}\s+{spaced(lx.TERRITORY_WORDS)}\s+[{UPPER}][^;]*$"
)
_PLACE = re.compile(
    rf"(?!{spaced(lx.PLAINLY_BODIES)})(?:[{UPPER}][{LOWER}]*\s?){{2,3}}(?=[,;.)]|$|và\s)"
)
_TERRITORY = re.compile(spaced(lx.TERRITORY_WORDS) + r"(?!\w)")
_TERRITORY_LIST = re.compile(spaced(lx.UNIT_CLASSES) + r"[^;]*$")
_TERRITORY_TAIL = re.compile(spaced(lx.UNIT_TAIL) + r"\s*$")
# A class that its territory has closed: "các sở, ban, ngành Thành phố | và đơn vị liên quan".
_PLACED = re.compile(
    spaced(r"(?:sở|ban|ngành|đoàn thể|hội|phòng) " + lx.TERRITORY_WORDS) + r"$", re.IGNORECASE
)
_NAMED_RUN = re.compile(rf"\s*:\s*(?=[{UPPER}])")
_CLASS_CAPITAL = re.compile(r"(?:Sở|Ban|Ngành|Các|Ủy ban|UBND)(?!\w)")


def _class_end(text: str, start: int, *, heading: bool = False) -> int:
    """Walk through "các sở, ban, ngành, đoàn thể thành phố"."""
    at = start
    if opener := _OPENER.match(text, at):
        at = opener.end()
    first = _CLASS_NOUN.match(text, at) or _HEAD.match(text, at)
    if not first:
        return start
    at = end = first.end()
    limit = min(len(text), start + _LIMIT)
    if named := _NAMED_RUN.match(text, at):
        # "các sở: Y tế, Giáo dục và Đào tạo, Tư pháp" is one run under one "các".
        return max(_name_end(text, start, named.end()), named.end())
    while at < limit:
        if joint := _SEPARATOR.match(text, at):
            noun = _CLASS_NOUN.match(text, joint.end())
            if heading and not noun and _goes_on(text, joint.end()):
                at = joint.end()
                continue
            if (
                noun
                and _PLACED.search(text, start, end)
                and not _TERRITORY.match(text, joint.end())
            ):
                break
            if (
                noun
                and "và" in joint.group()
                and _ANYBODY.match(text, joint.end())
                and not is_generic(text[start:end])
            ):
                break
            if not noun or text[joint.start()] == ";" or _NEW_BODY.match(text, joint.end()):
                break
            at = end = noun.end()
            continue
        gap = _GAP.match(text, at)
        at = gap.end() if gap else at
        if concerned := _CONCERNED.match(text, at):
            at = end = concerned.end()
            continue
        token = _WORD.match(text, at)
        if token is None:
            break
        if text[at] in "-–":
            at = token.end()
            continue
        if (
            not heading
            and _OWNED.match(text, at - 1)
            and not text.startswith("thuộc", at)
            and not _OF_PLACE.match(text, at)
        ):
            break
        if not heading and text[at].islower() and _is_closed(text, start, at):
            break
        verb = None if _NO_ACTION.match(text, at) else _ACTION.match(text, at)
        if verb and not text[at].isupper() and not heading and not _is_compound(text, start, verb):
            break
        if heading and _RUNS_ON.match(text, at):
            break
        at = end = token.end()
    return end


# "các tổ chức chính trị - xã hội | và cơ quan, tổ chức có liên quan": the rest is nobody.
_ANYBODY = re.compile(spaced(lx.ANYBODY))


def _goes_on(text: str, at: int) -> bool:
    """In a heading a class may be told apart by what it does ("Các sở chủ trì, quản lý …")."""
    return (
        at < len(text)
        and text[at].islower()
        and not _HEAD.match(text, at)
        and not _OPENER.match(text, at)
    )


_RUNS_ON = re.compile(r"(?:chủ trì|phối hợp|có trách nhiệm|căn cứ)(?!\w)(?!,)")
_NEW_BODY = re.compile(
    rf"(?:{spaced(r'[UỦuủ][yỷ] ban nhân dân')}|UBND|Sở\s+[{UPPER}]|Ban\s+[{UPPER}]|Hội\s+[{UPPER}]|Đài\s+[{UPPER}]|Báo\s+[{UPPER}]|Phòng\s+[{UPPER}]|Trường\s+[{UPPER}])"
)


def bodies_from(text: str, start: int = 0, *, heading: bool = False) -> tuple[list[str], int]:
    """Read a list of bodies; returns their names as printed and where the list ends."""
    names: list[str] = []
    at = start
    end = start
    while at < len(text):
        stop = body_at(text, at, heading=heading)
        if stop <= at:
            break
        names.append(squeeze(text[at:stop]))
        end = stop
        if skip := _PARENTHESES.match(text, end):
            end = skip.end()
        joint = _SEPARATOR.match(text, end)
        if not joint:
            # "Bộ Nội vụ Bộ Y tế": two lines of a cell, of which the line end is lost.
            lost = _GAP.match(text, end)
            if lost is None or not _STRICT.match(text, lost.end()):
                break
        at = joint.end() if joint else lost.end() if lost else end
    return names, end
