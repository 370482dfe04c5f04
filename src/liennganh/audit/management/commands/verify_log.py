"""``manage.py verify_log``: tell whether the log still holds."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from liennganh.audit.queries import head, verify_chain


class Command(BaseCommand):
    help = "Walk the whole log; exit with 1 and name the first broken row where it does not hold."

    def handle(self, *_args: Any, **_options: Any) -> None:
        found = verify_chain()
        if found is not None:
            raise CommandError(f"Nhật ký hỏng từ dòng {found.seq}: {found.reason}.", returncode=1)
        end = head()
        self.stdout.write(f"Nhật ký nguyên vẹn: {end.seq} dòng, mã băm dòng cuối {end.hash}.")
