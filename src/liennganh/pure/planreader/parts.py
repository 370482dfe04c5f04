"""The part of a clause that belongs to each of its quantities, and the thing they all count."""

import re
from collections.abc import Sequence

from . import lexicon as lx
from .figures import Quantity
from .patterns import phrase, spaced, squeeze

_COMMA = re.compile(r",\s+")
# "70% … biết bơi (năm 2026 đạt 50%; năm 2027 đạt 60%)": where a step of the path begins.
_STEP = re.compile(
    r"[(,;]\s*(?=(?:(?:đến|trong|hết|cuối)\s+){0,2}năm\s+\d{4}[^\d,;()]{0,40}$)", re.IGNORECASE
)
# A step begins with its year: "đến hết năm 2026 đạt 60%".
_YEAR = re.compile(
    r"(?:(?:đến|vào|trong|hết|cuối|từ|của)\s+)*(?:giai\s+đoạn\s+|so\s+với\s+(?:cùng\s+kỳ\s+)?)?năm\s+(?:19|20)\d{2}",
    re.IGNORECASE,
)
_STEP_WORD = re.compile(rf"(?<!\w){spaced(lx.STEP_WORDS)}(?!\w)|[\d\W_]", re.IGNORECASE)
_REACHES = re.compile(r"\s(?:đạt|chiếm)\s*$", re.IGNORECASE)
_LEADS_ONLY = re.compile(rf"\s+{lx.REACH}\s*$", re.IGNORECASE)


def parts_of(clause: str, found: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Give each quantity its part of the clause, cut at the comma before the next one."""
    starts: list[int] = []
    for index, quantity in enumerate(found):
        if index == 0:
            starts.append(_first_start(clause, quantity))
            continue
        floor = found[index - 1].end
        commas = [
            m
            for m in _COMMA.finditer(clause, floor, quantity.start)
            if _opens_part(clause[m.end() : quantity.start])
        ]
        ands = list(re.finditer(r"\s+và\s+", clause[floor : quantity.start]))
        if step := _STEP.search(clause[: quantity.start], floor):
            starts.append(step.end())
        elif commas:
            starts.append(commas[-1].end())
        elif ands:
            starts.append(floor + ands[-1].end())
        else:
            starts.append(quantity.start)
    # Where nothing parts two quantities ("100% xã mỗi quý có ít nhất 04 tin") the first holds both.
    parted = [_is_parted(clause, q, s) for q, s in zip(found, starts[1:], strict=False)]
    cuts = [_before_path(clause, q.end, s) for q, s in zip(found, starts[1:], strict=False)]
    ends = [c if cut else len(clause) for c, cut in zip(cuts, parted, strict=True)] + [len(clause)]
    return [
        _trim(clause, one, max(two, q.end)) for one, two, q in zip(starts, ends, found, strict=True)
    ]


def _before_path(clause: str, end: int, start: int) -> int:
    """End the value before the bracket that tells its years, else where the next part begins."""
    opened = clause.find("(", end, start)
    path = opened >= 0 and ")" not in clause[opened:start] and _YEAR.match(clause, opened + 1)
    return opened if path else start


def _opens_part(lead_in: str) -> bool:
    """Say whether the words between a comma and a quantity lead to it, not on with a list."""
    if not lead_in.strip() or phrase(lx.PART_OPENERS).match(lead_in):
        return True
    # "…, án nghiêm trọng đạt 95%": a subject of its own and its verb.
    return "," not in lead_in and _REACHES.search(lead_in) is not None


def _is_parted(clause: str, quantity: Quantity, start: int) -> bool:
    """Say whether a comma or "và" stands between a quantity and where the next one's part begins."""
    return re.search(r"[(,;]\s*$|\svà\s+$", clause[quantity.end : start]) is not None


def _first_start(clause: str, quantity: Quantity) -> int:
    """Begin at the clause, or at the quantity where a clause of its own ends before it.

    "Nâng cao năng lực …, 100% cán bộ được tập huấn": the target begins with the figure.
    """
    commas = [m.end() for m in _COMMA.finditer(clause, 0, quantity.start)]
    if not commas:
        return 0
    last = commas[-1]
    bare = not clause[last : quantity.start].strip()
    if bare and quantity.opens_clause and not _YEAR.search(clause, 0, last):
        return last
    return 0


def _trim(clause: str, start: int, end: int) -> tuple[int, int]:
    while start < end and clause[start] in " ,;-–":
        start += 1
    while end > start and _is_edge(clause, start, end):
        end -= 1
    if end > start + 3 and clause[end - 3 : end] == " và":
        end -= 3
    return start, end


def _is_edge(clause: str, start: int, end: int) -> bool:
    """Say whether the last sign belongs to no target: a stop, or a bracket without its partner."""
    last = clause[end - 1]
    part = clause[start:end]
    alone = part.count("(") != part.count(")")
    return last in " ,;./" or (alone and last in "()")


def names_nothing(words: str) -> bool:
    """Say whether a part holds only a year and a figure: "đến năm 2028 đạt 75%"."""
    words = words.replace("phần trăm", "%")
    at = 0
    while step := _STEP_WORD.match(words, at):
        at = step.end()
    return at == len(words)


def thing_of(clause: str, found: Sequence[Quantity], parts: Sequence[tuple[int, int]]) -> str:
    """Return what all steps of a path count, where only one of them names it; ``""`` for none.

    It stands before the first figure ("Tỷ lệ hộ … năm 2026 đạt 60%, năm 2028 đạt 75%") or after
    the last one ("Năm 2026 đạt 60%, năm 2028 đạt 75% số hộ …").
    """
    before = clause[parts[0][0] : found[0].start]
    after = clause[found[0].end : parts[0][1]] if len(parts) > 1 else ""
    last = clause[found[-1].end : parts[-1][1]]
    for words in (before, after, last):
        if not names_nothing(words):
            return _tidy(words)
    return ""


def _tidy(words: str) -> str:
    words = squeeze(_YEAR.sub(" ", words)).strip(" ,;:.(–-")
    while cut := _LEADS_ONLY.search(words):
        words = words[: cut.start()]
    return words.strip(" ,;:.(–-")
