"""The table as a whole: how much it holds, that it hangs together, and that it is today's."""

import csv
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from django.db.models import F, Q

from liennganh.territory.actions import load_table
from liennganh.territory.loading import Loaded
from liennganh.territory.lookup import find
from liennganh.territory.models import (
    Level,
    SuccessionKind,
    Unit,
    UnitName,
    UnitSuccession,
    in_force,
)
from liennganh.territory.queries import communes_of, current, units_on
from liennganh.territory.testing import unit

REFORM = dt.date(2025, 7, 1)
EVE = dt.date(2025, 6, 30)
NOW = dt.date(2026, 11, 20)
# Lies beside the checkout, where there is one; it is no part of the product.
REFERENCE = Path(__file__).parents[5] / "shared" / "territory" / "units-2026-07.csv"
# The reference "corrected" this code for a while and took it back in its next release.
CODE_WRONG_IN_REFERENCE = {"06978": "06970"}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("whole_table")]


@pytest.mark.parametrize(
    ("day", "level", "count"),
    [
        (dt.date(2011, 1, 1), Level.PROVINCE, 63),
        (EVE, Level.PROVINCE, 63),
        (EVE, Level.DISTRICT, 696),
        (EVE, Level.COMMUNE, 10_035),
        (REFORM, Level.PROVINCE, 34),
        (REFORM, Level.DISTRICT, 0),
        (REFORM, Level.COMMUNE, 3_321),
        (NOW, Level.COMMUNE, 3_321),
    ],
)
def test_there_are_as_many_units_as_the_law_says(day: dt.date, level: Level, count: int) -> None:
    assert len(units_on(day, level=level)) == count


@pytest.mark.parametrize(
    ("day", "wards", "communes", "zones", "cities"),
    [
        (REFORM, 687, 2_621, 13, 6),
        (dt.date(2026, 4, 30), 697, 2_611, 13, 7),
        (dt.date(2026, 9, 19), 697, 2_611, 13, 8),
        (dt.date(2026, 9, 20), 709, 2_599, 13, 9),
    ],
)
def test_kinds_change_on_their_day(
    day: dt.date, wards: int, communes: int, zones: int, cities: int
) -> None:
    kinds = Counter(one.naming_on(day).kind for one in units_on(day, level=Level.COMMUNE))
    assert kinds == {"Phường": wards, "Xã": communes, "Đặc khu": zones}
    provinces = Counter(one.naming_on(day).kind for one in units_on(day, level=Level.PROVINCE))
    assert provinces == {"Thành phố": cities, "Tỉnh": 34 - cities}


def _reference() -> Iterator[dict[str, str]]:
    if not REFERENCE.exists():
        pytest.skip("the reference list is not here")
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row | {"code": CODE_WRONG_IN_REFERENCE.get(row["code"], row["code"])}


# The spellings that the two lists may differ in: where the tone of oa, oe, uy stands, which
# apostrophe is used, and the capital letter of the kind ("xã Bắc Sơn").
SPELLINGS = str.maketrans({"’": "'"})
TONES = {
    f"{first}{last[tone]}": f"{early[tone]}{bare}"
    for first, early, bare, last in (
        ("o", "òóỏõọ", "a", "àáảãạ"),
        ("o", "òóỏõọ", "e", "èéẻẽẹ"),
        ("u", "ùúủũụ", "y", "ỳýỷỹỵ"),
    )
    for tone in range(5)
}


def _one_spelling(printed: str) -> str:
    text = printed.casefold().translate(SPELLINGS)
    for late, early in TONES.items():
        text = text.replace(late, early)
    return text


def test_codes_names_and_parents_equal_the_public_list_of_july_2026() -> None:
    day = dt.date(2026, 7, 25)
    theirs = {
        row["code"]: (_one_spelling(row["full_name"]), row["province_code"]) for row in _reference()
    }
    ours = {
        row.code: (_one_spelling(row.printed), one.path.split("/")[1] if one.parent_id else "")
        for level in (Level.PROVINCE, Level.COMMUNE)
        for one in units_on(day, level=level)
        for row in [one.naming_on(day)]
    }
    assert len(ours) == 34 + 3_321
    assert ours == theirs


def test_loading_again_changes_nothing() -> None:
    assert load_table() == Loaded(0, 0, 0)


def test_loading_repairs_what_was_altered_and_leaves_the_keys() -> None:
    before = unit("20").pk
    UnitName.objects.filter(unit__key="20").update(name="Lạng Xơn")
    UnitSuccession.objects.filter(predecessor__key="178").delete()
    assert load_table() == Loaded(created=1, changed=1, removed=0)
    assert unit("20").pk == before
    assert unit("20").name_on(NOW) == "Tỉnh Lạng Sơn"


def test_every_former_commune_has_a_successor_and_the_split_ones_have_no_invented_share() -> None:
    former = Unit.objects.filter(level=Level.COMMUNE, valid_to=REFORM)
    assert not former.filter(successions__isnull=True).exists()
    steps = UnitSuccession.objects.filter(predecessor__level=Level.COMMUNE)
    assert steps.filter(kind=SuccessionKind.SPLIT).values("predecessor").distinct().count() == 471
    assert not steps.filter(share__isnull=False).exists()


def test_every_successor_exists_on_its_day_and_every_predecessor_until_the_day_before() -> None:
    steps = UnitSuccession.objects.all()
    assert steps.count() > 11_000
    assert not steps.exclude(predecessor__valid_to=F("effective")).exists()
    late = Q(successor__valid_from__gt=F("effective")) | Q(successor__valid_to__lte=F("effective"))
    assert not steps.filter(late).exists()


def test_no_unit_outlives_its_parent() -> None:
    below = Unit.objects.filter(parent__isnull=False)
    late = Q(parent__valid_to__isnull=False) & (
        Q(valid_to__isnull=True) | Q(valid_to__gt=F("parent__valid_to"))
    )
    early = Q(parent__valid_from__isnull=False) & (
        Q(valid_from__isnull=True) | Q(valid_from__lt=F("parent__valid_from"))
    )
    assert not below.filter(late | early).exists()


def test_names_of_a_unit_follow_each_other_without_gap_or_overlap() -> None:
    rows = defaultdict(list)
    for name in UnitName.objects.select_related("unit"):
        rows[name.unit].append(name)
    assert len(rows) == Unit.objects.count()
    for one, names in rows.items():
        names.sort(key=lambda name: name.valid_from or dt.date.min)
        assert names[0].valid_from == one.valid_from
        assert names[-1].valid_to == one.valid_to
        for earlier, later in pairwise(names):
            assert earlier.valid_to == later.valid_from


@pytest.mark.parametrize("day", [EVE, REFORM, NOW])
def test_no_two_units_bear_one_code_on_one_day(day: dt.date) -> None:
    rows = UnitName.objects.filter(in_force(day), in_force(day, "unit__"))
    codes = list(rows.values_list("code", flat=True))
    assert len(codes) == len(set(codes)) >= 34 + 3_321
    assert "" not in codes


def test_every_row_cites_its_law_and_none_claims_to_be_read() -> None:
    for rows in (UnitName.objects.all(), UnitSuccession.objects.all()):
        assert not rows.filter(legal_basis="").exists()
        assert not rows.filter(verified=True).exists()


@pytest.mark.parametrize(
    ("typed", "code", "communes"),
    [
        ("Ninh Bình", "37", 129),
        ("Hải Phòng", "31", 114),
        ("Thanh Hóa", "38", 166),
        ("thanh hoá", "38", 166),
        ("Khánh Hòa", "56", 65),
        ("khanh hoa", "56", 65),
        ("Lạng Sơn", "20", 65),
        ("tỉnh LẠNG SƠN", "20", 65),
        ("TP.HCM", "79", 168),
        ("Thành phố Hồ Chí Minh", "79", 168),
    ],
)
def test_provinces_are_found_as_people_type_them(typed: str, code: str, communes: int) -> None:
    best = find(typed, NOW)[0]
    assert best.name.code == code
    assert best.covered
    assert len(communes_of(best.unit, NOW)) == communes


def test_all_of_ninh_thuan_went_into_khanh_hoa() -> None:
    (ninh_thuan,) = find("tỉnh Ninh Thuận", EVE)
    communes = communes_of(ninh_thuan.unit, EVE)
    assert len(communes) == 62
    for commune in communes:
        heirs = current(commune, NOW)
        assert heirs
        assert all(heir.path.startswith("/56/") for heir in heirs)
    assert [heir.name_on(NOW) for heir in current(ninh_thuan.unit, NOW)] == ["Tỉnh Khánh Hòa"]


@pytest.mark.parametrize(
    ("typed", "code", "name"),
    [
        ("Phước Hải, Ninh Phước, Ninh Thuận", "22870", "Xã Ninh Phước"),
        ("Lê Ninh, Kinh Môn, Hải Dương", "10678", "Phường Bắc An Phụ"),
    ],
)
def test_a_former_address_leads_to_todays_commune(typed: str, code: str, name: str) -> None:
    (old,) = find(typed, EVE, level=Level.COMMUNE)
    (heir,) = current(old.unit, NOW)
    assert (heir.naming_on(NOW).code, heir.name_on(NOW)) == (code, name)


def test_abolished_districts_have_no_successor_but_island_districts_became_special_zones() -> None:
    assert current(unit("178"), NOW) == []
    (heir,) = current(unit("318"), NOW)
    assert heir.name_on(NOW) == "Đặc khu Bạch Long Vĩ"
