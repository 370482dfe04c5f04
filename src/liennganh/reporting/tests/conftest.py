import copy
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from tests.cast import Cast

from liennganh.reporting.models import Report
from liennganh.reporting.tests.factories import NOW, Field, make_field


@pytest.fixture
def field(cast: Cast) -> Field:
    """Return a programme with its rounds' duties; no round is open yet."""
    return make_field(cast)


@pytest.fixture
def may() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def loud_templates(settings: LazySettings) -> None:
    """Make a name that a template misses show up in the page."""
    changed: Any = copy.deepcopy(settings.TEMPLATES)
    changed[0]["OPTIONS"]["string_if_invalid"] = "MISSING-NAME(%s)"
    settings.TEMPLATES = changed


@pytest.fixture
def draft(field: Field) -> Report:
    """Return the first commune's report, still blank, in an open round."""
    field.open()
    return field.report(field.cast.commune_agencies[0])
