"""The report as PDF, where LibreOffice is installed."""

import pytest

from liennganh.drafting.pdf import converter, to_pdf
from liennganh.drafting.queries import docx_of
from liennganh.drafting.tests.factories import NOW, Office
from liennganh.errors import DomainError


@pytest.mark.libreoffice
@pytest.mark.skipif(converter() is None, reason="LibreOffice is missing")
def test_an_issued_report_becomes_a_pdf(office: Office) -> None:
    assert to_pdf(docx_of(office.issued(), at=NOW)).startswith(b"%PDF-")


def test_a_converter_that_fails_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liennganh.drafting.pdf.converter", lambda: "/bin/false")
    with pytest.raises(DomainError, match="LibreOffice không trả lời"):
        to_pdf(b"PK")
