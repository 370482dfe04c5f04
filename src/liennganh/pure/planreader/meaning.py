"""What a target means: its clause taken apart at the figure, every part in the plan's own words."""

# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from . import lexicon as lx
from .figures import MOVES, NUM, WORDS, Quantity
from .model import Ask, Horizon, Meaning, MeaningKind
from .patterns import phrase, spaced, squeeze, word

_TIME = re.compile(rf"(?<!\w)(?:{spaced(lx.TIME_FRAME)})(?!\w)|/\s?năm(?!\w)", re.IGNORECASE)
_AIM_FIRST = re.compile(rf"[\s,;:.–-]*(?:{lx.AIMS}(?!\w)[\s,;:]*)", re.IGNORECASE)
_AIM_LAST = re.compile(rf"(?:^|\s)(?:{lx.AIMS}|{spaced(lx.LEADS)})\s*$", re.IGNORECASE)
_MOVE_FIRST = re.compile(
    rf"^\s*(?:{spaced(lx.RISE)}|{spaced(lx.FALL)})(?!\s+(?:cường|nặng))\s+", re.IGNORECASE
)
_FROM_UP = re.compile(rf"(?:^|\s){spaced(lx.FROM_UP)}(?!\w)", re.IGNORECASE)
_COUNT_TWIN = re.compile(r"\(\s*\d{1,5}\s?/\s?\d{1,5}\s*\)")
_FIGURE = re.compile(rf"^.*?(?:{NUM}|(?<!\w)(?:{WORDS})(?!\w))\s*(?:[-–]|đến)?", re.IGNORECASE)
_NUMBER = re.compile(rf"{NUM}|(?<!\w)(?:{WORDS})(?!\w)", re.IGNORECASE)
# "giảm từ 23 ca … xuống 18": where things stand.
_FROM_WHERE = re.compile(
    rf"\s(?:(?:{spaced(lx.RISE)}|{spaced(lx.FALL)})\s+)?từ\s+(?P<b>\d[^;]{{0,80}}?)\s+(?:{spaced(lx.TO_VALUE)})$",
    re.IGNORECASE,
)
_UNIT_SIGN = re.compile(
    r"^\s*(?:(?:điểm\s+)?(?:%|‰|phần\s+trăm)|(?:lần|nửa|tuổi)(?!\w)|(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ|VND|USD)(?:\s*/\s*[^\W\d_]+){0,3})",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"(?:(?:mỗi|hằng|hàng|một|01|1|/|trong một)\s*)(?P<p>(?:\d+\s*)?{lx.PERIODS})(?!\w)",
    re.IGNORECASE,
)
_PREDICATE = re.compile(rf"(?<!\w){spaced(lx.PREDICATES)}(?!\w)", re.IGNORECASE)
_CONDITION = re.compile(rf"{spaced(lx.CONDITIONS)}(?!\w)", re.IGNORECASE)
_PASSIVE = re.compile(rf"(?<!\w){lx.PASSIVE}(?!\w)", re.IGNORECASE)
_NEEDS = re.compile(rf"(?<!\w){spaced(lx.NEEDS)}(?!\w)", re.IGNORECASE)
_ADJUNCT = re.compile(rf"[\s,]+{spaced(lx.ADJUNCTS)}.*$", re.IGNORECASE)
_TERRITORIES = re.compile(
    rf"{spaced(lx.TERRITORY_LIST)}(?:(?:\s*[,/]\s*|\s+và\s+){spaced(lx.TERRITORY_LIST)})*(?!\w)",
    re.IGNORECASE,
)
_TERRITORY_TAIL = re.compile(rf"\s+{spaced(lx.TERRITORY_TAIL)}(?!\w)", re.IGNORECASE)
_DETERMINER = re.compile(rf"[\s,]*{spaced(lx.DETERMINERS)}", re.IGNORECASE)
_SHARE_NOUN = re.compile(rf"{spaced(lx.SHARE_NOUNS)}\s+(?:các\s+)?", re.IGNORECASE)
_NUMBER_NOUN = re.compile(rf"^{spaced(lx.NUMBER_NOUNS)}\s+(?:các\s+)?", re.IGNORECASE)
_OUT_OF = re.compile(rf"(?:^|\s){spaced(lx.OUT_OF)}\s+(?:các\s+)?", re.IGNORECASE)
_FOR_EACH = re.compile(r"^\s*(?:(?:[^\W\d_]+\s+){0,5}?[^\W\d_]+)?\s*(?:/|trên\s)\s*(?=\S)")
_CHANGED_FROM = re.compile(
    rf"(?<!\w){spaced(lx.CHANGED_FROM)}(?P<b>[^,;()]{{2,80}})", re.IGNORECASE
)
_EACH = re.compile(
    rf"(?:^|[\s,]){spaced(lx.EACH_OF)}(?P<g>[^;]{{2,80}}?)\s+(?:có|thành lập|tổ chức|xây dựng|mở|đăng|phát|duy trì|bố trí)(?!\w)",
    re.IGNORECASE,
)
_KEEPS_UP = re.compile(
    rf"^\W*(?:phấn đấu\s+|tiếp tục\s+)?{spaced(lx.KEEPS_UP)}(?!\w)|(?<!\w){spaced(lx.KEEPS_UP)}\W*(?:ở\s+mức\s*|mức\s*)?$",
    re.IGNORECASE,
)
_EACH_LAST = re.compile(rf"(?:^|[\s,]){spaced(lx.EACH_OF)}(?P<g>[^,;]{{2,60}})$", re.IGNORECASE)
_AIMED = re.compile(rf"^.*(?<!\w){spaced(lx.AIMED)}\s*", re.IGNORECASE)
_MOVES_A_MEASURE = re.compile(rf"^{spaced(lx.MOVES_A_MEASURE)}\s+", re.IGNORECASE)
_MAKES_UP = re.compile(r"(?<!\w)chiếm\s*$", re.IGNORECASE)
_WHOLE_AFTER = re.compile(r"(?:tổng\s+)?(?:số|dân\s+số|các)\s|\S+(?:\s\S+){0,2}$", re.IGNORECASE)
_TIMES = re.compile(r"lần\s*$", re.IGNORECASE)
# "31 xã (thành phố: 1 xã; …": what a bracket at the end lists is no part of the name.
_BRACKET_LAST = re.compile(r"\s*\([^()]*\)?$")
_HUNDRED = 100
_OCCURRENCE = re.compile(rf"{spaced(lx.OCCURRENCES)}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause taken apart at its figure.

    ``lead`` and ``tail`` stand before and after the figure with its bound, ``figure`` is that
    figure as printed. ``opening`` holds for the whole sentence ("năm 2027" of "Đến năm 2027: …").
    ``one_year``: the plan covers a single year, which is then the horizon.
    """

    lead: str
    figure: str
    tail: str
    opening: str = ""
    one_year: bool = False

    @property
    def words(self) -> str:
        return squeeze(f"{self.lead} {self.figure} {self.tail}")


@dataclass(frozen=True, slots=True)
class _Parts:
    numerator: str
    denominator: str = ""
    whole: str = ""
    predicate: str = ""


def meaning_of(
    clause: Clause, quantity: Quantity, predicate: str = "", group: str = "", said: str = ""
) -> Meaning:
    """Say what a figure means.

    A heading ("Chỉ tiêu đến năm 2025") tells by when, not whether each year anew: it gives no
    horizon, and the officer is asked.

    Args:
        clause: the words around the figure.
        quantity: how the figure was read.
        predicate: what a later clause of the sentence says of all ("70% …; 60% … được tập huấn").
        group: the units of an earlier clause for whom a frequency holds ("100% xã mỗi quý …").
        said: the whole of the clause before: "các cơ sở" after "cơ sở kinh doanh dịch vụ …" may be
            those same ones or all.

    """
    kind = _kind(clause, quantity)
    parts = _parts(clause, quantity, kind, predicate)
    period = _period(clause) if kind == "times_per_period" else ""
    horizon = _horizon(clause, quantity, kind, parts)
    baseline = "" if kind == "times_per_period" else _baseline(clause)
    head, condition = _group(parts.whole)
    if not head:
        head = _each_group(clause) or (group if kind == "times_per_period" else "")
    bare = Meaning(
        kind, horizon, parts.numerator, parts.denominator, head, condition, baseline, period
    )
    return replace(bare, asks=_asks(clause, quantity, bare, said))


def predicate_of(clause: Clause) -> str:
    """Return what the clause says of those it counts ("được tuyên truyền …"), or ``""``."""
    lead = _bare(clause.lead)
    return "" if lead else split_group(_after(clause))[1]


def group_of(clause: Clause) -> str:
    """Return those of whom the clause gives a share ("xã, phường, thị trấn"), or ``""``."""
    lead = _bare(clause.lead)
    return "" if lead else _group(split_group(_after(clause))[0])[0]


@lru_cache(maxsize=32)
def split_group(words: str, *, loose: bool = False) -> tuple[str, str]:
    """Part "số xã, phường có điểm vui chơi" into those counted and what is to be true of them.

    Relative clauses stay with the group: of "người … được phát hiện được tư vấn" the last passive
    that no comma parts from the first is what is to be reached. ``loose``: where nothing else is
    said of the group, its relative clause is the result ("ổ dịch | được phát hiện").
    """
    words = _DETERMINER.sub("", squeeze(words), count=1).strip(" ,;.")
    units = _TERRITORIES.match(words)
    if units and not _TERRITORY_TAIL.match(words, units.end()):
        return units.group(), words[units.end() :].strip(" ,")
    passes = ((False, False), (True, False), (True, True))
    for listed, related in passes[: 3 if loose else 2]:
        for verb in _PREDICATE.finditer(words):
            if not verb.start() or (not related and _CONDITION.match(words, verb.start())):
                continue
            if " mà " in words[: verb.start()] and not _PASSIVE.match(words, verb.start()):
                continue
            if not listed and re.search(r"(?:,|\svà)\s*$", words[: verb.start()]):
                continue
            if _goes_on(words, verb, bool(units)):
                continue
            return words[: verb.start()].strip(" ,"), words[verb.start() :].strip(" ,")
    return words, ""


def _goes_on(words: str, verb: re.Match[str], units: bool) -> bool:
    """Say whether the verb belongs to a relative clause that a passive follows."""
    passive = _PASSIVE.search(words, verb.end())
    if passive is None or (units and verb.group().lower() == "có"):
        return False
    between = words[verb.end() : passive.start()]
    return bool(between.strip()) and re.search(r",|(?<!\w)và(?!\w)", between) is None


def _kind(clause: Clause, quantity: Quantity) -> MeaningKind:
    if quantity.comparator in MOVES:
        return "change"
    if quantity.unit == "rate" and _period(clause):
        return "times_per_period"
    if quantity.whole is not None:
        return "n_of_m"
    if quantity.unit in {"percent", "count"} and _once_by(clause):
        return "once_by"
    if _KEEPS_UP.search(_without_time(clause.lead)):
        return "kept_up"
    if quantity.comparator in {">=", ">"}:
        return "at_least"
    return "at_most" if quantity.comparator in {"<=", "<"} else "exactly"


def _once_by(clause: Clause) -> bool:
    return word(lx.AT_LEAST_ONCE).search(clause.tail) is not None


def _period(clause: Clause) -> str:
    """Return the period of a frequency: "tháng" of "ít nhất một tháng một lần"."""
    found = _PERIOD.search(f"{clause.figure} {clause.tail[:60]}") or _PERIOD.search(clause.lead)
    return squeeze(found["p"]).lower() if found else ""


def _parts(clause: Clause, quantity: Quantity, kind: MeaningKind, predicate: str) -> _Parts:
    lead, tail = _bare(clause.lead), _after(clause)
    if kind == "change":
        return _Parts(_thing(_MOVE_FIRST.sub("", lead) or _CHANGED_FROM.sub("", tail)))
    if kind == "times_per_period":
        return _Parts(_deed_or_thing(*_around_the_period(clause)))
    if quantity.unit == "rate":
        return _rate_parts(clause, lead)
    if quantity.unit == "percent" or kind == "n_of_m":
        cut_off = bool(lead) and clause.tail.lstrip().startswith(",")
        raw = _without_time(clause.lead)
        if _MAKES_UP.search(raw) and not _OUT_OF.search(tail):
            whole = _cut(split_group(tail)[0])
            return _Parts(_thing(_NUMBER_NOUN.sub("", lead, count=1)), whole, whole)
        if lead and _AIM_LAST.search(raw) and not _SHARE_NOUN.match(lead) and split_group(tail)[1]:
            lead = ""  # "Phối hợp với … bảo đảm 100% trẻ em được …": the tail says it all
        return _share_parts(lead, "" if cut_off else tail, predicate)
    if _each_group(clause):
        return _Parts(_thing(tail))
    return _Parts(_deed_or_thing(lead, tail))


def _deed_or_thing(lead: str, tail: str) -> str:
    """Return "lớp tập huấn" of "Tổ chức 02 lớp tập huấn", the deed itself where it says more."""
    if not lead or (tail and phrase(lx.MAKES + "$").match(lead)):
        return _thing(_NUMBER_NOUN.sub("", tail, count=1))
    return _thing(f"{lead} {tail}")


def _around_the_period(clause: Clause) -> tuple[str, str]:
    """Return the words before and after the number, without its "mỗi tháng" or "/tháng"."""
    words = _PERIOD.sub(" ", f"{clause.figure} | {clause.tail}", count=1)
    figure, _, tail = words.partition("|")
    numbers = list(_NUMBER.finditer(figure))
    if not numbers:
        return _bare(clause.lead), _bare(tail)
    noun = _UNIT_SIGN.sub("", figure[numbers[-1].end() :])
    lead = _PERIOD.sub(" ", f"{clause.lead} {figure[: numbers[-1].start()]}")
    return _bare(lead), _without_time(f"{noun} {tail}").strip(" ,;.:–-/")


def _rate_parts(clause: Clause, lead: str) -> _Parts:
    """Read "Tỷ lệ tử vong mẹ dưới 45/100.000 trẻ sinh ra sống": so many for each so many."""
    number = _FIGURE.sub("", clause.figure, count=1)
    each = re.search(r"(?:/|trên\s)\s*(.+)$", f"{number} {clause.tail}")
    whole = _without_time(each[1]).strip(" ,;.") if each else ""
    counted = re.split(r"/|\strên\s", number, maxsplit=1)[0].strip(" ‰")
    thing = _MOVE_FIRST.sub("", lead) or counted
    return _Parts(_thing(thing), squeeze(whole))


def _share_parts(lead: str, tail: str, predicate: str) -> _Parts:
    lead = _MOVE_FIRST.sub("", lead)
    share = _SHARE_NOUN.match(lead)
    thing = lead[share.end() :] if share else lead
    if thing and not _OUT_OF.search(thing) and (later := _OUT_OF.match(tail)):
        whole = _cut(tail[later.end() :])
        return _Parts(_thing(thing), _thing(whole), whole)
    if out_of := _OUT_OF.search(thing) or (None if thing else _OUT_OF.search(tail)):
        source = thing or tail
        return _Parts(
            _thing(source[: out_of.start()]), _thing(_cut(source[out_of.end() :])),
            _cut(source[out_of.end() :]),
        )  # fmt: skip
    if thing and not share and tail:
        # "tổ chức kiểm tra ít nhất 20% số cơ sở …": the deed stands before the figure.
        whole, rest = split_group(tail)
        return _Parts(_thing(f"{thing} {whole} {rest}"), _cut(whole), _cut(whole))
    unprinted = share and phrase(lx.PART_OF_UNPRINTED).match(thing)
    loose = not predicate or bool(thing)
    whole, rest = (thing, "") if unprinted else split_group(thing or tail, loose=loose)
    if thing and tail and _WHOLE_AFTER.match(tail):
        # "Tỷ lệ hộ nghèo còn dưới 1% số hộ": the whole stands after the figure.
        return _Parts(_thing(thing), _cut(split_group(tail)[0]), whole)
    rest = rest or ("" if thing else predicate)
    return _Parts(
        squeeze(f"{whole} {rest}"), _cut(whole) if rest else "", _cut(whole) if rest else "", rest
    )


def _thing(words: str) -> str:
    """Return what is counted, without signs around it."""
    words = _BRACKET_LAST.sub("", squeeze(words)).strip(" ,;.:–-()/")
    # A word that only opened the clause is no name: "Thông tin …", but "UBND …", "TP. …".
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _cut(words: str) -> str:
    return _ADJUNCT.sub("", squeeze(words)).strip(" ,;.")


def _group(whole: str) -> tuple[str, str]:
    """Part "người bán dâm có nhu cầu và đủ điều kiện" into who and which of them."""
    found = _NEEDS.search(whole)
    if not found or not found.start():
        return whole, ""
    return whole[: found.start()].strip(" ,"), whole[found.start() :].strip(" ,")


def _each_group(clause: Clause) -> str:
    found = _EACH.search(clause.words) or _EACH_LAST.search(squeeze(clause.lead))
    return squeeze(found["g"]) if found else ""


def _baseline(clause: Clause) -> str:
    if found := _FROM_WHERE.search(clause.lead.rstrip()) or _CHANGED_FROM.search(clause.words):
        return squeeze(found["b"])
    return _after(clause) if _TIMES.search(clause.figure) else ""


def _horizon(clause: Clause, quantity: Quantity, kind: MeaningKind, parts: _Parts) -> Horizon:
    words = clause.words
    spoken = _CHANGED_FROM.sub(" ", words)
    if quantity.per_year or phrase(lx.EVERY_YEAR).search(spoken):
        return "yearly"
    if kind == "change" and word(lx.YEAR_BEFORE).match(_baseline(clause)):
        return "yearly"
    if kind in {"times_per_period", "kept_up"} or _KEEPS_UP.search(_without_time(clause.lead)):
        return "kept_up"
    if kind == "once_by":
        return "cumulative"
    if word(lx.KEPT_UP_INSIDE).search(spoken) or "trở đi" in spoken:
        return "kept_up"
    if phrase(lx.ADDED_UP).search(spoken):
        return "cumulative"
    if phrase(lx.REACHED).search(f"{clause.opening} | {spoken}"):
        doing = quantity.unit == "count" and word(lx.DOING).match(_bare(clause.lead) or "-")
        return "cumulative" if doing else "once"
    if quantity.value == _HUNDRED and _OCCURRENCE.match(parts.whole):
        return "kept_up"
    if clause.one_year:
        return "once"
    return "unstated"


def _asks(clause: Clause, quantity: Quantity, meaning: Meaning, said: str) -> tuple[Ask, ...]:
    asks: list[Ask] = []
    if meaning.horizon == "unstated":
        asks.append("horizon")
    share = quantity.unit == "percent" and meaning.kind != "change"
    per_mille = quantity.unit == "rate" and "‰" in clause.figure
    measured = phrase(lx.MEASURES).match(meaning.numerator) and not per_mille
    if (share or per_mille) and not meaning.denominator and not measured:
        asks.append("denominator")
    compared = meaning.kind == "change" or _TIMES.search(clause.figure)
    answered = meaning.baseline or meaning.horizon == "yearly"
    if compared and meaning.kind != "times_per_period" and not answered:
        asks.append("baseline")
    whole = meaning.denominator
    if word(lx.REFERS_BACK).search(whole) or (whole and said.startswith(f"{whole} ")):
        asks.append("group")
    if not meaning.numerator or _points_or_shares(clause, quantity, meaning):
        asks.append("unit")
    return tuple(asks)


def _points_or_shares(clause: Clause, quantity: Quantity, meaning: Meaning) -> bool:
    """Say whether "tỷ lệ hộ nghèo giảm 1%" leaves open if points or a share of it are meant."""
    moved = meaning.kind == "change" and quantity.unit == "percent"
    return bool(moved and _SHARE_NOUN.match(meaning.numerator) and "điểm" not in clause.figure)


@lru_cache(maxsize=32)
def _after(clause: Clause) -> str:
    """Return the words after the number: "tin, bài về …" of "04 tin, bài về …"."""
    numbers = [n.end() for n in _NUMBER.finditer(clause.figure)]
    noun = clause.figure[numbers[-1] :] if numbers else ""
    if re.match(r"\s?/\s?\d|\s?[-–]", noun):
        noun = ""
    tail = _COUNT_TWIN.sub(" ", _UNIT_SIGN.sub("", f"{noun} {clause.tail}"))
    return _without_time(_FROM_UP.sub(" ", tail, count=1)).strip(" ,;.:–-")


@lru_cache(maxsize=32)
def _bare(lead: str) -> str:
    """Return the words before a figure without times and what only leads to it."""
    words = _without_time(lead)
    words = _AIMED.sub("", _FROM_WHERE.sub("", words))
    while found := _AIM_FIRST.match(words):
        words = words[found.end() :]
    while found := _AIM_LAST.search(words):
        words = words[: found.start()]
    words = _MOVES_A_MEASURE.sub("", words)
    return words.strip(" ,;:.–-(")


@lru_cache(maxsize=32)
def _without_time(words: str) -> str:
    return squeeze(_TIME.sub(" ", squeeze(words))).replace(" ,", ",")
