"""The files that ship are what the script makes, and the command loads them."""

import importlib.util
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from liennganh.territory.models import Level, Unit
from liennganh.territory.table import coverage, read_table

SCRIPT = Path(__file__).parents[4] / "scripts" / "make_territory.py"


@pytest.mark.skipif(
    importlib.util.find_spec("vietnamadminunits") is None or not SCRIPT.exists(),
    reason="the package that the table is made from is not here",
)
def test_the_shipped_files_are_what_the_script_makes() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(SCRIPT.parents[1] / "src")},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_coordinates_are_shipped() -> None:
    columns = {
        name: (Path(__file__).parents[1] / "data" / name).open(encoding="utf-8").readline()
        for name in ("units.csv", "names.csv", "successions.csv")
    }
    assert not any("lat" in line or "lon" in line for line in columns.values())


def test_a_part_of_the_table_hangs_together() -> None:
    table = read_table({"20", "56"})
    keys = {row.key for row in table.units}
    assert {row.area for row in table.units} == {"20", "56"}
    assert {row.parent for row in table.units} <= keys | {""}
    assert {row.unit for row in table.names} == keys
    assert {row.successor for row in table.successions} <= keys | {""}


def test_every_level_has_its_coverage() -> None:
    assert {row.level for row in coverage()} == set(Level.values)


@pytest.mark.django_db
def test_the_command_loads_a_province_with_all_it_came_from() -> None:
    said = StringIO()
    call_command("load_territory", "--provinces", "20", stdout=said)
    assert said.getvalue().startswith("Thêm ")
    loaded = Unit.objects.filter(path__startswith="/20/")
    assert loaded.filter(level=Level.COMMUNE, valid_to=None).count() == 65
    assert loaded.filter(level=Level.DISTRICT).count() == 11
    again = StringIO()
    call_command("load_territory", "--provinces", "20", stdout=again)
    assert again.getvalue() == "Thêm 0, sửa 0, bỏ 0 dòng.\n"
