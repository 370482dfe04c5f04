"""Backing up and restoring: the whole way round, in processes of their own as operators do it."""

import os
import sqlite3
import stat
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

Process = subprocess.CompletedProcess[str]


def liennganh(home: Path, *arguments: object, database: str = "") -> Process:
    """Run the command on a home folder, on SQLite unless told otherwise."""
    env = {**os.environ, "LIENNGANH_HOME": str(home), "LIENNGANH_DATABASE_URL": database}
    return subprocess.run(
        [sys.executable, "-m", "liennganh", *(str(part) for part in arguments)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def users(home: Path) -> list[str]:
    with sqlite3.connect(home / "liennganh.sqlite3") as database:
        return [row[0] for row in database.execute("SELECT username FROM accounts_user")]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with an agency, a user, a file and a key."""
    home = tmp_path_factory.mktemp("office")
    for arguments in (
        ("prepare",),
        ("set-up-unit", "Tỉnh Khánh Hòa"),
        ("create-user", "mai", "--name", "Nguyễn Thị Mai", "--agency", "56:so_y_te",
         "--role", "administrator", "--password", "mot-cau-dai-de-nho"),
    ):  # fmt: skip
        done = liennganh(home, *arguments)
        assert done.returncode == 0, done.stderr
    for folder, name in (("files", "van-ban"), ("keys", "mot-khoa")):
        (home / folder).mkdir(exist_ok=True)
        (home / folder / name).write_bytes(b"noi dung")
    return home


@pytest.fixture(scope="module")
def archive(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "ban-sao.tar.gz"
    done = liennganh(office, "backup", target)
    assert done.returncode == 0, done.stderr
    return target


def test_a_backup_holds_database_and_files_and_no_key(archive: Path) -> None:
    with tarfile.open(archive) as opened:
        assert sorted(opened.getnames()) == ["database.sqlite3", "files", "files/van-ban"]


def test_only_its_owner_can_read_a_backup(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_a_backup_restores_into_an_empty_home(office: Path, archive: Path, tmp_path: Path) -> None:
    home = tmp_path / "new"
    done = liennganh(home, "restore", archive)
    assert done.returncode == 0, done.stderr
    assert users(home) == users(office) == ["mai"]
    assert (home / "files" / "van-ban").read_bytes() == b"noi dung"
    assert not (home / "keys" / "mot-khoa").exists()
    assert liennganh(home, "verify-log").stdout == "Nhật ký nguyên vẹn.\n"


def test_a_home_with_data_is_not_overwritten(office: Path, archive: Path) -> None:
    done = liennganh(office, "restore", archive)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "đã có dữ liệu" in done.stderr
    assert users(office) == ["mai"]


def test_an_earlier_backup_is_not_overwritten(office: Path, archive: Path) -> None:
    before = archive.read_bytes()
    done = liennganh(office, "backup", archive)
    assert done.returncode == 1
    assert "đã có" in done.stderr
    assert archive.read_bytes() == before


@pytest.mark.parametrize("kept", [0, 40, 20_000])
def test_a_damaged_backup_leaves_nothing_behind(archive: Path, tmp_path: Path, kept: int) -> None:
    damaged = tmp_path / "hong.tar.gz"
    damaged.write_bytes(archive.read_bytes()[:kept])
    home = tmp_path / "home"
    done = liennganh(home, "restore", damaged)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert not (home / "liennganh.sqlite3").exists()
    assert not (home / "files").exists()


def test_a_home_that_was_never_prepared_is_told_so(tmp_path: Path) -> None:
    done = liennganh(tmp_path, "verify-log")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "liennganh prepare" in done.stderr


def test_a_database_of_another_make_is_refused_by_name(tmp_path: Path) -> None:
    done = liennganh(tmp_path, "prepare", database="mysql://root@localhost/x")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "LIENNGANH_DATABASE_URL" in done.stderr
