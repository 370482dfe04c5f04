"""The main pages, each as the role that works on it: axe, consoles, small screens, weight."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from liennganh.accounts.models import User
from tests.cast import Cast
from tests.journeys.desks import Desks
from tests.scenario import Scenario, at, make_scenario

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
_HEAVIEST = 300_000  # bytes of HTML, CSS and JavaScript
_PHONE = ViewportSize(width=390, height=800)
_DESK = ViewportSize(width=1280, height=900)
# The page itself, its style sheets and scripts, as sent.
_WEIGH = """
performance.getEntries()
  .filter((one) => one.entryType === "navigation" || /[.](css|js)([?]|$)/.test(one.name))
  .reduce((sum, one) => sum + (one.encodedBodySize || 0), 0)
"""


@dataclass(frozen=True)
class Visit:
    """A page and who works on it."""

    who: str
    name: str
    args: Callable[[Scenario], list[Any]] = lambda _s: []


VISITS = (
    Visit("lan", "dashboard:home"),
    Visit("minh", "dashboard:home"),
    Visit("hoa", "dashboard:home"),
    Visit("lan", "dashboard:programme", lambda s: [s.programme.key]),
    Visit("lan", "dashboard:units", lambda s: [s.programme.key]),
    Visit("lan", "plans:upload"),
    Visit("lan", "plans:review", lambda s: [s.intake.pk]),
    Visit("lan", "plans:queue", lambda s: [s.intake.pk]),
    Visit("lan", "plans:reissue", lambda s: [s.intake.pk]),
    Visit("lan", "plans:owners", lambda s: [s.intake.pk]),
    Visit("lan", "plans:confirm", lambda s: [s.intake.pk]),
    Visit("lan", "plans:edit", lambda s: [s.item.pk]),
    Visit("lan", "plans:plan", lambda s: [s.plan.key]),
    Visit("lan", "plans:upper", lambda s: [s.plan.key]),
    Visit("lan", "plans:upper_of_intake", lambda s: [s.intake.pk]),
    Visit("lan", "programmes:adopt", lambda s: [s.plan.key]),
    Visit("lan", "programmes:tasks", lambda s: [s.programme.key]),
    Visit("lan", "programmes:calendar", lambda s: [s.programme.key]),
    Visit("lan", "programmes:result", lambda s: [s.result.pk]),
    Visit("cuong", "programmes:my_tasks"),
    Visit("cuong", "programmes:assignment", lambda s: [s.assignment.pk]),
    Visit("son", "reporting:edit", lambda s: [s.begun.pk]),
    Visit("lan", "reporting:round", lambda s: [s.round.pk]),
    Visit("lan", "reporting:report", lambda s: [s.sent.pk]),
    Visit("lan", "reporting:figure", lambda s: [s.closed.pk, s.tracked.pk]),
    Visit("lan", "drafting:detail", lambda s: [s.draft.pk]),
    Visit("lan", "drafting:edit", lambda s: [s.draft.pk]),
    Visit("quan", "agencies:detail", lambda s: [s.cast.health.pk]),
    Visit("an", "audit:list"),
)


@pytest.fixture
def world(transactional_db: None, cast: Cast) -> Iterator[Scenario]:
    """Return the world in the middle of its work, on 10 June 2026."""
    del transactional_db
    with time_machine.travel(at(6, 10, 2), tick=True):
        yield make_scenario(cast)


def _faults_of_axe(page: Page) -> list[str]:
    found = Axe().run(page, options=_RULES).response["violations"]
    return [
        f"axe {one['id']}: {'; '.join(str(node['html'])[:160] for node in one['nodes'][:3])}"
        for one in found
    ]


def _faults_of_page(page: Page, address: str) -> Iterator[str]:
    """Yield what is wrong with a page, by axe and by looking at its frame and weight."""
    page.set_viewport_size(_DESK)
    network = page.context.new_cdp_session(page)
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    answer = page.goto(address)
    network.detach()
    if answer is None or answer.status != 200 or urlsplit(page.url).path != urlsplit(address).path:
        yield f"answered {answer and answer.status} at {page.url}"
        return
    weight = page.evaluate(_WEIGH)
    if not 20_000 < weight < _HEAVIEST:
        yield f"weighs {weight} bytes"
    if (headings := page.locator("h1").count()) != 1:
        yield f"has {headings} h1"
    yield from _faults_of_axe(page)
    page.set_viewport_size(_PHONE)
    if (width := page.evaluate("document.documentElement.scrollWidth")) > _PHONE["width"]:
        yield f"scrolls sideways on a phone: {width} px"


def _faults(desks: Desks, user: User, address: str) -> list[str]:
    desks.said.clear()
    found = list(_faults_of_page(desks.of(user), address))
    found += [f"console: {one}" for one in desks.said]
    desks.said.clear()
    return found


def test_the_main_pages_have_no_faults(
    chromium: Browser, live_server: LiveServer, world: Scenario
) -> None:
    faults = {}
    with Desks.opened(chromium, live_server.url) as desks:
        for visit in VISITS:
            address = reverse(visit.name, args=visit.args(world))
            if found := _faults(desks, getattr(world.cast, visit.who), address):
                faults[f"{visit.who} {address}"] = found
    assert faults == {}


def test_the_page_before_signing_in_has_no_faults(
    chromium: Browser, live_server: LiveServer
) -> None:
    context = chromium.new_context(base_url=live_server.url, locale="vi-VN")
    page = context.new_page()
    assert list(_faults_of_page(page, "/tai-khoan/dang-nhap/?next=%2F")) == []
    context.close()


def test_a_page_with_faults_is_found_out(chromium: Browser, live_server: LiveServer) -> None:
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto("/tai-khoan/dang-nhap/")
    page.locator("main").evaluate(
        "(main) => { main.append(new Image(9, 9), document.createElement('input')); }"
    )
    assert {"axe image-alt", "axe label"} <= {one.split(":")[0] for one in _faults_of_axe(page)}
    context.close()
