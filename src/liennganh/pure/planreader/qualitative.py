"""Results without a figure that somebody can show: "thông tin … được đăng tải trên Trang …"."""

import re
from collections.abc import Sequence

from . import lexicon as lx
from .due import Frame, due_of, frame_of
from .model import QualitativeTarget, Target
from .outline import Node
from .patterns import phrase, spaced, squeeze, word
from .sections import Place, is_closing
from .targets import clauses_of, is_labelled

_LABEL = re.compile(rf"\s*{spaced(lx.GOAL_LABEL)}\s*[:.]\s*", re.IGNORECASE)
_OTHER_LABEL = re.compile(rf"{spaced(lx.NO_RESULT)}[^;.:]{{0,60}}:", re.IGNORECASE)
_BEFORE = re.compile(rf"[\s,–-]*{spaced(lx.BEFORE_A_DEED)}(?!\w)[\s,]*", re.IGNORECASE)
_PURPOSE = re.compile(rf"[\s,](?<!không\s){spaced(lx.PURPOSE)}.*$", re.IGNORECASE | re.DOTALL)
_DEED = re.compile(rf"{spaced(lx.DEEDS)}(?!\w)", re.IGNORECASE)
_DOER = re.compile(
    rf"{spaced(lx.DOERS)}(?!\w)[^;]{{0,80}}?\s{spaced(lx.DEEDS)}(?!\w)", re.IGNORECASE
)
_SHORTEST = 4  # words: fewer are a heading that lost its number


def read_qualitative(
    nodes: Sequence[Node],
    places: Sequence[Place],
    plain: str,
    targets: Sequence[Target],
    period: tuple[int, int] | None,
    issued: str | None,
) -> tuple[QualitativeTarget, ...]:
    """Read the results that goals promise without a figure, in the order of the text.

    Args:
        nodes: the outline of the body.
        places: where each node stands; only goals are read, and no general aims.
        plain: the text without marks.
        targets: the quantified targets, whose clauses are left out.
        period: first and last year of the plan, the deadline where none is printed.
        issued: date of issue as printed.

    """
    frame = frame_of(period, issued)
    specific = any(n.heading and phrase(lx.SPECIFIC_GOALS).match(n.text) for n in nodes)
    taken = sorted((t.start, t.end) for t in targets)
    found: list[QualitativeTarget] = []
    at = 0
    for node, place in zip(nodes, places, strict=True):
        goal = place.kind == "goal" or is_labelled(node.text)
        if not goal or node.row or node.children or is_closing(node.text):
            continue
        if _is_general(place, specific=specific) or (node.heading and not node.bullet):
            continue
        if _OTHER_LABEL.match(node.text):
            continue
        for start, end in clauses_of(plain, node.body, node.end):
            while at < len(taken) and taken[at][1] <= start:
                at += 1
            if at < len(taken) and taken[at][0] < end:
                continue
            if result := _result(plain, start, end, place, frame):
                found.append(result)
    return tuple(found)


def _is_general(place: Place, *, specific: bool) -> bool:
    """Say whether the nearest goal heading holds aims: specific ones stand elsewhere."""
    for heading in reversed(place.section):
        if phrase(lx.SPECIFIC_GOALS).match(heading):
            return False
        if phrase(lx.GENERAL_GOALS).match(heading):
            return True
        if phrase(lx.PLAIN_GOALS).match(heading):
            return specific
    return False


def _result(
    plain: str, start: int, end: int, place: Place, frame: Frame
) -> QualitativeTarget | None:
    if label := _LABEL.match(plain, start, end):
        start = label.end()
    while start < end and plain[start] in " \n,;.–-":
        start += 1
    while end > start and plain[end - 1] in " \n,;./":
        end -= 1
    clause = plain[start:end]
    if not _is_shown(clause):
        return None
    words = squeeze(clause)
    due = due_of(clause, (0, 0), (0, len(clause)), place.section, frame)
    proof = proof_of(words)
    return QualitativeTarget(
        start, end, words[:1].upper() + words[1:], proof, due, place.section,
        0.8 if proof and word(lx.DONE).search(words) else 0.65,
    )  # fmt: skip


def _is_shown(clause: str) -> bool:
    """Say whether a clause states a result that somebody can show, not an aim or a condition."""
    words = _PURPOSE.sub("", squeeze(clause))
    if len(words.split()) < _SHORTEST or phrase(lx.NO_RESULT).match(words):
        return False
    if phrase(lx.MERE_AIMS).match(words):
        return False
    while lead := _BEFORE.match(words):
        words = words[lead.end() :]
    done = word(lx.DONE).search(words)
    return bool(
        done or word(lx.STATED_PROOF).search(words) or _DEED.match(words) or _DOER.match(words)
    )


def proof_of(words: str) -> str:
    """Return what would show a result, as printed where it is; ``""`` where the words do not say."""
    if printed := word(lx.STATED_PROOF).search(words):
        return printed["proof"].strip()
    return next((proof for source, proof in lx.PROOFS if word(source).search(words)), "")
