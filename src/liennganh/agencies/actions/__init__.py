"""Writing agencies and who works in them."""

from .directory import (
    add_alias,
    create_agency,
    edit_agency,
    ensure_commune_committees,
    set_up_province,
    succeed,
)
from .members import add_member, change_hat, end_member
from .several import NewAgency, SeveralRefusedError, create_agencies

__all__ = [
    "NewAgency",
    "SeveralRefusedError",
    "add_alias",
    "add_member",
    "change_hat",
    "create_agencies",
    "create_agency",
    "edit_agency",
    "end_member",
    "ensure_commune_committees",
    "set_up_province",
    "succeed",
]
