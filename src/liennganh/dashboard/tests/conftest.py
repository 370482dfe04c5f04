import pytest
from django.core.cache import cache
from tests.cast import Cast

from liennganh.reporting.tests.factories import Field, make_field


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Start every test with nothing kept: the cache outlives the rolled-back database."""
    cache.clear()


@pytest.fixture
def field(cast: Cast) -> Field:
    """Return a programme with its rounds' duties; no round is open yet."""
    return make_field(cast)
