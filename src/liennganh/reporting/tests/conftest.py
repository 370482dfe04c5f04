import pytest
from tests.cast import Cast

from liennganh.reporting.tests.factories import Field, make_field


@pytest.fixture
def field(cast: Cast) -> Field:
    """Return a programme with its rounds' duties; no round is open yet."""
    return make_field(cast)
