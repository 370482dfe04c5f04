"""One figure of a higher level from the entries of one period."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.rollup import (
    Basis,
    ConflictingEntriesError,
    Entry,
    EntryError,
    Flow,
    IndicatorRule,
    MixedPeriodsError,
    NotAddableError,
    OverTime,
    OverUnits,
    RuleError,
    Status,
    UnexpectedReporterError,
    current,
    roll_up,
)

EVENTS = IndicatorRule(
    "B1", "buổi", Flow.FLOW, OverUnits.SUM, OverTime.SUM, name="buổi truyền thông"
)
SITES = IndicatorRule("A1", "cơ sở", Flow.STOCK, OverUnits.SUM, OverTime.LATEST)
INSPECTED = IndicatorRule(
    "D1",
    "%",
    Flow.FLOW,
    OverUnits.RATIO_OF_SUMS,
    OverTime.SUM,
    name="cơ sở được kiểm tra ít nhất một lần",
)


def said(reporter: str, value: int | None = None, **more: object) -> Entry:
    status = more.pop("status", Status.REPORTED)
    fields = {
        key: Decimal(v) if isinstance(v, int) and key != "version" else v for key, v in more.items()
    }
    return Entry(
        reporter,
        str(fields.pop("unit", reporter)),
        str(fields.pop("period_key", "2026-Q1")),
        status,  # type: ignore[arg-type]  # keyword bag of a test
        None if value is None else Decimal(value),
        **fields,  # type: ignore[arg-type]  # keyword bag of a test
    )


def test_missing_is_not_zero() -> None:
    with_zero = roll_up(EVENTS, [said("a", 5), said("b", 0)], ["a", "b"])
    without = roll_up(EVENTS, [said("a", 5)], ["a", "b"])
    assert (with_zero.value, with_zero.complete, with_zero.high) == (Decimal(5), True, Decimal(5))
    assert (without.value, without.complete, without.high) == (Decimal(5), False, None)
    assert without.missing == ("b",)


def test_a_missing_entry_is_as_missing_as_none_at_all() -> None:
    blank = roll_up(EVENTS, [said("a", 5), said("b", status=Status.MISSING)], ["a", "b"])
    assert blank == roll_up(EVENTS, [said("a", 5)], ["a", "b"])


def test_a_nil_report_is_a_zero_and_a_report() -> None:
    figure = roll_up(EVENTS, [said("a", 5), said("b", status=Status.NIL)], ["a", "b"])
    assert (figure.value, figure.complete) == (Decimal(5), True)


def test_nil_says_nothing_about_a_stock() -> None:
    figure = roll_up(SITES, [said("a", 5), said("b", status=Status.NIL)], ["a", "b"])
    assert figure.missing == ("b",)
    assert roll_up(SITES, [said("a", 0, status=Status.NIL)], ["a"]).value == 0


def test_nobodys_report_makes_no_figure() -> None:
    figure = roll_up(EVENTS, [], ["a", "b"], period_key="2026-Q1")
    assert figure.value is None
    assert (figure.low, figure.high, figure.complete) == (Decimal(0), None, False)
    assert figure.period_key == "2026-Q1"


def test_not_applicable_leaves_numerator_and_denominator() -> None:
    entries = [
        said("a", numerator=2, denominator=4),
        said("b", status=Status.NOT_APPLICABLE),
    ]
    figure = roll_up(INSPECTED, entries, ["a", "b"])
    assert (figure.value, figure.denominator, figure.complete) == (Decimal(50), Decimal(4), True)
    assert figure.not_applicable == ("b",)


def test_a_percentage_comes_from_sums_never_from_percentages() -> None:
    entries = [said("a", numerator=1, denominator=1), said("b", numerator=0, denominator=99)]
    assert roll_up(INSPECTED, entries, ["a", "b"]).value == 1


def test_a_nil_share_keeps_its_denominator() -> None:
    entries = [
        said("a", numerator=3, denominator=4),
        said("b", status=Status.NIL, denominator=8),
        said("c", status=Status.NIL),
    ]
    assert roll_up(INSPECTED, entries, ["a", "b", "c"]).value == 25


def test_a_share_of_nothing_has_no_value() -> None:
    figure = roll_up(INSPECTED, [said("a", numerator=0, denominator=0)], ["a"])
    assert figure.value is None
    assert "chưa có mẫu số" in figure.sentence


def test_missing_denominators_that_are_known_leave_a_range() -> None:
    figure = roll_up(
        INSPECTED,
        [said("a", numerator=6, denominator=8)],
        ["a", "b"],
        known_maximum={"b": Decimal(2)},
    )
    assert (figure.low, figure.value, figure.high) == (Decimal(60), Decimal(75), Decimal(80))


def test_missing_denominators_that_are_unknown_are_said_to_be() -> None:
    figure = roll_up(INSPECTED, [said("a", numerator=6, denominator=8)], ["a", "b"])
    assert (figure.low, figure.high) == (None, None)
    assert "chưa biết mẫu số" in figure.sentence


def test_a_rate_that_is_no_share_has_no_known_upper_end() -> None:
    rate = IndicatorRule(
        "R",
        "trên 1.000",
        Flow.FLOW,
        OverUnits.RATIO_OF_SUMS,
        OverTime.SUM,
        per=Decimal(1000),
        share=False,
    )
    figure = roll_up(
        rate,
        [said("a", numerator=30, denominator=10)],
        ["a", "b"],
        known_maximum={"b": Decimal(20)},
    )
    assert (figure.low, figure.value, figure.high) == (Decimal(1000), Decimal(3000), None)


def test_figures_of_several_agencies_stand_side_by_side() -> None:
    rule = IndicatorRule("E2", "vụ", Flow.FLOW, OverUnits.SIDE_BY_SIDE, OverTime.SUM)
    entries = [
        said("ca", 12, unit="tinh", source="Công an"),
        said("vks", 10, unit="tinh", source="VKS"),
    ]
    figure = roll_up(rule, entries, ["ca", "vks"])
    assert figure.value is None
    assert figure.complete
    assert figure.formula.startswith("Công an: 12 vụ; VKS: 10 vụ, không cộng")


def test_a_distinct_count_is_published_never_added() -> None:
    rule = IndicatorRule("F1", "người", Flow.FLOW, OverUnits.REGISTER, OverTime.DISTINCT_REGISTER)
    assert roll_up(rule, [said("so", 17)], ["so"]).value == 17
    with pytest.raises(NotAddableError, match="không trùng lặp"):
        roll_up(rule, [said("a", 9), said("b", 10)], ["a", "b"])


def test_the_greatest_and_the_latest() -> None:
    greatest = IndicatorRule("M", "người", Flow.STOCK, OverUnits.MAX, OverTime.MAX)
    latest = IndicatorRule("L", "người", Flow.STOCK, OverUnits.LATEST, OverTime.LATEST)
    entries = [said("a", 9), said("b", 4, version=2)]
    assert roll_up(greatest, entries, ["a", "b"]).value == 9
    assert roll_up(latest, entries, ["a", "b"]).value == 4
    bounded = roll_up(greatest, entries, ["a", "b", "c"], known_maximum={"c": Decimal(20)})
    assert (bounded.low, bounded.high) == (Decimal(9), Decimal(20))
    with pytest.raises(ConflictingEntriesError):
        roll_up(latest, [said("a", 9), said("b", 4)], ["a", "b"])


def test_an_actual_replaces_the_estimate_by_its_version() -> None:
    estimate = said("a", 9, basis=Basis.ESTIMATE)
    actual = said("a", 8, version=2)
    figure = roll_up(EVENTS, [actual, estimate], ["a"])
    assert (figure.value, figure.basis) == (Decimal(8), Basis.ACTUAL)
    assert roll_up(EVENTS, [estimate], ["a"]).basis is Basis.ESTIMATE


def test_one_version_cannot_say_two_things() -> None:
    with pytest.raises(ConflictingEntriesError, match="phiên bản 1"):
        roll_up(EVENTS, [said("a", 9), said("a", 8)], ["a"])
    assert roll_up(EVENTS, [said("a", 9), said("a", 9)], ["a"]).value == 9


def test_strangers_and_other_periods_are_refused() -> None:
    with pytest.raises(UnexpectedReporterError, match="không được giao"):
        roll_up(EVENTS, [said("x", 1)], ["a"])
    with pytest.raises(MixedPeriodsError):
        roll_up(EVENTS, [said("a", 1), said("b", 1, period_key="2026-H1")], ["a", "b"])
    with pytest.raises(MixedPeriodsError):
        roll_up(EVENTS, [said("a", 1)], ["a"], period_key="2026-Q2")


def test_a_bare_percentage_is_no_entry_of_a_ratio() -> None:
    with pytest.raises(EntryError, match="thiếu tử số hoặc mẫu số"):
        roll_up(INSPECTED, [said("a", 75)], ["a"])
    with pytest.raises(EntryError, match="lớn hơn mẫu số"):
        roll_up(INSPECTED, [said("a", numerator=5, denominator=4)], ["a"])


@pytest.mark.parametrize(
    ("status", "value"),
    [
        (Status.MISSING, 0),
        (Status.NOT_APPLICABLE, 3),
        (Status.NIL, 3),
        (Status.REPORTED, None),
        (Status.REPORTED, -1),
    ],
)
def test_an_entry_that_contradicts_itself_cannot_be_made(status: Status, value: int | None) -> None:
    with pytest.raises(EntryError):
        said("a", value, status=status)


def test_a_rule_that_contradicts_itself_cannot_be_made() -> None:
    with pytest.raises(RuleError, match="thời điểm"):
        IndicatorRule("A1", "cơ sở", Flow.STOCK, OverUnits.SUM, OverTime.SUM)
    with pytest.raises(RuleError, match="trùng lặp"):
        IndicatorRule("F1", "người", Flow.FLOW, OverUnits.REGISTER, OverTime.SUM)
    with pytest.raises(RuleError, match="ngưỡng"):
        IndicatorRule("F1", "người", Flow.FLOW, OverUnits.SUM, OverTime.SUM, protected=True)


def test_the_sentence_shows_the_sum_and_names_at_most_five() -> None:
    everybody = [f"x{i}" for i in range(14)]
    names = {key: f"xã {key[1:]}" for key in everybody}
    figure = roll_up(EVENTS, [said("x0", 3), said("x1", 4)], everybody, names=names, noun="xã")
    assert figure.sentence.startswith("Buổi truyền thông: 3 + 4 = 7 buổi (còn 12 xã chưa báo cáo: ")
    assert figure.sentence.count("xã ") - figure.sentence.count("xã chưa") < 8
    assert "và 7 xã khác" in figure.sentence


# A tree of three levels: each leaf reports, is nil, not applicable, or missing.
leaf = st.one_of(
    st.tuples(st.just(Status.REPORTED), st.integers(0, 1000), st.integers(0, 1000)),
    st.tuples(
        st.sampled_from([Status.NIL, Status.NOT_APPLICABLE, Status.MISSING]),
        st.just(0),
        st.just(0),
    ),
)
leaves = st.lists(leaf, max_size=25)


def as_counts(states: list[tuple[Status, int, int]]) -> list[Entry]:
    return [
        said(f"r{i}", value if status is Status.REPORTED else None, status=status)
        for i, (status, value, _) in enumerate(states)
    ]


def as_shares(states: list[tuple[Status, int, int]]) -> list[Entry]:
    entries = []
    for i, (status, one, other) in enumerate(states):
        if status is Status.REPORTED:
            entries.append(said(f"r{i}", numerator=min(one, other), denominator=max(one, other)))
        else:
            entries.append(said(f"r{i}", status=status))
    return entries


@given(leaves)
def test_a_sum_equals_a_naive_recount(states: list[tuple[Status, int, int]]) -> None:
    figure = roll_up(EVENTS, as_counts(states), [f"r{i}" for i in range(len(states))])
    spoken = [status for status, _, _ in states if status in (Status.REPORTED, Status.NIL)]
    expected = sum(value for status, value, _ in states if status is Status.REPORTED)
    assert figure.value == (expected if spoken else None)
    assert len(figure.missing) == sum(1 for status, _, _ in states if status is Status.MISSING)
    assert figure.complete is (not figure.missing)


@given(leaves)
def test_a_share_equals_a_naive_recount(states: list[tuple[Status, int, int]]) -> None:
    figure = roll_up(INSPECTED, as_shares(states), [f"r{i}" for i in range(len(states))])
    reported = [(min(a, b), max(a, b)) for status, a, b in states if status is Status.REPORTED]
    above, below = sum(n for n, _ in reported), sum(d for _, d in reported)
    assert figure.numerator == above
    assert figure.denominator == below
    assert figure.value == (Decimal(above) * 100 / Decimal(below) if below else None)


@given(leaves, st.randoms())
def test_the_order_of_entries_does_not_matter(
    states: list[tuple[Status, int, int]],
    random: "object",
) -> None:
    asked = [f"r{i}" for i in range(len(states))]
    for rule, entries in ((EVENTS, as_counts(states)), (INSPECTED, as_shares(states))):
        mixed = list(entries)
        random.shuffle(mixed)  # type: ignore[attr-defined]  # random.Random from Hypothesis
        assert roll_up(rule, mixed, reversed(asked)) == roll_up(rule, entries, asked)


@given(st.lists(st.lists(st.integers(0, 1000), min_size=1, max_size=5), min_size=1, max_size=5))
def test_going_through_a_level_between_changes_nothing(tree: list[list[int]]) -> None:
    flat = [said(f"{i}.{j}", v) for i, row in enumerate(tree) for j, v in enumerate(row)]
    direct = roll_up(EVENTS, flat, [e.reporter for e in flat])
    stepwise = []
    for i, row in enumerate(tree):
        children = [said(f"{i}.{j}", v) for j, v in enumerate(row)]
        value = roll_up(EVENTS, children, [e.reporter for e in children]).value
        stepwise.append(said(f"{i}", int(value or 0)))
    assert roll_up(EVENTS, stepwise, [e.reporter for e in stepwise]).value == direct.value


@given(st.lists(leaf, min_size=1, max_size=12), st.data())
def test_the_range_contains_the_final_truth(
    states: list[tuple[Status, int, int]], data: st.DataObject
) -> None:
    final = [state for state in states if state[0] is not Status.MISSING]
    asked = [f"r{i}" for i in range(len(final))]
    late = data.draw(st.sets(st.sampled_from(asked))) if asked else set()
    spare = data.draw(st.integers(0, 20))
    for rule, entries in ((EVENTS, as_counts(final)), (INSPECTED, as_shares(final))):
        truth = roll_up(rule, entries, asked)
        known = {e.reporter: (e.denominator or e.value or Decimal(0)) + spare for e in entries}
        early = [e for e in entries if e.reporter not in late]
        partial = roll_up(rule, early, asked, known_maximum=known)
        if truth.value is not None:
            assert partial.low is not None
            assert partial.high is not None
            assert partial.low <= truth.value <= partial.high


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_only_the_highest_version_holds(values: list[int]) -> None:
    entries = [said("a", value, version=i + 1) for i, value in enumerate(values)]
    assert [e.value for e in current(reversed(entries))] == [values[-1]]
