"""What somebody may try with scans: to be quicker than a stamp, to crowd others out, to pretend."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PIL import Image
from tests.cast import Cast

from liennganh import scanning
from liennganh.audit.models import Event
from liennganh.documents.models import Document, StoredFile
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans.actions import background, intakes
from liennganh.plans.models import Intake, IntakeState
from liennganh.plans.tests.samples import AT, PLAN

pytestmark = pytest.mark.django_db

LATER = AT + dt.timedelta(minutes=10)


class Sheets:
    """A scan of three pages that goes on reading a page though nobody wants it any more."""

    def __init__(self) -> None:
        self.at: dict[int, Callable[[], scanning.Page]] = {}
        self.asked: list[int] = []

    def count(self) -> int:
        return 3

    def page(self, number: int, *, cancelled: Callable[[], bool]) -> scanning.Page:
        del cancelled
        self.asked.append(number)
        third = len(PLAN) // 3
        text = PLAN[(number - 1) * third : number * third]
        return self.at[number]() if number in self.at else scanning.Page(number, text)


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch) -> Sheets:
    made = Sheets()

    @contextmanager
    def opened(_data: bytes, _filename: str) -> Iterator[Sheets]:
        yield made

    monkeypatch.setattr(scanning, "opened", opened)
    return made


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("L", (40, 40), 255).save(out, "PNG")
    return out.getvalue()


def upload(cast: Cast, at: dt.datetime = AT, content: bytes = b"") -> Intake:
    return actions.start_intake(
        by=cast.lan, agency=cast.health, filename="a.png", content=content or picture(), at=at
    )


def upload_elsewhere(cast: Cast, at: dt.datetime) -> Intake:
    return actions.start_intake(
        by=cast.yen, agency=cast.outside_agency, filename="a.png", content=picture(), at=at
    )


def read_on(at: dt.datetime = AT) -> bool:
    return actions.read_next(worker="a", clock=lambda: at)


def test_a_stamp_found_after_the_reading_was_given_up_still_has_its_file_forgotten(
    cast: Cast, sheets: Sheets
) -> None:
    intake = upload(cast)

    def given_up() -> scanning.Page:
        actions.discard_intake(by=cast.lan, intake=intake, at=AT)
        return scanning.Page(2, secrecy="MẬT")

    sheets.at[2] = given_up
    read_on()
    assert not Intake.objects.exists()
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    assert Event.objects.filter(verb="refuse").count() == 1


def test_a_stamp_found_after_the_reading_was_ended_early_has_the_review_forgotten(
    cast: Cast, sheets: Sheets
) -> None:
    intake = upload(cast)

    def ended() -> scanning.Page:
        actions.end_reading(by=cast.lan, intake=intake, at=AT)
        return scanning.Page(2, secrecy="TỐI MẬT")

    sheets.at[2] = ended
    read_on()
    assert not Intake.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_picture_that_pretends_to_be_a_pdf_is_ended_like_any_other(
    cast: Cast, sheets: Sheets
) -> None:
    sheets.at[3] = lambda: scanning.Page(3, problem="Trang bị hỏng.")
    intake = upload(cast, content=picture() + b"%PDF-1.4")
    read_on()
    intake = actions.end_reading(by=cast.lan, intake=intake, at=AT)
    assert intake.state == IntakeState.REVIEW


def test_an_office_with_many_scans_does_not_keep_others_waiting(cast: Cast, sheets: Sheets) -> None:
    for minute in range(3):
        upload(cast, AT + dt.timedelta(minutes=minute))
    other = upload_elsewhere(cast, AT + dt.timedelta(minutes=9))
    read_on()
    assert actions.take_reading(worker="a", at=LATER) == other
    assert sheets.asked == [1, 2, 3]


def test_a_long_scan_gives_way_to_another_office_and_goes_on_where_it_was(
    cast: Cast, sheets: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "_TURN_SECONDS", -1)
    both = (upload(cast), upload_elsewhere(cast, LATER))
    for minute in range(8):
        read_on(LATER + dt.timedelta(minutes=minute))
    assert sheets.asked == [1, 1, 2, 2, 3, 3]
    for intake in both:
        intake.refresh_from_db()
        assert intake.state == IntakeState.REVIEW
        assert intake.pages.count() == 3


@pytest.mark.usefixtures("sheets")
def test_an_office_has_only_so_many_scans_waiting(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intakes, "MOST_WAITING", 2)
    upload(cast)
    upload(cast)
    with pytest.raises(DomainError, match="2 bản quét chờ đọc"):
        upload(cast)
    assert Document.objects.count() == 2
    upload_elsewhere(cast, AT)
