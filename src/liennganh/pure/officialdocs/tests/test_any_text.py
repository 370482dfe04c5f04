"""Whatever officers type comes out of the file as it was typed, in the form of the decree."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from liennganh.pure.officialdocs import (
    Aspect,
    Bullet,
    Column,
    Paragraph,
    Run,
    Table,
    check,
    paragraph,
    write_docx,
    write_html,
)
from liennganh.pure.officialdocs.tests.documents import LETTER

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WORDS = st.text("aăâbcdđeêơưừ &<>\"'/;.,-123\n\t", max_size=120)
TEXTS = ANYTHING | WORDS
BLOCKS = st.one_of(
    TEXTS.map(paragraph),
    TEXTS.map(lambda text: Bullet((Run(text),))),
    TEXTS.map(lambda text: Paragraph((Run("Trong đó "), Run(text, bold=True)))),
    st.tuples(TEXTS, TEXTS).map(
        lambda pair: Table((Column("A"), Column("B")), (pair, pair), bold_rows=frozenset({1}))
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, max_size=4), TEXTS)
def test_any_text_is_written_read_back_and_keeps_the_form(
    blocks: list[Paragraph | Bullet | Table], place: str
) -> None:
    document = replace(
        LETTER, body=tuple(blocks), issuer=f"Sở {place}", recipients=("Như trên", "Lưu: VT")
    )
    content = write_docx(document)
    assert content == write_docx(document)
    # Blank paragraphs and odd capitals are the writer's affair; all the rest must hold.
    allowed = {Aspect.CASE, Aspect.UNDERLINE}
    assert [one for one in check(content, document) if one.aspect not in allowed] == []


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_is_escaped_in_the_preview(text: str) -> None:
    plain = write_html(replace(LETTER, body=(paragraph("x"),)))
    html = write_html(replace(LETTER, body=(paragraph(f"x{text}x"),)))
    assert html.count("<") == plain.count("<")
    assert html.count(">") == plain.count(">")
