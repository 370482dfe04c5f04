"""Finding a unit by what somebody typed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.vietnamese import sort_key
from liennganh.territory.lookup import find, search
from liennganh.territory.models import Level
from liennganh.territory.naming import Wording, key_fields, split_typed, wordings
from liennganh.territory.testing import load_provinces, unit

EVE = dt.date(2025, 6, 30)
NOW = dt.date(2026, 11, 20)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "Tỉnh Thanh Hóa",
        "tỉnh Thanh Hoá",
        "THANH HÓA",
        "thanh hoa",
        "UBND tỉnh Thanh Hóa",
        "Uỷ ban nhân dân tỉnh Thanh Hoá",
        "Ủy ban nhân dân tỉnh Thanh Hóa",
        "  tỉnh  Thanh   Hóa. ",
    ],
)
def test_one_province_many_spellings(typed: str) -> None:
    load_provinces("38")
    assert find(typed, NOW)[0].unit == unit("38")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed", ["TP Lạng Sơn", "TP. Lạng Sơn", "T.P Lạng Sơn", "thành phố Lạng Sơn", "tp lang son"]
)
def test_a_written_kind_decides_between_province_and_city(typed: str) -> None:
    load_provinces("20")
    assert [match.unit.key for match in find(typed, EVE)] == ["178"]
    assert find("Lạng Sơn", EVE)[0].unit.key == "20"


@pytest.mark.django_db
def test_a_kind_that_nothing_bears_any_more_still_finds_the_name() -> None:
    load_provinces("75")
    assert find("Tỉnh Đồng Nai", NOW)[0].printed == "Thành phố Đồng Nai"


@pytest.mark.django_db
def test_written_marks_come_before_other_marks() -> None:
    load_provinces("20", "24")
    names = [match.printed for match in find("Lãng Sơn", EVE, level=Level.COMMUNE)]
    assert names[0] == "Xã Lãng Sơn"


@pytest.mark.django_db
def test_what_stands_after_a_comma_narrows_the_search() -> None:
    load_provinces("79")
    (match,) = find("Phường 05, Quận 5, TP.HCM", EVE)
    assert match.printed == "Phường 5"
    assert match.unit.parent is not None
    assert match.unit.parent.name_on(EVE) == "Quận 5"
    assert len(find("Phường 5, TP.HCM", EVE)) > 1


@pytest.mark.django_db
def test_an_ambiguous_name_gives_all_who_bear_it_highest_first() -> None:
    load_provinces("37")
    keys = [match.unit.key for match in find("Hoa Lư", None)]
    levels = [match.unit.level for match in find("Hoa Lư", None)]
    assert len(keys) > 1
    assert levels == sorted(levels, key=["province", "district", "commune"].index)


@pytest.mark.django_db
def test_a_search_may_be_kept_below_a_unit_and_at_a_level() -> None:
    load_provinces("20")
    assert find("Đông Kinh", EVE, under=unit("20"))[0].unit.parent == unit("178")
    assert find("Đông Kinh", EVE, level=Level.DISTRICT) == []
    assert find("Lạng Sơn", EVE, under=unit("20"), level=Level.PROVINCE) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed", ["", "   ", ",", "?!", "Atlantis", "phường", "Đông Kinh, Atlantis"]
)
def test_nothing_is_found_for_nothing(typed: str) -> None:
    load_provinces("20")
    assert find(typed, NOW) == []


@pytest.mark.django_db
def test_a_pick_list_is_in_vietnamese_order_and_takes_what_was_typed_so_far() -> None:
    load_provinces("20")
    names = [match.name.name for match in search("", EVE, level=Level.DISTRICT)]
    assert names == sorted(names, key=sort_key)
    assert len(names) == 11
    assert [match.printed for match in search("tp l", EVE)] == ["Thành phố Lạng Sơn"]
    assert [match.printed for match in search("đông k", EVE)] == ["Phường Đông Kinh"]
    assert len(search("", EVE, limit=3)) == 3


def test_a_name_that_looks_like_a_kind_is_read_both_ways() -> None:
    assert wordings("Xà Phiên") == [Wording("Xã", "phien"), Wording(None, "xa phien")]


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("Phường Hoàng Văn Thụ", "Phường", "Hoàng Văn Thụ"),
        ("P.Hoàng Văn Thụ", "Phường", "Hoàng Văn Thụ"),
        ("12) xã Mai Pha", "Xã", "Mai Pha"),
        ("thị trấn Cao Lộc", "Thị trấn", "Cao Lộc"),
        ("TT. Cao Lộc", "Thị trấn", "Cao Lộc"),
        ("Đặc khu Vân Đồn", "Đặc khu", "Vân Đồn"),
        ("Mai Pha", None, "Mai Pha"),
        ("Phường", None, "Phường"),
    ],
)
def test_typed_lines_are_split_into_kind_and_name(typed: str, kind: str | None, name: str) -> None:
    assert split_typed(typed) == (kind, name)


@given(st.text(alphabet="aăâbdđeêhơưyáàảãạ '", min_size=1, max_size=12),
       st.text(alphabet="aăâbdđeêhơưyáàảãạ '", min_size=1, max_size=12))  # fmt: skip
def test_stored_sort_keys_order_as_the_dictionary_does(one: str, other: str) -> None:
    stored = key_fields(one)["sort_key"] < key_fields(other)["sort_key"]
    assert stored == (sort_key(one) < sort_key(other))


@given(st.text(max_size=40))
def test_any_text_at_all_can_be_read(text: str) -> None:
    split_typed(text)
    for wording in wordings(text):
        assert wording.folded
