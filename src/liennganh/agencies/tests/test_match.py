"""A printed name finds its agency, or says honestly that it does not."""

import datetime as dt
import json

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast, make_unit
from tests.plans_at_hand import SHARED

from liennganh.agencies.actions import (
    add_alias,
    create_agency,
    ensure_commune_committees,
    set_up_province,
    succeed,
)
from liennganh.agencies.kinds import KINDS
from liennganh.agencies.models import Agency, Mode
from liennganh.agencies.queries import match, match_many
from liennganh.territory.models import Level, Unit

GOLD = SHARED / "reading" / "gold"
TODAY = dt.date(2026, 3, 2)
OLD = dt.date(2021, 11, 17)
AT = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)


def city_of_old() -> Unit:
    """Return a district-level city in a province, both of before the mergers."""
    province = make_unit("Lạng Giang", "Tỉnh", Level.PROVINCE, valid_from=dt.date(2000, 1, 1))
    return make_unit("Đồng Mỏ", "Thành phố", Level.DISTRICT, province, dt.date(2000, 1, 1))


@pytest.mark.parametrize(
    "printed",
    ["Sở Y tế", "sở y tế", "Sở Y tế tỉnh", "SỞ Y TẾ TỈNH HƯƠNG GIANG", "Sở Y tế Hương Giang"],
)
def test_a_department_is_found_however_it_is_written(cast: Cast, printed: str) -> None:
    assert match(printed, unit=cast.province, on=TODAY).agency == cast.health


@pytest.mark.parametrize(
    "printed", ["Công an tỉnh", "Công an Tỉnh Hương Giang", "lực lượng Công an"]
)
def test_the_police_are_found_with_and_without_the_place(cast: Cast, printed: str) -> None:
    assert match(printed, unit=cast.province, on=TODAY).agency == cast.police


def test_a_court_is_asked_and_not_ordered(cast: Cast) -> None:
    found = match("Tòa án nhân dân", unit=cast.province, on=TODAY)
    assert (found.agency, found.mode) == (cast.court, Mode.REQUESTED)


def test_the_committee_of_one_commune_is_found_by_its_place(cast: Cast) -> None:
    found = match("UBND xã Bãi Sậy", unit=cast.province, on=TODAY)
    assert found.agency == cast.commune_agencies[1]


def test_the_committee_of_the_province_is_no_class(cast: Cast) -> None:
    assert match("Uỷ ban nhân dân tỉnh", unit=cast.province, on=TODAY).agency == cast.province_ubnd


@pytest.mark.parametrize(
    ("printed", "whole_class"),
    [
        ("UBND các phường, xã", "communes"),
        ("Ủy ban nhân dân cấp xã", "communes"),
        ("Ủy ban nhân dân xã, phường, đặc khu", "communes"),
        ("UBND các xã, phường, đặc khu trên địa bàn tỉnh Hương Giang", "communes"),
        ("Ủy ban nhân dân các huyện, thành phố", "districts"),
        ("Ủy ban nhân dân các quận, huyện", "districts"),
        ("Ủy ban nhân dân các cấp", "levels"),
        ("các sở, ban, ngành, đoàn thể Thành phố", "departments"),
        ("Thủ trưởng các sở, ban, ngành", "departments"),
        ("các Hội, đoàn thể tỉnh", "associations"),
        ("các tổ chức chính trị - xã hội tỉnh", "associations"),
        ("báo, đài", "press"),
        ("cơ quan thông tấn báo chí", "press"),
    ],
)
def test_a_class_of_bodies_stays_a_class(cast: Cast, printed: str, whole_class: str) -> None:
    found = match(printed, unit=cast.province, on=TODAY)
    assert (found.whole_class, found.agency) == (whole_class, None)


def test_districts_named_after_their_end_are_asked_about_and_not_swapped(cast: Cast) -> None:
    found = match("UBND các huyện, thành phố", unit=cast.province, on=TODAY)
    assert found.whole_class == "districts"
    assert "không còn cấp huyện" in found.successor_note
    assert match("UBND các huyện, thành phố", unit=cast.province, on=OLD).successor_note == ""


@pytest.mark.parametrize(
    "printed",
    [
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Lao động – Thương binh và Xã hội",
        "Sở Lao động, Thương binh và Xã hội",
        "Sở LĐ-TBXH",
        "Sở LĐTB&XH",
    ],
)
def test_a_merged_department_offers_its_successor_with_a_note(cast: Cast, printed: str) -> None:
    found = match(printed, unit=cast.province, on=TODAY)
    assert found.agency is None
    assert found.kind == "so_ldtbxh"
    assert found.candidates[0] == cast.health
    assert "01/03/2025" in found.successor_note
    assert "chưa xác minh" in found.successor_note


@pytest.mark.django_db
def test_on_a_day_of_its_own_a_merged_department_is_simply_not_in_the_list_yet() -> None:
    city = city_of_old()
    found = match("Sở LĐ-TBXH", unit=city, on=OLD)
    assert (found.agency, found.candidates, found.successor_note) == (None, (), "")
    assert found.suggested_name == "Sở Lao động - Thương binh và Xã hội"
    assert found.unit == city.parent


@pytest.mark.django_db
def test_thanh_pho_is_the_city_of_the_plan_and_tinh_the_province_above() -> None:
    city = city_of_old()
    assert city.parent is not None
    police = create_agency(by=None, unit=city, kind="cong_an", name="Công an thành phố", at=AT)
    bank = create_agency(
        by=None, unit=city.parent, kind="ngan_hang_csxh", name="Chi nhánh NHCSXH tỉnh", at=AT
    )
    assert match("Công an thành phố", unit=city, on=OLD).agency == police
    assert match("Công an thành phố Đồng Mỏ", unit=city, on=OLD).agency == police
    assert match("Công an tỉnh", unit=city, on=OLD).agency is None
    found = match("Chi nhánh Ngân hàng Chính sách xã hội tỉnh", unit=city, on=OLD)
    assert (found.agency, found.mode) == (bank, Mode.REQUESTED)


@pytest.mark.django_db
def test_an_office_of_a_district_ends_with_the_district() -> None:
    city = city_of_old()
    create_agency(by=None, unit=city, kind="phong_kinh_te", name="Phòng Kinh tế", at=AT)
    assert match("phòng Kinh tế thành phố", unit=city, on=OLD).agency is not None
    later = match("phòng Kinh tế thành phố", unit=city, on=TODAY)
    assert later.agency is None
    assert "01/07/2025" in later.successor_note


def test_a_recorded_succession_goes_before_the_general_rule(cast: Cast) -> None:
    old = create_agency(
        by=None, unit=cast.province, kind="other", name="Chi cục Phòng, chống tệ nạn xã hội", at=AT
    )
    succeed(
        by=None,
        predecessor=old,
        successor=cast.health,
        effective_on=dt.date(2025, 9, 1),
        legal_basis="Quyết định 12/QĐ-UBND",
        at=AT,
    )
    found = match("Chi cục Phòng chống tệ nạn xã hội", unit=cast.province, on=TODAY)
    assert (found.agency, found.candidates) == (None, (cast.health,))
    assert "Quyết định 12/QĐ-UBND" in found.successor_note


def test_a_paper_is_known_by_the_name_of_its_province(cast: Cast) -> None:
    found = match("Báo Hương Giang", unit=cast.province, on=TODAY)
    assert (found.kind, found.suggested_name) == ("bao", "Báo Hương Giang")
    assert match("Báo Sông Vàng", unit=cast.province, on=TODAY).kind is None


@pytest.mark.parametrize(
    ("printed", "suggested"),
    [
        ("Sở VHTT", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Văn hóa - Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Văn hóa và Thể thao", "Sở Văn hóa và Thể thao"),
        ("sở Giáo dục Đào tạo", "Sở Giáo dục và Đào tạo"),
        ("Tỉnh đoàn", "Tỉnh đoàn"),
        ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"),
    ],
)
def test_a_name_is_written_out_but_an_official_variant_is_kept(
    cast: Cast, printed: str, suggested: str
) -> None:
    assert match(printed, unit=cast.province, on=TODAY).suggested_name == suggested


def test_the_office_of_the_committee_is_not_the_committee(cast: Cast) -> None:
    for printed in ("Văn phòng UBND tỉnh", "Văn phòng HĐND-UBND tỉnh Hương Giang"):
        found = match(printed, unit=cast.province, on=TODAY)
        assert (found.kind, found.agency) == ("van_phong", None), printed


def test_a_commune_plan_means_its_own_committee_and_offices(cast: Cast) -> None:
    commune = cast.communes[1]
    assert match("UBND xã", unit=commune, on=TODAY).agency == cast.commune_agencies[1]
    office = match("Phòng Văn hóa - Xã hội", unit=commune, on=TODAY)
    assert (office.kind, office.unit) == ("phong_van_hoa_xa_hoi", commune)
    assert match("Sở Y tế", unit=commune, on=TODAY).agency == cast.health


def test_any_other_body_can_be_made_and_is_found_again_by_its_alias(cast: Cast) -> None:
    unknown = match("Công ty Điện lực Hương Giang", unit=cast.province, on=TODAY)
    assert (unknown.agency, unknown.kind, unknown.mode) == (None, None, Mode.REQUESTED)
    made = create_agency(
        by=cast.lan, unit=cast.province, kind="other", name=unknown.suggested_name, at=AT
    )
    add_alias(by=cast.lan, agency=made, name="Điện lực tỉnh", at=AT)
    assert match("điện lực tỉnh", unit=cast.province, on=TODAY).agency == made


def test_two_bodies_of_one_kind_are_offered_and_not_guessed(cast: Cast) -> None:
    other = create_agency(
        by=None, unit=cast.province, kind="cong_an", name="Công an cửa khẩu", at=AT
    )
    found = match("lực lượng Công an", unit=cast.province, on=TODAY)
    assert found.agency is None
    assert set(found.candidates) == {cast.police, other}


def test_queries_do_not_grow_with_the_names(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    names = ["Sở Y tế", "UBND xã Bãi Sậy", "Sở LĐ-TBXH"] + [f"Công ty số {n}" for n in range(300)]
    with django_assert_max_num_queries(10):
        found = match_many(names, unit=cast.province, on=TODAY)
    assert len(found) == 303


def test_setting_up_a_province_twice_makes_its_agencies_once(cast: Cast) -> None:
    first = set_up_province(by=None, unit=cast.province, at=AT)
    assert set_up_province(by=None, unit=cast.province, at=AT) == first
    assert cast.health in first
    assert Agency.objects.filter(unit=cast.province, kind="so_y_te").count() == 1
    assert {agency.kind for agency in first} >= {"hoi_phu_nu", "toa_an", "so_tai_chinh"}
    assert not any(agency.kind == "so_ldtbxh" for agency in first)


def test_committees_of_communes_are_made_once_and_in_order(cast: Cast) -> None:
    more = [make_unit(f"Mới {n}", "Xã", Level.COMMUNE, cast.province) for n in range(3)]
    made = ensure_commune_committees(by=cast.lan, units=[*more, cast.communes[0]], at=AT)
    assert [one.unit for one in made] == [*more, cast.communes[0]]
    assert made[0].name == "Ủy ban nhân dân xã Mới 0"
    assert ensure_commune_committees(by=cast.lan, units=more, at=AT) == made[:3]


def test_every_successor_kind_exists_at_its_level() -> None:
    for kind in KINDS.values():
        for ending in kind.endings:
            assert ending.into_level in KINDS[ending.into].names, (kind.key, ending)


@pytest.mark.plans
@pytest.mark.skipif(not GOLD.is_dir(), reason="the benchmark is not beside the checkout")
def test_most_owners_of_the_real_plans_are_recognised(cast: Cast) -> None:
    city = city_of_old()
    printed = {
        name
        for path in GOLD.glob("*.json")
        for task in json.loads(path.read_text(encoding="utf-8"))["tasks"]
        for name in (*task["lead"], *task["support"])
    }
    units = {unit: match_many(printed, unit=unit, on=OLD) for unit in (city, cast.province)}
    unknown = {
        name
        for name in printed
        if not any(found[name].kind or found[name].whole_class for found in units.values())
    }
    assert len(unknown) <= 6, sorted(unknown)
