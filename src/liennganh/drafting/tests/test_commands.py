"""The commands ``indicators`` and ``report``."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from liennganh.cli.programme import indicators_command, report_command
from liennganh.drafting.queries import docx_of, draft_of, proposed_paper
from liennganh.drafting.tests.factories import NOW, Office
from liennganh.pure.officialdocs import check, measure


def run(command: Any, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def indicators(*arguments: str) -> dict[str, Any]:
    result = run(indicators_command, "ct-thu", "--json", *arguments)
    assert result.exit_code == 0, result.output
    said: dict[str, Any] = json.loads(result.output)
    return said


@pytest.mark.usefixtures("office")
def test_indicators_tell_value_parts_source_and_who_is_missing() -> None:
    said = indicators()
    assert (said["programme"], said["period"]) == ("ct-thu", "2026-H1")
    by_code = {one["code"]: one for one in said["indicators"]}
    share = by_code["B2"]
    assert (share["value"], share["numerator"], share["denominator"]) == (50, 1, 2)
    assert share["missing"] == ["Ủy ban nhân dân đặc khu Cồn Tiên"]
    assert share["complete"] is False
    assert share["source"] == "báo cáo đã duyệt của 2/3 đơn vị"
    (target,) = share["targets"]
    assert (target["comparator"], target["value"], target["status"]) == (">=", 70, "insufficient")
    assert target["deadline"] == "2026-12-31"
    helped = by_code["F1"]
    assert helped["protected"] is True
    assert helped["value"] is None
    assert helped["source"] == "sổ theo dõi hồ sơ hỗ trợ"


def test_entering_a_fact_and_taking_it_back_moves_the_figure_and_moves_it_back(
    office: Office,
) -> None:
    before = indicators()
    office.report(office.cast.commune_agencies[0], above=1, below=2)
    changed = {one["code"]: one for one in indicators()["indicators"]}
    assert (changed["B2"]["numerator"], changed["B2"]["denominator"]) == (1, 3)
    office.report(office.cast.commune_agencies[0], above=1, below=1)
    assert indicators() == before


def test_figures_of_a_closed_round_are_those_of_its_snapshot(office: Office) -> None:
    before = indicators()["indicators"]
    office.close()
    after = indicators("--period", "2026-h1")["indicators"]
    assert [one["value"] for one in after] == [one["value"] for one in before]


@pytest.mark.usefixtures("office")
def test_without_json_it_is_read_by_people() -> None:
    text = run(indicators_command, "ct-thu").output
    assert "50% (1/2)" in text
    assert "chưa có số liệu: Ủy ban nhân dân đặc khu Cồn Tiên" in text


@pytest.mark.parametrize("closed", [False, True])
def test_report_writes_a_document_by_the_decree(
    office: Office, tmp_path: Path, closed: bool
) -> None:
    if closed:
        office.close()
    out = tmp_path / "bao-cao.docx"
    result = run(report_command, "ct-thu", "--period", "2026-H1", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert ("tạm tính" in result.output) is not closed
    text = " ".join(one.text for one in measure(out.read_bytes()).paragraphs)
    assert "Có 1/2 xã có hình thức tuyên truyền" in text
    if closed:
        assert check(out.read_bytes(), proposed_paper(draft_of(office.round, at=NOW))) == ()


def test_an_issued_report_is_written_as_it_was_issued(office: Office, tmp_path: Path) -> None:
    report = office.issued()
    out = tmp_path / "bao-cao.docx"
    run(report_command, "ct-thu", "--period", "2026-H1", "--out", str(out))
    assert out.read_bytes() == docx_of(report, at=NOW)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("khong-co", "--period", "2026-H1"), "Các chương trình hiện có: ct-thu."),
        (("ct-thu", "--period", "2026-Q9"), "Các kỳ hiện có: 2026-H1"),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "x.docx"
    result = run(report_command, *arguments, "--out", str(out))
    assert result.exit_code == 1
    assert said in result.output
    assert not out.exists()
