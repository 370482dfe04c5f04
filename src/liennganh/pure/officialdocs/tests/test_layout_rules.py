"""Every rule on pages, lines, frames, lists and tables finds what breaks it, and only that."""

from dataclasses import replace
from functools import cache

import pytest

from liennganh.pure.officialdocs import (
    Aspect,
    Layout,
    OfficialDocument,
    Picture,
    check,
    measure,
    write_docx,
)
from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.layout import MeasuredParagraph, Story
from liennganh.pure.officialdocs.tests.documents import DECISION, LETTER, MINUTES, REPORT, png

Found = set[tuple[Element | None, Aspect]]


@cache
def report() -> Layout:
    return measure(write_docx(REPORT))


def found(layout: Layout, document: OfficialDocument = REPORT) -> Found:
    return {(one.element, one.aspect) for one in check(layout, document)}


def changed(layout: Layout, old: MeasuredParagraph, *new: MeasuredParagraph) -> Layout:
    at = layout.paragraphs.index(old)
    return replace(layout, paragraphs=(*layout.paragraphs[:at], *new, *layout.paragraphs[at + 1 :]))


def retyped(layout: Layout, element: Element, place: int, text: str) -> Layout:
    old = layout.of(element)[place]
    return changed(layout, old, replace(old, runs=(replace(old.runs[0], text=text),)))


@pytest.mark.parametrize("document", [REPORT, LETTER, DECISION, MINUTES])
def test_what_we_write_has_no_findings(document: OfficialDocument) -> None:
    assert check(write_docx(document), document) == ()


def test_a_finding_says_in_vietnamese_what_is_wrong_and_cites_the_decree() -> None:
    first, *others = report().sections
    (one,) = check(replace(report(), sections=(replace(first, top_mm=17.5), *others)), REPORT)
    assert one.message == "Lề trên phải từ 20 đến 25 mm, đang là 17,5 mm."
    assert "Phụ lục I Nghị định 30/2020/NĐ-CP" in one.citation


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"height_mm": 279.4}, {(None, Aspect.PAGE_SIZE)}),
        ({"width_mm": 297.0, "height_mm": 210.0}, {(None, Aspect.ORIENTATION)}),
        ({"top_mm": 19}, {(None, Aspect.MARGIN)}),
        ({"bottom_mm": 26}, {(None, Aspect.MARGIN)}),
        ({"left_mm": 29}, {(None, Aspect.MARGIN)}),
        ({"right_mm": 21}, {(None, Aspect.MARGIN)}),
        ({"first_page_differs": False}, {(Element.PAGE_NUMBER, Aspect.FIRST_PAGE_NUMBER)}),
        ({"number_start": None}, {(Element.PAGE_NUMBER, Aspect.NUMBERING)}),
        ({"number_format": "lowerRoman"}, {(Element.PAGE_NUMBER, Aspect.NUMBERING)}),
        ({"header_mm": 25.0}, {(Element.PAGE_NUMBER, Aspect.PAGE_NUMBER)}),
    ],
)
def test_the_page_is_that_of_the_decree(changes: dict[str, object], expected: Found) -> None:
    *others, last = report().sections
    section = replace(last, **changes)  # type: ignore[arg-type] # the names of the fields are given as text
    assert found(replace(report(), sections=(*others, section))) == expected


def test_a_missing_or_misplaced_page_number_is_found() -> None:
    layout = report()
    number = layout.of(Element.PAGE_NUMBER)[0]
    gone = changed(layout, number)
    assert found(gone) == {(Element.PAGE_NUMBER, Aspect.PAGE_NUMBER)}
    everywhere = changed(layout, number, number, replace(number, story=Story.FIRST_HEADER))
    assert found(everywhere) == {(Element.PAGE_NUMBER, Aspect.FIRST_PAGE_NUMBER)}
    at_the_foot = changed(layout, number, number, replace(number, story=Story.FOOTER))
    assert found(at_the_foot) == {(Element.PAGE_NUMBER, Aspect.FIRST_PAGE_NUMBER)}


def test_an_appendix_without_a_section_of_its_own_is_found() -> None:
    layout = report()
    two = replace(
        layout,
        sections=layout.sections[:2],
        paragraphs=tuple(one for one in layout.paragraphs if one.section < 2),
    )
    assert (None, Aspect.SECTIONS) in found(two)


@pytest.mark.parametrize(
    ("element", "shares"),
    [
        (Element.MOTTO_RULE, (0.9, 1.1)),
        (Element.ISSUER_RULE, (0.3, 0.55)),
        (Element.SUBJECT_RULE, (0.3, 0.55)),
    ],
)
def test_a_drawn_line_too_short_too_long_or_missing_is_found(
    element: Element, shares: tuple[float, float]
) -> None:
    layout = report()
    line = layout.of(element)[0]
    above = layout.paragraphs[layout.paragraphs.index(line) - 1]
    for length in [above.longest_line_mm * share for share in shares] + [None]:
        broken = changed(layout, line, replace(line, rule_mm=length))
        assert found(broken) == {(element, Aspect.RULE_LENGTH)}


def test_a_drawn_line_out_of_the_middle_is_found() -> None:
    layout = report()
    line = layout.of(Element.ISSUER_RULE)[0]
    askew = replace(line, left_mm=line.left_mm + 5, right_mm=line.right_mm - 5)
    assert found(changed(layout, line, askew)) == {(Element.ISSUER_RULE, Aspect.RULE_CENTRED)}


def test_the_address_stands_below_a_line_over_the_whole_width() -> None:
    layout = report()
    address = layout.of(Element.ADDRESS)[0]
    for length in (120.0, None):
        broken = changed(layout, address, replace(address, rule_mm=length))
        assert found(broken) == {(Element.ADDRESS, Aspect.RULE_LENGTH)}


def test_stamps_have_a_frame_and_that_of_urgency_its_size() -> None:
    layout = report()
    for element in (Element.URGENCY, Element.CIRCULATION):
        stamp = layout.of(element)[0]
        bare = changed(layout, stamp, replace(stamp, box=replace(stamp.box, framed=False)))
        assert found(bare) == {(element, Aspect.FRAME)}
    stamp = layout.of(Element.URGENCY)[0]
    for changes in ({"width_mm": 30.0}, {"height_mm": 10.0}, {"height_mm": None}):
        box = replace(stamp.box, **changes)
        assert found(changed(layout, stamp, replace(stamp, box=box))) == {
            (Element.URGENCY, Aspect.FRAME)
        }


@pytest.mark.parametrize("element", [Element.PLACE_DATE, Element.AUTHORITY])
def test_elements_of_one_line_stand_on_one_line(element: Element) -> None:
    partner = {Element.PLACE_DATE: Element.NUMBER, Element.AUTHORITY: Element.RECIPIENTS_LABEL}
    layout = report()
    one = layout.of(element)[0]
    broken = changed(layout, one, replace(one, box=replace(one.box, row=(9, 9))))
    assert found(broken) == {(partner[element], Aspect.SAME_LINE)}


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (Element.NATION, Element.MOTTO),
        (Element.SUPERIOR, Element.ISSUER),
        (Element.KIND, Element.SUBJECT),
        (Element.APPENDIX_LABEL, Element.APPENDIX_TITLE),
    ],
)
def test_an_element_above_the_one_it_belongs_under_is_found(upper: Element, lower: Element) -> None:
    layout = report()
    first, second = layout.of(upper)[0], layout.of(lower)[0]
    swapped = tuple(
        {id(first): second, id(second): first}.get(id(one), one) for one in layout.paragraphs
    )
    assert found(replace(layout, paragraphs=swapped)) == {(lower, Aspect.PLACE)}


def test_a_signer_above_the_authority_and_a_list_above_its_label_are_found() -> None:
    layout = measure(write_docx(LETTER))
    for upper, lower in (
        (Element.AUTHORITY, Element.SIGNER),
        (Element.RECIPIENTS_LABEL, Element.RECIPIENT),
    ):
        rest = tuple(one for one in layout.paragraphs if one.element is not lower)
        upside_down = replace(layout, paragraphs=(*layout.of(lower), *rest))
        assert upper in {one.element for one in rest}
        assert found(upside_down, LETTER) == {(lower, Aspect.PLACE)}


@pytest.mark.parametrize(
    ("element", "place", "text", "aspect"),
    [
        (Element.LEGAL_BASIS, 0, "Căn cứ Pháp lệnh Phòng, chống mại dâm,", Aspect.PUNCTUATION),
        (Element.LEGAL_BASIS, 1, "Căn cứ Kế hoạch;", Aspect.PUNCTUATION),
        (Element.ADDRESSEES_ITEM, 0, "- Bộ Y tế.", Aspect.PUNCTUATION),
        (Element.ADDRESSEES_ITEM, 1, "- Ủy ban nhân dân tỉnh;", Aspect.PUNCTUATION),
        (Element.RECIPIENT, 0, "- Như trên.", Aspect.PUNCTUATION),
        (Element.RECIPIENT, 3, "- Lưu VT.", Aspect.WORDING),
        (Element.RECIPIENT, 3, "- Sở Y tế.", Aspect.WORDING),
    ],
)
def test_lists_end_their_lines_as_the_decree_asks(
    element: Element, place: int, text: str, aspect: Aspect
) -> None:
    # The text is also another than the document's, which is a finding of its own.
    assert found(retyped(report(), element, place, text)) == {
        (element, aspect),
        (element, Aspect.TEXT),
    }


def test_a_text_that_is_missing_changed_added_or_repeated_is_found() -> None:
    layout = report()
    last = [one for one in layout.of(Element.PARAGRAPH) if one.section == 0][-1]
    other = replace(last, runs=(replace(last.runs[0], text="Trên đây là báo cáo."),))
    for broken in (
        changed(layout, last),
        changed(layout, last, other),
        changed(layout, last, last, other),
        changed(layout, last, last, last),
    ):
        assert found(broken) == {(Element.PARAGRAPH, Aspect.TEXT)}


def test_the_mark_at_the_end_may_not_be_left_out() -> None:
    layout = report()
    last = [one for one in layout.of(Element.PARAGRAPH) if one.section == 0][-1]
    assert last.text.endswith("./.")
    unended = replace(last, runs=(replace(last.runs[0], text=last.text.removesuffix("./.")),))
    assert found(changed(layout, last, unended)) == {(Element.PARAGRAPH, Aspect.TEXT)}


@pytest.mark.parametrize(
    ("marker", "changes", "expected"),
    [
        (
            Element.TABLE_HEADER,
            {"header_repeats": False},
            (Element.TABLE_HEADER, Aspect.TABLE_HEADER),
        ),
        (Element.TABLE_HEADER, {"rows_whole": False}, (Element.TABLE_CELL, Aspect.TABLE_ROWS)),
        (Element.TABLE_HEADER, {"width_mm": 400.0}, (Element.TABLE_CELL, Aspect.TABLE_WIDTH)),
        (Element.AUTHORITY, {"rows_whole": False}, (Element.AUTHORITY, Aspect.SIGNATURE_SPLIT)),
        (
            Element.AUTHORITY,
            {"kept_with_text_above": False},
            (Element.AUTHORITY, Aspect.SIGNATURE_SPLIT),
        ),
    ],
)
def test_tables_repeat_their_header_and_signatures_stay_whole(
    marker: Element, changes: dict[str, object], expected: tuple[Element, Aspect]
) -> None:
    layout = report()
    tables = tuple(
        replace(table, **changes) if marker in table.elements else table  # type: ignore[arg-type] # the names of the fields are given as text
        for table in layout.tables
    )
    assert found(replace(layout, tables=tables)) == {expected}


def test_a_picture_without_words_is_found() -> None:
    document = replace(LETTER, body=(*LETTER.body, Picture(png(), 60, " ")))
    assert found(measure(write_docx(document)), document) == {
        (Element.PICTURE, Aspect.PICTURE_TEXT)
    }


def test_documents_whose_own_words_break_the_decree_are_found() -> None:
    spaced = replace(LETTER, symbol="SYT - PCTNXH")
    assert found(measure(write_docx(spaced)), spaced) == {(Element.NUMBER, Aspect.WORDING)}
    unarchived = replace(LETTER, recipients=("Như trên", "Sở Y tế"))
    assert found(measure(write_docx(unarchived)), unarchived) == {
        (Element.RECIPIENT, Aspect.WORDING)
    }
