"""Workers at the same time, each with a connection of its own: no scan is read twice."""

import threading
from collections import Counter

import pytest
from django.db import connection
from tests.cast import Cast

from liennganh.plans import actions
from liennganh.plans.models import Intake, IntakeState
from liennganh.plans.tests.samples import AT
from liennganh.plans.tests.sheets import Sheets, clock, sheets_in_place, upload

SCANS, WORKERS = 4, 2


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch) -> Sheets:
    if connection.vendor != "postgresql":
        pytest.skip("writers at the same time need a PostgreSQL server")
    return sheets_in_place(monkeypatch)


def at_once(work: "list[threading.Thread]") -> None:
    for thread in work:
        thread.start()
    for thread in work:
        thread.join(timeout=60)
        assert not thread.is_alive()


@pytest.mark.postgres
@pytest.mark.usefixtures("sheets")
@pytest.mark.django_db(transaction=True)
def test_each_scan_is_taken_by_one_worker(cast: Cast) -> None:
    scans = [upload(cast) for _ in range(SCANS)]
    taken: list[Intake] = []
    start = threading.Barrier(WORKERS)

    def work(name: str) -> None:
        try:
            for _ in scans:
                start.wait(timeout=30)
                if found := actions.take_reading(worker=name, at=AT):
                    taken.append(found)
        finally:
            connection.close()

    at_once([threading.Thread(target=work, args=(f"w{n}",)) for n in range(WORKERS)])
    assert Counter(taken) == Counter(scans)
    assert all(Intake.objects.get(pk=one.pk).worker == one.worker for one in taken)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_each_page_is_read_once_and_every_scan_comes_under_review(
    cast: Cast, sheets: Sheets
) -> None:
    for _ in range(SCANS):
        upload(cast)
    start = threading.Barrier(WORKERS)

    def work(name: str) -> None:
        try:
            start.wait(timeout=30)
            while actions.read_next(worker=name, clock=clock):
                pass
        finally:
            connection.close()

    at_once([threading.Thread(target=work, args=(f"w{n}",)) for n in range(WORKERS)])
    assert Counter(sheets.asked) == Counter(dict.fromkeys((1, 2, 3), SCANS))
    assert set(Intake.objects.values_list("state", flat=True)) == {IntakeState.REVIEW}
    counts = {intake.items.count() for intake in Intake.objects.all()}
    assert len(counts) == 1
