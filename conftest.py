"""Fixtures that every test may use: the cast, a place for files, and one browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.utils import translation
from tests.cast import Cast, make_cast

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(autouse=True)
def _own_home(settings: LazySettings, tmp_path: Path) -> None:
    """Keep the files of each test apart, and passwords cheap to hash."""
    settings.HOME = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Forget the figures of the test before, whose rows bore the same keys at the same hours."""
    cache.clear()


@pytest.fixture(autouse=True)
def _in_vietnamese(settings: LazySettings) -> None:
    """Begin in the usual language: a page asked for in English leaves its own behind."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def cast(db: None) -> Cast:
    """Return the known users, their agencies and a small province."""
    del db
    return make_cast()


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """Return one Chromium for the whole run: starting it costs more than most journeys."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("no Chromium here: install the package chromium to run the journeys")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is needed

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # The driver runs a loop in this thread; the database is used by nobody else in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(
            executable_path=found,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()
