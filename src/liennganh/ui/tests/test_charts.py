"""Charts drawn on the server stand in a page with a strict policy."""

import re
from typing import Any

import pytest

from liennganh.ui.charts import ChartError, clean_svg, vega_svg


def _spec(**changes: Any) -> dict[str, Any]:
    return {
        "title": "62% xã duy trì tuyên truyền, còn thiếu 5 xã",
        "data": {"values": [{"xa": "An & Bình", "so": 12500.5}, {"xa": "<Bãi>", "so": 3}]},
        "mark": "bar",
        "encoding": {
            "y": {"field": "xa", "type": "nominal"},
            "x": {"field": "so", "type": "quantitative"},
        },
    } | changes


def test_a_chart_is_an_svg_that_says_its_answer() -> None:
    svg = vega_svg(_spec())
    assert svg.startswith("<svg ")
    assert 'role="img"' in svg
    assert 'aria-label="62% xã duy trì tuyên truyền, còn thiếu 5 xã"' in svg


def test_numbers_on_the_axis_are_written_as_in_viet_nam() -> None:
    assert ">12.000<" in vega_svg(_spec())


def test_names_in_the_data_cannot_become_markup() -> None:
    svg = vega_svg(_spec())
    assert "&lt;Bãi&gt;" in svg
    assert "An &amp; Bình" in svg


def test_a_chart_carries_no_style_script_or_handler() -> None:
    svg = vega_svg(_spec())
    assert not re.search(r"\s(style|on\w+)=", svg)
    assert "<script" not in svg
    assert "<style" not in svg


def test_links_lead_only_within_the_site() -> None:
    values = [
        {"xa": "An", "so": 1, "to": "/dia-ban/1/"},
        {"xa": "Bãi", "so": 2, "to": "https://e.example/"},
    ]
    spec = _spec(data={"values": values})
    spec["encoding"]["href"] = {"field": "to"}
    svg = vega_svg(spec)
    assert re.findall(r' href="([^"]*)"', svg) == ["/dia-ban/1/"]
    assert 'role="group"' in svg


def test_a_chart_reads_no_data_from_elsewhere() -> None:
    with pytest.raises(ChartError):
        vega_svg(_spec(data={"url": "http://localhost/so-lieu.csv"}))


def test_a_chart_without_a_title_is_refused() -> None:
    with pytest.raises(ChartError, match="title"):
        vega_svg(_spec(title=""))


def test_a_chart_is_drawn_once_and_then_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = _spec(title="Chỉ vẽ một lần")
    first = vega_svg(spec)

    def never(_spec: dict[str, Any]) -> str:
        raise AssertionError("drawn twice")

    monkeypatch.setattr("liennganh.ui.charts._draw", never)
    assert vega_svg(spec) == first


def test_cleaning_drops_what_does_more_than_draw() -> None:
    dirty = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' onload="x()" style="color:red"><script>x()</script><foreignObject/>'
        '<image xlink:href="http://e.example/p.png"/><defs><clipPath id="k"><rect/></clipPath></defs>'
        '<a xlink:href="javascript:x()"><text fill="url(http://e.example/)">chữ</text></a>'
        '<a xlink:href="//e.example/"><g clip-path="url(#k)"/></a></svg>'
    )
    clean = clean_svg(dirty, "p-", "nhãn")
    assert clean == (
        '<svg role="img" aria-label="nhãn"><defs><clipPath id="p-k"><rect /></clipPath></defs>'
        '<a><text>chữ</text></a><a><g clip-path="url(#p-k)" /></a></svg>'
    )
