import pytest
from tests.cast import Cast

from liennganh.drafting.tests.factories import Office, make_office


@pytest.fixture
def office(cast: Cast) -> Office:
    """Return a programme with a round of six months, open, with figures of the communes."""
    return make_office(cast)
