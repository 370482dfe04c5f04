"""A plan of twenty pages is gone through and confirmed with the keyboard alone."""

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import Page, expect

from liennganh.plans.actions import start_intake
from liennganh.plans.models import Intake, Plan
from tests.cast import Cast
from tests.journeys.desks import Desks, told
from tests.long_plan import TEXT
from tests.scenario import at

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

_PAGE = 2_500  # characters
_SECONDS = 5  # for a decision that one press takes
_TEN_MINUTES = 600
_MOST_STOPS = 250
_NO_MOUSE = """
window.clicked = 0;
for (const kind of ["pointerdown", "mousedown", "touchstart"]) addEventListener(kind, () => { window.clicked += 1; }, true);
"""


def key_for(page: Page) -> str:
    """Return what an officer who agrees would press: the main key, else the first choice."""
    card = page.locator("#quyet-dinh")
    for key in ("Enter", "1", "c"):
        if card.locator(f'[data-key="{key}"], [data-key-too="{key}"]').count():
            return key
    return "j"


def review(page: Page) -> int:
    """Go from stop to stop to the end; return how many keys were pressed."""
    card = page.locator("#quyet-dinh")
    for presses in range(_MOST_STOPS):
        # The question itself has the focus, so that it is read out and every key works.
        expect(page.locator("#quyet-dinh .meant")).to_be_focused()
        stop = card.get_attribute("data-stop") or ""
        if stop == "xong":
            return presses
        before = card.element_handle()
        page.keyboard.press(key_for(page))
        page.wait_for_function("(card) => !card.isConnected", arg=before)
    raise AssertionError(f"not at the end after {_MOST_STOPS} stops")


def test_twenty_pages_are_confirmed_in_ten_minutes_without_a_mouse(
    desks: Desks, cast: Cast, clock: time_machine.Traveller, capsys: pytest.CaptureFixture[str]
) -> None:
    del clock
    assert len(TEXT) >= 20 * _PAGE
    intake = start_intake(
        by=cast.lan, agency=cast.health, filename="ke-hoach-dai.txt", content=TEXT.encode(),
        at=at(1, 20, 2),
    )  # fmt: skip
    page = desks.of(cast.lan)
    page.add_init_script(_NO_MOUSE)
    page.goto(reverse("plans:review", args=[intake.pk]))
    page.keyboard.press("g")
    expect(page.locator("#quyet-dinh")).to_be_visible()
    presses = review(page) + 1
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Không còn gì cản trở")
    page.wait_for_load_state()
    page.keyboard.press("y")
    told(page, "Kế hoạch đã được xác nhận")
    presses += 2
    items = intake.items.count()
    with capsys.disabled():
        # The figure that this journey is for.
        print(f"\n{items} items, {presses} keys, {presses * _SECONDS / 60:.1f} min")  # noqa: T201
    assert items > 100
    assert presses * _SECONDS < _TEN_MINUTES
    assert page.evaluate("window.clicked") == 0
    assert Plan.objects.filter(intake=Intake.objects.get(pk=intake.pk)).exists()


def test_the_keys_are_told_and_a_form_is_left_as_it_was_entered(
    desks: Desks, cast: Cast, clock: time_machine.Traveller
) -> None:
    del clock
    intake = start_intake(
        by=cast.lan, agency=cast.health, filename="ke-hoach-dai.txt", content=TEXT.encode(),
        at=at(1, 20, 2),
    )  # fmt: skip
    target = intake.items.filter(kind="target")[0]
    page = desks.of(cast.lan)
    page.goto(f"{reverse('plans:queue', args=[intake.pk])}?o=muc-{target.pk}")
    page.keyboard.press("?")
    expect(page.locator("dialog#cac-phim")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator("dialog#cac-phim")).to_be_hidden()
    lit = page.locator("#van-ban mark.lit")
    expect(lit.first).to_be_in_viewport()
    page.keyboard.press("e")
    expect(page.get_by_label("So sánh")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#quyet-dinh .meant")).to_be_focused()
    page.keyboard.press("e")
    page.get_by_label("Giá trị").press("Control+a")
    page.keyboard.type("61")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#bao-lai")).to_contain_text("Đã sửa và nhận.")
    expect(page.locator("#quyet-dinh .meant")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("#bao-lai")).to_contain_text("Đã hoàn tác")
    target.refresh_from_db()
    assert target.data["value"] == "60"
