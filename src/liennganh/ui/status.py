"""The words of states: each has a word, a shape and a tone, so that colour never speaks alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Look:
    """How a state is shown: its word, an icon of ``icons.ICONS``, a tone of the style sheet."""

    word: str | Promise
    shape: str
    tone: str  # "good", "warn", "bad", "info", "hollow" or "" for grey


LOOKS: dict[str, Look] = {
    # how far a target is
    "met": Look(_("đạt"), "check", "good"),
    "on_track": Look(_("đúng tiến độ"), "ring", "good"),
    "at_risk": Look(_("có nguy cơ"), "triangle", "warn"),
    "behind": Look(_("chậm"), "square", "bad"),
    "not_met": Look(_("không đạt"), "close", "bad"),
    "insufficient": Look(_("chưa đủ số liệu"), "dashes", "hollow"),
    # reports
    "draft": Look(_("chưa gửi"), "ring", "hollow"),
    "submitted": Look(_("đã gửi"), "send", "info"),
    "returned": Look(_("trả lại"), "return", "warn"),
    "approved": Look(_("đã duyệt"), "check", "good"),
    "late": Look(_("gửi muộn"), "clock", "warn"),
    "due": Look(_("đến hạn"), "clock", "info"),
    "overdue": Look(_("quá hạn"), "warning", "bad"),
    "missing": Look(_("chưa có báo cáo"), "dashes", "hollow"),
    # rounds
    "open": Look(_("đang mở"), "ring", "info"),
    "closed": Look(_("đã khóa"), "lock", ""),
    # tasks
    "todo": Look(_("chưa báo cáo"), "ring", "hollow"),
    "doing": Look(_("đang thực hiện"), "half", "info"),
    "reported": Look(_("chờ kiểm tra"), "send", "info"),
    "checked": Look(_("đã kiểm tra"), "check", "good"),
    "done": Look(_("đã xong"), "check", "good"),
    # targets without a figure
    "unshown": Look(_("chưa có minh chứng"), "dashes", "hollow"),
    "shown": Look(_("đã nộp minh chứng"), "send", "info"),
    "recognised": Look(_("đã công nhận"), "check", "good"),
    # cells
    "nil": Look(_("không phát sinh"), "dashes", ""),
    "not_applicable": Look(_("không áp dụng"), "dashes", "hollow"),
    # plans being read
    "reading": Look(_("đang đọc"), "ring", "info"),
    "failed": Look(_("chưa đọc được"), "warning", "bad"),
    "review": Look(_("đang rà soát"), "half", "info"),
    "confirmed": Look(_("đã xác nhận"), "check", "good"),
    "discarded": Look(_("đã bỏ"), "close", ""),
    "proposed": Look(_("chưa xem"), "diamond", "hollow"),
    "accepted": Look(_("đã nhận"), "check", "good"),
    "rejected": Look(_("đã bác"), "close", ""),
    "agreed": Look(_("lãnh đạo đồng ý"), "check", "good"),
    # pages of a scan
    "waiting": Look(_("chưa đọc"), "ring", "hollow"),
    "read": Look(_("đã đọc"), "check", "good"),
    "bad": Look(_("không đọc được"), "warning", "bad"),
    "skipped": Look(_("bỏ qua"), "dashes", ""),
    # documents
    "issued": Look(_("đã phát hành"), "check", "good"),
    "unverified": Look(_("chưa xác minh"), "diamond", "warn"),
}


def look_of(code: str) -> Look:
    """Return how a state is shown; an unknown one shows its code in grey, so that no page falls."""
    return LOOKS.get(code) or Look(code, "diamond", "")
