"""The chain as a value: whatever is altered or taken away is found, at the first row of it."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from liennganh.audit.chain import GENESIS, Link, first_break, link_hash

Chain = list[tuple[Link, str]]

words = st.text(max_size=12)
contents = st.none() | st.dictionaries(words, words | st.integers() | st.booleans(), max_size=3)


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    rows: Chain = []
    previous = GENESIS
    for seq in range(1, draw(st.integers(1, 8)) + 1):
        link = Link(
            seq=seq,
            at=draw(words),
            actor=draw(words),
            agency=draw(words),
            verb=draw(words),
            object_type=draw(words),
            object_id=draw(words),
            object_label=draw(words),
            before=draw(contents),
            after=draw(contents),
            previous_hash=previous,
        )
        previous = link_hash(link)
        rows.append((link, previous))
    return rows


def check(chain: Chain, whole: Chain) -> int | None:
    """Return the number of the first broken row, with the head that the whole chain had."""
    found = first_break(chain, len(whole), whole[-1][1])
    return None if found is None else found.seq


@given(chains())
def test_an_untouched_chain_holds(chain: Chain) -> None:
    assert check(chain, chain) is None


def test_an_empty_chain_holds() -> None:
    assert first_break([], 0, GENESIS) is None


COLUMNS = (
    "at", "actor", "agency", "verb", "object_type", "object_id", "object_label", "before", "after",
)  # fmt: skip


def _other(value: Any) -> Any:
    return f"{value}x" if isinstance(value, str) else {"x": "other"} if value is None else None


@given(chains(), st.data())
def test_an_altered_column_is_found_at_its_row(chain: Chain, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    column = data.draw(st.sampled_from(COLUMNS))
    link, stored = chain[at]
    altered = replace(link, **{column: _other(getattr(link, column))})
    assert check([*chain[:at], (altered, stored), *chain[at + 1 :]], chain) == at + 1


@given(chains(), st.data())
def test_a_row_altered_with_its_own_hash_is_found_by_the_next(
    chain: Chain, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    altered = replace(chain[at][0], object_label="khác hẳn, dài hơn mọi chữ")
    rows = [*chain[:at], (altered, link_hash(altered)), *chain[at + 1 :]]
    assert check(rows, chain) == at + 2


@given(chains(), st.data())
def test_a_removed_row_is_named(chain: Chain, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    assert check([*chain[:at], *chain[at + 1 :]], chain) == at + 1


@given(chains(), st.data())
def test_a_removed_tail_is_named_by_its_first_row(chain: Chain, data: st.DataObject) -> None:
    kept = data.draw(st.integers(0, len(chain) - 1))
    assert check(chain[:kept], chain) == kept + 1


@given(chains(), st.data())
def test_two_rows_in_each_others_place_are_found(chain: Chain, data: st.DataObject) -> None:
    if len(chain) < 2:
        return
    at = data.draw(st.integers(0, len(chain) - 2))
    swapped = [*chain[:at], chain[at + 1], chain[at], *chain[at + 2 :]]
    assert check(swapped, chain) == at + 1


@given(chains(), chains())
def test_rows_appended_behind_the_head_are_found(chain: Chain, other: Chain) -> None:
    link = replace(other[0][0], seq=len(chain) + 1, previous_hash=chain[-1][1])
    assert check([*chain, (link, link_hash(link))], chain) == len(chain) + 2


def test_the_hash_of_a_known_row_never_changes() -> None:
    """A release that hashes otherwise would break every log that exists."""
    link = Link(
        seq=1,
        at="2026-02-03T07:05:00+00:00",
        actor="1:lan",
        agency="Sở Y tế",
        verb="create",
        object_type="plans.plan",
        object_id="7",
        object_label="Kế hoạch 12/KH-UBND",
        before=None,
        after={"số": "12", "năm": 2026},
        previous_hash=GENESIS,
    )
    assert link_hash(link) == "46b6dad6422e14637fc0a99aeaa71381172cf34bd481751fd637599c3c254c04"
