"""Our own plans, written to files and read back, say the same as the text itself."""

from functools import cache
from pathlib import Path

import pytest

from liennganh.pure.planreader import Reading, read
from liennganh.pure.planreader.files import text_of
from tests import old_fonts, round_trip, sample_plan

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "ke-hoach-khanh-hoa-2026-2030.docx"
PLANS = [
    "sample_plan",
    SAMPLE.stem,
    *sorted(p.stem for p in (ROOT / "tests" / "reading").glob("*.txt")),
]


@cache
def plan(name: str) -> str:
    if name == "sample_plan":
        return sample_plan.TEXT
    if name == SAMPLE.stem:
        return text_of(SAMPLE.read_bytes(), SAMPLE.name).text
    return (ROOT / "tests" / "reading" / f"{name}.txt").read_text("utf-8")


@cache
def reading(name: str) -> Reading:
    return read(plan(name))


def check(name: str, content: bytes, filename: str) -> None:
    found = read(text_of(content, filename).text)
    differences = round_trip.same_items(reading(name), found)
    assert differences.total > 0
    assert not differences.missing, str(differences)
    assert not differences.extra, str(differences)


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_in_word_says_the_same(name: str) -> None:
    check(name, round_trip.write_docx(plan(name)), "ke-hoach.docx")


@pytest.mark.libreoffice
@round_trip.needs_libreoffice
@pytest.mark.parametrize("name", PLANS)
def test_a_plan_printed_to_pdf_says_the_same(name: str) -> None:
    check(name, round_trip.to_pdf(round_trip.write_docx(plan(name))), "ke-hoach.pdf")


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_on_a_legal_portal_says_the_same(name: str) -> None:
    check(name, round_trip.write_html(plan(name)), "ke-hoach.html")


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_typed_in_vni_says_the_same(name: str) -> None:
    check(name, old_fonts.to_vni(plan(name)), "ke-hoach.txt")


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_typed_in_tcvn3_says_the_same(name: str) -> None:
    check(name, old_fonts.to_tcvn3(plan(name)), "ke-hoach.txt")
