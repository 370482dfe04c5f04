"""Places in a text."""

from hypothesis import given
from hypothesis import strategies as st

from liennganh.plans.spans import (
    Mark,
    excerpt,
    find_quote,
    lines_of,
    split_points,
    trimmed,
)

texts = st.text(alphabet="ab Đ\n#*.;-😀", max_size=80)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(texts)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8))
    marks = [
        Mark(str(key), min(pair), max(pair), "task", "proposed")
        for key, pair in enumerate(pairs)
        if pair[0] != pair[1]
    ]
    return text, marks


@given(marked())
def test_segments_give_back_the_text_in_order(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    segments = [segment for line in lines_of(text, marks, {}) for segment in line.segments]
    assert all(text[s.start : s.end].rstrip("\n") == s.text for s in segments)
    assert "".join("".join(s.text.split()) for s in segments) == "".join(text.split())
    assert [s.start for s in segments] == sorted(s.start for s in segments)


@given(marked())
def test_each_segment_lies_under_exactly_the_marks_that_cover_it(
    case: tuple[str, list[Mark]],
) -> None:
    text, marks = case
    for line in lines_of(text, marks, {}):
        for segment in line.segments:
            covering = {m.key for m in marks if m.start <= segment.start and segment.end <= m.end}
            touching = {m.key for m in marks if m.start < segment.end and segment.start < m.end}
            assert {mark.key for mark in segment.marks} == covering == touching


@given(marked())
def test_an_anchor_stands_at_most_once(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    opened = [
        key for line in lines_of(text, marks, {}) for seg in line.segments for key in seg.opens
    ]
    assert len(opened) == len(set(opened))


def test_the_innermost_mark_comes_first() -> None:
    marks = [Mark("outer", 0, 9, "task", ""), Mark("inner", 3, 5, "target", "")]
    segments = lines_of("abcdefghi", marks, {})[0].segments
    assert [[m.key for m in s.marks] for s in segments] == [
        ["outer"],
        ["inner", "outer"],
        ["outer"],
    ]


def test_signs_of_markdown_are_hidden_and_headings_raised() -> None:
    line = lines_of("## **I. MỤC TIÊU**\n", [], {0: 1})[0]
    assert line.level == 1
    assert [(s.text, s.hidden) for s in line.segments] == [
        ("## ", True),
        ("**", True),
        ("I. MỤC TIÊU", False),
        ("**", True),
    ]


def test_a_quotation_is_found_whatever_its_spaces() -> None:
    text = "Sở Y tế\nchủ trì. Sở  Y tế chủ trì, phối hợp"
    assert len(find_quote(text, "Sở Y tế chủ trì")) == 2
    assert find_quote(text, "phối hợp") == [(len(text) - 8, len(text))]
    assert find_quote(text, " ** ") == []


def test_cuts_stand_after_sentences_and_for_figures_after_clauses() -> None:
    text = "Một việc. Hai việc, ba việc."
    assert [text[point:].strip() for point in split_points(text, 0, len(text))] == [
        "Hai việc, ba việc."
    ]
    assert len(split_points(text, 0, len(text), clauses=True)) == 2


def test_edges_are_trimmed_of_bullets_and_blanks() -> None:
    text = "\n - **Tổ chức** \n"
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == "Tổ chức"
    assert excerpt(text, 0, len(text)) == "- Tổ chức"
