"""The review one decision at a time: least certain first, then what is sure, then the names.

A press is a POST of what to do (``viec``) at which stop (``o``). Plain posts go on to the next
stop's page; htmx gets the next card alone, with the text where marks have moved.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from liennganh.accounts.models import User
from liennganh.plans import queue
from liennganh.plans.cards import item_card, meant_by, name_choices, rest_card
from liennganh.plans.forms import FORMS, HeaderForm, ItemForm
from liennganh.plans.headers import missing_in
from liennganh.plans.models import Intake, IntakeItem, IntakeState, ItemKind, ItemState
from liennganh.plans.queries import items_of, owners_in, printed_names
from liennganh.plans.question import Question
from liennganh.plans.questions import questions_of
from liennganh.plans.queue import Names, Stop
from liennganh.plans.reissue import compare, earlier_readings, likely_earlier
from liennganh.plans.reviewing import head_of, marked_lines
from liennganh.plans.unknown_names import unknown_names
from liennganh.plans.views.deciding import Outcome, decide, names_in_tasks
from liennganh.plans.views.fetching import SignedInRequest, get_intake, page_of
from liennganh.ui.asked import whole_number


@dataclass(frozen=True)
class Asked:
    """What the address asks for: the stop, from which confidence on items are sure, one by one."""

    key: str
    level: int
    singly: bool

    def query(self, key: str) -> str:
        """Return the query string of another stop in the same manner."""
        fields: dict[str, Any] = {"o": key} if key else {}
        if self.level != queue.LEVELS[0]:
            fields["tu"] = self.level
        if self.singly:
            fields["het"] = 1
        return urlencode(fields)


@dataclass(frozen=True)
class Standing:
    """A review as it is: its rows, what is open, and in which order."""

    intake: Intake
    items: list[IntakeItem]
    names: Names | None
    stops: list[Stop]
    earlier: Intake | None  # which this one may follow, while nobody has said so


@require_http_methods(["GET", "POST"])
def work_through(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one decision; take it, and go on to the next."""
    intake = get_intake(request, pk)
    asked = _asked(request)
    if intake.state != IntakeState.REVIEW:
        return redirect(page_of(intake))
    if request.method == "GET":
        return _page(request, _standing(request.user, intake, asked), asked, asked.key)
    before = _standing(request.user, intake, asked)
    stop = queue.stop_at(before.stops, asked.key)
    item = _known_item(before, asked.key)
    outcome = decide(request, intake, item, before.names, stop, before.earlier)
    intake.refresh_from_db()
    after = _standing(request.user, intake, asked)
    if outcome.form is not None or outcome.header_form is not None:
        return _page(request, after, asked, asked.key, outcome)
    key = outcome.go_to or queue.stop_after(before.stops, asked.key, after.stops).key
    if request.headers.get("HX-Request"):
        return _page(request, after, asked, key, outcome)
    if outcome.said:
        messages.success(request, outcome.said)
    if outcome.refused:
        messages.error(request, outcome.refused)
    return redirect(f"{reverse('plans:queue', args=[pk])}?{asked.query(key)}#quyet-dinh")


def _asked(request: SignedInRequest) -> Asked:
    fields = request.POST if request.method == "POST" else request.GET
    level = whole_number(fields.get("tu", "")) or queue.LEVELS[0]
    return Asked(
        key=fields.get("o", ""),
        level=level if level in queue.LEVELS else queue.LEVELS[0],
        singly="het" in fields,
    )


def _standing(by: User, intake: Intake, asked: Asked) -> Standing:
    """Fetch the review; what names mean is asked only where it matters, it costs ten queries."""
    items = items_of(intake)
    names: Names | None = None
    earlier = None
    if not intake.earlier_asked:
        earlier = likely_earlier(intake, earlier_readings(by, intake))
    arrange = partial(
        queue.stops_of, intake, items, level=asked.level, singly=asked.singly,
        earlier=earlier is not None,
    )  # fmt: skip
    stops = arrange()
    if asked.key.startswith(queue.NAMES) or stops[0].kind == "names":
        found = printed_names(intake, items)
        unknown = unknown_names(intake, found).rows
        names = queue.names_of(found, unknown, singly=asked.singly)
        stops = arrange(names=names)
    return Standing(intake, items, names, stops, earlier)


def _known_item(standing: Standing, key: str) -> IntakeItem | None:
    """Return the item of a key, decided or not."""
    return next((item for item in standing.items if queue.item_key(item) == key), None)


def _page(
    request: SignedInRequest,
    standing: Standing,
    asked: Asked,
    key: str,
    outcome: Outcome | None = None,
) -> HttpResponse:
    outcome = outcome or Outcome()
    if key.startswith(queue.NAMES) and standing.names is None:
        standing = _standing(request.user, standing.intake, replace(asked, key=key))
    decided = _known_item(standing, key)
    stop = queue.stop_at(standing.stops, key)
    if decided is not None and stop.item is not decided:
        stop = Stop(key, "item", item=decided)
    questions = questions_of(standing.intake, standing.items, owners_in(standing.items))
    swap = bool(request.headers.get("HX-Request"))
    context = {
        **_frame(standing, asked, stop, outcome),
        **_CARDS[stop.kind](request, standing, asked, stop, questions, outcome),
        "lines": marked_lines(standing.intake, standing.items)
        if not swap or outcome.text_moved
        else None,
        "last_step": standing.intake.changes.filter(by=request.user, undone=False).first(),
        "swap": swap,
    }
    return render(request, "plans/_queue_swap.html" if swap else "plans/queue.html", context)


def _frame(standing: Standing, asked: Asked, stop: Stop, outcome: Outcome) -> dict[str, Any]:
    """Return what every card has: where one is, the ways back and on, how much is left."""
    items = standing.items
    keys = [one.key for one in standing.stops]
    place = keys.index(stop.key) if stop.key in keys else -1
    looks = sum(one.kind == "item" for one in standing.stops)
    return {
        "intake": standing.intake,
        "tab": "queue",
        "asked": asked,
        "stop": stop,
        "outcome": outcome,
        "here": asked.query(stop.key),
        "next": asked.query(keys[(place + 1) % len(keys)]),
        "back": asked.query(keys[place - 1] if place > 0 else keys[-1]),
        "looks": looks,
        "sure": len(queue.sure_items(items, asked.level)) if queue.REST in keys else 0,
        "open_names": queue.open_names(items),
        "seen": sum(item.state != ItemState.PROPOSED for item in items),
        "total": len(items),
        "levels": [(level, Asked("", level, asked.singly).query("")) for level in queue.LEVELS],
        "singly": Asked("", asked.level, not asked.singly).query(""),
    }


def _item(
    request: SignedInRequest, standing: Standing, _asked: Asked, stop: Stop,
    questions: list[Question], outcome: Outcome,
) -> dict[str, Any]:  # fmt: skip
    assert stop.item is not None  # noqa: S101 - stops of this kind have one
    item = stop.item
    compared = compare(standing.intake, standing.items)
    form: ItemForm | None = outcome.form
    if form is None and "sua" in request.GET:
        form = FORMS[item.kind](None, item=item)
    return {
        "card": item_card(item, standing.items, questions),
        "change": compared.change_of(item) if compared else None,
        "item": item,
        "form": form,
        "names": names_in_tasks(standing.items) if form and item.kind == ItemKind.TASK else [],
    }


def _head(
    request: SignedInRequest, standing: Standing, _asked: Asked, _stop: Stop,
    _questions: list[Question], outcome: Outcome,
) -> dict[str, Any]:  # fmt: skip
    header = standing.intake.header
    form = outcome.header_form
    if form is None and ("sua" in request.GET or missing_in(header)):
        form = HeaderForm(initial=HeaderForm.initial_for(header), auto_id="dau_%s")
    elsewhere = [one["message"] for one in standing.intake.warnings if one["code"] == "elsewhere"]
    return {"head": head_of(standing.intake), "header_form": form, "elsewhere": elsewhere}


def _earlier(
    _request: SignedInRequest, standing: Standing, _asked: Asked, _stop: Stop,
    _questions: list[Question], _outcome: Outcome,
) -> dict[str, Any]:  # fmt: skip
    return {"earlier": standing.earlier}


def _rest(
    _request: SignedInRequest, standing: Standing, asked: Asked, _stop: Stop,
    _questions: list[Question], _outcome: Outcome,
) -> dict[str, Any]:  # fmt: skip
    sure = queue.sure_items(standing.items, asked.level)
    return {"card": rest_card(sure, asked.level, queue.expected_wrong(sure))}


def _names(
    _request: SignedInRequest, standing: Standing, _asked: Asked, stop: Stop,
    _questions: list[Question], _outcome: Outcome,
) -> dict[str, Any]:  # fmt: skip
    suggested = standing.names.suggested if standing.names else ()
    return {
        "name": stop.name,
        "open": standing.names,
        "suggested": [(name.printed, meant_by(name)) for name in suggested],
        "choices": name_choices(stop.name) if stop.name else [],
    }


def _end(
    _request: SignedInRequest, _standing: Standing, _asked: Asked, _stop: Stop,
    questions: list[Question], _outcome: Outcome,
) -> dict[str, Any]:  # fmt: skip
    return {
        "blocking": sum(one.blocking for one in questions),
        "warnings": sum(not one.blocking for one in questions),
    }


_Card = Callable[[SignedInRequest, Standing, Asked, Stop, list[Question], Outcome], dict[str, Any]]
_CARDS: dict[str, _Card] = {
    "earlier": _earlier,
    "item": _item,
    "head": _head,
    "rest": _rest,
    "names": _names,
    "suggested": _names,
    "unknown": _names,
    "name": _names,
    "end": _end,
}
