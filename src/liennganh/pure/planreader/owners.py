"""Who owns an item of work and who supports it, from the item, its lines or its heading."""

# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from . import lexicon as lx
from .bodies import bodies_from, is_sure
from .capitals import names_in_capitals
from .closingowners import after_dash, bracketed
from .model import LeadSource, Mode
from .patterns import LOWER, UPPER, any_of, spaced, squeeze
from .picking import leading, named

_REQUEST = re.compile(rf"\s*{spaced(lx.REQUEST_WORDS)}\s*:?\s+", re.IGNORECASE)
_SUGGEST = re.compile(rf"\s*{spaced(lx.SUGGEST)}(?!\w)", re.IGNORECASE)
_ACTION = re.compile(rf"\s*(?:,\s*)?(?:{spaced(any_of(lx.ACTION_WORDS))})(?!\w)")
_COOPERATE = re.compile(spaced(lx.COOPERATE) + r"\s+", re.IGNORECASE)
_COOPERATION = re.compile(rf"{spaced(lx.COOPERATION_NOUN)}\s+$", re.IGNORECASE)
_AGREED = re.compile(rf"{spaced(lx.AGREES)}\s+{spaced(lx.COOPERATION_NOUN)}\s+$", re.IGNORECASE)
_COLON = re.compile(r"\s*:")
_ASSIGN = re.compile(rf"(?:^|[.;]\s+|[,;]\s*|\s){spaced(lx.ASSIGN)}\s+(?=\S)", re.IGNORECASE)
_SENTENCE_ASSIGN = re.compile(rf"(?<=[.;,])\s+{spaced(lx.ASSIGN)}\s+", re.IGNORECASE)
# "Hằng năm, Sở Y tế …": when it is done stands before who does it.
_ADJUNCT = re.compile(spaced(lx.TIME_ADJUNCT) + r"\s*,\s+", re.IGNORECASE)
_BEFORE_SUBJECT = re.compile(rf"\s*{spaced(lx.BEFORE_SUBJECT)}(?!\w)", re.IGNORECASE)
_COMMA = re.compile(rf",\s+(?=[{UPPER}]|các\s|thủ\s)")
_COMMAS = 6  # places at which the subject is looked for
_ADJUNCT_LIMIT = 400
_LABEL_LIMIT = 160
_AND_OTHERS = re.compile(r"^\s*(?:,|và)\s+" + spaced(lx.ANYBODY))
# "Sở Y tế - cơ quan thường trực … giúp …"
_HANDS_ON = re.compile(rf"(?:\s+{spaced(lx.ALSO)})?\s+{spaced(lx.HANDS_ON)}\s+", re.IGNORECASE)
_URGE = re.compile(spaced(lx.URGE), re.IGNORECASE)
_OF_A_CLASS = re.compile(spaced(lx.CLASS_OPENERS) + r"\s", re.IGNORECASE)
_SMALL_WORD = re.compile(rf"\s+[{LOWER}]\w*")
_NO_VERB = re.compile(rf"\s+{spaced(lx.NO_VERB)}(?!\w)")
_ORDERED = re.compile(rf"(?<!\w){spaced(lx.ORDERING)}\s+{spaced(lx.HANDS_ON)}\s+", re.IGNORECASE)
_APPOSED = re.compile(spaced(lx.APPOSITION))
_CLASSES = re.compile(spaced(lx.CLASS_OPENERS) + r"\s+(?:bộ|sở|ban)(?!\w)", re.IGNORECASE)
_LONGEST_POST = 14  # words; a sentence about somebody in charge is longer
_WITHIN = re.compile(spaced(r" trên địa bàn") + r"[^,.;:]{0,40}$")
_IN_CHARGE = re.compile(spaced(lx.IN_CHARGE) + r"(?!\w)")
_OF = re.compile(rf"{spaced(lx.HEADING_OF)}\s+", re.IGNORECASE)
_PARENTHESES = re.compile(r"\([^()]*\)")
_INTRODUCED = re.compile(
    rf"(?i:{spaced(lx.INTRODUCES_NAMES)})\s*:\s+(?={spaced(lx.PLAINLY_BODIES)}\s+[{UPPER}])"
)
_ORDER = re.compile(
    rf"{lx.COMMITTEE_FORMS.replace(' ', chr(92) + 's+')}[^.;,]{{0,40}}?\s+(?:yêu\s+cầu|giao)\s+|Chủ\s+tịch[^.;,]{{0,60}}?\s+yêu\s+cầu\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Owners:
    """Leads and supporters of one item, and where the leads were found."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    mode: Mode = "giao"
    source: LeadSource = "none"


def mode_of(words: str) -> Mode:
    """Return ``de_nghi`` for bodies that a committee can only ask ("Đề nghị Toà án …")."""
    return "de_nghi" if _SUGGEST.match(words) else "giao"


def heading_bodies(text: str) -> tuple[tuple[str, ...], Mode]:
    """Return the bodies that a heading names ("6. Sở Y tế", "Trách nhiệm của Công an tỉnh")."""
    mode = mode_of(text)
    words = text.strip().rstrip(":. ")
    if of := _OF.match(words):
        names, end = bodies_from(words, of.end(), heading=True)
        return (tuple(names), mode) if names and not words[end:].strip(" ,.:") else ((), mode)
    if request := _REQUEST.match(words):
        words = words[request.end() :]
    words = _PARENTHESES.sub("", words).strip()
    if introduced := _INTRODUCED.match(words):
        words = words[introduced.end() :]
    if _IN_CHARGE.match(words) and len(words.split()) <= _LONGEST_POST:
        return (squeeze(words),), mode
    if capitals := names_in_capitals(words):
        return tuple(capitals), mode
    # A line that ends in a full stop may be a sentence: its verb ends the name.
    names, end = bodies_from(words, heading=not text.rstrip().endswith("."))
    if names and (where := _WITHIN.match(words, end)):
        # "Ban công tác Mặt trận các thôn | trên địa bàn xã": in a heading, part of the name.
        names[-1] = squeeze(f"{names[-1]} {where.group()}")
        end = where.end()
    rest = words[end:].strip(" ,.:;")
    if not names or (rest and not rest.isupper()):
        return (), mode
    return tuple(names), mode


def subject_bodies(words: str) -> tuple[list[str], int]:
    """Return the bodies an item begins with as the subject of what follows, and where they end."""
    names, end = _subject_of(words)
    return list(names), end


@lru_cache(maxsize=16)
def _subject_of(words: str) -> tuple[tuple[str, ...], int]:
    """Read the subject of an item, which is asked for when it is told apart and when it is read."""
    names, end = _subject(words)
    return tuple(names), end


def _subject(words: str) -> tuple[list[str], int]:
    start = 0
    if adjunct := _ADJUNCT.match(words):
        names, end = subject_bodies(words[adjunct.end() :])
        return names, end + adjunct.end() if names else 0
    label, colon, _ = words[:_LABEL_LIMIT].partition(":")
    if colon and label.isupper() and (capitals := names_in_capitals(label)):
        return capitals, len(label)
    if _BEFORE_SUBJECT.match(words):
        for comma in islice(_COMMA.finditer(words, 0, _ADJUNCT_LIMIT), _COMMAS):
            names, end = subject_bodies(words[comma.end() :])
            if names:
                return names, end + comma.end()
        return [], 0
    if order := _ORDER.match(words):
        start = order.end()
    elif request := _REQUEST.match(words):
        start = request.end()
    names, end = bodies_from(words, start)
    if not names:
        return [], 0
    if not start and (handed := _HANDS_ON.match(words, end)) and not _urges(handed, names):
        # "Sở Y tế đề nghị UBND các xã …": who is asked owns it, not who asks.
        asked, stop = bodies_from(words, handed.end())
        if asked and any(is_sure(n) or not _OF_A_CLASS.match(n) for n in asked):
            return asked, stop
    after = re.sub(r"^\s*\([^()]{0,200}\)", "", words[end:])
    # "Sở Y tế, Công an tỉnh và đơn vị liên quan theo …": the last of the subjects is nobody.
    after = _AND_OTHERS.sub("", after)
    if (
        start
        or _COLON.match(after)
        or _ACTION.match(after)
        or after.lstrip().startswith(("chủ trì", ", chủ trì"))
        or _APPOSED.match(after)
        or _goes_on_small(after, names)
    ):
        return names, end
    return [], 0


def _urges(handed: re.Match[str], names: list[str]) -> bool:
    """Say whether an addressee only urges on those below it: "Sở Y tế yêu cầu các bệnh viện …"."""
    return _URGE.search(handed.group()) is not None and all(
        is_sure(n) or _OF_A_CLASS.search(n) for n in names
    )


def _goes_on_small(after: str, names: list[str]) -> bool:
    """Say whether a sure name is followed by some verb, known or not: a word in small letters."""
    word = _SMALL_WORD.match(after)
    return word is not None and not _NO_VERB.match(after) and all(is_sure(n) for n in names)


def has_adjunct(words: str) -> bool:
    """Say whether a sentence says why or when before it says who ("Để đạt mục tiêu, các bộ …")."""
    return _BEFORE_SUBJECT.match(words) is not None


def ordered_bodies(words: str) -> list[str]:
    """Return whom a sentence sets to work, wherever it says so ("…, Thủ tướng yêu cầu Bộ Y tế …")."""
    for match in _ORDERED.finditer(words):
        names, _ = bodies_from(words, match.end())
        if names:
            return names
    return []


def closing_owners(words: str) -> Owners | None:
    """Read the owners that end an item, in brackets or after a dash: "… (Sở Y tế chủ trì)"."""
    inside = bracketed(words)
    if inside and not inside[1]:
        return Owners(named(bodies_from(inside[0])[0]), (), "giao", "item")
    lead, support = field_owners(inside[0]) if inside else ((), ())
    if not lead and (said := after_dash(words)):
        lead, support = field_owners(said)
    return Owners(lead, support, "giao", "item") if lead else None


def supporters(words: str) -> tuple[str, ...]:
    """Return the named bodies after every "phối hợp với"."""
    names: list[str] = []
    for match in _COOPERATE.finditer(words):
        # "công tác phối hợp với …" speaks of cooperation in general.
        ahead = words[max(0, match.start() - 30) : match.start()]
        if _COOPERATION.search(ahead) and not _AGREED.search(ahead):
            continue
        found, _ = bodies_from(words, match.end())
        names += found
    return named(names)


def assigned(words: str) -> list[str]:
    """Return bodies that later sentences of an item name: "… . Giao Sở Y tế tổng hợp …"."""
    names: list[str] = []
    for match in _SENTENCE_ASSIGN.finditer(words):
        found, end = bodies_from(words, match.end())
        if found and (_ACTION.match(words[end:]) or _COLON.match(words[end:])):
            names += found
    return names


def owners_of(
    words: str, inherited: tuple[str, ...], mode: Mode, helpers: tuple[str, ...] = ()
) -> Owners:
    """Work out owners of one item whose heading hands down ``inherited`` and ``helpers``."""
    support = supporters(words)
    names, end = subject_bodies(words)
    own = leading(names)
    if names and not own and not inherited and _COLON.match(words[end:]) and _CLASSES.match(words):
        # "Các bộ, ngành khác: …" stands for a heading, and a heading's name is taken as it is.
        own = tuple(names)
    if own or (names and not inherited):
        more = tuple(n for n in leading(assigned(words)) if n not in own)
        lead = own + more
        return Owners(lead, _without(support, lead), mode_of(words), "item" if lead else "none")
    if closing := closing_owners(words):
        helpers = tuple(dict.fromkeys((*closing.support, *support)))
        return Owners(closing.lead, _without(helpers, closing.lead), "giao", "item")
    late = leading(assigned(words))
    if late and not inherited:
        return Owners(late, _without(support, late), mode_of(words), "item")
    if inherited:
        both = tuple(dict.fromkeys((*helpers, *support)))
        return Owners(inherited, _without(both, inherited), mode, "heading")
    return Owners((), support, mode_of(words), "none")


def _without(support: tuple[str, ...], lead: tuple[str, ...]) -> tuple[str, ...]:
    taken = {squeeze(n).lower() for n in lead}
    return tuple(n for n in support if n.lower() not in taken)


_CLAUSE = re.compile(r";\s*")
_LED_BY = re.compile(rf"({spaced(lx.LED_BY)}),\s+(?!{spaced(lx.COOPERATES)})", re.IGNORECASE)
_HELPS = re.compile(spaced(lx.COOPERATES) + r"\W*$", re.IGNORECASE)
_LEADS_THERE = re.compile(spaced(r"chủ trì|đồng chủ trì"), re.IGNORECASE)


def _led(front: str) -> bool:
    return _LEADS_THERE.search(front) is not None


def field_owners(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read leads and supporters out of a line "Cơ quan thực hiện: …" or a cell of a table."""
    leads: list[str] = []
    support: list[str] = list(supporters(value))
    for clause in _CLAUSE.split(_LED_BY.sub(r"\1; ", value)):
        cooperating = _COOPERATE.search(clause) or _HELPS.search(clause)
        front = clause[: cooperating.start()] if cooperating else clause
        at = 0
        if request := _REQUEST.match(front):
            at = request.end()
        names = _all_names(front[at:].lstrip(" -+:,"))
        # "Tỉnh đoàn chủ trì; Sở Xây dựng phối hợp.": a clause that ends in the word helps.
        if cooperating and not clause[cooperating.end() :].strip(" .") and not _led(front):
            support += names
        else:
            leads += names
    return _of_column(leads), _without(_of_column(support), _of_column(leads))


def _of_column(names: list[str]) -> tuple[str, ...]:
    kept = leading(names)
    return tuple(n for n in names if n in kept or _COLUMN_CLASS.fullmatch(squeeze(n)))


def _all_names(words: str) -> list[str]:
    """Read a list in a place for names, where short ones need no grammar ("VTV, VOV")."""
    names, end = bodies_from(words)
    rest = words[end:]
    while joint := _NEXT_NAME.match(rest) if names else _AT_START.match(rest):
        rest = rest[joint.end() :]
        more, end = bodies_from(rest)
        if not more:
            piece = _PIECE.match(rest)
            end = piece.end() if piece else 0
            more = [squeeze(rest[:end])] if _is_short_name(rest[:end]) else []
        if not more:
            break
        names += more
        rest = rest[end:]
    return names


def _is_short_name(words: str) -> bool:
    return words[:1].isupper() and len(words.split()) <= _SHORT_NAME and bool(_NAME.search(words))


_NEXT_NAME = re.compile(r"\s*(?:[,;]|và\s)\s*(?:và\s+)?")
_AT_START = re.compile(r"(?=\S)")
_PIECE = re.compile(r"[^,;.()]{2,60}?(?=\s+và\s|[,;.()]|$)")
_COLUMN_CLASS = re.compile(spaced(lx.COLUMN_CLASS), re.IGNORECASE)
_SHORT_NAME = 6  # words
_NAME = re.compile(rf"[{UPPER}]{{2}}|^[{UPPER}]\w+(?:\s+[{UPPER}]\w*)+$")
