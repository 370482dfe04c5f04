"""``liennganh serve``: the web server, with the calendar kept beside it."""

import datetime as dt
import logging
import os
import secrets
import socket
import threading
from typing import Any

import click
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone

from liennganh import scanning
from liennganh.audit.sealed import apply_tombstones
from liennganh.cli.refusals import refusing
from liennganh.indicators.actions import load_catalogue
from liennganh.plans.actions import read_next
from liennganh.reporting.actions import open_due_rounds
from liennganh.territory.actions import load_table

log = logging.getLogger(__name__)
TICK_SECONDS = 600
WORK_SECONDS = 2


def prepare() -> None:
    """Bring the database up to date: tables, territory, catalogue. Safe to run again."""
    call_command("migrate", interactive=False, verbosity=0)
    load_table()
    load_catalogue()
    # After a restore: what was erased since the backup was made stays erased.
    apply_tombstones()


def tick(at: dt.datetime | None = None) -> int:
    """Do what the calendar asks for by now; returns how many rounds were opened."""
    now = at or timezone.now()
    return len(open_due_rounds(on=timezone.localdate(now), at=now))


def _keep_calendar(stop: threading.Event) -> None:
    while not stop.wait(TICK_SECONDS):
        try:
            close_old_connections()
            tick()
        except Exception:
            # The server must outlive one bad tick; the next one tries again.
            log.exception("the calendar could not be kept")
        finally:
            close_old_connections()


def keep_reading(stop: threading.Event, *, worker: str | None = None) -> None:
    """Read the scans that wait, one after the other, until told to stop."""
    # Copies of plans that a killed process left.
    scanning.sweep()
    name = worker or f"{socket.gethostname()[:20]}:{os.getpid()}:{secrets.token_hex(4)}"
    while not stop.is_set():
        try:
            close_old_connections()
            busy = read_next(worker=name, clock=timezone.now)
        except Exception:
            # The worker must outlive a database that is away for a moment.
            log.exception("no scan could be read")
            busy = False
        finally:
            close_old_connections()
        if not busy:
            stop.wait(WORK_SECONDS)


def serve(host: str, port: int, threads: int) -> None:
    """Serve until stopped: one process with threads, one of them for the calendar, one for scans."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415 - absent on Windows

    class Server(BaseApplication):  # type: ignore[misc] # gunicorn ships no types
        def load_config(self) -> None:
            settings: dict[str, Any] = {
                "bind": f"{host}:{port}",
                "workers": 1,
                "threads": threads,
                "timeout": 120,
                "accesslog": None,
                "loglevel": "warning",
                "post_worker_init": _start_threads,
            }
            for key, value in settings.items():
                self.cfg.set(key, value)

        def load(self) -> Any:
            return get_wsgi_application()

    Server().run()


def _start_threads(_worker: object) -> None:
    for keep in (_keep_calendar, keep_reading):
        threading.Thread(target=keep, args=(threading.Event(),), daemon=True).start()


@click.command("prepare")
@refusing
def prepare_command() -> None:
    """Tạo hoặc nâng cấp cơ sở dữ liệu, nạp địa giới và danh mục chỉ số."""
    prepare()
    click.echo("Đã sẵn sàng.")


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--threads", default=4, show_default=True)
@refusing
def serve_command(host: str, port: int, threads: int) -> None:
    """Chạy máy chủ web (chuẩn bị cơ sở dữ liệu trước)."""
    prepare()
    tick()
    click.echo(f"Liên Ngành: http://{host}:{port}/  (Ctrl+C để dừng)")
    serve(host, port, threads)


@click.command("tick")
@refusing
def tick_command() -> None:
    """Mở các kỳ báo cáo đã đến ngày (dùng cho bộ hẹn giờ của máy chủ)."""
    click.echo(f"Đã mở {tick()} kỳ báo cáo.")


@click.command("work")
@click.option("--once", is_flag=True, help="Đọc hết các bản quét đang chờ rồi kết thúc.")
@refusing
def work_command(*, once: bool) -> None:
    """Nhận dạng các bản quét đang chờ trong một tiến trình riêng (Ctrl+C để dừng)."""
    if not once:
        keep_reading(threading.Event())
        return
    count = 0
    while read_next(worker=f"work:{os.getpid()}:{secrets.token_hex(4)}", clock=timezone.now):
        count += 1
    click.echo(f"Đã xử lý {count} bản quét.")


COMMANDS = (prepare_command, serve_command, tick_command, work_command)
