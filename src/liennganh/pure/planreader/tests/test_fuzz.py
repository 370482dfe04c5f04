"""No text breaks the reader or makes it hang: made of anything, by the form, or from its patterns."""

import json
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liennganh.pure.planreader import looks_like_plan, normalise, read, to_json
from liennganh.pure.planreader.tests import adversarial

HANG = 40  # seconds of processor time for one text, some hundred times what it needs


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Break off what hangs: counts the processor's time, so a busy machine hangs nothing."""

    def broken_off(_signal: int, _frame: FrameType | None) -> None:
        message = f"still reading after {seconds} s of processor time"
        raise TimeoutError(message)

    before = signal.signal(signal.SIGVTALRM, broken_off)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def check(text: str) -> None:
    with within(HANG):
        reading = read(text)
    size = len(reading.text)
    groups: list[tuple[Any, ...]] = [
        reading.targets, reading.qualitative, reading.tasks, reading.reports, reading.budget,
        reading.legal_bases, reading.outline,
    ]  # fmt: skip
    for group in groups:
        assert all(0 <= item.start < item.end <= size for item in group)
        assert all(reading.text[item.start : item.end].strip() for item in group)
        assert all(0.0 <= item.confidence <= 1.0 for item in group)
    head = reading.document
    assert all(0 <= span.start <= span.end <= size for span in head.spans.values())
    assert all(0.0 <= sure <= 1.0 for sure in (head.confidence, *head.certain.values()))
    assert [t.start for t in reading.outline] == sorted(t.start for t in reading.outline)
    assert [t.start for t in reading.tasks] == sorted(t.start for t in reading.tasks)
    json.dumps(to_json(reading)).encode()
    looks_like_plan(reading)


# --- Anything ---------------------------------------------------------------------------------
@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_characters_are_read(text: str) -> None:
    check(text)


@given(st.text(alphabet=st.characters(categories=("Cc", "Cf", "Cs", "Mn", "Zs", "Nd"))))
@settings(max_examples=40, deadline=None)
def test_marks_signs_and_blanks_alone_are_read(text: str) -> None:
    check(text)


# --- By the form ------------------------------------------------------------------------------
bodies = st.sampled_from(
    ("Sở Y tế", "Công an tỉnh", "các sở, ban, ngành", "UBND các xã, phường", "Hội", "Ban", "BCĐ")
)
joints = st.sampled_from((" và ", ", ", "; ", " - ", " (", ") ", ": ", " | ", "\n", " chủ trì, "))
figures = st.sampled_from(
    (
        "100%",
        "3-5% mỗi năm",
        "149/223 xã",
        "1.000.000 tỷ đồng",
        "từ 23 xuống 18",
        "0,5‰",
        "99999999",
    )
)
days = st.sampled_from(("31/02/2025", "ngày 99 tháng 13 năm 2024", "năm 0000", "quý V", "hằng năm"))
markers = st.sampled_from(
    (
        "I. ",
        "IV/ ",
        "1. ",
        "1.1.1.1. ",
        "a) ",
        "đ) ",
        "- ",
        "+ ",
        "* ",
        "Điều 1. ",
        "Phần thứ hai\n",
    )
)
headings = st.sampled_from(
    ("MỤC TIÊU", "NHIỆM VỤ VÀ GIẢI PHÁP", "KINH PHÍ", "TỔ CHỨC THỰC HIỆN", "Chỉ tiêu", "KẾ HOẠCH")
)
verbs = st.sampled_from(
    ("chủ trì, phối hợp với", "báo cáo", "Đề nghị", "Giao", "ít nhất", "đến năm 2030", "Căn cứ")
)
sentences = st.lists(st.one_of(bodies, joints, figures, days, verbs), max_size=14).map(" ".join)
lines = st.tuples(markers, st.one_of(headings, sentences)).map("".join)


@st.composite
def official_texts(draw: st.DrawFn) -> str:
    """A plan by its form, with lines joined, torn, repeated, opened and never closed."""
    out = [adversarial.HEAD if draw(st.booleans()) else "", "KẾ HOẠCH\nA\n"]
    for line in draw(st.lists(lines, max_size=25)):
        torn = draw(st.integers(0, max(1, len(line))))
        end = draw(st.sampled_from(("\n", "", ";\n", ".\n\n", "\n\n\n", "|\n")))
        out.append(line[:torn] + draw(st.sampled_from(("", "\n", "(", "**"))) + line[torn:] + end)
    return "".join(out)


@given(official_texts())
@settings(max_examples=120, deadline=None)
def test_any_text_of_official_form_is_read(text: str) -> None:
    check(text)


@given(official_texts(), st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_normalising_again_changes_nothing(text: str, wide: int) -> None:
    spread = text.replace(" ", " " * wide * 40).replace("|", "|  " * wide * 60)
    once = normalise(spread)
    assert normalise(once) == once


def test_a_long_gap_is_cut_in_the_middle_and_keeps_the_cells_beside_it() -> None:
    text = normalise("| Sở Y tế " + "|    " * 3_000 + "| 5 |")
    assert len(text) < 400
    assert text.startswith("| Sở Y tế |")
    assert text.endswith("| 5 |")


# --- Long runs --------------------------------------------------------------------------------
LONG: dict[str, Callable[[int], str]] = {
    "one letter": lambda n: "a" * n,
    "one capital": lambda n: "Ơ" * n,
    "one digit": lambda n: "7" * n,
    "blanks": lambda n: " " * n + "x",
    "tabs and lines": lambda n: "\t\n" * (n // 2),
    "bars": lambda n: "| " * (n // 2),
    "stars": lambda n: "**" * (n // 2),
    "dots": lambda n: "." * n,
    "dots to fill in": lambda n: "… " * (n // 2),
    "dashes": lambda n: "-" * n,
    "accents": lambda n: "a" + "\u0301" * n,
    "brackets never closed": lambda n: "(" * n,
    "brackets never opened": lambda n: ")" * n,
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "quotes": lambda n: "“" * n,
    "commas": lambda n: "xã, " * (n // 4),
    "many and": lambda n: "và " * (n // 3),
    "many bodies": lambda n: "Sở Y tế, " * (n // 9),
    "many bodies on one line": lambda n: "Công an tỉnh và " * (n // 16),
    "many figures": lambda n: "5% xã, " * (n // 7),
    "many decimals": lambda n: "1,2.3" * (n // 5),
    "many years": lambda n: "đến năm 2030 " * (n // 13),
    "many days": lambda n: "ngày 1/1/2025, " * (n // 15),
    "many reports": lambda n: "báo cáo quý, tháng " * (n // 19),
    "many labels": lambda n: "cán bộ, cơ quan, phòng " * (n // 23),
    "wide head": lambda n: (" " * 200 + ", ") * (n // 202),
    "capitals of bodies": lambda n: "SỞ " * (n // 3),
    "deep numbers": lambda n: "".join(f"{'1.' * (i % 9 + 1)} A\n" for i in range(n // 20)),
    "bullets": lambda n: "- a\n" * (n // 4),
    "headings": lambda n: "1. Sở Y tế\n" * (n // 11),
    "introductions": lambda n: "- Giao:\n" * (n // 8),
}


@pytest.mark.parametrize("made", LONG.values(), ids=LONG)
@pytest.mark.parametrize("place", ["head", "goals", "tasks", "press"])
def test_a_long_run_is_read_in_its_time(made: Callable[[int], str], place: str) -> None:
    check(adversarial.PLACES[place].format(piece=made(10_000)))


@pytest.mark.parametrize("piece", ["a", "Sở Y tế, ", "5% xã, ", "báo cáo ", "(và "], ids=repr)
def test_a_line_of_a_hundred_thousand_characters_is_read_in_its_time(piece: str) -> None:
    check(adversarial.PLACES["tasks"].format(piece=piece * (100_000 // len(piece))))


# --- From its own patterns --------------------------------------------------------------------
@cache
def shares() -> tuple[tuple[str, ...], ...]:
    """Return what the patterns match, each once, in parts that are read together."""
    pieces = [
        piece for pattern in adversarial.compiled() for piece in adversarial.pieces_of(pattern)
    ]
    unique = list(dict.fromkeys(pieces))
    return tuple(tuple(unique[part::PARTS]) for part in range(PARTS))


PARTS = 12


@pytest.mark.parametrize("part", range(PARTS))
def test_what_the_patterns_match_again_and_again_is_read_in_its_time(part: int) -> None:
    places = list(adversarial.PLACES.values())
    for index, piece in enumerate(shares()[part]):
        check(places[(index + part) % len(places)].format(piece=(piece + " ") * 60))


def test_the_texts_made_from_patterns_are_matched_by_most_of_them() -> None:
    patterns = adversarial.compiled()
    assert len(patterns) > 300
    met = sum(
        any(pattern.search(piece) for piece in adversarial.pieces_of(pattern))
        for pattern in patterns
    )
    assert met > 0.7 * len(patterns)


def test_a_piece_follows_repeats_alternatives_and_classes() -> None:
    pattern = re.compile(r"(?P<a>Sở|Ban)\s{2}[0-9]{3}(?:,|;)(?P=a)?\D")
    pieces = adversarial.pieces_of(pattern, count=20)
    assert len(pieces) > 5
    assert all(pattern.fullmatch(piece) for piece in pieces)
