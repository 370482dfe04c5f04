"""Filters and tags that every page may use: ``{% load ui %}``."""

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from liennganh.pure.vietnamese import format_date, format_number
from liennganh.ui.bars import Bar, bar_of
from liennganh.ui.icons import ICONS
from liennganh.ui.sayings import said as said_of
from liennganh.ui.sparks import Spark, spark_of
from liennganh.ui.status import look_of

register = template.Library()

MISSING = "–"


def _number(value: object) -> Decimal | None:
    if value is None or value == "":
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None


@register.filter
def vn_number(value: object, places: int | None = None) -> str:
    """Write a number as Vietnamese do: 1234.5 → "1.234,5". What is missing shows as "–", not 0."""
    number = _number(value)
    return MISSING if number is None else format_number(number, places)


@register.filter
def percent(value: object, places: int = 1) -> str:
    """Write a ratio as a percentage: 0.625 → "62,5%". What is missing shows as "–"."""
    number = _number(value)
    if number is None:
        return MISSING
    # Rounded first and then written in full: 62% rather than 62,0%.
    return f"{format_number(round(number * 100, places))}%"


@register.filter
def vn_date(value: dt.date | dt.datetime | None) -> str:
    """Write a day as dd/mm/yyyy; a moment is turned to the day in Viet Nam first."""
    if not value:
        return MISSING
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value).date()
    return format_date(value)


@register.simple_tag
def due_day(day: dt.date | None, before: bool) -> str:
    """Write the day a thing is due: "trước ngày 10/09/2026" where that day itself is late.

    A day that is still in time is written alone. What has no day shows as "–".
    """
    if day is None or not before:
        return vn_date(day)
    return _("trước ngày %(day)s") % {"day": format_date(day)}


@register.filter
def vn_datetime(value: dt.datetime | None) -> str:
    """Write a moment as "14:05 ngày 03/02/2026", in the time of Viet Nam."""
    if not value:
        return MISSING
    local = timezone.localtime(value)
    return _("%(time)s ngày %(day)s") % {
        "time": f"{local:%H:%M}",
        "day": format_date(local.date()),
    }


@register.filter
def vn_duration(value: dt.timedelta | None) -> str:
    """Write how long to wait, in whole minutes rounded up: 15 minutes → "15 phút"."""
    if not value:
        return MISSING
    minutes = -(-int(value.total_seconds()) // 60)
    hours, rest = divmod(minutes, 60)
    parts = [_("%(hours)s giờ") % {"hours": hours}] if hours else []
    if rest or not hours:
        parts.append(_("%(minutes)s phút") % {"minutes": rest})
    return " ".join(parts)


@register.filter
def said(value: object) -> str:
    """Say a period, a due date or a lateness of the pure cores in the language of the page."""
    return said_of(str(value))


@register.filter
def report_name(kind: str) -> str:
    """Name a report by the label of its kind: "quý" → "Báo cáo quý"."""
    return said_of(f"Báo cáo {kind}")


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon beside a word. It is hidden from screen readers: the word says it.

    Raises:
        KeyError: no icon has that name.

    """
    paths = format_html_join("", '<path d="{}"/>', ((path,) for path in ICONS[name]))
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none"'
        ' stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
        ' aria-hidden="true" focusable="false">{}</svg>',
        paths,
    )


@register.simple_tag
def status_word(code: str, word: str = "") -> SafeString:
    """Show a state as a badge with its shape, colour and word; ``word`` replaces the usual one."""
    look = look_of(code)
    tone = f" {look.tone}" if look.tone else ""
    return format_html(
        '<span class="badge{}">{}{}</span>', tone, icon(look.shape), word or look.word
    )


@register.inclusion_tag("ui/_bar.html")
def bar(
    value: object,
    target: object = None,
    low: object = None,
    high: object = None,
    unit: str = "",
) -> dict[str, Any]:
    """Draw a bar in a table cell: the value, its target as a line, what is missing hatched.

    ``low`` and ``high`` bound what the value may become once the missing reports are in.
    """
    drawn: Bar | None = bar_of(_number(value), _number(target), _number(low), _number(high), unit)
    return {"bar": drawn}


@register.inclusion_tag("ui/_spark.html")
def sparkline(values: list[object], target: object = None, label: str = "") -> dict[str, Any]:
    """Draw a series as a small line; a missing period (None) leaves a gap."""
    drawn: Spark | None = spark_of([_number(v) for v in values], _number(target), label)
    return {"spark": drawn}


class _Capture(template.Node):
    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: template.Context) -> SafeString:
        context[self.name] = mark_safe(  # noqa: S308 - already rendered, so already escaped
            self.nodelist.render(context).strip()
        )
        return mark_safe("")


@register.tag
def capture(parser: Parser, token: Token) -> _Capture:
    """``{% capture name %}…{% endcapture %}``: keep what is rendered, to show it twice."""
    parts = token.split_contents()
    if len(parts) != 2:  # noqa: PLR2004 - the tag and its one argument
        raise template.TemplateSyntaxError("capture takes one name")
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return _Capture(nodelist, parts[1])
