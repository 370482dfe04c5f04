"""Fixtures of the journeys: a clock that is set, and desks to sit at."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.cast import Cast
from tests.journeys.desks import Desks
from tests.scenario import Scenario, make_scenario


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Return the clock of the server, at 9 in the morning of 20 January 2026 and running on."""
    start = dt.datetime(2026, 1, 20, 2, tzinfo=dt.UTC)
    with time_machine.travel(start, tick=True) as coordinates:
        yield coordinates


@pytest.fixture
def desks(chromium: Browser, live_server: LiveServer, transactional_db: None) -> Iterator[Desks]:
    """Return the desks of everybody, against the live server."""
    del transactional_db
    with Desks.opened(chromium, live_server.url) as opened:
        yield opened


@pytest.fixture
def world(transactional_db: None, cast: Cast, clock: time_machine.Traveller) -> Scenario:
    """Return the world in the middle of its work, on 10 June 2026."""
    del transactional_db
    clock.move_to(dt.datetime(2026, 6, 10, 2, tzinfo=dt.UTC))
    return make_scenario(cast)
