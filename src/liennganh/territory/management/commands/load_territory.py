"""``manage.py load_territory``: put the shipped table of units into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from liennganh.territory.actions import load_table


class Command(BaseCommand):
    help = "Nạp bảng đơn vị hành chính đi kèm phần mềm; chạy lại không làm thay đổi gì."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--provinces", nargs="+", metavar="MÃ", help="chỉ nạp các tỉnh có mã này (mã hiện nay)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        codes: list[str] | None = options["provinces"]
        loaded = load_table(provinces=set(codes) if codes else None)
        self.stdout.write(f"Thêm {loaded.created}, sửa {loaded.changed}, bỏ {loaded.removed} dòng.")
