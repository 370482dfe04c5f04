"""A DOCX as PDF, where LibreOffice is installed on the server."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from django.utils.translation import gettext as _

from liennganh.errors import DomainError

TIMEOUT_SECONDS = 60
_PROGRAMS = ("soffice", "libreoffice")


def converter() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name))), None)


def to_pdf(docx: bytes) -> bytes:
    """Return the DOCX laid out as PDF, in a profile of its own that goes when it is done.

    Raises:
        DomainError: LibreOffice is missing, fails, or takes longer than a minute.

    """
    program = converter()
    if program is None:
        raise DomainError(
            _("Máy chủ chưa cài LibreOffice nên chưa tạo được PDF. Hãy tải DOCX và in ra PDF.")
        )
    with tempfile.TemporaryDirectory(prefix="ln-pdf-") as name:
        folder = Path(name)
        source = folder / "bao-cao.docx"
        source.write_bytes(docx)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT_SECONDS)  # noqa: S603 - the program found above, on a file of our own
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise DomainError(
                _("Chưa tạo được PDF vì LibreOffice không trả lời. Hãy tải DOCX hoặc thử lại.")
            ) from error
