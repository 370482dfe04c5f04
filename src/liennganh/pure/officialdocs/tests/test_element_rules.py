"""Every rule on letters, size, style and place finds the paragraph that breaks it, and only that."""

from dataclasses import replace
from functools import cache

import pytest

from liennganh.pure.officialdocs import Aspect, OfficialDocument, measure, write_docx
from liennganh.pure.officialdocs.checking_elements import check_paragraph
from liennganh.pure.officialdocs.element_rules import ELEMENT_RULES
from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.layout import Box, Layout, MeasuredParagraph
from liennganh.pure.officialdocs.rules import Case, Emphasis, Side
from liennganh.pure.officialdocs.tests.documents import DECISION, LETTER, MINUTES, REPORT

DOCUMENTS: tuple[OfficialDocument, ...] = (REPORT, LETTER, DECISION, MINUTES)
RULED = sorted(ELEMENT_RULES)


@cache
def layouts() -> tuple[Layout, ...]:
    return tuple(measure(write_docx(document)) for document in DOCUMENTS)


def sample(element: Element) -> tuple[MeasuredParagraph, float]:
    """A right paragraph of the element with the width of the text area around it."""
    for layout in layouts():
        for one in layout.of(element):
            if one.runs:
                return one, layout.sections[one.section].text_width_mm
    raise AssertionError(f"no document has a {element}")


def aspects(one: MeasuredParagraph, width_mm: float) -> set[Aspect]:
    return {found.aspect for found in check_paragraph(one, width_mm, side_free=False)}


def relettered(one: MeasuredParagraph, **changes: object) -> MeasuredParagraph:
    return replace(one, runs=tuple(replace(run, **changes) for run in one.runs))  # type: ignore[arg-type] # the names of the fields are given as text


def retyped(one: MeasuredParagraph, text: str) -> MeasuredParagraph:
    return replace(one, runs=(replace(one.runs[0], text=text),))


@pytest.mark.parametrize("element", RULED)
def test_what_we_write_keeps_the_rule(element: Element) -> None:
    assert aspects(*sample(element)) == set()


@pytest.mark.parametrize("element", RULED)
@pytest.mark.parametrize(
    ("changes", "aspect"),
    [
        (
            {"fonts": ("Arial", "Times New Roman", "Times New Roman", "Times New Roman")},
            Aspect.FONT,
        ),
        ({"fonts": ("Times New Roman",) * 3 + ("",)}, Aspect.FONT),
        ({"colour": "0000FF"}, Aspect.COLOUR),
        ({"language": "en-US"}, Aspect.LANGUAGE),
        ({"underline": True}, Aspect.UNDERLINE),
    ],
)
def test_another_font_colour_language_or_underlining_is_found(
    element: Element, changes: dict[str, object], aspect: Aspect
) -> None:
    one, width = sample(element)
    assert aspects(relettered(one, **changes), width) == {aspect}


@pytest.mark.parametrize("element", RULED)
def test_letters_half_a_point_too_small_or_too_large_are_found(element: Element) -> None:
    one, width = sample(element)
    least, most = ELEMENT_RULES[element].sizes
    assert aspects(relettered(one, size_pt=least), width) == set()
    assert aspects(relettered(one, size_pt=most), width) == set()
    assert aspects(relettered(one, size_pt=least - 0.5), width) == {Aspect.SIZE}
    assert aspects(relettered(one, size_pt=most + 0.5), width) == {Aspect.SIZE}


@pytest.mark.parametrize("name", ["bold", "italic"])
@pytest.mark.parametrize("element", RULED)
def test_wrong_emphasis_is_found(element: Element, name: str) -> None:
    one, width = sample(element)
    asked: Emphasis = getattr(ELEMENT_RULES[element], name)
    if asked is Emphasis.ANY:
        assert aspects(relettered(one, **{name: True}), width) == set()
        return
    wrong = asked in {Emphasis.NONE, Emphasis.NOT_ALL}
    assert aspects(relettered(one, **{name: wrong}), width) == {Aspect(name)}


@pytest.mark.parametrize("element", RULED)
def test_wrong_capitals_are_found(element: Element) -> None:
    one, width = sample(element)
    match ELEMENT_RULES[element].case:
        case Case.UPPER:
            found = aspects(retyped(one, one.text.lower()), width)
        case Case.LOWER:
            found = aspects(retyped(one, one.text.upper()), width)
        case Case.FREE:
            return
    assert Aspect.CASE in found
    assert found <= {Aspect.CASE, Aspect.WORDING}


@pytest.mark.parametrize("element", RULED)
def test_a_wrong_alignment_is_found(element: Element) -> None:
    one, width = sample(element)
    allowed = ELEMENT_RULES[element].aligns
    for align in {"left", "center", "right", "both"} - allowed:
        assert aspects(replace(one, align=align), width) == {Aspect.ALIGNMENT}


SIDED = [element for element in RULED if ELEMENT_RULES[element].side]


def test_the_head_the_foot_and_the_stamps_have_a_side() -> None:
    assert {Element.NATION, Element.ISSUER, Element.SIGNER, Element.URGENCY} < set(SIDED)


@pytest.mark.parametrize("element", SIDED)
def test_an_element_on_the_wrong_side_or_over_the_whole_width_is_found(element: Element) -> None:
    one, width = sample(element)
    left = 0 if ELEMENT_RULES[element].side is Side.RIGHT else width / 2
    other_side = replace(one.box, left_mm=left, width_mm=width / 2)
    assert aspects(replace(one, box=other_side), width) == {Aspect.SIDE}
    assert aspects(replace(one, box=Box(0, width)), width) == {Aspect.SIDE}


RUNNING = [element for element in RULED if ELEMENT_RULES[element].running]


@pytest.mark.parametrize("element", RUNNING)
@pytest.mark.parametrize(
    ("changes", "aspect"),
    [
        ({"first_line_mm": 0.0}, Aspect.INDENT),
        ({"first_line_mm": 11.0}, Aspect.INDENT),
        ({"after_pt": 5.5}, Aspect.SPACE_AFTER),
        ({"line": 0.9}, Aspect.LINE_SPACING),
        ({"line": 1.6}, Aspect.LINE_SPACING),
        ({"line": None, "exact_pt": 12.0}, Aspect.LINE_SPACING),
    ],
)
def test_running_text_has_its_indent_and_its_spacing(
    element: Element, changes: dict[str, object], aspect: Aspect
) -> None:
    one, width = sample(element)
    assert aspects(replace(one, **changes), width) == {aspect}  # type: ignore[arg-type] # the names of the fields are given as text


@pytest.mark.parametrize("first_line_mm", [10.0, 12.7])
def test_both_indents_of_the_decree_are_right(first_line_mm: float) -> None:
    one, width = sample(Element.PARAGRAPH)
    assert aspects(replace(one, first_line_mm=first_line_mm), width) == set()


def test_decomposed_letters_and_typed_lines_are_found() -> None:
    one, width = sample(Element.PARAGRAPH)
    assert aspects(retyped(one, "Ho\u0300a bi\u0300nh."), width) == {Aspect.UNICODE}
    assert aspects(retyped(one, "_____ hết"), width) == {Aspect.UNDERLINE}


@pytest.mark.parametrize(
    ("element", "text"),
    [
        (Element.NATION, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (Element.MOTTO, "Độc lập – Tự do – Hạnh phúc"),
        (Element.NUMBER, "Số: 5/BC-UBND"),
        (Element.NUMBER, "Số: 05/BC - UBND"),
        (Element.NUMBER, "Số: 05-BC/UBND"),
        (Element.NUMBER, "Số 05/BC-UBND"),
        (Element.PLACE_DATE, "Lạng Sơn, ngày 5 tháng 01 năm 2026"),
        (Element.PLACE_DATE, "Lạng Sơn, ngày 05 tháng 1 năm 2026"),
        (Element.PLACE_DATE, "Lạng Sơn, ngày 05 tháng 03 năm 2026"),
        (Element.PLACE_DATE, "Lạng Sơn ngày 05 tháng 3 năm 2026"),
        (Element.PLACE_DATE, "Lạng Sơn, 05/3/2026"),
        (Element.LETTER_SUBJECT, "Về việc báo cáo"),
        (Element.URGENCY, "RẤT KHẨN"),
        (Element.ADDRESSEE, "Kính gửi Bộ Y tế"),
        (Element.ADDRESSEES_LABEL, "Kính gửi"),
        (Element.ADDRESSEES_ITEM, "Bộ Y tế;"),
        (Element.DIVISION_LABEL, "Phần 1"),
        (Element.ARTICLE, "Điều I. Phạm vi"),
        (Element.ROMAN_HEADING, "1. KẾT QUẢ"),
        (Element.CLAUSE_HEADING, "I. Kết quả"),
        (Element.CLAUSE, "1) Kết quả"),
        (Element.POINT, "f) Kết quả"),
        (Element.RECIPIENTS_LABEL, "Nơi nhận"),
        (Element.RECIPIENT, "Như trên;"),
        (Element.PAGE_NUMBER, "ii"),
        (Element.APPENDIX_LABEL, "Phụ lục 1"),
        (Element.APPENDIX_REFERENCE, "(Kèm theo Kế hoạch của tỉnh)"),
    ],
)
def test_wrong_wording_is_found(element: Element, text: str) -> None:
    one, width = sample(element)
    assert aspects(retyped(one, text), width) == {Aspect.WORDING}


def test_every_rule_on_wording_is_tried_above() -> None:
    marks = test_wrong_wording_is_found.pytestmark  # type: ignore[attr-defined] # set by pytest
    tried = {element for element, _ in marks[0].args[1]}
    assert tried == {element for element in RULED if ELEMENT_RULES[element].wording}


def test_two_signatures_side_by_side_may_stand_left_and_right() -> None:
    one, width = sample(Element.AUTHORITY)
    left = replace(one, box=Box(0, 70))
    assert list(check_paragraph(left, width, side_free=True)) == []
