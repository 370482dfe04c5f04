"""The head of an official paper: two columns set line by line, as the reader expects them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from liennganh.pure.planreader import lexicon as lx

from .textlines import Line

_MOTTO = re.compile(lx.MOTTO, re.IGNORECASE)
_NUMBER = re.compile(r"\s*Số\b", re.IGNORECASE)
_LONGEST = 600  # characters of a head
_DATE = re.compile(r"\bngày\b.*\bnăm\b", re.IGNORECASE)
_MOST_LINES = 12
_GAP = re.compile(r"\t+|[ \u00a0]{3,}")
_SHORT = 6  # characters: less is a label, no column


def is_head(cells: Sequence[Sequence[str]]) -> bool:
    """Say whether the cells of a row or of a whole small table are the head of a paper."""
    words = " ".join(line for cell in cells for line in cell)
    return len(words) <= _LONGEST and _MOTTO.search(words) is not None


def head_lines(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Return the lines of two columns: the issuer with its number, the motto, then the subject.

    What stands below the number ("V/v …") comes last, so that its lines stay together.
    """
    number = next((n for n, line in enumerate(left) if _NUMBER.match(line)), len(left) - 1)
    state: list[str] = []
    for line in right:
        if state and state[-1].isupper() and line.isupper():
            state[-1] = f"{state[-1]} {line}"  # the name of the state, wrapped in a narrow column
        else:
            state.append(line)
    return [line for line in (*left[: number + 1], *state, *left[number + 1 :]) if line.strip()]


def head_of_page(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Return the lines of a head in two columns in reading order, and how many lines it took."""
    starts = [line.columns[0] for line in lines[:_MOST_LINES] if line.columns]
    left: list[Line] = []
    right: list[Line] = []
    taken = 0
    for line in lines[:_MOST_LINES] if starts else ():
        one, bar, two = line.text.partition(" | ")
        if bar:
            left.append(replace(line, text=one))
            right.append(replace(line, text=two))
        elif line.right < min(starts):
            left.append(line)
        elif line.left > min(starts) - line.size and not (right and _DATE.search(right[-1].text)):
            right.append(line)
        else:
            break
        taken += 1
    columns = ([line.text for line in left], [line.text for line in right])
    if not taken or not is_head(columns):
        return [], 0
    return [replace(lines[0], text=text, alone=True) for text in head_lines(*columns)], taken


def columns_in(line: str) -> str:
    """Return a line with a bar where a wide gap or a tab parts two columns."""
    parts = [part.strip() for part in _GAP.split(line.strip())]
    if len(parts) > 1 and all(len(part) >= _SHORT for part in parts):
        return " | ".join(parts)
    return line


def in_one(lines: Sequence[str]) -> str:
    """Join the paragraphs of a cell; where nothing says they belong together, a semicolon parts them."""
    out = ""
    for line in (clean for line in lines if (clean := " ".join(line.split()))):
        if not out:
            out = line
        elif _apart(out, line):
            out = f"{out}; {line}"
        else:
            out = f"{out} {line}"
    return out.replace("|", "/")


def _apart(before: str, line: str) -> bool:
    word = before.rsplit(" ", 1)[-1]
    return (
        before[-1].isalnum()
        and line[0].isupper()
        and word.casefold() not in {"và", "các", "của", "với"}
        and not (before.isupper() or line.isupper())
        and len(before) > _SHORT
    )
