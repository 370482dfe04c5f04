"""Commands of whoever keeps the system running."""

import getpass

import click
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.actions import add_member
from liennganh.agencies.models import Agency
from liennganh.audit.actions import record
from liennganh.audit.queries import verify_chain
from liennganh.audit.verbs import Verb
from liennganh.cli.refusals import refusing
from liennganh.errors import DomainError


@click.command("verify-log")
def verify_log_command() -> None:
    """Kiểm tra chuỗi nhật ký; nêu dòng hỏng đầu tiên nếu có."""
    broken = verify_chain()
    if broken is not None:
        raise click.ClickException(f"Nhật ký hỏng từ dòng {broken.seq}: {broken.reason}.")
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
    if User.objects.filter(username=username).exists():
        raise DomainError(f"Tên đăng nhập “{username}” đã có.")
    secret = password or getpass.getpass("Mật khẩu ban đầu: ")
    now = timezone.now()
    try:
        validate_password(secret)
    except ValidationError as error:
        raise DomainError(" ".join(error.messages)) from error
    with transaction.atomic():
        user = User.objects.create_user(
            username=username,
            password=secret,
            full_name=name,
            title=title,
            must_change_password=True,
        )
        add_member(
            by=None,
            user=user,
            agency=agency,
            role=Role(role),
            valid_from=timezone.localdate(now),
            at=now,
        )
        record(by=None, verb=Verb.CREATE, obj=user, at=now, after={"role": role})
    click.echo(f"Đã tạo {username} ({Role(role).label}, {agency}).")


COMMANDS = (verify_log_command, create_user_command)
