"""What officers changed in what was read, for the reader's vocabulary to learn from."""

import csv
import io
import json

import pytest
from click.testing import CliRunner
from tests.cast import Cast

from liennganh.cli.correcting import corrections_command
from liennganh.plans import actions
from liennganh.plans.corrections import Correction, corrected_intakes, corrections_of
from liennganh.plans.models import Intake, ItemKind
from liennganh.plans.tests.samples import AT, a_target, a_task, answer_everything, read_in


@pytest.fixture
def intake(cast: Cast) -> Intake:
    """One field corrected, one item moved, one rejected, one added, the number corrected."""
    found = read_in(cast)
    actions.edit_item(by=cast.lan, item=a_target(found), at=AT, data={"comparator": ">"})
    words = "Tổ chức tập huấn"
    start = found.text.index(words)
    actions.edit_item(
        by=cast.lan, item=a_task(found), at=AT, data={}, span=(start, start + len(words))
    )
    actions.reject_item(by=cast.lan, item=a_task(found, "Đấu tranh"), at=AT)
    start = found.text.index("bố trí kinh phí")
    actions.add_item(
        by=cast.lan, intake=found, at=AT, kind=ItemKind.TASK, start=start, end=start + 15
    )
    found.refresh_from_db()
    actions.edit_header(by=cast.lan, intake=found, at=AT, fields={"number": "13/KH-UBND"})
    return Intake.objects.get(pk=found.pk)


def by_change(intake: Intake) -> dict[tuple[str, str, str], Correction]:
    return {(one.kind, one.change, one.field): one for one in corrections_of(intake)}


def test_each_difference_is_told_once_with_its_sentence(intake: Intake) -> None:
    found = by_change(intake)
    assert set(found) == {
        ("header", "changed", "number"), ("target", "changed", "comparator"),
        ("task", "changed", "span"), ("task", "rejected", ""), ("task", "added", ""),
    }  # fmt: skip
    changed = found["target", "changed", "comparator"]
    assert (changed.as_read, changed.corrected) == (">=", ">")
    assert changed.sentence.startswith("Ít nhất 70% số xã, phường")
    assert found["task", "changed", "span"].corrected == "Tổ chức tập huấn"
    assert found["task", "rejected", ""].as_read["lead"] == ["Công an tỉnh"]
    assert found["task", "added", ""].as_read is None
    number = found["header", "changed", "number"]
    assert (number.as_read, number.corrected) == ("12/KH-UBND", "13/KH-UBND")


def test_a_part_of_a_meaning_is_a_field_of_its_own(cast: Cast) -> None:
    intake = read_in(cast)
    target = a_target(intake)
    meaning = {
        "kind": "at_least", "horizon": "yearly", "numerator": "xã có mô hình", "denominator": "xã",
        "group": "", "condition": "", "baseline": "", "period": "",
    }  # fmt: skip
    actions.edit_item(by=cast.lan, item=target, at=AT, data={"meaning": meaning})
    found = by_change(Intake.objects.get(pk=intake.pk))
    assert found["target", "changed", "meaning.numerator"].corrected == "xã có mô hình"


def test_what_the_office_decides_beside_the_print_is_no_correction(cast: Cast) -> None:
    intake = read_in(cast)
    answer_everything(cast, intake)
    assert list(corrections_of(Intake.objects.get(pk=intake.pk))) == []


def test_a_reading_given_up_teaches_nothing(intake: Intake, cast: Cast) -> None:
    assert list(corrected_intakes(cast.health)) == [intake]
    assert list(corrected_intakes(cast.police)) == []
    actions.discard_intake(by=cast.lan, intake=intake, at=AT)
    assert list(corrected_intakes()) == []


def test_the_command_prints_json_without_names_of_people(intake: Intake, cast: Cast) -> None:
    answer = CliRunner().invoke(corrections_command, ["--json"])
    rows = json.loads(answer.output)
    assert len(rows) == len(list(corrections_of(intake)))
    assert set(rows[0]) == {
        "intake", "kind", "change", "field", "sentence", "as_read", "corrected",
    }  # fmt: skip
    assert cast.lan.full_name not in answer.output
    assert cast.lan.username not in {str(value) for row in rows for value in row.values()}


def test_a_spreadsheet_takes_no_cell_for_a_formula(intake: Intake) -> None:
    assert intake
    answer = CliRunner().invoke(corrections_command, ["--csv"])
    cells = [cell for row in csv.reader(io.StringIO(answer.output)) for cell in row]
    assert "Tổ chức tập huấn" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_an_unknown_agency_is_told(intake: Intake) -> None:
    assert intake
    answer = CliRunner().invoke(corrections_command, ["--agency", "khong-co"])
    assert answer.exit_code == 1
    assert "Không có cơ quan" in answer.output
