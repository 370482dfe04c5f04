"""``liennganh serve``: the web server, with the calendar kept beside it."""

import datetime as dt
import logging
import threading
from typing import Any

import click
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone

from liennganh.audit.sealed import apply_tombstones
from liennganh.cli.refusals import refusing
from liennganh.indicators.actions import load_catalogue
from liennganh.reporting.actions import open_due_rounds
from liennganh.territory.actions import load_table

log = logging.getLogger(__name__)
TICK_SECONDS = 600


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


def serve(host: str, port: int, threads: int) -> None:
    """Serve until stopped: one worker process with threads, and one thread for the calendar."""
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
                "post_worker_init": _start_calendar,
            }
            for key, value in settings.items():
                self.cfg.set(key, value)

        def load(self) -> Any:
            return get_wsgi_application()

    Server().run()


def _start_calendar(_worker: object) -> None:
    threading.Thread(target=_keep_calendar, args=(threading.Event(),), daemon=True).start()


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


COMMANDS = (prepare_command, serve_command, tick_command)
