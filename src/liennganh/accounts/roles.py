"""The roles of the design. What each may do is said in the ``rules.py`` of each app."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody does in an agency (the hat worn)."""

    PROGRAMME_OFFICER = "programme_officer", _("Cán bộ chương trình")
    AGENCY_OFFICER = "agency_officer", _("Cán bộ đầu mối của cơ quan")
    COMMUNE_OFFICER = "commune_officer", _("Cán bộ cấp xã")
    INSPECTOR = "inspector", _("Thành viên đội kiểm tra liên ngành")
    TIP_RECEIVER = "tip_receiver", _("Người tiếp nhận tin báo")
    SOCIAL_WORKER = "social_worker", _("Nhân viên công tác xã hội")
    LEADER = "leader", _("Lãnh đạo")
    AUDITOR = "auditor", _("Người kiểm soát nhật ký")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")
