"""Backing up and restoring: the database and the files, never the keys of sealed records."""

import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
import zlib
from pathlib import Path

import click
from django.conf import settings
from django.db import connection

from liennganh.cli.refusals import refusing
from liennganh.cli.serving import prepare
from liennganh.errors import DomainError

_SQLITE = "database.sqlite3"
_POSTGRES = "database.dump"
_FILES = "files"


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _postgres(program: str, *arguments: str) -> None:
    """Run pg_dump or pg_restore on the configured database; the password goes by environment."""
    path = shutil.which(program)
    if path is None:
        raise DomainError(f"Máy chủ chưa cài {program} (gói postgresql-client) nên chưa làm được.")
    database = connection.settings_dict
    target = (
        ("--host", str(database["HOST"])) if database["HOST"] else (),
        ("--port", str(database["PORT"])) if database["PORT"] else (),
        ("--username", str(database["USER"])) if database["USER"] else (),
        ("--dbname", str(database["NAME"])),
    )
    done = subprocess.run(  # noqa: S603 - a found program with settings of our own
        [path, *(part for pair in target for part in pair), *arguments],
        env={**os.environ, "PGPASSWORD": str(database["PASSWORD"])},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise DomainError(f"{program} báo lỗi: {done.stderr.strip()[:500]}")


def backup(target: Path) -> None:
    """Write the archive; SQLite is copied page by page while the server goes on working."""
    if target.exists():
        raise DomainError(f"Tệp {target} đã có. Hãy chọn tên khác để không ghi đè bản cũ.")
    if not target.absolute().parent.is_dir():
        raise DomainError(f"Chưa có thư mục {target.absolute().parent}. Hãy tạo trước.")
    with tempfile.TemporaryDirectory(dir=settings.HOME) as folder:
        if _is_sqlite():
            copy = Path(folder) / _SQLITE
            with sqlite3.connect(copy) as destination:
                connection.ensure_connection()
                connection.connection.backup(destination)
            destination.close()
        else:
            copy = Path(folder) / _POSTGRES
            _postgres("pg_dump", "--format=custom", "--no-owner", "--file", str(copy))
        try:
            _pack(copy, target)
        except OSError as error:
            raise DomainError(f"Không ghi được {target}: {error.strerror}.") from error


def _pack(copy: Path, target: Path) -> None:
    """Write the archive beside its place and move it there whole."""
    partial = target.with_name(target.name + ".partial")
    # Nobody else may look in, not even while it is being written.
    partial.touch(mode=0o600)
    with tarfile.open(partial, "w:gz") as archive:
        archive.add(copy, copy.name)
        files = settings.HOME / _FILES
        if files.exists():
            archive.add(files, _FILES)
    partial.rename(target)


def restore(source: Path) -> None:
    """Unpack an archive into an empty home.

    Raises:
        DomainError: the home holds data already, or the archive is none of ours.

    """
    files = settings.HOME / _FILES
    database = Path(str(connection.settings_dict["NAME"]))
    if files.exists() or (_is_sqlite() and database.exists()):
        raise DomainError(
            f"Thư mục {settings.HOME} đã có dữ liệu. Hãy phục hồi vào một LIENNGANH_HOME trống."
        )
    if not _is_sqlite() and connection.introspection.table_names():
        raise DomainError(
            f"Cơ sở dữ liệu {database} đã có bảng. Hãy phục hồi vào một cơ sở dữ liệu trống."
        )
    try:
        archive = tarfile.open(source)  # noqa: SIM115 - closed by the with below
    except tarfile.TarError as error:
        raise DomainError(f"{source} không phải bản sao lưu của Liên Ngành.") from error
    wanted = _SQLITE if _is_sqlite() else _POSTGRES
    with archive, tempfile.TemporaryDirectory(dir=settings.HOME) as folder:
        try:
            names = archive.getnames()
        except (tarfile.TarError, EOFError, zlib.error) as error:
            raise DomainError(f"{source} bị hỏng hoặc chép thiếu: {error}.") from error
        if wanted not in names:
            raise DomainError(
                "Bản sao lưu này thuộc loại cơ sở dữ liệu khác với LIENNGANH_DATABASE_URL."
            )
        try:
            archive.extractall(folder, filter="data")
        except (tarfile.TarError, EOFError, zlib.error) as error:
            raise DomainError(f"{source} bị hỏng hoặc chép thiếu: {error}.") from error
        if _is_sqlite():
            connection.close()
            shutil.move(Path(folder) / _SQLITE, database)
        else:
            connection.close()
            _postgres(
                "pg_restore", "--single-transaction", "--no-owner", str(Path(folder) / wanted)
            )
        unpacked = Path(folder) / _FILES
        if unpacked.exists():
            shutil.move(unpacked, files)


@click.command("backup")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@refusing
def backup_command(target: Path) -> None:
    """Sao lưu cơ sở dữ liệu và tệp (không gồm khóa của hồ sơ niêm phong)."""
    backup(target)
    click.echo(f"Đã sao lưu vào {target}")


@click.command("restore")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@refusing
def restore_command(source: Path) -> None:
    """Phục hồi một bản sao lưu vào thư mục dữ liệu trống."""
    restore(source)
    prepare()
    click.echo("Đã phục hồi. Hãy chạy “liennganh verify-log” để kiểm tra nhật ký.")


COMMANDS = (backup_command, restore_command)
