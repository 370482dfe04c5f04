"""Classes of bodies that a plan may name as one, and that resolve to many."""

from django.utils.translation import gettext_lazy as _

WHOLE_CLASSES = {
    "communes": _("Mọi xã, phường, đặc khu"),
    "districts": _("Mọi huyện, quận, thị xã, thành phố (trước 7/2025)"),
    "levels": _("Ủy ban nhân dân các cấp"),
    "departments": _("Các sở, ban, ngành"),
    "associations": _("Mặt trận và các đoàn thể"),
    "press": _("Cơ quan báo chí, đài"),
    "schools": _("Các trường học, cơ sở giáo dục"),
}
