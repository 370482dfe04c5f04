"""``liennganh read FILE``: what a plan says, without a database."""

import json
from pathlib import Path

import click

from liennganh.pure.periods import DueRuleError, PeriodKind, due_sentence, parse_due
from liennganh.pure.planreader import (
    Reading,
    ReportDuty,
    Target,
    looks_like_plan,
    read,
    to_json,
)
from liennganh.pure.planreader.files import (
    ExtractedText,
    RecognisedPage,
    UnreadableFileError,
    text_of,
)
from liennganh.pure.rollup import RollUpError, meaning_of
from liennganh.pure.vietnamese import format_number
from liennganh.scanning import ScanningError, recognise
from liennganh.scanning.legacy import text_of_doc

_WIDTH = 110


@click.command("read")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In ra một đối tượng JSON.")
def read_command(file: Path, *, as_json: bool) -> None:
    """Đọc một kế hoạch (TXT, Markdown, HTML, DOCX, DOC, PDF, ảnh quét) và in ra những gì hiểu được."""
    try:
        extracted = _extracted(file.read_bytes(), file.name)
    except (UnreadableFileError, ScanningError) as error:
        raise click.ClickException(error.message) from error
    reading = read(extracted.text)
    if as_json:
        click.echo(json.dumps(to_json(reading), ensure_ascii=False, indent=1, default=str))
        return
    for warning in extracted.warnings:
        click.echo(f"Lưu ý: {warning}", err=True)
    verdict = looks_like_plan(reading)
    for reason in verdict.reasons:
        click.echo(f"Lưu ý: {reason}", err=True)
    _print(reading)


def _extracted(data: bytes, name: str) -> ExtractedText:
    """Return the text of a file; scans are recognised page by page, which is told on stderr."""
    try:
        found = text_of(data, name)
    except UnreadableFileError as error:
        if error.code == "legacy_doc":
            return text_of_doc(data)
        if error.code not in {"scanned_pdf", "picture"}:
            raise
        pages: tuple[int, ...] = error.pages
    else:
        pages = found.scanned_pages
        if not pages:
            return found
    only = [page + 1 for page in pages] or None
    scanned = recognise(data, name, only_pages=only, progress=_tell)
    for page in scanned.pages:
        if page.problem:
            click.echo(f"Trang {page.number}: {page.problem}", err=True)
    if data.find(b"%PDF", 0, 1024) < 0:
        return ExtractedText(scanned.text, "scan", (), scanned.doubts)
    recognised = {
        page.number - 1: RecognisedPage(*scanned.part(place))
        for place, page in enumerate(scanned.pages)
    }
    return text_of(data, name, recognised=recognised)


def _tell(done: int, total: int) -> None:
    click.echo(f"\rĐang nhận dạng: {done}/{total} trang", err=True, nl=done == total)


def _print(reading: Reading) -> None:
    head = reading.document
    click.secho(f"{head.type or 'Văn bản'} {head.number or '(không số)'}", bold=True)
    click.echo(f"{head.issuer or '—'}, {head.date or 'không ghi ngày'}")
    click.echo(head.title or "")
    if head.period:
        click.echo(f"Giai đoạn {head.period[0]}–{head.period[1]}")
    _section("Căn cứ", [base.number for base in reading.legal_bases])
    _section("Chỉ tiêu", [f"{_meaning(one)}: {one.what}" for one in reading.targets])
    _section(
        "Nhiệm vụ",
        [
            f"{', '.join(one.lead) or 'chưa rõ cơ quan'}: {_line(reading.text, one.start, one.end)}"
            for one in reading.tasks
        ],
    )
    _section("Chế độ báo cáo", [_duty(one) for one in reading.reports])
    _section("Kinh phí", [f"{format_number(one.amount_vnd)} đồng" for one in reading.budget])


def _meaning(target: Target) -> str:
    """Say what a target asks, in words: "ít nhất 80%"."""
    try:
        return meaning_of(
            target.comparator, target.unit, target.value, target.upper, per_year=target.per_year
        ).phrase
    except RollUpError:
        return f"{target.comparator} {format_number(target.value)}"


def _duty(duty: ReportDuty) -> str:
    """Say when a report is due, in words."""
    kind = PeriodKind(duty.kind).label
    try:
        return f"báo cáo {kind}: {due_sentence(parse_due(duty.due, before=duty.before))}"
    except DueRuleError:
        return f"báo cáo {kind}: {duty.due}"


def _line(text: str, start: int, end: int) -> str:
    line = " ".join(text[start:end].split())
    return line if len(line) <= _WIDTH else line[:_WIDTH].rsplit(" ", 1)[0] + "…"


def _section(title: str, lines: list[str]) -> None:
    click.secho(f"\n{title} ({len(lines)})", bold=True)
    for line in lines:
        click.echo(f"  - {line}")
