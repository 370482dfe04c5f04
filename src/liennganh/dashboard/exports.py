"""A table of a page as a CSV file that opens well in the spreadsheets of Vietnamese offices."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.http import HttpResponse

BOM = "\ufeff"
# A cell that begins with one of these is run as a formula by spreadsheets (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value: object) -> str:
    """Return a value as it stands in the file.

    Numbers get a decimal comma and no thousands mark, as spreadsheets set to Vietnamese read them;
    text that would be run as a formula gets an apostrophe in front.
    """
    if value is None:
        return ""
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def csv_response(
    name: str, heads: Sequence[object], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """Return a download of the table, in UTF-8 with its mark and semicolons between cells."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([cell(head) for head in heads])
    writer.writerows([cell(value) for value in row] for row in rows)
    return HttpResponse(
        BOM + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
