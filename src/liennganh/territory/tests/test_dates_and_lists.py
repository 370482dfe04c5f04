"""What there is on a day: names, coverage, lists that officers supply."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.audit.models import Event
from liennganh.errors import DomainError
from liennganh.territory.actions import load_table, supply_list, withdraw_list
from liennganh.territory.loading import Loaded
from liennganh.territory.lookup import find
from liennganh.territory.models import Level, SuccessionKind, SuppliedList, Unit
from liennganh.territory.queries import (
    NotCoveredError,
    UnitAbsentError,
    ancestors,
    communes_of,
    covers,
    current,
    full_names,
    predecessors_of,
    successors_of,
    units_on,
)
from liennganh.territory.testing import load_provinces, unit

from .conftest import AT

EVE = dt.date(2025, 6, 30)
REFORM = dt.date(2025, 7, 1)
NOW = dt.date(2026, 11, 20)
IN_2011 = dt.date(2011, 6, 1)

pytestmark = pytest.mark.django_db


def supply(officer: User, parent: Unit, *names: str, **changes: object) -> SuppliedList:
    given: dict[str, object] = {
        "valid_from": dt.date(2011, 1, 1),
        "valid_to": dt.date(2012, 1, 1),
        "note": "Niên giám thống kê 2011",
        **changes,
    }
    return supply_list(by=officer, parent=parent, names=names, at=AT, **given)  # type: ignore[arg-type]


def test_dong_nai_is_a_province_until_the_day_it_becomes_a_city() -> None:
    load_provinces("75")
    dong_nai = unit("75")
    assert dong_nai.name_on(dt.date(2026, 4, 29)) == "Tỉnh Đồng Nai"
    assert dong_nai.name_on(dt.date(2026, 4, 30)) == "Thành phố Đồng Nai"
    assert unit("26248").name_on(dt.date(2026, 4, 29)) == "Xã Trảng Bom"
    assert unit("26248").name_on(dt.date(2026, 4, 30)) == "Phường Trảng Bom"


def test_hue_was_thua_thien_hue_until_2025() -> None:
    load_provinces("46")
    assert unit("46").name_on(dt.date(2024, 12, 31)) == "Tỉnh Thừa Thiên Huế"
    assert unit("46").name_on(dt.date(2025, 1, 1)) == "Thành phố Huế"


def test_a_name_outside_a_units_life_is_the_nearest_one() -> None:
    load_provinces("37")
    assert unit("37").name_on(IN_2011) == "Tỉnh Ninh Bình"
    assert unit("37-cu").name_on(NOW) == "Tỉnh Ninh Bình"


def test_a_merged_province_is_a_new_unit_and_an_unmerged_one_goes_on() -> None:
    load_provinces("37", "38")
    assert unit("38").exists_on(IN_2011)
    assert unit("38").exists_on(NOW)
    assert not unit("37").exists_on(EVE)
    steps = predecessors_of(unit("37"))
    assert [step.predecessor.name_on(EVE) for step in steps] == [
        "Tỉnh Hà Nam",
        "Tỉnh Nam Định",
        "Tỉnh Ninh Bình",
    ]
    assert {step.kind for step in steps} == {SuccessionKind.MERGE}


def test_successions_are_read_up_to_the_day() -> None:
    load_provinces("37")
    assert successors_of(unit("37-cu"), EVE) == []
    (step,) = successors_of(unit("37-cu"), REFORM)
    assert step.successor == unit("37")
    assert predecessors_of(unit("37"), EVE) == []


def test_the_unit_itself_stands_for_itself_while_it_exists() -> None:
    load_provinces("37")
    assert current(unit("37-cu"), EVE) == [unit("37-cu")]
    assert current(unit("37-cu"), REFORM) == [unit("37")]


@pytest.mark.parametrize(
    ("level", "day", "covered"),
    [
        (Level.PROVINCE, dt.date(2008, 7, 31), False),
        (Level.PROVINCE, dt.date(2008, 8, 1), True),
        (Level.DISTRICT, dt.date(2025, 2, 28), False),
        (Level.DISTRICT, dt.date(2025, 3, 1), True),
        (Level.COMMUNE, dt.date(2025, 2, 28), False),
        (Level.COMMUNE, dt.date(2025, 3, 1), True),
        (Level.COMMUNE, EVE, True),
        (Level.COMMUNE, REFORM, True),
    ],
)
def test_coverage_is_told_by_level_and_day(level: Level, day: dt.date, covered: bool) -> None:
    assert covers(level, day) is covered


def test_the_former_city_of_lang_son_had_eight_communes() -> None:
    load_provinces("20")
    (city,) = find("TP Lạng Sơn", EVE)
    assert city.printed == "Thành phố Lạng Sơn"
    assert [one.name_on(EVE) for one in communes_of(city.unit, EVE)] == [
        "Phường Chi Lăng",
        "Phường Đông Kinh",
        "Xã Hoàng Đồng",
        "Phường Hoàng Văn Thụ",
        "Xã Mai Pha",
        "Xã Quảng Lạc",
        "Phường Tam Thanh",
        "Phường Vĩnh Trại",
    ]


def test_a_unit_has_no_communes_on_a_day_it_does_not_exist() -> None:
    load_provinces("20", "37")
    with pytest.raises(UnitAbsentError, match="không còn vào ngày 01/07/2025"):
        communes_of(unit("178"), REFORM)
    with pytest.raises(UnitAbsentError, match="chỉ có từ ngày 01/07/2025"):
        communes_of(unit("37"), EVE)


def test_the_communes_of_hai_phong_in_2011_are_asked_for_not_guessed(officer: User) -> None:
    load_provinces("31")
    (hai_phong,) = find("Hải Phòng", IN_2011, level=Level.PROVINCE)
    assert hai_phong.unit.key == "31-cu"
    with pytest.raises(NotCoveredError, match="Thành phố Hải Phòng ngày 01/06/2011") as refused:
        communes_of(hai_phong.unit, IN_2011)
    assert "Hãy nhập danh sách" in refused.value.message
    supply(officer, hai_phong.unit, *(f"Phường Số {n}" for n in range(1, 224)))
    assert len(communes_of(hai_phong.unit, IN_2011)) == 223
    with pytest.raises(NotCoveredError):
        communes_of(hai_phong.unit, dt.date(2012, 1, 1))


def test_without_a_parent_an_uncovered_day_is_refused_as_well() -> None:
    with pytest.raises(NotCoveredError, match="cấp huyện"):
        units_on(IN_2011, level=Level.DISTRICT)


def test_later_units_are_found_on_an_earlier_day_only_with_a_warning(officer: User) -> None:
    load_provinces("20")
    day = dt.date(2024, 5, 1)
    (later,) = find("phường Đông Kinh", day)
    assert not later.covered
    supply(officer, unit("178"), "Phường Đông Kinh", valid_from=day, valid_to=dt.date(2025, 1, 1))
    given, later = find("phường Đông Kinh", day)
    assert given.covered
    assert given.unit.supplied_list is not None
    assert not later.covered


def test_a_supplied_commune_is_tied_to_the_one_of_the_same_name_and_kind(officer: User) -> None:
    load_provinces("20")
    given = supply(officer, unit("178"), "P. Đông Kinh", "Xã Vĩnh Trại", "Phường Tam Thạnh")
    dong_kinh, vinh_trai, tam_thanh = given.units.order_by("pk")
    (step,) = successors_of(dong_kinh)
    assert step.successor is not None
    assert step.successor.name_on(EVE) == "Phường Đông Kinh"
    assert (step.kind, step.effective) == (SuccessionKind.KEEP, given.valid_to)
    assert [heir.name_on(NOW) for heir in current(dong_kinh, NOW)] == ["Phường Đông Kinh"]
    assert successors_of(vinh_trai) == []  # a ward today, a commune in the list
    assert successors_of(tam_thanh) == []  # Tam Thạnh is not Tam Thanh


def test_a_name_typed_without_marks_is_tied_all_the_same(officer: User) -> None:
    load_provinces("20")
    (dong_kinh,) = supply(officer, unit("178"), "phuong dong kinh").units.all()
    assert len(successors_of(dong_kinh)) == 1


def test_a_name_that_several_later_communes_bear_is_tied_to_none(officer: User) -> None:
    load_provinces("20")
    names = [one.name_on(EVE) for one in communes_of(unit("20"), EVE)]
    assert names.count("Xã Hồng Phong") == 2
    (hong_phong,) = supply(officer, unit("20"), "Xã Hồng Phong").units.all()
    assert successors_of(hong_phong) == []


def test_a_wrong_list_is_refused_whole_with_every_wrong_line_named(officer: User) -> None:
    load_provinces("20")
    with pytest.raises(DomainError) as refused:
        supply(
            officer,
            unit("178"),
            "1. Phường Đông Kinh",
            "",
            "Quận Ba Đình",
            "phường ĐÔNG KINH",
            "Xã Mai Pha",
            "Mai Pha",
            "  ",
        )
    lines = refused.value.message.split("\n")
    assert [line.split(":")[0] for line in lines] == ["Dòng 2", "Dòng 3", "Dòng 4", "Dòng 6"]
    assert "trùng với dòng 1" in lines[2]
    assert refused.value.field == "names"
    assert not SuppliedList.objects.exists()
    assert not Unit.objects.filter(supplied_list__isnull=False).exists()


def test_a_supplied_list_ends_where_the_table_begins(officer: User) -> None:
    load_provinces("20")
    with pytest.raises(DomainError, match="Từ ngày 01/03/2025 bảng địa giới đã có"):
        supply(officer, unit("178"), "Xã Mai Pha", valid_to=dt.date(2025, 3, 2))
    with pytest.raises(DomainError, match="Ngày kết thúc phải sau ngày bắt đầu"):
        supply(officer, unit("178"), "Xã Mai Pha", valid_to=dt.date(2011, 1, 1))


def test_a_supplied_list_overlaps_no_other_of_the_same_unit(officer: User) -> None:
    load_provinces("20")
    supply(officer, unit("178"), "Xã Mai Pha")
    with pytest.raises(DomainError, match="Đã có danh sách của Thành phố Lạng Sơn"):
        supply(officer, unit("178"), "Xã Mai Pha", valid_from=dt.date(2011, 12, 31),
               valid_to=dt.date(2013, 1, 1))  # fmt: skip
    supply(officer, unit("178"), "Xã Mai Pha", valid_from=dt.date(2012, 1, 1),
           valid_to=dt.date(2013, 1, 1))  # fmt: skip


def test_a_supplied_list_needs_a_source_lines_and_a_parent_of_its_days(officer: User) -> None:
    load_provinces("20", "37")
    with pytest.raises(DomainError, match="lấy từ đâu"):
        supply(officer, unit("178"), "Xã Mai Pha", note="  ")
    with pytest.raises(DomainError, match="còn trống"):
        supply(officer, unit("178"), "", " ")
    with pytest.raises(DomainError, match="không tồn tại"):
        supply(officer, unit("37"), "Xã Mai Pha")
    with pytest.raises(DomainError, match="cấp tỉnh hoặc cấp huyện"):
        supply(officer, unit("05974-cu"), "Xã Mai Pha")


def test_only_officers_of_the_programme_supply_lists(stranger: User) -> None:
    load_provinces("20")
    with pytest.raises(PermissionDenied):
        supply(stranger, unit("178"), "Xã Mai Pha")


def test_a_supplied_list_is_logged_with_its_source_and_units(officer: User) -> None:
    load_provinces("20")
    given = supply(officer, unit("178"), "Phường Đông Kinh")
    event = Event.objects.get(object_type="territory.suppliedlist", object_id=str(given.pk))
    assert event.actor == officer
    assert event.after is not None
    assert event.after["units"] == ["Phường Đông Kinh"]
    assert event.after["kept"] == 1


def test_loading_the_table_again_leaves_supplied_lists_alone(officer: User) -> None:
    load_provinces("20")
    supply(officer, unit("178"), "Phường Đông Kinh")
    assert load_table({"20"}) == Loaded(0, 0, 0)
    (kept,) = SuppliedList.objects.get().units.all()
    assert len(successors_of(kept)) == 1


def test_a_list_entered_wrongly_is_taken_back_and_can_be_entered_again(officer: User) -> None:
    load_provinces("20")
    given = supply(officer, unit("178"), "Phường Đông Kính")
    withdraw_list(by=officer, given=given, at=AT)
    assert not Unit.objects.filter(supplied_list__isnull=False).exists()
    assert Event.objects.latest("seq").before == {
        "note": "Niên giám thống kê 2011",
        "units": ["Phường Đông Kính"],
    }
    supply(officer, unit("178"), "Phường Đông Kinh")


def test_a_list_that_records_stand_on_stays(officer: User) -> None:
    load_provinces("20")
    given = supply(officer, unit("178"), "Phường Đông Kinh")
    # Any row that refers to a unit of the list does, as the records of other apps do.
    (dong_kinh,) = given.units.all()
    Unit.objects.create(key="x", level=Level.COMMUNE, parent=dong_kinh, path=f"{dong_kinh.path}x/")
    with pytest.raises(DomainError, match="đã được dùng"):
        withdraw_list(by=officer, given=given, at=AT)
    assert SuppliedList.objects.filter(pk=given.pk).exists()
    assert not Event.objects.filter(verb="delete").exists()


def test_full_names_name_every_level_above() -> None:
    load_provinces("20")
    dong_kinh = find("phường Đông Kinh", EVE)[0].unit
    assert [above.key for above in ancestors(dong_kinh)] == ["20", "178"]
    assert full_names([dong_kinh, unit("20")], EVE) == {
        dong_kinh.pk: "Phường Đông Kinh, Thành phố Lạng Sơn, Tỉnh Lạng Sơn",
        unit("20").pk: "Tỉnh Lạng Sơn",
    }


def test_the_number_of_queries_does_not_grow_with_the_units(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    load_provinces("20", "38")
    lang_son, thanh_hoa = unit("20"), unit("38")
    for province in (lang_son, thanh_hoa):
        with django_assert_num_queries(2):
            names = [one.name_on(NOW) for one in communes_of(province, NOW)]
        assert len(names) > 60
    communes = communes_of(thanh_hoa, EVE)
    with django_assert_num_queries(2):
        assert len(full_names(communes, EVE)) == len(communes) > 500
    with django_assert_num_queries(2):
        find("Mai Pha, TP Lạng Sơn", EVE)


def test_communes_of_one_name_are_told_apart_by_their_marks_or_their_district(cast: Cast) -> None:
    load_provinces("56")
    province = unit("58-cu")
    given = supply_list(
        by=cast.lan,
        parent=province,
        names=["Xã Thanh Hải", "Xã Thành Hải", "Xã Tân Hải, huyện Một", "Xã Tân Hải, huyện Hai"],
        valid_from=dt.date(2023, 1, 1),
        valid_to=dt.date(2025, 3, 1),
        note="thử",
        at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )
    printed = [one.latest_name for one in given.units.order_by("pk")]
    assert printed == [
        "Xã Thanh Hải",
        "Xã Thành Hải",
        "Xã Tân Hải (huyện Một)",
        "Xã Tân Hải (huyện Hai)",
    ]
