"""Desks: one browser context for each person, and the few gestures that every journey makes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from liennganh.accounts.models import User

PASSWORD = "mat-khau-thu"

# What Chromium says by itself when a page is answered with 409 or 422: a form shown again.
_FORM_SHOWN_AGAIN = "Failed to load resource: the server responded with a status of"
_PATIENCE_MS = 15_000

expect.set_options(timeout=_PATIENCE_MS)


class Desks:
    """Who sits where. Each person has a browser context, and with it a session, of their own."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.said: list[str] = []
        self._contexts: dict[tuple[int, bool], BrowserContext] = {}

    def of(self, user: User, *, scripts: bool = True) -> Page:
        """Return the page in front of somebody, who signs in on first use."""
        known = self._contexts.get((user.pk, scripts))
        if known is not None:
            return known.pages[0]
        context = self.browser.new_context(
            base_url=self.address,
            locale="vi-VN",
            java_script_enabled=scripts,
            viewport={"width": 1280, "height": 900},
            reduced_motion="reduce",
        )
        context.set_default_timeout(_PATIENCE_MS)
        self._contexts[user.pk, scripts] = context
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto("/")
        sign_in(page, user)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and _FORM_SHOWN_AGAIN not in message.text:
            self.said.append(f"{message.text} ({message.location.get('url', '')})")

    def leave(self) -> None:
        """Close every context."""
        for context in self._contexts.values():
            context.close()
        self._contexts.clear()

    @classmethod
    @contextmanager
    def opened(cls, browser: Browser, address: str) -> Iterator[Self]:
        """Open the office; at the end nothing may have been said on any console."""
        desks = cls(browser, address)
        try:
            yield desks
        finally:
            desks.leave()
        assert desks.said == []


def sign_in(page: Page, user: User, password: str = PASSWORD) -> None:
    """Fill in the sign-in form, which stands on the page, and wait for what comes after it."""
    page.get_by_label("Tên đăng nhập").fill(user.username)
    page.get_by_label("Mật khẩu").fill(password)
    page.locator("main").get_by_role("button", name="Đăng nhập").click()
    expect(page.locator("details.menu")).to_be_visible()


def press(place: Page | Locator, name: str) -> None:
    """Press the first button of this name."""
    place.get_by_role("button", name=name, exact=True).first.click()


def follow(place: Page | Locator, name: str) -> None:
    """Follow the first link of this name."""
    place.get_by_role("link", name=name, exact=True).first.click()


def home(page: Page) -> None:
    """Go to "Việc của tôi" by the menu."""
    follow(page.locator("nav.nav"), "Việc của tôi")
    expect(page.locator("h1")).to_have_text("Việc của tôi")


def told(page: Page, words: str) -> None:
    """Demand that the page says something in its messages."""
    expect(page.locator("#messages")).to_contain_text(words)


def text_of(place: Page | Locator) -> str:
    """Return what a person reads there, with single spaces."""
    inner = place.locator("main") if isinstance(place, Page) else place
    return " ".join(inner.inner_text().split())
