"""How many queries it takes does not depend on how many report."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import make_agency, make_unit

from liennganh.drafting.queries import draft_of
from liennganh.drafting.tests.factories import NOW, Office
from liennganh.programmes.models import ReportingUnit
from liennganh.reporting.actions import open_due_rounds
from liennganh.territory.models import Level


def grow(office: Office, number: int) -> None:
    """Add communes that are expected to report."""
    for i in range(number):
        unit = make_unit(f"Thôn Mới {i}", "Xã", Level.COMMUNE, office.cast.province)
        agency = make_agency(unit, "ubnd", f"Ủy ban nhân dân xã Thôn Mới {i}")
        ReportingUnit.objects.create(programme=office.field.programme, unit=unit, agency=agency)
    open_due_rounds(on=dt.date(2026, 5, 26), at=NOW, programme=office.field.programme)


def queries_of_draft(office: Office) -> int:
    round_ = office.round
    with CaptureQueriesContext(connection) as seen:
        draft_of(round_, at=NOW)
    return len(seen)


def test_composing_costs_the_same_for_ten_more_communes(office: Office) -> None:
    before = queries_of_draft(office)
    grow(office, 10)
    assert queries_of_draft(office) == before


@pytest.mark.parametrize("name", ["list", "detail", "edit"])
def test_pages_cost_the_same_for_ten_more_communes(
    office: Office, client: Client, name: str
) -> None:
    report = office.draft()
    client.force_login(office.cast.lan)
    url = reverse(f"drafting:{name}", args=[] if name == "list" else [report.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    grow(office, 10)
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
