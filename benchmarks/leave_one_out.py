"""What the reader's vocabulary owes to each gold plan: python benchmarks/leave_one_out.py [NAME …].

Numbers are fitted leaving one plan out in ``benchmarks/calibration.py``; this does the same for
words. For each gold plan every alternative of every pattern in ``lexicon/`` that matches in that
plan and in none of the other eight is switched off, and the plan is read again by what is left. A
phrase that a plan alone attests would not have been known before it was seen, so the figures are a
lower bound: many such phrases are common in other plans and stand in the lexicon for their sake.
"""

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import reading_score

PACKAGE = "liennganh.pure.planreader"
LEXICON = f"{PACKAGE}.lexicon"
_OFF = "(?!)"  # matches nowhere; what it stands before keeps its groups and their numbers
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MEMBERS = (list, tuple, set, frozenset)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative of a pattern: offsets into its source, which ``source[start:end]`` is."""

    start: int
    end: int
    text: str


def alternatives(source: str) -> Iterator[Alternative]:
    """Yield every alternative of a pattern, of nested groups too; a whole without "|" is one."""
    opened: list[list[int]] = [[0]]
    at = 0
    while at < len(source):
        sign = source[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = _class_end(source, at)
        elif sign == "(":
            opened.append([_content_start(source, at)])
        elif sign == "|":
            opened[-1] += [at, at + 1]
        elif sign == ")" and len(opened) > 1:
            yield from _cut(source, [*opened.pop(), at])
        at += 1
    yield from _cut(source, [*opened[0], len(source)])


def _cut(source: str, edges: list[int]) -> Iterator[Alternative]:
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if _LETTERS.search(re.sub(r"\\.|\(\?[^)]{1,3}", "", source[start:end])):
            yield Alternative(start, end, source[start:end])


def _class_end(source: str, at: int) -> int:
    """Return where the character class that opens at ``at`` closes."""
    end = at + (2 if source[at + 1 : at + 2] != "^" else 3)
    while source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end


def _content_start(source: str, at: int) -> int:
    opening = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[:>]|[aiLmsux-]+:))?").match(source, at)
    assert opening
    return opening.end()


def without(source: str, unknown: frozenset[str]) -> str:
    """Return a pattern in which the alternatives in ``unknown`` match nowhere any more."""
    at = sorted({a.start for a in alternatives(source) if a.text in unknown}, reverse=True)
    for start in at:
        source = source[:start] + _OFF + source[start:]
    return source


def _is_labelled(value: Any) -> bool:
    """Tell ("time", r"thời gian|…"), whose first member the grammar knows by name, from phrases."""
    pair = isinstance(value, tuple) and len(value) == 2
    return pair and isinstance(value[0], str) and value[0].isascii()


def _sources(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif _is_labelled(value):
        yield from _sources(value[1])
    elif isinstance(value, (dict, *_MEMBERS)):  # what a dict maps its words to is no phrase
        for inner in value:
            yield from _sources(inner)


def _patched(value: Any, unknown: frozenset[str]) -> Any:
    if isinstance(value, str):
        return without(value, unknown)
    if _is_labelled(value):
        return (value[0], _patched(value[1], unknown))
    if isinstance(value, dict):
        return {_patched(k, unknown): v for k, v in value.items()}
    if isinstance(value, _MEMBERS):
        return type(value)(_patched(inner, unknown) for inner in value)
    return value


def lexicon_alone() -> list[ModuleType]:
    """Import the lexicon, and nothing else of the reader, so that it can still be changed."""
    holder = ModuleType(PACKAGE)
    holder.__path__ = [str(reading_score.ROOT / "src" / PACKAGE.replace(".", "/"))]
    sys.modules[PACKAGE] = holder
    whole = importlib.import_module(LEXICON)
    del sys.modules[PACKAGE]
    parts = [module for name, module in sys.modules.items() if name.startswith(LEXICON + ".")]
    return [whole, *parts]


def phrases(modules: list[ModuleType]) -> set[str]:
    """Return every alternative of every pattern of the lexicon."""
    return {
        alternative.text
        for module in modules[1:]
        for name, value in vars(module).items()
        if name.isupper()
        for source in _sources(value)
        for alternative in alternatives(source)
    }


def only_in(plans: dict[str, str], words: set[str]) -> dict[str, list[str]]:
    """Return, for each plan, the phrases that match in it and in no other."""
    texts = {name: " ".join(text.split()) for name, text in plans.items()}
    out: dict[str, list[str]] = {name: [] for name in plans}
    for word in sorted(words):
        try:
            pattern = re.compile(rf"(?<!\w)(?:{word})", re.IGNORECASE)
        except re.error:
            continue  # a piece that is no pattern by itself, such as the tail of a look-ahead
        if pattern.match(""):
            continue
        found = [name for name, text in texts.items() if pattern.search(text)]
        if len(found) == 1:
            out[found[0]].append(word)
    return out


def read_without(name: str, unknown: frozenset[str]) -> dict[str, Any]:
    """Score one plan, read without some phrases; for a process of its own."""
    for module in lexicon_alone():
        for key, value in list(vars(module).items()):
            if key.isupper():
                setattr(module, key, _patched(value, unknown))
    return reading_score.scores([name])[name]


def scores() -> dict[str, tuple[int, dict[str, Any]]]:
    """Return for each gold plan how many phrases it alone attests, and its score without them."""
    plans = {name: text for name, text, _ in reading_score.gold_plans()}
    out: dict[str, tuple[int, dict[str, Any]]] = {}
    for name, unknown in only_in(plans, phrases(lexicon_alone())).items():
        done = subprocess.run(
            [sys.executable, __file__, "--one", name],
            input=json.dumps(unknown), capture_output=True, text=True, check=True, env=os.environ,
        )  # fmt: skip
        out[name] = (len(unknown), json.loads(done.stdout))
    return out


def main() -> int:
    """Print the table, or the score of one plan as JSON for the process that asks for it."""
    if sys.argv[1:2] == ["--one"]:
        unknown = frozenset(json.loads(sys.stdin.read()))
        print(json.dumps(read_without(sys.argv[2], unknown)))
        return 0
    if not (reading_score.SHARED / "reading" / "gold").is_dir():
        print(f"leave_one_out: không thấy {reading_score.SHARED}", file=sys.stderr)
        return 2
    found = scores()
    reading_score.print_table({name: score for name, (_, score) in found.items()})
    print("phrases switched off: " + ", ".join(f"{n} {count}" for n, (count, _) in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
