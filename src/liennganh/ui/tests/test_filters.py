"""Numbers, days and states as pages write them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.apps import apps
from django.template import Context, Template

from liennganh.ui.icons import ICONS
from liennganh.ui.status import LOOKS, look_of
from liennganh.ui.templatetags.ui import percent, vn_date, vn_datetime, vn_duration, vn_number


def show(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(Decimal("1234.50"), "1.234,5", id="trailing zeros are dropped"),
        pytest.param(0, "0", id="zero is a number"),
        pytest.param(None, "–", id="missing is not zero"),
        pytest.param("", "–", id="empty is missing"),
        pytest.param(1234567, "1.234.567", id="thousands"),
    ],
)
def test_a_number(value: object, shown: str) -> None:
    assert vn_number(value) == shown


def test_a_number_with_fixed_places() -> None:
    assert vn_number(Decimal("3.14159"), 2) == "3,14"


def test_what_is_no_number_is_a_fault_and_not_a_blank() -> None:
    with pytest.raises(ValueError, match="not a number"):
        vn_number("abc")


@pytest.mark.parametrize(
    ("ratio", "shown"),
    [(Decimal("0.625"), "62,5%"), (Decimal("0.62"), "62%"), (None, "–"), (1, "100%")],
)
def test_a_ratio_as_a_percentage(ratio: object, shown: str) -> None:
    assert percent(ratio) == shown


def test_a_moment_is_shown_in_the_time_of_viet_nam() -> None:
    late_evening_in_utc = dt.datetime(2026, 2, 3, 18, 5, tzinfo=dt.UTC)
    assert vn_datetime(late_evening_in_utc) == "01:05 ngày 04/02/2026"
    assert vn_date(late_evening_in_utc) == "04/02/2026"


def test_a_day() -> None:
    assert vn_date(dt.date(2026, 2, 3)) == "03/02/2026"
    assert vn_date(None) == "–"


@pytest.mark.parametrize(
    ("wait", "shown"),
    [
        (dt.timedelta(minutes=15), "15 phút"),
        (dt.timedelta(seconds=61), "2 phút"),
        (dt.timedelta(hours=1), "1 giờ"),
        (dt.timedelta(hours=1, minutes=5), "1 giờ 5 phút"),
    ],
)
def test_how_long_to_wait(wait: dt.timedelta, shown: str) -> None:
    assert vn_duration(wait) == shown


def test_every_state_has_a_word_a_shape_and_a_tone() -> None:
    for code, look in LOOKS.items():
        html = show("{% status_word code %}", code=code)
        assert str(look.word) in html
        assert "<svg" in html
        assert look.shape in ICONS
        assert look.tone in {"", "good", "warn", "bad", "info", "hollow"}


def test_no_state_of_the_whole_system_is_without_a_word() -> None:
    codes = {
        str(code)
        for model in apps.get_models()
        if model.__module__.startswith("liennganh.")
        for field in model._meta.get_fields()
        if field.name in {"state", "status"}
        for code, _label in getattr(field, "choices", None) or ()
    }
    assert codes
    assert codes <= set(LOOKS)


def test_two_states_of_the_same_colour_differ_in_shape_or_word() -> None:
    seen = [(look.tone, look.shape, str(look.word)) for look in LOOKS.values()]
    assert len(seen) == len(set(seen))


def test_a_page_may_say_a_state_in_its_own_word() -> None:
    html = show('{% status_word "draft" "đang soạn" %}')
    assert "đang soạn" in html
    assert "chưa gửi" not in html


def test_an_unknown_state_shows_its_code_escaped() -> None:
    assert look_of("la").word == "la"
    assert "&lt;b&gt;" in show("{% status_word code %}", code="<b>")


def test_an_icon_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(KeyError):
        show('{% icon "khong-co" %}')


def test_capture_keeps_what_was_escaped_once() -> None:
    html = show("{% capture t %} {{ a }} {% endcapture %}{{ t }}|{{ t }}", a="<b>&")
    assert html == "&lt;b&gt;&amp;|&lt;b&gt;&amp;"
