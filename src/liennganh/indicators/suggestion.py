"""Which indicator a printed target means: words found in its clause, weighed. No database here.

An indicator says what must be found ("+", the subject first), what speaks for it ("~") and what
against it ("-"), and whether it may stand in a clause that does not name the field ("?"). How much of the clause these words explain decides how sure the suggestion is; a
clause about another field gets none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from liennganh.pure.vietnamese import fold

# Words of the field that the catalogue is about, and of fields that it is not about.
_FIELD = (
    "mại dâm",
    "bán dâm",
    "mua dâm",
    "khiêu dâm",
    "kích dục",
    "tệ nạn xã hội",
    "tệ nạn",
    "đội 178",
    "kiểm tra liên ngành",
)
_OTHER_FIELDS = (
    "nghèo",
    "bình đẳng giới",
    "bạo lực",
    "trẻ em",
    "chuyển đổi số",
    "số hóa",
    "công nghệ",
    "ma túy",
    "cai nghiện",
    "HIV",
    "mua bán",
    "thực phẩm",
    "môi trường",
    "phòng cháy",
    "giao thông",
    "dân tộc thiểu số",
    "nông thôn",
    "nông nghiệp",
    "bảo hiểm",
    "nữ",
    "phụ nữ",
    "giới tính",
    "sức khỏe",
    "thai sản",
    "người cao tuổi",
    "khuyết tật",
    "dịch vụ công",
    "hồ sơ trực tuyến",
    "tin học",
    "ngoại ngữ",
)
_EMPTY = frozenset(
    fold(
        "ít nhất tối thiểu trên dưới địa bàn các số những được có về và năm đến đạt phấn đấu mỗi một "
        "trong của tại cho đảm bảo bảo đảm tổ chức là từ trở đi lên với theo bằng hoặc này nhằm ra "
        "tất cả toàn bộ tỷ lệ tỉnh thành phố huyện lần thực hiện hàng hằng cấp đó như tăng giảm so "
        "trước công tác hoạt động thường xuyên giai đoạn"
    ).split()
)
_LEAST_SCORE = 0.5
_LEAST_COVERAGE_OUTSIDE_FIELD = 0.75


@dataclass(frozen=True)
class Profile:
    """What suggestion needs to know of an indicator."""

    key: str
    keywords: str
    share: bool
    counts_units: bool
    one_number: bool = True  # False where agencies' figures stand side by side and are not added


@dataclass(frozen=True)
class Score:
    """How well an indicator fits (0 to 1), and why, in Vietnamese."""

    key: str
    value: float
    reason: str


@dataclass(frozen=True)
class _Words:
    needs: tuple[tuple[str, ...], ...]
    hints: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]
    bare: bool


@cache
def _parsed(keywords: str) -> _Words:
    groups: dict[str, list[tuple[str, ...]]] = {"+": [], "~": [], "-": []}
    for line in keywords.splitlines():
        sign, words = line[:1], tuple(part.strip() for part in line[1:].split("|"))
        if sign in groups and any(words):
            groups[sign].append(words)
    return _Words(
        tuple(groups["+"]),
        tuple(groups["~"]),
        tuple(word for group in groups["-"] for word in group),
        bare="?" in keywords.splitlines(),
    )


def _plain(text: str) -> str:
    """Fold, and tie words that would be mistaken for others: "xã hội" is not a commune."""
    return fold(text).replace("xa hoi", "xahoi").replace("an toan", "antoan")


def _place(phrase: str, text: str) -> int:
    """Return the place of a phrase among the words of the text, -1 where it is not found."""
    found = re.search(rf"(?<!\w){re.escape(_plain(phrase))}(?!\w)", text)
    return -1 if found is None else text[: found.start()].count(" ")


def _first(phrases: Iterable[str], text: str) -> tuple[int, str] | None:
    """Return the earliest of several phrases and its place, the longer of two at one place."""
    places = [
        (place, -len(phrase), phrase) for phrase in phrases if (place := _place(phrase, text)) >= 0
    ]
    return (min(places)[0], min(places)[2]) if places else None


def about_the_field(what: str) -> bool:
    """Tell whether the clause names the field that the catalogue is about."""
    return _first(_FIELD, _plain(what)) is not None


def scores(what: str, unit: str, comparator: str, profiles: Iterable[Profile]) -> list[Score]:
    """Return the indicators that fit a printed target, best first; none where nothing fits well.

    ``what`` is the clause as printed; ``unit`` one of percent, count, rate, currency;
    ``comparator`` one of ``>= > <= < = + -``.
    """
    text = _plain(what)
    in_field = _first(_FIELD, text) is not None
    if not in_field and _first(_OTHER_FIELDS, text) is not None:
        return []
    found = [_score(text, in_field, unit, comparator, profile) for profile in profiles]
    good = [score for score in found if score is not None and score.value >= _LEAST_SCORE]
    return sorted(good, key=lambda score: (-score.value, score.key))


def _score(text: str, in_field: bool, unit: str, comparator: str, profile: Profile) -> Score | None:
    words = _parsed(profile.keywords)
    if not words.needs or _first(words.never, text) is not None:
        return None
    needed = [_first(need, text) for need in words.needs]
    if any(hit is None for hit in needed) or not _unit_fits(unit, comparator, profile):
        return None
    hits = [hit for hit in needed if hit is not None]
    hinted = [hit for hint in words.hints if (hit := _first(hint, text)) is not None]
    covered = _coverage(text, words)
    if not in_field and (not words.bare or covered < _LEAST_COVERAGE_OUTSIDE_FIELD):
        return None
    length = max(len(text.split()), 1)
    value = 0.35 + 0.3 * covered + 0.2 * (1 - hits[0][0] / length) + 0.03 * min(len(hits) - 1, 2)
    value += 0.09 if in_field else 0.0
    return Score(
        profile.key,
        round(min(value, 1.0), 3),
        _reason([*hits, *hinted[:2]], profile, in_field, comparator),
    )


def _unit_fits(unit: str, comparator: str, profile: Profile) -> bool:
    """Tell whether the printed unit can be said of the indicator.

    "tăng 3–5%" is a change of a number, so it asks for a number; "8/8 xã" is said of a share.
    """
    if comparator in ("+", "-"):
        return profile.one_number and not profile.share
    if unit == "percent":
        return profile.share
    return not profile.share or (unit == "count" and profile.counts_units)


def _coverage(text: str, words: _Words) -> float:
    """Return which part of the telling words of the clause is explained."""
    telling = [w for w in text.split() if w not in _EMPTY and not w.isdigit()]
    if not telling:
        return 0.0
    phrases = [p for group in (*words.needs, *words.hints) for p in group] + list(_FIELD)
    known = {
        word for phrase in phrases if _place(phrase, text) >= 0 for word in _plain(phrase).split()
    }
    return sum(word in known for word in telling) / len(telling)


def _reason(hits: list[tuple[int, str]], profile: Profile, in_field: bool, comparator: str) -> str:
    spelt = {_plain(phrase): phrase for _place, phrase in reversed(hits)}
    phrases = dict.fromkeys(_plain(phrase) for _place, phrase in hits)
    named = [f"“{spelt[phrase]}”" for phrase in phrases]
    parts = [f"có các từ {', '.join(named)}" if len(named) > 1 else f"có từ {named[0]}"]
    if comparator in ("+", "-"):
        parts.append("tính mức tăng, giảm của con số so với năm trước")
    else:
        parts.append("tính theo tỷ lệ" if profile.share else "tính theo số đếm")
    if not in_field:
        parts.append("câu không nhắc tới mại dâm nên cần xem lại")
    return "; ".join(parts)
