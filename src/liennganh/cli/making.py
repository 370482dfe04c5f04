"""``liennganh demo``: the living demonstration."""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils import timezone

from liennganh.accounts.models import User
from liennganh.cli.refusals import refusing
from liennganh.cli.serving import prepare, serve
from liennganh.demo.make import SAMPLE, Made, make
from liennganh.demo.people import MAIL, PASSWORD
from liennganh.errors import DomainError
from liennganh.programmes.models import Programme


class _Bar:
    """A progress bar that learns its length from the first run: steps are short and many."""

    def __init__(self, *, hidden: bool) -> None:
        self.hidden = hidden or not sys.stderr.isatty()
        self.last = ""
        self.count = 0

    def __call__(self, step: str) -> None:
        self.count += 1
        if self.hidden:
            return
        if step != self.last:
            click.echo(("" if not self.last else "\n") + f"  {step} ", nl=False, err=True)
            self.last = step
        click.echo("▪", nl=False, err=True)


def summary(made: Made) -> dict[str, Any]:
    """Return what was made as plain values."""
    return {
        "programme": made.programme.key,
        "title": made.programme.title,
        "unit": made.programme.unit.latest_name,
        "periods": [
            {"key": round_.period_key, "label": round_.label, "state": round_.state}
            for round_ in made.programme.rounds.order_by("starts_on", "ends_on")
        ],
        "users": [
            {
                "username": user.username,
                "password": PASSWORD,
                "name": user.full_name,
                "role": hat.role,
                "agency": hat.agency.name,
            }
            for user, hat in made.users
        ],
    }


def _refuse_real_data() -> None:
    """Keep invented people and figures out of an office's own data.

    Raises:
        DomainError: somebody who is none of the demonstration's people has an account here.

    """
    if User.objects.exclude(email__endswith=MAIL).exists():
        raise DomainError(
            f"Thư mục {settings.HOME} đang giữ dữ liệu thật nên không dựng trình diễn vào đó. "
            "Hãy đặt LIENNGANH_HOME sang một thư mục khác rồi chạy lại."
        )


@click.command("demo")
@click.option("--plan", "plan_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--unit", "unit_name", default="", help="Địa bàn, khi kế hoạch không ghi rõ.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Ngày của kỳ đang mở.")
@click.option("--no-serve", is_flag=True, help="Chỉ tạo dữ liệu, không chạy máy chủ.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dưới dạng JSON.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@refusing
def demo_command(
    plan_file: Path | None,
    unit_name: str,
    today: dt.datetime | None,
    *,
    no_serve: bool,
    as_json: bool,
    host: str,
    port: int,
) -> None:
    """Dựng một tỉnh đang chạy thật: kế hoạch, cơ quan, người dùng, kỳ báo cáo."""
    prepare()
    _refuse_real_data()
    path = plan_file or SAMPLE
    if plan_file is None and not as_json and Programme.objects.exists():
        click.echo("Dữ liệu trình diễn đã có sẵn.")
    else:
        bar = _Bar(hidden=as_json)
        made = make(
            path.read_bytes(),
            path.name,
            # Yesterday: its whole working day is over, so nothing has an hour still to come.
            today=today.date() if today else timezone.localdate() - dt.timedelta(days=1),
            tick=bar,
            unit_name=unit_name,
        )
        if not bar.hidden:
            click.echo("", err=True)
        if as_json:
            click.echo(json.dumps(summary(made), ensure_ascii=False, indent=1))
        else:
            _print(made)
    if not no_serve:
        click.echo(f"\nMở http://{host}:{port}/ trong trình duyệt  (Ctrl+C để dừng)")
        if User.objects.filter(username="canbo").exists():
            click.echo(f"Đăng nhập bằng: canbo / {PASSWORD}")
        serve(host, port, threads=4)


def _print(made: Made) -> None:
    click.secho(f"\n{made.programme.title}", bold=True)
    click.echo(f"Mã chương trình: {made.programme.key}")
    click.echo(f"Mật khẩu chung: {PASSWORD}\n")
    for user, hat in made.users:
        click.echo(f"  {user.username:<12}{hat.get_role_display():<38}{hat.agency}")


COMMANDS = (demo_command,)
