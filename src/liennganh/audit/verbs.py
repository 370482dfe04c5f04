"""The verbs of the log: an enum, because a typo in a log lives for ever."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Verb(TextChoices):
    """What happened to an object."""

    CREATE = "create", _("tạo")
    UPDATE = "update", _("sửa")
    DELETE = "delete", _("xóa")
    UPLOAD = "upload", _("tải lên")
    REFUSE = "refuse", _("từ chối")
    READ_PLAN = "read_plan", _("đọc kế hoạch")
    ACCEPT = "accept", _("chấp nhận")
    REJECT = "reject", _("bác")
    SPLIT = "split", _("tách")
    CONFIRM = "confirm", _("xác nhận")
    ADOPT = "adopt", _("triển khai")
    ASSIGN = "assign", pgettext_lazy("nhật ký", "giao")
    PROGRESS = "progress", _("báo tiến độ")
    CHECK = "check", _("kiểm tra kết quả")
    OPEN = "open", _("mở kỳ")
    SAVE = "save", _("lưu nháp")
    SUBMIT = "submit", _("gửi")
    RETURN = "return", _("trả lại")
    APPROVE = "approve", _("duyệt")
    REOPEN = "reopen", _("mở lại")
    CLOSE = "close", _("khóa kỳ")
    DRAFT = "draft", _("soạn thảo")
    ISSUE = "issue", _("phát hành")
    SUPPLY = "supply", _("bổ sung danh sách")
    SIGN_IN = "sign_in", _("đăng nhập")
    CHANGE_HAT = "change_hat", _("đổi vai")
    ERASE = "erase", _("hủy khóa")
    EXPORT = "export", _("xuất dữ liệu")
    LOAD = "load", _("nạp")
