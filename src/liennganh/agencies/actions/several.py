"""Creating several agencies at once: all of them or none."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.agencies.actions.directory import create_agency
from liennganh.agencies.models import Agency
from liennganh.errors import DomainError
from liennganh.territory.models import Unit


@dataclass(frozen=True)
class NewAgency:
    """What an agency is created from; ``aliases`` are further names that plans print for it."""

    unit: Unit
    kind: str
    name: str
    aliases: tuple[str, ...] = ()


class SeveralRefusedError(DomainError):
    """Nothing was created; ``rows`` says by place in the list what is wrong."""

    def __init__(self, rows: dict[int, DomainError]) -> None:
        super().__init__(
            _("Chưa tạo cơ quan nào: %(n)s dòng cần sửa. Hãy sửa, hoặc bỏ chọn dòng đó.")
            % {"n": len(rows)}
        )
        self.rows = rows


@transaction.atomic
def create_agencies(*, by: User | None, rows: Sequence[NewAgency], at: dt.datetime) -> list[Agency]:
    """Make the agencies in the order given, each with its own event in the log.

    Raises:
        PermissionDenied: the person may not add agencies to one of the units.
        SeveralRefusedError: some rows are wrong; nothing is kept then.

    """
    made: list[Agency] = []
    wrong: dict[int, DomainError] = {}
    for place, row in enumerate(rows):
        try:
            made.append(
                create_agency(
                    by=by, unit=row.unit, kind=row.kind, name=row.name, at=at, aliases=row.aliases
                )
            )
        except DomainError as error:
            wrong[place] = error
        except ValidationError as error:
            wrong[place] = DomainError(" ".join(error.messages), field="name")
    if wrong:
        raise SeveralRefusedError(wrong)
    return made
