"""The catalogue is whole, loads once, and says the same to the roll-up."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from tests.cast import Cast

from liennganh.errors import DomainError
from liennganh.indicators.actions import create_indicator, load_catalogue
from liennganh.indicators.catalogue import CATALOGUE, GROUPS
from liennganh.indicators.models import Flow, Indicator, Measure, OverTime, OverUnits, Source
from liennganh.indicators.queries import rules_of

AT = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
CODES_OF_THE_DOMAIN = [
    "A1",
    "A2",
    "A3",
    "A4",
    "A5",
    "B1",
    "B2",
    "B3",
    "C1",
    "D1",
    "D2",
    "D3",
    "D4",
    "E1",
    "E2",
    "E3",
    "E4",
    "F1",
    "F2",
    "F3",
    "F4",
    "G1",
    "H1",
    "K1",
]


def test_every_code_of_the_domain_is_there_and_none_twice() -> None:
    codes = [line.code for line in CATALOGUE]
    assert len(codes) == len(set(codes))
    for wanted in CODES_OF_THE_DOMAIN:
        assert any(code.startswith(wanted) for code in codes), wanted
    assert {code[0] for code in codes} <= set(GROUPS)


def test_figures_about_people_helped_and_tips_are_never_typed() -> None:
    registers = {line.register: [] for line in CATALOGUE if line.register}  # type: dict[str, list[str]]
    for line in CATALOGUE:
        if line.protected:
            registers[line.register].append(line.code)
            assert line.source == Source.REGISTER
    assert set(registers) == {"tips", "casework"}
    assert {"E4", "E4a"} <= set(registers["tips"])
    assert {"F1a", "F2", "F4a"} <= set(registers["casework"])


def test_persons_helped_are_never_added_by_others() -> None:
    for line in CATALOGUE:
        if line.register == "casework" and line.measure in (Measure.PERSONS, Measure.SHARE):
            assert (line.over_units, line.over_time) == (OverUnits.REGISTER, OverTime.REGISTER)


@pytest.mark.django_db
def test_loading_twice_changes_nothing() -> None:
    assert load_catalogue() == len(CATALOGUE)
    assert load_catalogue() == 0


@pytest.mark.django_db
def test_loading_mends_a_changed_row_and_leaves_own_indicators_alone() -> None:
    load_catalogue()
    own = make_share(None)
    Indicator.objects.filter(code="D1").update(name="Tên cũ")
    assert load_catalogue() == 1
    assert Indicator.objects.get(code="D1").name.startswith("Cơ sở kinh doanh")
    assert Indicator.objects.filter(pk=own.pk).exists()


@pytest.mark.django_db
def test_the_roll_up_takes_every_rule_and_shares_are_ratios_of_sums() -> None:
    load_catalogue()
    for indicator in Indicator.objects.all():
        rule = rules_of(indicator)
        assert rule.key == indicator.code
        assert rule.is_ratio == (indicator.over_units == OverUnits.RATIO_OF_SUMS)
        if indicator.is_share:
            assert indicator.numerator, indicator.code
            assert indicator.denominator, indicator.code


def make_share(by: object, **changed: object) -> Indicator:
    given: dict[str, object] = {
        "name": "Hộ nghèo thoát nghèo",
        "unit": "%",
        "measure": Measure.SHARE,
        "flow": Flow.STOCK,
        "over_units": OverUnits.RATIO_OF_SUMS,
        "over_time": OverTime.LATEST,
        "numerator": "Số hộ thoát nghèo",
        "denominator": "Tổng số hộ nghèo đầu năm",
    }
    return create_indicator(by=by, at=AT, **(given | changed))  # type: ignore[arg-type]


def test_an_officer_makes_indicators_with_codes_of_her_office(cast: Cast) -> None:
    first, second = make_share(cast.lan), make_share(cast.lan, name="Hộ cận nghèo")
    assert (first.code[:10], first.code[-3:], second.code[-3:]) == ("R-so-y-te-", "-01", "-02")
    assert first.own


def test_a_share_without_a_denominator_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="mẫu số") as refused:
        make_share(cast.lan, denominator="")
    assert refused.value.field == "denominator"


def test_a_share_that_would_be_summed_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="không được cộng"):
        make_share(cast.lan, over_units=OverUnits.SUM)


def test_a_stock_that_would_be_added_over_time_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="không được cộng qua các kỳ"):
        make_share(cast.lan, over_time=OverTime.SUM)


@pytest.mark.parametrize("role", ["leader", "agency_officer", "commune_officer", "auditor"])
def test_others_do_not_define_indicators(cast: Cast, role: str) -> None:
    with pytest.raises(PermissionDenied):
        make_share(cast.everybody[role])
