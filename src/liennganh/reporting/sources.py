"""Where figures come from that nobody types: an explicit table, register → its counts.

Registers stand above this app in the order of imports, so each joins itself to the table when its
app starts. ``None`` is a register that does not exist yet: its figures say so.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liennganh.programmes.models import Programme, TrackedIndicator
from liennganh.pure.rollup import Cell


@dataclass(frozen=True, slots=True)
class RegisterCount:
    """What a register publishes of itself for a stretch of days: numbers, never records.

    ``count`` is the total with its parts by unit (the keys are names to show). A share gives
    ``of`` as well: ``count`` is then its numerator, without parts.
    """

    count: Cell
    of: Decimal | None = None


#: Gives the count of an indicator in a programme from the first to the last day, both inside;
#: None where the register has nothing to say of these days.
Provider = Callable[[Programme, TrackedIndicator, dt.date, dt.date], RegisterCount | None]

SOURCES: dict[str, Provider | None] = {
    "inspections": None,
    "tips": None,
    "casework": None,
    "activities": None,
    "models": None,
    "budget": None,
    "referrals": None,
}

_NAMES = {
    "inspections": gettext_lazy("kiểm tra liên ngành"),
    "tips": gettext_lazy("tin báo, tố giác"),
    "casework": gettext_lazy("hồ sơ hỗ trợ"),
    "activities": gettext_lazy("hoạt động truyền thông, tập huấn"),
    "models": gettext_lazy("mô hình, câu lạc bộ"),
    "budget": gettext_lazy("kinh phí"),
    "referrals": gettext_lazy("chuyển gửi"),
}


def register_name(key: str) -> str:
    """Return the register's name as it stands after "sổ theo dõi"."""
    return str(_NAMES.get(key, gettext_lazy("tương ứng")))


def provider_of(key: str) -> Provider | None:
    """Return what gives a register's counts, or None while there is none."""
    return SOURCES.get(key)


def absent_sentence(key: str) -> str:
    """Return what a figure says whose register does not exist yet."""
    return _("Chưa có sổ theo dõi %(register)s nên chưa có số liệu.") % {
        "register": register_name(key)
    }


def typed_sentence(key: str) -> str:
    """Return what a report form says beside a figure that nobody types."""
    return _("Số này lấy từ sổ theo dõi %(register)s, không nhập tay.") % {
        "register": register_name(key)
    }
