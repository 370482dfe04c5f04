"""``manage.py create_user``: an account with its first hat."""

import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from liennganh.accounts.actions import create_user
from liennganh.accounts.roles import Role
from liennganh.agencies.actions import add_member
from liennganh.agencies.models import Agency
from liennganh.errors import DomainError


class Command(BaseCommand):
    help = (
        "Create a user who works in an agency. A provisional password is printed once; the first"
        " sign-in replaces it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("full_name", help="họ và tên, ví dụ “Trần Thị Lan”")
        parser.add_argument("agency", help="key of the agency")
        parser.add_argument("role", choices=Role.values)

    def handle(
        self, *_args: Any, username: str, full_name: str, agency: str, role: str, **_options: Any
    ) -> None:
        found = Agency.objects.filter(key=agency).select_related("unit").first()
        if found is None:
            raise CommandError(f"Không có cơ quan nào có mã “{agency}”.")
        at = timezone.now()
        password = secrets.token_urlsafe(9)
        try:
            with transaction.atomic():
                user = create_user(
                    by=None, username=username, full_name=full_name, password=password, at=at
                )
                add_member(
                    by=None,
                    user=user,
                    agency=found,
                    role=role,
                    valid_from=timezone.localdate(at),
                    at=at,
                )
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(f"Đã tạo tài khoản {username}: {full_name}, {Role(role).label}, {found}.")
        self.stdout.write(f"Mật khẩu cấp lần đầu: {password}")
