"""``liennganh corrections``: what officers corrected in what was read, to teach the reader by."""

import csv
import io
import json
from dataclasses import asdict, fields
from typing import Any

import click

from liennganh.agencies.models import Agency
from liennganh.cli.refusals import refusing
from liennganh.errors import DomainError
from liennganh.plans.corrections import Correction, corrected_intakes, corrections_of

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _agency(key: str) -> Agency | None:
    if not key:
        return None
    found = Agency.objects.filter(key=key).first()
    if found is None:
        raise DomainError(f"Không có cơ quan “{key}”.")
    return found


@click.command("corrections")
@click.option("--agency", "key", default="", help="Mã cơ quan; mặc định là mọi cơ quan.")
@click.option("--json", "form", flag_value="json", help="In ra một mảng JSON.")
@click.option("--csv", "form", flag_value="csv", help="In ra CSV, mở được bằng bảng tính.")
@refusing
def corrections_command(key: str, form: str | None) -> None:
    """Liệt kê chỗ cán bộ đã sửa, bác, thêm so với máy đọc; không có tên người."""
    rows = [row for intake in corrected_intakes(_agency(key)) for row in corrections_of(intake)]
    if form == "json":
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    elif form == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        for row in rows:
            click.echo(f"{row.kind} · {row.change} {row.field}".rstrip())
            click.echo(f"  “{row.sentence}”")
            click.echo(f"  {_cell(row.as_read) or '–'} → {_cell(row.corrected) or '–'}")
        click.echo(f"{len(rows)} chỗ.")


def _csv(rows: list[Correction]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream)
    names = [field.name for field in fields(Correction)]
    writer.writerow(names)
    for row in rows:
        cells = (_cell(getattr(row, name)) for name in names)
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return stream.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


COMMANDS: tuple[click.Command, ...] = (corrections_command,)
