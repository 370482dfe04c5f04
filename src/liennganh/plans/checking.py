"""What an officer should ask about a plan before work begins. Nothing here stands in the way."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from liennganh.plans import values
from liennganh.plans.models import Intake, IntakeItem, IntakeOwner, ItemKind
from liennganh.plans.money import Mismatch, Sum, mismatches
from liennganh.plans.partial_dates import first_day, last_day, show_partial
from liennganh.plans.question import Question, Questions, quote_of
from liennganh.pure.vietnamese import fold, format_number

_CHANGES = ("+", "-")


def checks_of(
    intake: Intake, kept: Sequence[IntakeItem], owners: Sequence[IntakeOwner]
) -> Questions:
    """Return what to ask about the items kept; no query."""
    yield from _not_printed(intake, kept)
    yield from _reports(intake, kept)
    yield from _outside(intake, kept)
    yield from _measured(intake, kept, owners)
    yield from _wholes(intake, kept)
    yield from _money(intake, kept)
    yield from _values(intake, kept)


def _not_printed(intake: Intake, kept: Sequence[IntakeItem]) -> Questions:
    for item in kept:
        for ask in values.open_asks(item.kind, item.data):
            message = f"{values.QUESTIONS[ask]} {quote_of(intake, item)}"
            yield Question(
                "asked",
                message,
                blocking=False,
                item=item.pk,
                ask=ask,
                choices=values.choices_of(ask, item.data),
            )


def _reports(intake: Intake, kept: Sequence[IntakeItem]) -> Questions:
    for item in kept:
        if item.kind != ItemKind.REPORT:
            continue
        data = values.whole(item.kind, item.data)
        message = f"{values.REPORT_KINDS.get(data['kind'], '')}: {quote_of(intake, item)}"
        if not data["due"]:
            yield Question("no_due", message, blocking=False, item=item.pk)
        if not data["recipients"] and not data["through"]:
            yield Question("no_recipient", message, blocking=False, item=item.pk)


def _outside(intake: Intake, kept: Sequence[IntakeItem]) -> Questions:
    period = intake.header.get("period")
    for item in kept:
        deadline = str(item.data.get("deadline") or "")
        start, end = first_day(deadline), last_day(deadline)
        if period and start and end and (end.year < period[0] or start.year > period[1]):
            message = _("Hạn %(day)s, kế hoạch %(first)s–%(last)s: %(quote)s") % {
                "day": show_partial(deadline),
                "first": period[0],
                "last": period[1],
                "quote": quote_of(intake, item),
            }
            yield Question("outside", message, blocking=False, item=item.pk)


def _measured(
    intake: Intake, kept: Sequence[IntakeItem], owners: Sequence[IntakeOwner]
) -> Questions:
    """Ask of each target whether anybody is named for it.

    Somebody is when its own words name a body of the plan, or a task of the same part has a lead.
    """
    names = {fold(owner.printed) for owner in owners}
    led = {
        tuple(item.section[:depth])
        for item in kept
        if item.kind == ItemKind.TASK and item.data["lead"]
        for depth in range(1, len(item.section) + 1)
    }
    for item in kept:
        if item.kind not in (ItemKind.TARGET, ItemKind.QUALITATIVE):
            continue
        words = fold(intake.text[item.start : item.end])
        part = tuple(item.section[: max(1, len(item.section) - 1)])
        if part in led or any(name in words for name in names):
            continue
        yield Question("no_measure", quote_of(intake, item), blocking=False, item=item.pk)


def _wholes(intake: Intake, kept: Sequence[IntakeItem]) -> Questions:
    """Ask of what whole a percentage is, where its meaning is known and names none."""
    for item in kept:
        if item.kind != ItemKind.TARGET or item.data["unit"] != "percent":
            continue
        meaning = values.effective_meaning(item.data)
        if meaning is None or meaning["denominator"] or item.data["comparator"] in _CHANGES:
            continue
        if "denominator" not in values.open_asks(item.kind, item.data):
            yield Question("no_whole", quote_of(intake, item), blocking=False, item=item.pk)


def sum_of(item: IntakeItem) -> Sum:
    """Return a sum of money under review as the arithmetic takes it."""
    data = values.whole(item.kind, item.data)
    first, last = data["years"] or (None, None)
    return Sum(
        key=item.pk,
        section=tuple(item.section),
        amount=int(data["amount_vnd"]),
        years=(first, last) if first and last else None,
        per_year=data["per_year"],
        source=data["source"],
        source_words=data["source_words"],
        standing=data["standing"],
    )


def _money(intake: Intake, kept: Sequence[IntakeItem]) -> Questions:
    items = {
        item.pk: item
        for item in kept
        if item.kind == ItemKind.BUDGET and item.data.get("amount_vnd") not in ("", None)
    }
    for wrong in mismatches([sum_of(item) for item in items.values()]):
        message = f"{money_words(wrong)} {quote_of(intake, items[wrong.total.key])}"
        yield Question("money", message, blocking=False, item=wrong.total.key)


def money_words(wrong: Mismatch) -> str:
    """Return how a total differs from the sum of its parts."""
    facts = {
        "total": format_number(Decimal(wrong.total.whole)),
        "n": len(wrong.parts),
        "sum": format_number(Decimal(wrong.adds_to)),
    }
    if wrong.split == "year":
        return _("Tổng %(total)s đồng, %(n)s khoản theo năm cộng lại %(sum)s đồng.") % facts
    if wrong.split == "source":
        return _("Tổng %(total)s đồng, %(n)s khoản theo nguồn cộng lại %(sum)s đồng.") % facts
    return _("Tổng %(total)s đồng, %(n)s khoản bên trong cộng lại %(sum)s đồng.") % facts


def _values(intake: Intake, kept: Sequence[IntakeItem]) -> Questions:
    """Tell one target with two values, and values that go back from year to year."""
    told: dict[tuple[str, ...], list[IntakeItem]] = {}
    for item in kept:
        if item.kind == ItemKind.TARGET and item.data["value"] not in ("", None):
            told.setdefault(_subject(intake, item), []).append(item)
    for subject, group in told.items():
        if len(group) > 1 and subject[0]:
            yield from _conflicts(intake, group)
            yield from _backwards(intake, group)


def _subject(intake: Intake, item: IntakeItem) -> tuple[str, ...]:
    """Return what a target is about, folded and without its figures."""
    meaning = item.data.get("meaning") or {}
    parts = [meaning.get(name, "") for name in ("numerator", "denominator", "group", "condition")]
    if not any(parts):
        parts = [item.data["what"] or intake.text[item.start : item.end]]
    words = (
        " ".join(word for word in fold(part).split() if not any(sign.isdigit() for sign in word))
        for part in parts
    )
    return (" ".join(words).strip(), item.data["unit"], _direction(item.data["comparator"]))


def _direction(comparator: str) -> str:
    return comparator if comparator in _CHANGES else comparator.rstrip("=") or "="


def _conflicts(intake: Intake, group: Sequence[IntakeItem]) -> Questions:
    by_deadline: dict[str, IntakeItem] = {}
    for item in group:
        first = by_deadline.setdefault(item.data["deadline"], item)
        if _figure(first.data) != _figure(item.data):
            message = _("%(one)s và %(two)s: %(quote)s") % {
                "one": values.figure(first.data),
                "two": values.figure(item.data),
                "quote": quote_of(intake, item),
            }
            yield Question("conflict", message, blocking=False, item=item.pk)


def _figure(data: dict[str, Any]) -> tuple[Any, ...]:
    return (data["comparator"], data["value"], data["upper"])


def _backwards(intake: Intake, group: Sequence[IntakeItem]) -> Questions:
    """Tell a path that turns: a floor that falls, a ceiling that rises, a level that does both."""
    path = sorted(
        ((day, item) for item in group if (day := last_day(item.data["deadline"]))),
        key=lambda step: step[0],
    )
    comparator = group[0].data["comparator"]
    if comparator in _CHANGES:
        return
    steps = [(a, b) for (_day, a), (_later, b) in pairwise(path)]
    rises = [(a, b) for a, b in steps if _value(b) > _value(a)]
    falls = [(a, b) for a, b in steps if _value(b) < _value(a)]
    if comparator.startswith("<"):
        wrong = rises
    elif comparator.startswith(">"):
        wrong = falls
    else:
        wrong = falls if rises else []
    for before, after in wrong:
        if before.data["deadline"] == after.data["deadline"]:
            continue
        message = _("%(day)s: %(one)s, sau đó %(later)s: %(two)s. %(quote)s") % {
            "day": show_partial(before.data["deadline"]),
            "one": values.figure(before.data),
            "later": show_partial(after.data["deadline"]),
            "two": values.figure(after.data),
            "quote": quote_of(intake, after),
        }
        yield Question("backwards", message, blocking=False, item=after.pk)


def _value(item: IntakeItem) -> Decimal:
    return Decimal(str(item.data["value"]))
