"""A DOCX changed behind our back is measured as it is: each change is found, and only that."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest

from liennganh.pure.officialdocs import Aspect, check, measure, write_docx
from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.layout import Story
from liennganh.pure.officialdocs.tests.documents import LETTER, REPORT

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


@cache
def written() -> bytes:
    return write_docx(REPORT)


def edited(content: bytes, part: str, pattern: str, new: str, count: int = 0) -> bytes:
    """Replace in one part of the package; the pattern must occur."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if re.fullmatch(part, name):
                text, times = re.subn(pattern, new, data.decode(), count=count, flags=re.DOTALL)
                assert times or "*" in part, f"{pattern} does not occur in {name}"
                data = text.encode()
            target.writestr(name, data)
    return made.getvalue()


def style(element: Element) -> str:
    """The beginning of a pattern that reaches into the style of an element."""
    return rf'(w:styleId="{element.style_id}">(?:(?!</w:style>).)*?)'


@pytest.mark.parametrize(
    ("part", "pattern", "new", "expected"),
    [
        (DOCUMENT, 'w:top="1134"', 'w:top="850"', {(None, Aspect.MARGIN)}),
        (DOCUMENT, 'w:bottom="1134"', 'w:bottom="1701"', {(None, Aspect.MARGIN)}),
        (DOCUMENT, "<w:titlePg/>", "", {(Element.PAGE_NUMBER, Aspect.FIRST_PAGE_NUMBER)}),
        (DOCUMENT, ' w:start="1"', "", {(Element.PAGE_NUMBER, Aspect.NUMBERING)}),
        (DOCUMENT, "<w:tblHeader/>", "", {(Element.TABLE_HEADER, Aspect.TABLE_HEADER)}),
        (
            DOCUMENT,
            "Số: 05/",
            "Số: 5/",
            {(Element.NUMBER, Aspect.WORDING), (Element.NUMBER, Aspect.TEXT)},
        ),
        (
            STYLES,
            style(Element.NATION) + r'w:sz w:val="24"',
            r'\1w:sz w:val="28"',
            {(Element.NATION, Aspect.SIZE)},
        ),
        (
            STYLES,
            style(Element.PLACE_DATE) + "<w:i/>",
            r"\1",
            {(Element.PLACE_DATE, Aspect.ITALIC)},
        ),
        (STYLES, style(Element.KIND) + "<w:b/>", r"\1", {(Element.KIND, Aspect.BOLD)}),
        (
            STYLES,
            style(Element.ADDRESS) + 'w:ascii="[^"]*"',
            r'\1w:ascii="Arial"',
            {(Element.ADDRESS, Aspect.FONT)},
        ),
        (
            STYLES,
            style(Element.SIGNER) + 'w:jc w:val="center"',
            r'\1w:jc w:val="right"',
            {(Element.SIGNER, Aspect.ALIGNMENT)},
        ),
        (
            STYLES,
            style(Element.PARAGRAPH) + 'w:firstLine="720"',
            r'\1w:firstLine="0"',
            {(Element.PARAGRAPH, Aspect.INDENT)},
        ),
        (
            STYLES,
            style(Element.PARAGRAPH) + 'w:after="120"',
            r'\1w:after="60"',
            {(Element.PARAGRAPH, Aspect.SPACE_AFTER)},
        ),
        (
            STYLES,
            style(Element.BULLET) + 'w:line="264"',
            r'\1w:line="480"',
            {(Element.BULLET, Aspect.LINE_SPACING)},
        ),
        (
            STYLES,
            style(Element.ISSUER) + 'w:color w:val="000000"',
            r'\1w:color w:val="FF0000"',
            {(Element.ISSUER, Aspect.COLOUR)},
        ),
        (
            STYLES,
            style(Element.SUPERIOR) + "<w:lang [^>]*>",
            r'\1<w:lang w:val="en-US"/>',
            {(Element.SUPERIOR, Aspect.LANGUAGE)},
        ),
        (
            STYLES,
            style(Element.SUPERIOR) + "<w:sz ",
            r'\1<w:u w:val="single"/><w:sz ',
            {(Element.SUPERIOR, Aspect.UNDERLINE)},
        ),
        (
            r"word/header\d*.xml",
            'w:instr="PAGE"',
            'w:instr="NUMPAGES"',
            {(Element.PAGE_NUMBER, Aspect.PAGE_NUMBER)},
        ),
    ],
)
def test_a_change_in_the_file_is_found(
    part: str, pattern: str, new: str, expected: set[tuple[Element | None, Aspect]]
) -> None:
    broken = edited(written(), part, pattern, new)
    found = {(one.element, one.aspect) for one in check(broken, REPORT)}
    assert found == expected


def test_a_signature_that_may_split_is_found() -> None:
    split = edited(
        written(), DOCUMENT, r"<w:cantSplit/>(?=</w:trPr><w:tc>(?:(?!<w:tr>).)*VbSigner)", ""
    )
    found = {(one.element, one.aspect) for one in check(split, REPORT)}
    assert found == {(Element.AUTHORITY, Aspect.SIGNATURE_SPLIT)}


def test_a_line_drawn_shorter_or_taken_away_is_found() -> None:
    rule = r'(VbMottoRule"/>)<w:pBdr>.*?</w:pBdr>'
    gone = edited(written(), DOCUMENT, rule, r"\1")
    indent = r'(VbMottoRule"/><w:pBdr>(?:(?!</w:pPr>).)*?<w:ind )w:left="\d+" w:right="\d+"'
    short = edited(written(), DOCUMENT, indent, r'\1w:left="1700" w:right="1700"')
    for broken in (gone, short):
        found = {(one.element, one.aspect) for one in check(broken, REPORT)}
        assert found == {(Element.MOTTO_RULE, Aspect.RULE_LENGTH)}


def test_direct_formatting_wins_over_the_style_and_capitals_by_formatting_count() -> None:
    run = r"<w:r>(?=<w:t [^>]*>Trần Văn Hòa)"
    small = edited(
        write_docx(LETTER), DOCUMENT, run, '<w:r><w:rPr><w:caps/><w:sz w:val="20"/></w:rPr>'
    )
    (signer,) = measure(small).of(Element.SIGNER)
    assert (signer.text, signer.runs[0].size_pt, signer.runs[0].bold) == ("TRẦN VĂN HÒA", 10, True)


def test_the_page_and_its_boxes_are_measured_in_millimetres() -> None:
    layout = measure(written())
    main, wide, last = layout.sections
    assert (round(main.width_mm), round(main.height_mm)) == (210, 297)
    assert (round(wide.width_mm), round(wide.height_mm)) == (297, 210)
    assert [round(main.left_mm), round(main.right_mm), round(main.top_mm)] == [30, 20, 20]
    assert last.number_start == 1
    nation, issuer = layout.of(Element.NATION)[0], layout.of(Element.ISSUER)[0]
    assert issuer.box.left_mm == 0
    assert nation.box.left_mm == pytest.approx(issuer.box.width_mm)
    assert nation.box.left_mm + nation.box.width_mm == pytest.approx(160, abs=0.1)


def test_the_drawn_lines_have_the_lengths_of_their_texts() -> None:
    layout = measure(written())
    motto, line = layout.of(Element.MOTTO)[0], layout.of(Element.MOTTO_RULE)[0]
    assert line.rule_mm == pytest.approx(motto.longest_line_mm, abs=0.1)
    subject, below = layout.of(Element.SUBJECT)[0], layout.of(Element.SUBJECT_RULE)[0]
    assert below.rule_mm == pytest.approx(0.4 * subject.longest_line_mm, abs=0.1)


def test_the_address_and_the_limit_of_circulation_belong_to_page_one_of_the_main_text() -> None:
    layout = measure(written())
    assert {(one.section, one.story) for one in layout.of(Element.ADDRESS)} == {
        (0, Story.FIRST_FOOTER)
    }
    assert [(one.section, one.story) for one in layout.of(Element.CIRCULATION)] == [
        (0, Story.FIRST_HEADER)
    ]


def test_the_head_fits_its_box_without_wrapping() -> None:
    layout = measure(written())
    for element in (
        Element.NATION,
        Element.MOTTO,
        Element.ISSUER,
        Element.SUPERIOR,
        Element.NUMBER,
        Element.PLACE_DATE,
    ):
        for one in layout.of(element):
            assert one.longest_line_mm < one.box.width_mm


def test_a_long_place_name_still_keeps_its_date_on_one_line() -> None:
    long = replace(LETTER, place="Thành phố Hồ Chí Minh")
    (date,) = measure(write_docx(long)).of(Element.PLACE_DATE)
    assert date.longest_line_mm < date.box.width_mm
    assert check(write_docx(long), long) == ()


def test_text_in_a_style_that_is_no_element_is_found() -> None:
    other = edited(written(), DOCUMENT, 'w:val="VbKind"', 'w:val="Normal"')
    assert {(one.element, one.aspect) for one in check(other, REPORT)} == {
        (Element.KIND, Aspect.TEXT),
        (None, Aspect.STRAY),
    }
    added = edited(written(), DOCUMENT, "<w:body>", "<w:body><w:p><w:r><w:t>Thêm</w:t></w:r></w:p>")
    (found,) = check(added, REPORT)
    assert (found.aspect, found.message) == (
        Aspect.STRAY,
        "Đoạn “Thêm” không thuộc thành phần thể thức nào.",
    )
