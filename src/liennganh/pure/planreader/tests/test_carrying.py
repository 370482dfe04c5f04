"""Which items of a plan carry out which of the plan above: by their subject, never by their place."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plans_at_hand import PLANS, needs_plans

from liennganh.pure import planreader
from liennganh.pure.planreader.carrying import Item, ItemKind, carry

ABOVE = (
    Item("a1", "target", "Ít nhất 80% hộ dân ở tỉnh Sông Vàng được dùng nước sạch"),
    Item("a2", "target", "90% trẻ em dưới 6 tuổi được khám sức khỏe định kỳ"),
    Item("a3", "task", "Tập huấn kỹ năng sơ cứu cho giáo viên mầm non", leads=("Sở Y tế",)),
    Item(
        "a4", "task", "Rà soát giếng khoan, công trình cấp nước tập trung", leads=("Sở Xây dựng",)
    ),
)
HERE = (
    Item("h1", "target", "60% hộ dân xã Đồi Cọ được dùng nước sạch"),
    Item("h2", "target", "Toàn xã trồng 2.000 cây bóng mát ven đường"),
    Item("h3", "task", "Cử giáo viên mầm non dự tập huấn kỹ năng sơ cứu", leads=("Trạm Y tế",)),
    Item(
        "h4",
        "task",
        "Rà soát giếng khoan, bể nước của công trình cấp nước từng thôn",
        leads=("Công chức địa chính",),
    ),
)


def _pairs(lower: tuple[Item, ...], upper: tuple[Item, ...]) -> set[tuple[str, str]]:
    return {(link.lower, link.upper) for link in carry(lower, upper)}


def test_items_that_speak_of_the_same_are_linked_and_others_are_not() -> None:
    assert _pairs(HERE, ABOVE) == {("h1", "a1"), ("h3", "a3"), ("h4", "a4")}


def test_a_link_says_which_words_speak_for_it() -> None:
    link = next(link for link in carry(HERE, ABOVE) if link.lower == "h1")
    assert "nước sạch" in " ".join(link.shared)
    assert "đồi" not in " ".join(link.shared)


def test_several_items_may_carry_out_one() -> None:
    twice = (*HERE, Item("h5", "target", "95% hộ dân thôn Hạ được dùng nước sạch"))
    assert {("h1", "a1"), ("h5", "a1")} <= _pairs(twice, ABOVE)


def test_a_task_never_carries_out_a_target() -> None:
    same = "Cấp nước sạch cho hộ dân vùng cao"
    assert carry((Item("h", "task", same),), (Item("a", "target", same),)) == ()


def test_a_result_without_a_figure_may_carry_out_one_with_a_figure() -> None:
    figure = Item("a", "target", "Bản tin nông vụ được phát trên loa truyền thanh mỗi tuần 02 lần")
    plain = Item("h", "qualitative", "Bản tin nông vụ được phát trên loa truyền thanh")
    others = (*ABOVE, figure)
    assert ("h", "a") in _pairs((plain,), others)


def test_of_a_path_of_years_the_same_year_is_taken() -> None:
    def step(key: str, year: str) -> Item:
        target = planreader.Target(
            start=0,
            end=1,
            comparator=">=",
            value=Decimal(50),
            upper=None,
            unit="percent",
            deadline=year,
            what="hộ dân dùng nước sạch",
            per_year=False,
        )
        return Item(key, "target", "hộ dân dùng nước sạch", target)

    path = (step("2026", "2026"), step("2028", "2028"))
    assert _pairs(path, path) == {("2026", "2026"), ("2028", "2028")}


def test_an_empty_plan_has_no_links() -> None:
    assert carry((), ABOVE) == ()
    assert carry(HERE, ()) == ()
    assert carry((), ()) == ()


_SYLLABLES = st.sampled_from(
    [
        "nước",
        "sạch",
        "rừng",
        "trồng",
        "trẻ",
        "em",
        "khám",
        "sức",
        "khỏe",
        "lúa",
        "giống",
        "đường",
        "cầu",
        "học",
        "bổng",
        "chợ",
        "hộ",
        "nghèo",
    ]
)
_WORDS = st.lists(_SYLLABLES, min_size=1, max_size=9).map(" ".join)
_KINDS: st.SearchStrategy[ItemKind] = st.sampled_from(("target", "qualitative", "task"))


@st.composite
def _plans(draw: st.DrawFn) -> tuple[Item, ...]:
    drawn = draw(st.lists(st.tuples(_KINDS, _WORDS), max_size=12))
    return tuple(Item(str(n), kind, words) for n, (kind, words) in enumerate(drawn))


@given(_plans())
def test_a_plan_carries_out_every_item_of_itself(plan: tuple[Item, ...]) -> None:
    assert {(item.key, item.key) for item in plan} <= _pairs(plan, plan)


@settings(deadline=None)
@given(_plans(), _plans())
def test_links_join_items_of_both_plans_once_and_with_a_chance(
    lower: tuple[Item, ...], upper: tuple[Item, ...]
) -> None:
    links = carry(lower, upper)
    assert {link.lower for link in links} <= {item.key for item in lower}
    assert {link.upper for link in links} <= {item.key for item in upper}
    assert len({(link.lower, link.upper) for link in links}) == len(links)
    assert all(0.5 <= link.score <= 1 for link in links)


@settings(deadline=None)
@given(_plans(), _plans())
def test_it_does_not_matter_which_of_the_two_is_above(
    lower: tuple[Item, ...], upper: tuple[Item, ...]
) -> None:
    assert {(a, b) for b, a in _pairs(upper, lower)} == _pairs(lower, upper)


@given(_plans(), _plans(), st.sampled_from(("xã", "phường", "tỉnh", "thành phố")))
def test_the_names_of_places_do_not_count(
    lower: tuple[Item, ...], upper: tuple[Item, ...], kind: str
) -> None:
    def in_place(plan: tuple[Item, ...], name: str) -> tuple[Item, ...]:
        return tuple(Item(one.key, one.kind, f"{one.words} của {name}") for one in plan)

    here, there = in_place(lower, f"{kind} Đồi Cọ"), in_place(lower, f"{kind} Bến Lau")
    bare = in_place(lower, "Đồi Cọ")
    assert carry(here, upper) == carry(there, upper)
    assert carry(here, upper) == carry(bare, upper, places=("Đồi Cọ",))


def _items(name: str) -> tuple[Item, ...]:
    reading = planreader.read(planreader.normalise((PLANS / name).read_text(encoding="utf-8")))
    return (
        *(Item(f"T{n}", "target", one.what, one) for n, one in enumerate(reading.targets)),
        *(Item(f"K{n}", "task", one.text, None, one.lead) for n, one in enumerate(reading.tasks)),
    )


@needs_plans
def test_two_plans_of_one_national_programme_are_aligned() -> None:
    city, province = (
        _items(f"{name}.txt")
        for name in ("lang-son-217-kh-ubnd-2024", "ninh-binh-184-kh-ubnd-2021")
    )
    words = {item.key: item.words for item in (*city, *province)}
    assert words
    found = {
        (item.words[:40], above.words[:40])
        for link in carry(city, province)
        for item in city
        for above in province
        if (link.lower, link.upper) == (item.key, above.key) and item.kind == "target"
    }
    starts = [("Ít nhất 25% số phường", "Ít nhất 70% số xã"), ("20% học sinh", "70% học sinh")]
    for here, there in starts:
        assert any(one.startswith(here) and two.startswith(there) for one, two in found)


@needs_plans
def test_plans_of_other_subjects_are_left_apart() -> None:
    one, two = (_items(f"ho-chi-minh-{name}-kh-ubnd-2025.md") for name in (172, 174))
    assert carry(one, two) == ()
