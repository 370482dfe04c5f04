"""What an agency is told about its report when it can no longer write in it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from liennganh.pure.vietnamese import format_date
from liennganh.reporting.models import Report, ReportState, RoundState


def read_only_sentence(report: Report) -> str:
    """Say why the report is only to be read, and whom to ask; "" while it can be written in."""
    lead = report.round.programme.lead_agency
    if report.round.state == RoundState.CLOSED:
        return _closed_sentence(report)
    if report.state == ReportState.SUBMITTED:
        return _(
            "Báo cáo đã gửi %(lead)s, đang chờ duyệt nên chỉ để xem. "
            "Cần sửa, hãy liên hệ %(lead)s để được trả lại báo cáo."
        ) % {"lead": lead}
    if report.state == ReportState.APPROVED:
        return _(
            "%(lead)s đã duyệt báo cáo này nên báo cáo chỉ để xem. "
            "Cần sửa, hãy liên hệ %(lead)s để được mở lại báo cáo."
        ) % {"lead": lead}
    return ""


def _closed_sentence(report: Report) -> str:
    closed_at = report.round.closed_at
    words = {
        "day": format_date(timezone.localdate(closed_at)) if closed_at else "",
        "lead": report.round.programme.lead_agency,
    }
    if report.state == ReportState.APPROVED:
        return (
            _(
                "Kỳ đã khóa ngày %(day)s; số liệu của báo cáo này đã được tính. "
                "Liên hệ %(lead)s nếu phát hiện sai sót."
            )
            % words
        )
    return (
        _(
            "Kỳ đã khóa ngày %(day)s; số liệu của báo cáo này không được tính. "
            "Liên hệ %(lead)s nếu cần bổ sung."
        )
        % words
    )
