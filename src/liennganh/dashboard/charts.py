"""The charts of a programme's page: each answers one question, and says the answer in its title."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from liennganh.dashboard.queries.overview import Overview, Standing
from liennganh.dashboard.queries.rounds import Coverage
from liennganh.pure.periods import last_day_in_time
from liennganh.pure.rollup import AttainmentStatus
from liennganh.pure.vietnamese import format_number
from liennganh.reporting.models import Round
from liennganh.ui.charts import vega_svg

WIDTH = 480
_COLOURS = {
    "met": "#067647",
    "on_track": "#0b6b6b",
    "at_risk": "#b54708",
    "behind": "#b42318",
    "insufficient": "#8490a0",
}
# A bar that runs far past its target would press all others flat.
_WIDEST = 150
_STRIPE = 3
_LONGEST_LABEL = 34


def targets_chart(overview: Overview) -> SafeString | None:
    """Draw every target's figure as a part of its target: how far is each? None without bars."""
    numbered = [(n, row) for n, row in enumerate(overview.targets, 1) if row.has_bar]
    if not numbered:
        return None
    rows = [row for n, row in numbered]
    names = [f"{n}. {_short(row.label)}" for n, row in numbered]
    bars = [
        {"name": name, "part": _part(row, row.measured), "colour": _COLOURS[row.status]}
        for name, row in zip(names, rows, strict=True)
    ]
    stripes = [
        {"name": name, "part": place}
        for name, row in zip(names, rows, strict=True)
        for place in _stripes(row)
    ]
    paths = [
        {"name": name, "part": _part(row, row.expected)}
        for name, row in zip(names, rows, strict=True)
        if row.expected is not None and row.expected != row.target
    ]
    y: dict[str, Any] = {
        "field": "name",
        "type": "nominal",
        "sort": names,
        "title": None,
        "axis": {"labelLimit": 210, "ticks": False, "domain": False},
    }
    x = {
        "field": "part",
        "type": "quantitative",
        "scale": {"domain": [0, _top(bars, stripes)]},
        "title": _("% so với chỉ tiêu"),
        "axis": {"tickCount": 5},
    }
    bar = {"mark": {"type": "bar", "height": 14}, "data": {"values": bars}}
    layers: list[dict[str, Any]] = [
        bar | {"encoding": {"y": y, "x": x, "color": {"field": "colour", "scale": None}}},
        _ticks(stripes, y, x, colour="#4a5565", thickness=1, size=14),
        _ticks(paths, y, x, colour="#b54708", thickness=2, size=20),
        {
            "data": {"values": [{"part": 100}]},
            "mark": {"type": "rule", "strokeWidth": 2},
            "encoding": {"x": {"field": "part", "type": "quantitative"}},
        },
    ]
    return vega_svg(
        {
            "description": targets_title(overview),
            "width": WIDTH - 230,
            "height": {"step": 26},
            "layer": [layer for layer in layers if layer["data"]["values"]],
        }
    )


def targets_title(overview: Overview) -> str:
    """Return the answer of the chart: how many are short of their target, and which the most.

    A target whose reports do not suffice to judge it is not called short of anything: the sentence
    above the chart counts it as undecided.
    """
    rows = [(n, row) for n, row in enumerate(overview.targets, 1) if row.has_bar]
    judged = [(n, row) for n, row in rows if row.status != AttainmentStatus.INSUFFICIENT]
    if not judged:
        return _("Chưa chỉ tiêu nào đủ số liệu để kết luận; các thanh là số tạm tính")
    title = _judged_title(judged)
    if open_ := len(rows) - len(judged):
        title += _("; %(count)s chỉ tiêu chưa đủ số liệu, thanh xám là số tạm tính") % {
            "count": open_
        }
    return title


def _judged_title(rows: Sequence[tuple[int, Standing]]) -> str:
    short = [(n, row) for n, row in rows if row.gap is not None and row.gap > 0]
    if not short:
        return _("%(all)s/%(all)s chỉ tiêu đủ số liệu đã tới mức phải đạt") % {"all": len(rows)}
    number, least = min(short, key=lambda pair: _part(pair[1], pair[1].measured))
    return _(
        "%(short)s/%(all)s chỉ tiêu đủ số liệu chưa tới mức phải đạt; xa nhất là chỉ tiêu "
        "%(number)s, mới bằng %(part)s%% mức đó"
    ) % {
        "short": len(short),
        "all": len(rows),
        "number": number,
        "part": format_number(Decimal(str(_part(least, least.measured))), 0),
    }


def _ticks(
    values: Sequence[dict[str, Any]],
    y: dict[str, Any],
    x: dict[str, Any],
    *,
    colour: str,
    thickness: int,
    size: int,
) -> dict[str, Any]:
    mark = {"type": "tick", "color": colour, "thickness": thickness, "size": size, "opacity": 1}
    return {"data": {"values": list(values)}, "mark": mark, "encoding": {"y": y, "x": x}}


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1].rstrip()}…"


def _part(row: Standing, amount: Decimal | None) -> float:
    """Return an amount in per cent of the row's target, at most 150."""
    if not row.target:
        return 0.0
    return float(min(Decimal(_WIDEST), round(100 * (amount or Decimal(0)) / row.target, 1)))


def _stripes(row: Standing) -> list[float]:
    """Return where the stripes stand that fill the range left by the missing reports."""
    if row.low is None or row.high is None or row.low == row.high:
        return []
    low, high = _part(row, row.low), _part(row, row.high)
    count = int((high - low) // _STRIPE)
    return [round(low + _STRIPE * step, 1) for step in range(count + 1)]


def _top(*groups: Sequence[dict[str, Any]]) -> int:
    reached = max((point["part"] for group in groups for point in group), default=0.0)
    return max(105, int(reached) + 5)


def sending_chart(round_: Round, coverage: Coverage) -> SafeString | None:
    """Draw how many had sent theirs by which day, against the day due. None before the first."""
    sent = sending_rows(coverage)
    if not sent:
        return None
    start = (min(round_.opens_on, sent[0][0]), 0)
    steps = [{"day": day.isoformat(), "count": count} for day, count in (start, *sent)]
    day = {
        "field": "day",
        "type": "temporal",
        "title": None,
        "axis": {"format": "%d/%m", "tickCount": 6},
    }
    count = {
        "field": "count",
        "type": "quantitative",
        "title": _("số báo cáo đã gửi"),
        "scale": {"domain": [0, coverage.expected]},
        "axis": {"tickMinStep": 1, "tickCount": 5, "format": "d"},
    }
    step = {"interpolate": "step-after"}
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": steps},
            "mark": {"type": "area", "color": "#0b6b6b", "opacity": 0.2} | step,
            "encoding": {"x": day, "y": count},
        },
        {
            "data": {"values": steps},
            "mark": {"type": "line", "color": "#0b6b6b"} | step,
            "encoding": {"x": day, "y": count},
        },
        {
            "data": {"values": [{"count": coverage.expected}]},
            "mark": {"type": "rule", "strokeDash": [4, 3]},
            "encoding": {"y": count},
        },
    ]
    if round_.due_on is not None:
        last = last_day_in_time(round_.due_on, before=round_.due_before)
        due = [{"day": last.isoformat()}]
        layers.append(
            {
                "data": {"values": due},
                "mark": {"type": "rule", "color": "#b42318", "strokeWidth": 2},
                "encoding": {"x": day},
            }
        )
    return vega_svg(
        {
            "description": sending_title(coverage),
            "width": WIDTH - 80,
            "height": 200,
            "layer": layers,
        }
    )


def sending_title(coverage: Coverage) -> str:
    """Return "50/65 xã đã gửi (8 muộn), 15 chưa gửi; 7/9 cơ quan đã gửi, 2 chưa gửi"."""
    return "; ".join(side.sentence for side in coverage.sides)


def sending_rows(coverage: Coverage) -> list[tuple[dt.date, int]]:
    """Return each day on which reports first came in, and how many were in by then."""
    sent = Counter(
        timezone.localdate(answer.report.submitted_at)
        for side in coverage.sides
        for answer in side.answers
        if answer.report.submitted_at is not None
    )
    days = sorted(sent)
    return list(zip(days, accumulate(sent[day] for day in days), strict=True))
