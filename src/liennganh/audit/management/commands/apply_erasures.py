"""``manage.py apply_erasures``: after a restore, erase again what had been erased."""

from typing import Any

from django.core.management.base import BaseCommand

from liennganh.audit.sealed import apply_tombstones


class Command(BaseCommand):
    help = "Make the database and the key store agree on which sealed records are erased."

    def handle(self, *_args: Any, **_options: Any) -> None:
        righted = apply_tombstones()
        self.stdout.write(f"Đã hủy lại khóa hoặc ghi lại dấu hủy của {len(righted)} hồ sơ.")
