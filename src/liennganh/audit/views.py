"""The log as its auditor reads it: who did what, when and to which object; never what was written."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from liennganh.accounts.models import User
from liennganh.audit.chain import link_hash
from liennganh.audit.forms import LogFilter, object_types
from liennganh.audit.models import Event
from liennganh.audit.queries import head, link_of, verify_chain, visible_to
from liennganh.audit.rules import may_read_log
from liennganh.pure.vietnamese import format_number

ROWS = 50


class PersonRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


@dataclass(frozen=True)
class Row:
    """An event as listed. Its content is hashed here and left behind."""

    event: Event
    object_word: str
    holds: bool


def _auditor(request: PersonRequest) -> User:
    if not may_read_log(request.user):
        raise PermissionDenied
    return request.user


@require_safe
def log(request: PersonRequest) -> HttpResponse:
    """List events, newest first."""
    user = _auditor(request)
    form = LogFilter(request.GET)
    page = Paginator(form.narrow(visible_to(user)), ROWS).get_page(request.GET.get("page"))
    words = object_types()
    rows = [
        Row(
            event=event,
            object_word=words.get(event.object_type, event.object_type),
            holds=link_hash(link_of(event)) == event.hash,
        )
        for event in page
    ]
    return render(
        request, "audit/list.html", {"form": form, "page": page, "rows": rows, "head": head()}
    )


@require_POST
def verify(request: PersonRequest) -> HttpResponse:
    """Walk the whole chain and say whether it holds, or which row is the first that does not."""
    _auditor(request)
    found = verify_chain()
    end = head()
    if found is None:
        messages.success(
            request,
            _("Nhật ký nguyên vẹn: đã kiểm tra %(rows)s dòng, mã băm dòng cuối %(hash)s.")
            % {"rows": format_number(end.seq), "hash": end.hash},
        )
    else:
        messages.error(
            request,
            _(
                "Nhật ký không còn nguyên vẹn từ dòng %(seq)s: %(reason)s. Giữ nguyên hiện trạng, không"
                " sửa dữ liệu, và báo ngay lãnh đạo phụ trách an toàn thông tin."
            )
            % {"seq": format_number(found.seq), "reason": found.reason},
        )
    return redirect("audit:list")
