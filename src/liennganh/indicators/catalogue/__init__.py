"""The catalogue of domain.md §6.4, as data. No official form of the programme was at hand."""

from .enforcement import ENFORCEMENT
from .model import PROPOSED, Definition
from .prevention import PREVENTION
from .situation import SITUATION
from .support import SUPPORT

GROUPS: dict[str, str] = {
    "A": "Tình hình",
    "B": "Truyền thông",
    "C": "Kế hoạch, lồng ghép",
    "D": "Kiểm tra cơ sở",
    "E": "Đấu tranh, xử lý, tin báo",
    "F": "Hỗ trợ, hòa nhập cộng đồng",
    "G": "Tập huấn",
    "H": "Xã, phường lành mạnh",
    "K": "Kinh phí",
    "R": "Chỉ số riêng của cơ quan",
}

CATALOGUE: tuple[Definition, ...] = tuple(
    sorted((*SITUATION, *PREVENTION, *ENFORCEMENT, *SUPPORT), key=lambda line: line.code)
)

__all__ = ["CATALOGUE", "GROUPS", "PROPOSED", "Definition"]
