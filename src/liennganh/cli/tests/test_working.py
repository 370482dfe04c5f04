"""``liennganh work``: scans read by a process of its own."""

import pytest
from click.testing import CliRunner
from tests.cast import Cast

from liennganh.cli.serving import work_command
from liennganh.plans import actions
from liennganh.plans.models import IntakeState
from liennganh.plans.tests.samples import AT

DAMAGED = b"II*\x00" + b"\x00" * 60  # the first bytes of a TIFF, and nothing after them


@pytest.mark.django_db(transaction=True)
def test_work_once_reads_what_waits_and_ends(cast: Cast) -> None:
    intake = actions.start_intake(
        by=cast.lan, agency=cast.health, filename="quet.tif", content=DAMAGED, at=AT
    )
    assert intake.state == IntakeState.READING
    done = CliRunner().invoke(work_command, ["--once"])
    assert done.output == "Đã xử lý 1 bản quét.\n"
    intake.refresh_from_db()
    assert intake.state == IntakeState.FAILED
    assert intake.failure.startswith("Không mở được bản quét")
