"""Who reports to whom, and through whom."""

import re
from dataclasses import dataclass

from . import lexicon as lx
from .bodies import bodies_from
from .owners import subject_bodies
from .patterns import phrase, spaced
from .picking import named

_TO = re.compile(
    rf"(?<!\w)(?:{spaced(lx.REPORT)}(?:\s+(?:kết\s+quả|cho|về|lên|với|tình\s+hình|gửi|đến)){{0,2}}|{spaced(lx.SEND_WORDS)})\s+(?=\S)",
    re.IGNORECASE,
)
_THROUGH = re.compile(rf"(?<!\w){spaced(lx.THROUGH)}\s+(?=\S)", re.IGNORECASE)
_COMPILES = re.compile(f"{spaced(lx.COMPILES)}|{spaced(lx.COMPILES_LATER)}", re.IGNORECASE)

_LABEL = re.compile(r"[^.,;:()]{0,60}:\s+")  # "Chế độ báo cáo: Các sở …"


@dataclass(frozen=True, slots=True)
class Way:
    """``reporters`` send to ``through``, who compiles for ``recipients``; each may be empty."""

    reporters: tuple[str, ...]
    through: tuple[str, ...]
    recipients: tuple[str, ...]


def way_of(text: str, reporters: tuple[str, ...]) -> Way:
    """Read the way of a report out of its sentence.

    ``reporters`` is who reports where the sentence names nobody. "gửi Sở Y tế tổng hợp, báo cáo
    UBND tỉnh" goes through Sở Y tế; "gửi Sở Y tế để tổng hợp" goes no farther.
    """
    compilers: list[str] = []
    recipients: list[str] = []
    through: list[str] = []
    for match in _THROUGH.finditer(text):
        through += bodies_from(text, match.end())[0]
    for match in _TO.finditer(text):
        names, end = bodies_from(text, match.end())
        if _COMPILES.match(text, end):
            compilers += names
        else:
            recipients += [n for n in names if n not in through]
    if not recipients:
        recipients, compilers = compilers, []
    via = named([*through, *compilers])
    to = tuple(n for n in named(recipients) if n not in via)
    # Under the heading of the office that compiles, those who send to it are not named.
    own = tuple(n for n in _subjects(text) or reporters if n not in {*via, *to})
    return Way(own, via, to)


def _subjects(text: str) -> tuple[str, ...]:
    """Return the bodies a sentence begins with; a class stays, for here it is who reports."""
    words = text.lstrip(" -+•")
    label = _LABEL.match(words)
    names = subject_bodies(words)[0] or (subject_bodies(words[label.end() :])[0] if label else [])
    return tuple(dict.fromkeys(names))


def is_sent(text: str) -> bool:
    """Say whether a sentence names somebody to whom it is reported."""
    return any(bodies_from(text, m.end())[0] for m in _TO.finditer(text)) or bool(
        phrase(lx.THROUGH + " ").search(text)
    )
