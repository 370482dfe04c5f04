"""A scan is read in the background: page by page, once, to the end, and no further than asked."""

import datetime as dt
import io
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.cast import Cast

from liennganh import scanning
from liennganh.audit.models import Event
from liennganh.documents.models import Document, StoredFile
from liennganh.errors import WrongStateError
from liennganh.plans import actions
from liennganh.plans import intake as reading
from liennganh.plans.models import Intake, IntakeState, PageState
from liennganh.plans.tests.samples import AT, PLAN
from liennganh.plans.tests.sheets import Sheets, clock, picture, sheets_in_place, upload

pytestmark = pytest.mark.django_db

LATER = AT + dt.timedelta(minutes=10)


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch) -> Sheets:
    return sheets_in_place(monkeypatch)


def bad(number: int) -> Callable[[], scanning.Page]:
    return lambda: scanning.Page(number, problem="Trang bị hỏng, không mở được ảnh của trang.")


@pytest.mark.usefixtures("sheets")
def test_a_scan_waits_for_a_worker_and_comes_out_under_review(cast: Cast) -> None:
    intake = upload(cast)
    assert intake.state == IntakeState.READING
    assert actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW
    assert intake.header["number"] == "12/KH-UBND"
    assert intake.items.filter(kind="target").count() == 2
    assert intake.document.number == "12/KH-UBND"
    assert "Sở Y tế" in intake.document.text
    assert not actions.read_next(worker="a", clock=clock)


def test_each_step_is_in_the_log(cast: Cast, sheets: Sheets) -> None:
    sheets.at[2] = bad(2)
    intake = upload(cast)
    actions.read_next(worker="a", clock=clock)
    actions.end_reading(by=cast.lan, intake=intake, at=AT)
    steps = Event.objects.filter(object_type="plans.intake", verb="read_plan").order_by("seq")
    after = [step.after or {} for step in steps]
    assert [step.get("state") for step in after] == ["reading", "reading", "review"]
    assert after[1]["bad_pages"] == [2]


def test_a_bad_page_does_not_lose_the_others_and_can_be_read_again(
    cast: Cast, sheets: Sheets
) -> None:
    sheets.at[2] = bad(2)
    intake = upload(cast)
    actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.READING
    states = list(intake.pages.values_list("state", flat=True))
    assert states == [PageState.READ, PageState.BAD, PageState.READ]
    assert not actions.read_next(worker="a", clock=clock)  # it waits for the officer

    del sheets.at[2]
    actions.reread_page(by=cast.lan, intake=intake, number=2, at=AT)
    actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW
    assert sheets.asked == [1, 2, 3, 2]
    assert "KINH PHÍ" in intake.text


def test_a_review_without_a_bad_page_says_which_page_is_missing(cast: Cast, sheets: Sheets) -> None:
    sheets.at[2] = bad(2)
    intake = upload(cast)
    actions.read_next(worker="a", clock=clock)
    intake = actions.end_reading(by=cast.lan, intake=intake, at=AT)
    assert intake.state == IntakeState.REVIEW
    (warning,) = [one for one in intake.warnings if one["code"] == "pages_lost"]
    assert "Trang 2 " in warning["message"]
    assert "KINH PHÍ" not in intake.text


def test_an_unclear_page_is_told_and_its_items_are_less_certain(cast: Cast, sheets: Sheets) -> None:
    clear = upload(cast)
    actions.read_next(worker="a", clock=clock)
    place = sheets.texts[0].index("70%")
    sheets.at[1] = lambda: scanning.Page(
        1, sheets.texts[0], ((place, place + 3, 0.2),), certainty=0.7
    )
    unclear = upload(cast)
    actions.read_next(worker="a", clock=clock)
    unclear.refresh_from_db()
    assert "pages_unclear" in [one["code"] for one in unclear.warnings]
    assert [unclear.text[start:end] for start, end, _ in unclear.doubts] == ["70%"]
    before, after = (one.items.filter(kind="target")[0] for one in (clear, unclear))
    assert after.confidence < before.confidence
    other = (one.items.filter(kind="target")[1].confidence for one in (clear, unclear))
    assert len(set(other)) == 1


def test_a_doubtful_figure_costs_more_than_another_word_and_a_sure_one_nothing() -> None:
    def certainty(words: str, sure: float) -> float:
        at = PLAN.index(words)
        found = reading.read_text(PLAN, doubts=[[at, at + len(words), sure]])
        assert found.doubts == [[at, at + len(words), sure]]
        return next(item for item in found.items if item.kind == "target").confidence

    untouched = next(item for item in reading.read_text(PLAN).items if item.kind == "target")
    assert certainty("70%", 1.0) == untouched.confidence
    assert certainty("70%", 0.4) < certainty("xã, phường", 0.4) < untouched.confidence


def test_the_review_names_unclear_pages_and_leads_to_them(
    cast: Cast, sheets: Sheets, client: Client
) -> None:
    sheets.at[2] = lambda: scanning.Page(2, sheets.texts[1], certainty=0.7)
    sheets.at[3] = bad(3)
    intake = upload(cast)
    actions.read_next(worker="a", clock=clock)
    intake = actions.end_reading(by=cast.lan, intake=intake, at=AT)
    start = intake.text.index("II. NHIỆM VỤ")
    client.force_login(cast.lan)
    review = client.get(reverse("plans:review", args=[intake.pk])).content.decode()
    assert "Chữ ở trang 2 của bản quét không rõ" in review
    assert "Trang 3 của bản quét chưa đọc được" in review
    assert f'href="#tu-{start}"' in review
    assert f'<p id="tu-{start}"' in review
    confirm = client.get(reverse("plans:confirm", args=[intake.pk])).content.decode()
    assert f"{reverse('plans:review', args=[intake.pk])}#tu-{start}" in confirm


def test_a_reading_given_up_stops_at_the_page_it_is_at(cast: Cast, sheets: Sheets) -> None:
    intake = upload(cast)

    def give_up() -> None:
        actions.discard_intake(by=cast.lan, intake=intake, at=AT)

    sheets.at[2] = give_up
    actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.DISCARDED
    assert sheets.asked == [1, 2]
    assert intake.pages.filter(state=PageState.READ).count() == 1


def test_a_reading_can_be_ended_with_the_pages_that_are_there(cast: Cast, sheets: Sheets) -> None:
    intake = upload(cast)

    def enough() -> None:
        actions.end_reading(by=cast.lan, intake=intake, at=AT)

    sheets.at[3] = enough
    actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW
    assert intake.pages.get(number=3).state == PageState.SKIPPED
    assert "KINH PHÍ" in intake.text
    assert "Công an tỉnh\n" not in intake.text


@pytest.mark.usefixtures("sheets")
def test_nothing_can_be_reviewed_before_the_first_page(cast: Cast) -> None:
    intake = upload(cast)
    with pytest.raises(WrongStateError, match="Chưa có trang nào"):
        actions.end_reading(by=cast.lan, intake=intake, at=AT)


class PowerCutError(BaseException):
    pass


def die() -> None:
    raise PowerCutError


def dies(at: dt.datetime) -> None:
    with pytest.raises(PowerCutError):
        actions.read_next(worker="a", clock=lambda: at)


def test_a_reading_goes_on_where_a_worker_that_died_left_it(cast: Cast, sheets: Sheets) -> None:
    sheets.at[3] = die
    intake = upload(cast)
    dies(AT)
    del sheets.at[3]
    assert not actions.read_next(worker="b", clock=clock)  # "a" may still be alive
    assert actions.read_next(worker="b", clock=lambda: LATER)
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW
    assert sheets.asked == [1, 2, 3, 3]


def test_a_page_that_three_workers_died_on_is_left_to_the_officer(
    cast: Cast, sheets: Sheets
) -> None:
    sheets.at[2] = die
    intake = upload(cast)
    for tries in range(3):
        dies(AT + tries * dt.timedelta(minutes=10))
    assert actions.read_next(worker="b", clock=lambda: AT + dt.timedelta(hours=1))
    assert sheets.asked == [1, 2, 2, 2, 3]
    page = intake.pages.get(number=2)
    assert page.state == PageState.BAD
    assert "dừng giữa chừng 3 lần ở trang này" in page.problem

    del sheets.at[2]
    actions.reread_page(by=cast.lan, intake=intake, number=2, at=AT)
    assert actions.read_next(worker="b", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW


def test_a_file_that_three_workers_died_on_is_given_up_and_can_be_tried_again(
    cast: Cast, sheets: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sheets, "count", die)
        intake = upload(cast)
        for tries in range(3):
            dies(AT + tries * dt.timedelta(minutes=10))
        assert actions.read_next(worker="b", clock=lambda: AT + dt.timedelta(hours=1))
    intake.refresh_from_db()
    assert intake.state == IntakeState.FAILED
    assert "dừng giữa chừng 3 lần với tệp này" in intake.failure
    actions.retry_intake(by=cast.lan, intake=intake, at=AT)
    assert actions.read_next(worker="b", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW


@pytest.mark.usefixtures("sheets")
def test_two_workers_never_take_the_same_scan(cast: Cast) -> None:
    first = upload(cast)
    second = upload(cast, at=LATER)
    taken = [actions.take_reading(worker=name, at=LATER) for name in ("a", "b", "c")]
    assert taken == [first, second, None]


def test_a_worker_that_was_taken_for_dead_writes_nothing_more(cast: Cast, sheets: Sheets) -> None:
    intake = upload(cast)

    def taken_over() -> None:
        assert actions.take_reading(worker="b", at=LATER) == intake

    sheets.at[2] = taken_over
    actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.worker == "b"
    assert intake.pages.filter(state=PageState.READ).count() == 1


@pytest.mark.parametrize("page", [1, 3])
def test_a_secret_scan_is_forgotten_and_leaves_a_line_in_the_log(
    cast: Cast, sheets: Sheets, client: Client, page: int
) -> None:
    text = sheets.texts[page - 1]
    sheets.at[page] = lambda: scanning.Page(page, text, secrecy="MẬT")
    intake = upload(cast)
    actions.read_next(worker="a", clock=clock)
    assert not Intake.objects.exists()
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    event = Event.objects.get(verb="refuse")
    assert event.after == {"reason": "secrecy", "intake": intake.pk}
    client.force_login(cast.lan)
    answer = client.get(reverse("plans:progress", args=[intake.pk]), follow=True)
    assert "Tệp và nội dung đã được xóa" in answer.content.decode()


def test_a_stamp_that_only_the_reader_sees_is_heeded_too(cast: Cast, sheets: Sheets) -> None:
    sheets.texts[0] = "TỐI MẬT\n\n" + sheets.texts[0]
    upload(cast)
    actions.read_next(worker="a", clock=clock)
    assert not Document.objects.exists()
    assert Event.objects.filter(verb="refuse").count() == 1


def test_a_file_that_cannot_be_opened_fails_with_the_reason(
    cast: Cast, sheets: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> int:
        raise scanning.ScanningError("damaged", "Không mở được bản quét.")

    monkeypatch.setattr(sheets, "count", broken)
    intake = upload(cast)
    actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.FAILED
    assert intake.failure == "Không mở được bản quét."


def test_a_failed_scan_can_be_tried_again_and_keeps_its_pages(cast: Cast, sheets: Sheets) -> None:
    def fault() -> None:
        raise RuntimeError

    sheets.at[3] = fault
    intake = upload(cast)
    actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.FAILED
    assert "giữ lại" in intake.failure
    del sheets.at[3]
    actions.retry_intake(by=cast.lan, intake=intake, at=AT)
    actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW
    assert sheets.asked == [1, 2, 3, 3]


@pytest.mark.usefixtures("sheets")
def test_only_officers_of_the_agency_end_or_repeat_a_reading(cast: Cast) -> None:
    intake = upload(cast)
    for user in (cast.yen, cast.cuong, cast.minh):
        with pytest.raises(PermissionDenied):
            actions.end_reading(by=user, intake=intake, at=AT)
        with pytest.raises(PermissionDenied):
            actions.reread_page(by=user, intake=intake, number=1, at=AT)


class TestThePage:
    def test_an_upload_leads_to_it_at_once_and_it_leads_to_the_review(
        self, cast: Cast, sheets: Sheets, client: Client
    ) -> None:
        client.force_login(cast.lan)
        file = io.BytesIO(picture())
        file.name = "ban-quet.tif"
        answer = client.post(reverse("plans:upload"), {"file": file})
        intake = Intake.objects.get()
        where = reverse("plans:progress", args=[intake.pk])
        assert answer.headers["Location"] == where
        assert sheets.asked == []
        page = client.get(where).content.decode()
        assert "Đang mở bản quét" in page
        assert '<meta http-equiv="refresh"' in page
        actions.read_next(worker="a", clock=clock)
        review = reverse("plans:review", args=[intake.pk])
        assert client.get(where).headers["Location"] == review
        polled = client.get(where, headers={"HX-Request": "true"})
        assert polled.headers["HX-Redirect"] == review

    def test_it_tells_the_page_and_how_many_scans_come_before(
        self, cast: Cast, sheets: Sheets, client: Client
    ) -> None:
        client.force_login(cast.lan)
        first = upload(cast)
        second = upload(cast, at=LATER)
        seen: list[str] = []

        def look() -> None:
            pages = (reverse("plans:progress", args=[one.pk]) for one in (first, second))
            seen.extend(client.get(page).content.decode() for page in pages)

        sheets.at[2] = look
        actions.read_next(worker="a", clock=clock)
        assert "Đang nhận dạng trang 2 (đã xong 1/3)" in seen[0]
        assert "Đang chờ: 1 bản quét khác" in seen[1]

    def test_it_offers_to_read_a_bad_page_again_and_stops_asking(
        self, cast: Cast, sheets: Sheets, client: Client
    ) -> None:
        sheets.at[2] = bad(2)
        intake = upload(cast)
        actions.read_next(worker="a", clock=clock)
        client.force_login(cast.lan)
        page = client.get(reverse("plans:progress", args=[intake.pk])).content.decode()
        assert "Trang 2: Trang bị hỏng" in page
        assert "hx-trigger" not in page
        assert "refresh" not in page
        answer = client.post(reverse("plans:reread", args=[intake.pk, 2]), follow=True)
        assert "đang chờ đọc tiếp" in answer.content.decode()
        client.post(reverse("plans:end_reading", args=[intake.pk]))
        intake.refresh_from_db()
        assert intake.state == IntakeState.REVIEW
