"""A small scan from the upload to the review, with the real programs."""

import io
import shutil

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.cast import Cast
from tests.round_trip import needs_libreoffice, to_pdf, write_docx
from tests.scanned import LEVELS, scan_of

from liennganh.plans import actions
from liennganh.plans.models import Intake, IntakeState
from liennganh.plans.tests.samples import PLAN
from liennganh.plans.tests.sheets import clock
from liennganh.scanning import programs

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.libreoffice,
    needs_libreoffice,
    pytest.mark.skipif(
        shutil.which("tesseract") is None
        or "vie" not in programs.languages(shutil.which("tesseract") or ""),
        reason="no tesseract for Vietnamese here: install tesseract-ocr and tesseract-ocr-vie",
    ),
]


@pytest.fixture(scope="module")
def printed() -> bytes:
    """Return the plan as a PDF of two pages."""
    pdf = to_pdf(write_docx(PLAN))
    assert len(pypdfium2.PdfDocument(pdf)) == 2
    return pdf


@pytest.fixture(scope="module")
def scan(printed: bytes) -> bytes:
    return scan_of(printed, LEVELS["200 dpi"])


def one_page_scanned(printed: bytes, scan: bytes) -> bytes:
    """Return the PDF whose second page is a picture."""
    mixed = pypdfium2.PdfDocument.new()
    mixed.import_pages(pypdfium2.PdfDocument(printed), [0])
    mixed.import_pages(pypdfium2.PdfDocument(scan), [1])
    out = io.BytesIO()
    mixed.save(out)
    return out.getvalue()


@pytest.mark.parametrize("mixed", [False, True])
def test_a_scan_goes_from_the_upload_to_the_review(
    cast: Cast, client: Client, printed: bytes, scan: bytes, mixed: bool
) -> None:
    client.force_login(cast.lan)
    upload = reverse("plans:upload")
    client.post(upload, {"file": SimpleUploadedFile("ke-hoach.pdf", printed)})
    whole = Intake.objects.get(state=IntakeState.REVIEW)
    content = one_page_scanned(printed, scan) if mixed else scan
    answer = client.post(upload, {"file": SimpleUploadedFile("ban-quet.pdf", content)})
    intake = Intake.objects.get(state=IntakeState.READING)
    assert answer.headers["Location"] == reverse("plans:progress", args=[intake.pk])

    assert actions.read_next(worker="a", clock=clock)
    intake.refresh_from_db()
    assert intake.state == IntakeState.REVIEW
    assert list(intake.pages.values_list("number", flat=True)) == ([2] if mixed else [1, 2])
    assert intake.header["number"] == whole.header["number"] == "12/KH-UBND"
    both = [list(one.items.values_list("kind", "data__lead")) for one in (whole, intake)]
    assert both[0] == both[1]
    review = client.get(reverse("plans:review", args=[intake.pk]))
    assert "Ít nhất 70%" in review.content.decode()
