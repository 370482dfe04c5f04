"""Open the reporting rounds whose day has come."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from liennganh.reporting.actions import open_due_rounds


class Command(BaseCommand):
    help = "Mở các kỳ báo cáo đã đến ngày. Chạy lại nhiều lần vẫn an toàn."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        now = timezone.now()
        opened = open_due_rounds(on=timezone.localdate(now), at=now)
        for round_ in opened:
            self.stdout.write(f"{round_.programme}: {round_}")
        self.stdout.write(f"Đã mở {len(opened)} kỳ báo cáo.")
