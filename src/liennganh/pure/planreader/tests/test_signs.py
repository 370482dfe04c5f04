"""What lets the reader skip a pattern: no words match that hold none of the pattern's signs."""

import re
from collections.abc import Sequence

import pytest

from liennganh.pure.planreader import bodies, cycles, deadlines, due, figures, money, quantities
from liennganh.pure.planreader import lexicon as lx
from liennganh.pure.planreader.patterns import DIGIT
from liennganh.pure.planreader.tests import adversarial

GATED: list[tuple[re.Pattern[str], Sequence[str]]] = [
    *((pattern, signs) for pattern, _, signs in quantities._RULES),
    (figures._BOUND_BEFORE, lx.BOUND_SIGNS),
    (figures._MOVE, lx.MOVE_SIGNS),
    *((pattern, lx.SIGNS_OF_CYCLE[name]) for name, pattern in cycles._CYCLES),
    (due.YEAR, (lx.YEAR_SIGN,)),
]
DATED = [deadlines._DAY, deadlines._MONTH, deadlines._QUARTER, deadlines._HALF, deadlines._YEAR]


def matched(pattern: re.Pattern[str]) -> list[str]:
    """Return texts that a pattern matches, in small letters."""
    found = [
        m.group().lower()
        for p in adversarial.pieces_of(pattern, count=400)
        for m in pattern.finditer(p)
    ]
    assert found
    return found


@pytest.mark.parametrize(("pattern", "signs"), GATED, ids=lambda v: str(v)[:40])
def test_no_words_match_without_a_sign_of_their_pattern(
    pattern: re.Pattern[str], signs: Sequence[str]
) -> None:
    for words in matched(pattern):
        assert any(sign in words for sign in signs), words


@pytest.mark.parametrize("pattern", [rule[0] for rule in quantities._RULES], ids=str)
def test_every_figure_holds_a_digit_or_a_numeral(pattern: re.Pattern[str]) -> None:
    for words in matched(pattern):
        assert DIGIT.search(words) or not lx.NUMERALS.isdisjoint(re.findall(r"\w+", words)), words


@pytest.mark.parametrize("pattern", DATED, ids=lambda p: p.pattern[:30])
def test_every_date_holds_a_digit_or_a_quarter(pattern: re.Pattern[str]) -> None:
    for words in matched(pattern):
        assert DIGIT.search(words) or lx.QUARTER_SIGN in words, words


def test_every_unit_ends_in_a_syllable_that_units_end_in() -> None:
    for words in matched(bodies._UNIT):
        assert words.endswith(lx.UNIT_ENDS), words


def test_a_sum_of_money_is_a_number_before_its_unit() -> None:
    for words in matched(money._SUM):
        assert money._MAY_BE.search(words), words
