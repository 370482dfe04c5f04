"""What becomes of an uploaded file."""

import io
import zipfile

import pytest
from django.conf import LazySettings
from django.core.exceptions import PermissionDenied
from tests.cast import Cast

from liennganh.audit.models import Event
from liennganh.documents.models import Document, StoredFile
from liennganh.errors import DomainError
from liennganh.plans import actions
from liennganh.plans import intake as reading
from liennganh.plans.models import Intake, IntakeItem, IntakeState, ItemKind
from liennganh.plans.tests.samples import AT, PLAN, read_in


def upload(cast: Cast, content: bytes, filename: str = "tep.txt") -> Intake:
    return actions.start_intake(
        by=cast.lan, agency=cast.health, filename=filename, content=content, at=AT
    )


def test_a_plan_is_read_into_items_with_their_places(cast: Cast) -> None:
    intake = read_in(cast)
    assert intake.state == IntakeState.REVIEW
    assert intake.header["number"] == "12/KH-UBND"
    assert intake.header["period"] == [2026, 2026]
    kinds = set(intake.items.values_list("kind", flat=True))
    assert kinds >= set(ItemKind.values) - {ItemKind.QUALITATIVE}
    target = intake.items.filter(kind=ItemKind.TARGET)[0]
    assert intake.text[target.start : target.end].startswith("Ít nhất 70%")
    assert target.data["comparator"] == ">="
    assert target.as_read == {**target.data, "start": target.start, "end": target.end}


def test_the_file_and_its_text_go_to_the_archive(cast: Cast) -> None:
    intake = read_in(cast)
    document = intake.document
    assert document.agency == cast.health
    assert document.number == "12/KH-UBND"
    assert "Sở Y tế" in document.text


def test_a_gap_in_the_numbering_is_told(cast: Cast) -> None:
    intake = read_in(cast)
    messages = [one["message"] for one in intake.warnings if one["code"] == "numbering"]
    assert messages == [
        "Thiếu mục 3 giữa 2 và 4: kiểm tra xem có tiêu đề nào bị mất khi chuyển văn bản không."
    ]


def test_the_same_file_twice_is_told(cast: Cast) -> None:
    read_in(cast)
    again = read_in(cast)
    assert "seen_before" in [one["code"] for one in again.warnings]


def test_names_are_suggested_but_not_confirmed(cast: Cast) -> None:
    intake = read_in(cast)
    owners = {
        owner.printed: owner
        for item in intake.items.filter(kind=ItemKind.TASK)
        for owner in item.owners.all()
    }
    assert owners["Công an tỉnh"].agency == cast.police
    assert owners["Ủy ban nhân dân các xã, phường"].whole_class == "communes"
    assert not any(owner.confirmed for owner in owners.values())


def test_an_empty_file_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    with pytest.raises(DomainError, match="Tệp rỗng"):
        upload(cast, b"")
    assert not Intake.objects.exists()
    assert not Document.objects.exists()


def test_a_file_above_the_limit_is_refused_and_nothing_is_kept(
    cast: Cast, settings: LazySettings
) -> None:
    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    with pytest.raises(DomainError, match="lớn hơn 1 MB"):
        upload(cast, b"a" * (1024 * 1024 + 1))
    assert not Document.objects.exists()


def encrypted_pdf() -> bytes:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, encrypt="mat-khau")
    page.drawString(100, 100, "Ke hoach")
    page.save()
    return buffer.getvalue()


def zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * (300 * 1024 * 1024))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("make", "filename"),
    [
        pytest.param(encrypted_pdf, "khoa.pdf", id="encrypted"),
        pytest.param(zip_bomb, "bom.docx", id="zip bomb"),
        pytest.param(lambda: b"PK\x03\x04 hong", "hong.docx", id="damaged"),
        pytest.param(lambda: b"   \n\n ", "trang.txt", id="no text"),
        pytest.param(lambda: b"Danh ba dien thoai co quan. " * 40, "danh-ba.txt", id="no plan"),
    ],
)
def test_what_cannot_be_read_is_kept_as_failed_with_a_reason(
    cast: Cast, make: object, filename: str
) -> None:
    intake = upload(cast, make(), filename)  # type: ignore[operator]
    assert intake.state == IntakeState.FAILED
    assert len(intake.failure) > 30
    assert intake.failure.endswith(".")
    assert not IntakeItem.objects.exists()
    assert Document.objects.get() == intake.document


def test_a_failed_reading_can_be_tried_again_with_pasted_text(cast: Cast) -> None:
    intake = upload(cast, b"PK\x03\x04 hong", "hong.docx")
    actions.retry_intake(by=cast.lan, intake=intake, at=AT, text=PLAN)
    assert intake.state == IntakeState.REVIEW
    assert intake.failure == ""
    assert intake.items.count() > 5


def test_what_does_not_look_like_a_plan_is_read_when_the_officer_insists(cast: Cast) -> None:
    text = "Thông báo về việc nghỉ tết của cơ quan và phân công người trực. " * 20
    intake = upload(cast, text.encode())
    assert intake.state == IntakeState.FAILED
    actions.retry_intake(by=cast.lan, intake=intake, at=AT, insist=True)
    assert intake.state == IntakeState.REVIEW


def test_a_secret_file_is_refused_and_leaves_only_a_line_in_the_log(cast: Cast) -> None:
    with pytest.raises(DomainError, match="không được lưu lại"):
        upload(cast, f"TUYỆT MẬT\n\n{PLAN}".encode())
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    assert not Intake.objects.exists()
    event = Event.objects.get(verb="refuse")
    assert event.object_type == "agencies.agency"
    assert event.after == {"reason": "secrecy"}


def test_a_file_found_secret_on_the_second_try_leaves_the_archive(
    cast: Cast,
) -> None:
    intake = upload(cast, b"PK\x03\x04 hong", "hong.docx")
    assert Document.objects.exists()
    with pytest.raises(DomainError, match="MẬT"):
        actions.retry_intake(by=cast.lan, intake=intake, at=AT, text=f"MẬT\n\n{PLAN}")
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    assert not Intake.objects.exists()


def test_an_officer_reads_in_for_her_own_agency_only(cast: Cast) -> None:
    for user in (cast.yen, cast.cuong, cast.minh):
        with pytest.raises(PermissionDenied):
            actions.start_intake(
                by=user, agency=cast.health, filename="a.txt", content=PLAN.encode(), at=AT
            )


def test_a_failure_of_the_reader_itself_keeps_the_text(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_text: str) -> None:
        raise RecursionError

    monkeypatch.setattr("liennganh.plans.intake.planreader.read", broken)
    intake = read_in(cast)
    assert intake.state == IntakeState.FAILED
    assert "Sở Y tế" in intake.text


def test_a_press_item_that_says_who_does_what_is_read_with_a_warning(cast: Cast) -> None:
    text = (
        "Tăng cường phòng, chống mại dâm năm 2026\n\n"
        "Tỉnh vừa ban hành kế hoạch về phòng, chống mại dâm năm 2026, giao các ngành thực hiện.\n\n"
        "Công an tỉnh chủ trì, phối hợp với Sở Y tế tổ chức điều tra, triệt phá các đường dây, ổ "
        "nhóm hoạt động mại dâm; quản lý các cơ sở kinh doanh có điều kiện về an ninh trật tự.\n"
    )
    intake = upload(cast, text.encode())
    assert intake.state == IntakeState.REVIEW
    assert "doubtful" in [one["code"] for one in intake.warnings]
    assert intake.header["number"] == ""


def test_a_text_without_end_is_refused_before_it_holds_up_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "LONGEST_TEXT", 5_000)
    with pytest.raises(reading.UnreadableError, match="dài hơn 2 trang") as refused:
        reading.read_text("- Sở Y tế chủ trì, phối hợp.\n" * 1_000)
    assert refused.value.code == "too_long"


def test_a_plan_of_another_province_is_read_with_a_warning(cast: Cast) -> None:
    text = PLAN.replace("TỈNH HƯƠNG GIANG", "TỈNH SÔNG VÀNG")
    assert text != PLAN
    intake = actions.start_intake(
        by=cast.lan, agency=cast.health, filename="k.txt", content=text.encode(), at=AT
    )
    (warning,) = [one for one in intake.warnings if one["code"] == "elsewhere"]
    assert "không triển khai được" in warning["message"]
    own = read_in(cast)
    assert [one for one in own.warnings if one["code"] == "elsewhere"] == []
