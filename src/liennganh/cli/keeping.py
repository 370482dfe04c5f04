"""Commands of whoever keeps the system running."""

import datetime as dt
import getpass

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from liennganh.accounts.actions import create_user
from liennganh.accounts.forms import PASSWORD_FAULTS
from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.actions import add_member, create_agency, set_up_province
from liennganh.agencies.kinds import KINDS
from liennganh.agencies.models import Agency
from liennganh.audit.queries import verify_chain
from liennganh.cli.refusals import refusing
from liennganh.errors import DomainError
from liennganh.territory.lookup import find
from liennganh.territory.models import Unit


@click.command("verify-log")
@refusing
def verify_log_command() -> None:
    """Kiểm tra chuỗi nhật ký; nêu dòng hỏng đầu tiên nếu có."""
    broken = verify_chain()
    if broken is not None:
        raise DomainError(f"Nhật ký hỏng từ dòng {broken.seq}: {broken.reason}.")
    click.echo("Nhật ký nguyên vẹn.")


@click.command("create-user")
@click.argument("username")
@click.option("--name", required=True, help="Họ và tên.")
@click.option("--agency", "agency_key", required=True, help="Mã cơ quan, ví dụ 56:so_y_te.")
@click.option("--role", type=click.Choice(list(Role.values)), required=True)
@click.option("--title", default="", help="Chức vụ.")
@click.option("--password", help="Mật khẩu ban đầu; không ghi thì được hỏi.")
@refusing
def create_user_command(
    username: str, name: str, agency_key: str, role: str, title: str, password: str | None
) -> None:
    """Tạo một người dùng và gán vai trong một cơ quan; lần đăng nhập đầu phải đổi mật khẩu."""
    agency = Agency.objects.filter(key=agency_key).first()
    if agency is None:
        raise DomainError(f"Không có cơ quan mang mã “{agency_key}”.")
    secret = password or getpass.getpass("Mật khẩu ban đầu: ")
    now = timezone.now()
    try:
        # The name and the person's own name must not be the password, either.
        validate_password(secret, User(username=username, full_name=name))
    except ValidationError as error:
        for fault in error.error_list:
            # Django's own words for these are not Vietnamese everywhere.
            fault.message = PASSWORD_FAULTS.get(fault.code or "", fault.message)
        raise DomainError(" ".join(error.messages)) from error
    with transaction.atomic():
        user = create_user(
            by=None, username=username, full_name=name, title=title, password=secret, at=now
        )
        add_member(
            by=None,
            user=user,
            agency=agency,
            role=Role(role),
            valid_from=timezone.localdate(now),
            at=now,
        )
    click.echo(f"Đã tạo {username} ({Role(role).label}, {agency}).")


_ON = click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Ngày mà tên địa bàn được hiểu theo; mặc định hôm nay.",
)


def unit_named(name: str, day: dt.datetime | None = None) -> Unit:
    """Return the unit that bore that name on the day (today), or else ever."""
    for on in (day.date() if day else timezone.localdate(), None):
        if matches := find(name, on):
            return matches[0].unit
    raise DomainError(f"Không tìm thấy đơn vị “{name}” trong bảng địa giới.")


@click.command("set-up-unit")
@click.argument("unit_name")
@_ON
@refusing
def set_up_unit_command(unit_name: str, day: dt.datetime | None) -> None:
    """Tạo các cơ quan thường có của một tỉnh hoặc xã hiện nay và in mã của chúng."""
    for agency in set_up_province(by=None, unit=unit_named(unit_name, day), at=timezone.now()):
        click.echo(f"{agency.key:<32}{agency}")


@click.command("create-agency")
@click.argument("name")
@click.option("--unit", "unit_name", required=True, help="Địa bàn, ví dụ “TP Lạng Sơn”.")
@click.option("--kind", type=click.Choice(sorted(KINDS)), default="other", show_default=True)
@_ON
@refusing
def create_agency_command(name: str, unit_name: str, kind: str, day: dt.datetime | None) -> None:
    """Tạo một cơ quan của một địa bàn và in mã của nó."""
    agency = create_agency(
        by=None, unit=unit_named(unit_name, day), kind=kind, name=name, at=timezone.now()
    )
    click.echo(agency.key)


COMMANDS = (
    verify_log_command,
    create_user_command,
    set_up_unit_command,
    create_agency_command,
)
