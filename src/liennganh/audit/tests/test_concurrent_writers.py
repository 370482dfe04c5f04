"""Writers at the same time on PostgreSQL: the chain never forks, and no event is lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

WRITERS, EVENTS = 4, 25
CANDIDATES = (
    "postgresql://postgres@localhost:5432/postgres",
    "postgresql://root@localhost:5432/postgres",
    "postgresql:///postgres?host=/var/run/postgresql",
)

# Run in processes of their own, as web workers are. The chain is empty when they begin, so that
# the race for its very first row is part of the test.
WRITE = f"""
import datetime as dt
import django
django.setup()
from django.db import transaction
from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
user = User.objects.get()
for number in range({EVENTS}):
    with transaction.atomic():
        at = dt.datetime(2026, 2, 3, tzinfo=dt.UTC)
        record(by=None, verb=Verb.UPDATE, obj=user, at=at, after={{"n": number}})
"""
PREPARE = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", "audit", verbosity=0)
from liennganh.accounts.models import User
User.objects.create(username="mot", full_name="Một")
"""
CHECK = """
import django
django.setup()
from liennganh.audit.models import Event
from liennganh.audit.queries import verify_chain
print(Event.objects.count(), verify_chain())
"""


def _server() -> str:
    given = os.environ.get("LIENNGANH_TEST_PG")
    for url in (given,) if given else CANDIDATES:
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            continue
        return url
    pytest.skip("no PostgreSQL server answers")


@pytest.fixture
def database() -> Iterator[str]:
    """Make a database of our own on the server, and drop it afterwards."""
    url = _server()
    name = f"liennganh_audit_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        info = server.info
        yield f"postgresql://{info.user}:{info.password}@localhost:{info.port}/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _start(code: str, database: str, home: Path) -> "subprocess.Popen[str]":
    here = Path(__file__).parents[4]
    env = os.environ | {
        "LIENNGANH_DATABASE_URL": database,
        "LIENNGANH_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "liennganh.config.settings",
        "PYTHONPATH": str(here / "src"),
    }
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _finish(process: "subprocess.Popen[str]") -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


@pytest.mark.postgres
def test_concurrent_writers_do_not_fork_the_chain(database: str, tmp_path: Path) -> None:
    _finish(_start(PREPARE, database, tmp_path))
    for process in [_start(WRITE, database, tmp_path) for _ in range(WRITERS)]:
        _finish(process)
    assert _finish(_start(CHECK, database, tmp_path)).strip() == f"{WRITERS * EVENTS} None"
