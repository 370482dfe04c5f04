"""Every address of the site, asked in every wrong way that came to mind: none may break.

A refusal is an answer (a page, 302, 4xx); a 500 or a traceback is a defect. Fields are found in the
forms that the pages show, so a new field is tried without being named here.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import cast
from urllib.parse import quote

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from liennganh.accounts.models import User
from tests.cast import Cast
from tests.expectations import EXPECTATIONS, Page
from tests.scenario import Scenario, make_scenario

FORM = "application/x-www-form-urlencoded"
# Digits that are none to int(), numbers no column holds, days no calendar has, bytes no text has.
WORDS = (
    "",
    "0",
    "-1",
    "²",
    "٣",
    "03",
    "9" * 30,
    "9" * 5000,
    "1e999999",
    "NaN",
    "Infinity",
    "31/02/2026",
    "01/01/0001",
    "31/12/9999",
    "99/99/99999",
    "2026-06-01",
    "\x00",
    "a\x00b",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "%s%n{0}{{ 7|add:7 }}",
    "\u202e\ufeff\r\nSet-Cookie: a=b",
    "à́" * 2000,
    ":" * 20,
    "1:2:3",
    "agency:" + "9" * 40,
    "agency:²",
)
HOSTILE = (*map(quote, WORDS), "%ED%A0%80", "%FF%FE", "%")
# What addresses read besides the fields of their forms.
IN_ADDRESS = tuple(
    "page q v ky xep chieu sort tim nam year next unit lead agency thu-tu".split()  # noqa: SIM905 - one line reads better
)
IN_BODY = (
    "version",
    "membership",
    "next",
    "reports",
    "offset",
    "choice",
    "printed",
    "kind",
    "name",
    "muc",
    "loai",
    "thay-the",
    "comment",
    "reason",
    "text",
    "due_on",
    "language",
    "cell-" + "9" * 5000,
    "cell-²",
)
# Values for one field alone, for each address and method. Addresses take turns in values and fields,
# so that together they meet everything; the whole run stays within half a minute.
ALONE = 3
TOGETHER = 1


@dataclass
class _Form:
    """A form as a browser would send it."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    """Collect the forms of a page, each with what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[_Form] = []
        self._open: _Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a form, or a field of the open one."""
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._open = _Form(given.get("action", ""), given.get("method", "get").lower())
            self.found.append(self._open)
            return
        if self._open is None:
            return
        name = given.get("name", "")
        if tag == "select":
            self._select = name
            self._open.fields.setdefault(name, "")
        elif tag == "option" and self._select:
            if "selected" in given or not self._open.fields[self._select]:
                self._open.fields[self._select] = given.get("value", "")
        # A button with a place of its own to go to asks for something else than the form does.
        elif tag in {"input", "textarea", "button"} and name and "formaction" not in given:
            self._open.fields.setdefault(name, given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        """Close what was open."""
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""


STRANGER = "stranger"


def _someone(page: Page, method: str, scenario: Scenario) -> User | str:
    """Return whom the address lets in: the tests are about what happens behind the door.

    A stranger for the pages that are open to all; "" where nobody is let in.
    """
    if page.anonymous is not None:
        return STRANGER
    for role, status in (page.get if method == "get" else page.post).items():
        known = {status} if isinstance(status, int) else status
        if known & {200, 204, 302, 409}:
            return scenario.cast.everybody[role]
    return ""


@pytest.fixture
def scenario(cast: Cast) -> Scenario:
    return make_scenario(cast)


def _send(user: User | str, method: str, url: str, body: str = "") -> HttpResponse:
    """Ask as somebody and undo whatever it did."""
    with transaction.atomic():
        client = Client(raise_request_exception=False)
        if isinstance(user, User):
            client.force_login(User.objects.get(pk=user.pk))
        sent = client.get(url) if method == "get" else client.post(url, body, content_type=FORM)
        transaction.set_rollback(True)
    # The test client's answer is an HttpResponse with notes of its own.
    return cast("HttpResponse", sent)


def _forms(scenario: Scenario) -> dict[tuple[str, str], dict[str, str]]:
    """Open every page once; return the fields of every form by method and where it is sent."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for name, page in EXPECTATIONS.items():
        user = _someone(page, "get", scenario)
        if not user:
            continue
        url = reverse(name, kwargs=page.args(scenario))
        response = _send(user, "get", url + (f"?{page.query}" if page.query else ""))
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        parser = _Forms()
        parser.feed(response.content.decode())
        for form in parser.found:
            place = (form.method, form.action.partition("?")[0] or url)
            found.setdefault(place, {}).update(form.fields)
    return found


def _turned(turn: int, count: int) -> Iterator[str]:
    """Return hostile values, beginning elsewhere at every turn."""
    start = (turn * count) % len(HOSTILE)
    return itertools.islice(itertools.cycle(HOSTILE), start, start + count)


def _some(names: list[str], turn: int) -> list[str]:
    """Return a few of the fields, others at every turn."""
    start = (turn * ALONE) % len(names)
    return (names[start:] + names[:start])[:ALONE]


def _bodies(page: Page, scenario: Scenario, fields: dict[str, str], turn: int) -> Iterator[str]:
    """Return bodies: nothing, everything hostile at once, and each field hostile alone."""
    good = fields | {key: str(value) for key, value in page.data(scenario).items()}
    names = list(dict.fromkeys([*good, *IN_BODY]))
    yield ""
    for value in _turned(turn, TOGETHER):
        yield "&".join(f"{quote(name)}={value}" for name in names)
    # A form's own fields before those that other addresses read.
    for name, value in zip(_some(list(good) or names, turn), _turned(turn, ALONE), strict=False):
        kept = "".join(f"&{quote(key)}={quote(good[key])}" for key in good if key != name)
        yield f"{quote(name)}={value}{kept}"


def _broken(response: HttpResponse) -> bool:
    streaming = getattr(response, "streaming", False)
    page = b"" if streaming else response.content
    return response.status_code >= 500 or b"Traceback (most recent" in page


def test_no_address_breaks_on_what_is_asked_in_it(
    scenario: Scenario, subtests: pytest.Subtests
) -> None:
    forms = _forms(scenario)
    for turn, (name, page) in enumerate(EXPECTATIONS.items()):
        user = _someone(page, "get", scenario)
        if not user:
            continue
        url = reverse(name, kwargs=page.args(scenario))
        with subtests.test(name):
            names = list(dict.fromkeys([*forms.get(("get", url), {}), *IN_ADDRESS]))
            asked = [
                "&".join(f"{key}={value}" for key in names) for value in _turned(turn, TOGETHER)
            ]
            alone = zip(_some(names, turn), _turned(turn, ALONE), strict=False)
            asked += [f"{key}={value}" for key, value in alone]
            wrong = [query for query in asked if _broken(_send(user, "get", f"{url}?{query}"))]
            assert not wrong, f"GET {name} broke on {[one[:90] for one in wrong]}"


def test_no_address_breaks_on_what_is_sent_to_it(
    scenario: Scenario, subtests: pytest.Subtests
) -> None:
    forms = _forms(scenario)
    for turn, (name, page) in enumerate(EXPECTATIONS.items()):
        user = _someone(page, "post", scenario)
        if not user:
            continue
        url = reverse(name, kwargs=page.args(scenario))
        with subtests.test(name):
            bodies = list(_bodies(page, scenario, forms.get(("post", url), {}), turn))
            wrong = [body for body in bodies if _broken(_send(user, "post", url, body))]
            assert not wrong, f"POST {name} broke on {[one[:150] for one in wrong]}"
