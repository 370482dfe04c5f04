"""Charts drawn on the server: a Vega-Lite specification becomes an SVG that stands in the page.

The browser loads nothing for them, they print, and work without JavaScript. Each answers one
question, says the answer in its title, and has its table beside it.
"""

import hashlib
import json
import re
from typing import Any
from xml.etree import ElementTree as ET

from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe

# Raised when the drawing changes, so that old drawings are not shown for new code.
VERSION = 1
KEPT_SECONDS = 24 * 3600

INK, INK_2, LINE = "#1c2430", "#4a5565", "#d9dee5"
PALETTE = ["#0b6b6b", "#b54708", "#3b5b92", "#8490a0", "#067647", "#b42318", "#6b4c9a", "#7a6a00"]
CONFIG: dict[str, Any] = {
    # The labels that Vega gives to each mark are English; the whole is described instead.
    "aria": False,
    "background": None,
    "font": "Arial, Liberation Sans, sans-serif",
    "title": {"fontSize": 15, "color": INK, "anchor": "start", "offset": 10},
    "axis": {
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "labelColor": INK_2,
        "titleColor": INK_2,
        "gridColor": LINE,
        "domainColor": "#8490a0",
        "tickColor": "#8490a0",
    },
    "legend": {"labelFontSize": 13, "titleFontSize": 13, "labelColor": INK, "titleColor": INK},
    "view": {"stroke": None},
    "bar": {"color": PALETTE[0]},
    "line": {"color": PALETTE[0], "strokeWidth": 2.5},
    "point": {"color": PALETTE[0], "filled": True},
    "area": {"color": PALETTE[0], "opacity": 0.2},
    "rule": {"color": INK},
    "range": {"category": PALETTE},
}
NUMBERS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", "\u00a0₫"]}
DAYS = {
    "dateTime": "%H:%M ngày %d/%m/%Y",
    "date": "%d/%m/%Y",
    "time": "%H:%M",
    "periods": ["sáng", "chiều"],
    "days": ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"],
    "shortDays": ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
    "months": [f"tháng {month}" for month in range(1, 13)],
    "shortMonths": [f"T{month}" for month in range(1, 13)],
}

# The renderer puts its own home before every address that names no site.
RENDERER_HOME = "https://vega.github.io/vega-datasets/"
_ELEMENTS = {
    *("svg", "g", "a", "path", "rect", "line", "circle", "text", "tspan", "title", "defs"),
    *("linearGradient", "radialGradient", "stop", "clipPath"),
}
# No style (the page's policy forbids it), no on…, nothing that loads: only what draws.
_ATTRIBUTES = {
    *(
        "id",
        "class",
        "d",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "dx",
        "dy",
    ),
    *("width", "height", "viewBox", "transform", "fill", "fill-opacity", "stroke", "stroke-width"),
    *("stroke-opacity", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "opacity"),
    *("stroke-linejoin", "stroke-miterlimit", "stop-color", "stop-opacity", "offset", "display"),
    *("font-family", "font-size", "font-weight", "font-style", "text-anchor", "clip-path"),
    *("dominant-baseline", "gradientUnits", "gradientTransform", "pointer-events"),
}
_REFERENCE = re.compile(r"url\(#([\w-]+)\)")


class ChartError(ValueError):
    """The specification cannot be drawn: a fault of ours, not of the person."""


def _draw(spec: dict[str, Any]) -> str:
    # Loaded when first drawn: the renderer takes 100 MB that commands have no need of.
    import vl_convert  # noqa: PLC0415

    config = CONFIG | spec.get("config", {})
    try:
        return str(
            vl_convert.vegalite_to_svg(
                {**spec, "config": config},
                allowed_base_urls=["urn:none"],  # nothing is ever fetched for a chart
                format_locale=NUMBERS,
                time_format_locale=DAYS,
            )
        )
    except ValueError as error:
        raise ChartError(" ".join(str(error).splitlines()[:2])) from error


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _is_inside(address: str) -> bool:
    return address.startswith(("/", "?", "#")) and not address.startswith(("//", "/\\"))


def clean_svg(svg: str, prefix: str, label: str) -> str:
    """Return an SVG that only draws: listed elements and attributes, links within this site.

    ``prefix`` makes the ids of this drawing its own among others on the page; ``label`` is what
    is said in its place.

    Raises:
        ChartError: the text is no SVG.

    """
    try:
        root = ET.fromstring(svg)  # noqa: S314 - made by our own renderer, and parsed to be cleaned
    except ET.ParseError as error:
        raise ChartError(str(error)) from error
    linked = False

    def clean(element: ET.Element) -> ET.Element | None:
        nonlocal linked
        tag = _local(element.tag)
        if tag not in _ELEMENTS:
            return None
        kept = ET.Element(tag)
        for name, value in element.attrib.items():
            if name in _ATTRIBUTES and "javascript:" not in value.lower():
                text = _REFERENCE.sub(rf"url(#{prefix}\1)", value)
                if "url(" in _REFERENCE.sub("", value):
                    continue
                kept.set(name, f"{prefix}{text}" if name == "id" else text)
            elif tag == "a" and _local(name) == "href":
                address = value.removeprefix(RENDERER_HOME)
                if _is_inside(address):
                    kept.set("href", address)
                    linked = True
        kept.text, kept.tail = element.text, element.tail
        for child in element:
            if (clean_child := clean(child)) is not None:
                kept.append(clean_child)
        return kept

    cleaned = clean(root)
    if cleaned is None or cleaned.tag != "svg":
        raise ChartError("not an SVG")
    # An image is read as one thing; with links in it, it has to stay a group that is walked through.
    cleaned.set("role", "group" if linked else "img")
    cleaned.set("aria-label", label)
    return ET.tostring(cleaned, encoding="unicode")


def _label(spec: dict[str, Any]) -> str:
    title = spec.get("title", "")
    if isinstance(title, dict):
        title = title.get("text", "")
    if isinstance(title, list):
        title = " ".join(title)
    return str(spec.get("description") or title)


def vega_svg(spec: dict[str, Any]) -> SafeString:
    """Draw a Vega-Lite specification with its data in it. What is drawn is kept for a day.

    The specification needs a ``description`` or a ``title``: they are read out in place of the
    picture. About 100 ms a chart the first time; 480 to 600 points wide reads well on a phone too.

    Raises:
        ChartError: there is neither, or the specification cannot be drawn.

    """
    label = _label(spec)
    if not label:
        raise ChartError("a chart needs a title or a description")
    text = json.dumps(spec, sort_keys=True, ensure_ascii=False, default=str)
    digest = hashlib.sha256(f"{VERSION}:{text}".encode()).hexdigest()
    key = f"chart:{digest}"
    svg: str | None = cache.get(key)
    if svg is None:
        svg = clean_svg(_draw(json.loads(text)), f"c{digest[:8]}-", label)
        cache.set(key, svg, KEPT_SECONDS)
    return mark_safe(svg)  # noqa: S308 - rebuilt from a list of harmless elements and attributes
