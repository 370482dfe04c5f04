"""Pages of the official report: the list, the paper, the editor, the steps to issue."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liennganh.accounts.models import User
from liennganh.audit.queries import history_of
from liennganh.documents.queries import media_type
from liennganh.drafting import actions, queries, rules
from liennganh.drafting.forms import HeaderForm, IssueForm, ReviewForm
from liennganh.drafting.header import header_from
from liennganh.drafting.models import DraftState, OfficialReport
from liennganh.drafting.pdf import converter, to_pdf
from liennganh.errors import DomainError
from liennganh.programmes.queries import visible_to as programmes_visible_to
from liennganh.pure.officialdocs import roman, write_html
from liennganh.ui.asked import whole_number

PAGE = 30
_LOOKS = {DraftState.AGREED: "approved"}
_LEAST_ROWS, _MOST_ROWS, _LETTERS_A_ROW = 3, 30, 68


class PersonRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


def _report_for(request: PersonRequest, pk: int) -> OfficialReport:
    return get_object_or_404(queries.visible_to(request.user), pk=pk)


@require_GET
def report_list(request: PersonRequest) -> HttpResponse:
    """List the rounds of the programmes one sees whole, with the report of each."""
    rounds = queries.rounds_for(request.user)
    programme = None
    if key := request.GET.get("programme", ""):
        rounds = rounds.filter(programme__key=key)
        programme = programmes_visible_to(request.user).filter(key=key).first()
    page = Paginator(rounds, PAGE).get_page(request.GET.get("page"))
    rows = []
    for one in page:
        report = next(iter(one.official_reports.all()), None)
        may_draft = rules.may_draft(request.user, one)
        rows.append({"round": one, "report": report, "look": _look(report), "may_draft": may_draft})
    return render(
        request, "drafting/list.html", {"page": page, "rows": rows, "programme": programme}
    )


def _look(report: OfficialReport | None) -> str:
    return _LOOKS.get(DraftState(report.state), report.state) if report else ""


@require_POST
def create(request: PersonRequest, round_pk: int) -> HttpResponse:
    """Draft the report of a round and open the editor."""
    round_ = get_object_or_404(queries.rounds_for(request.user), pk=round_pk)
    report = actions.draft_report(by=request.user, round=round_, at=timezone.now())
    messages.success(request, _("Đã soạn dự thảo từ số liệu của kỳ. Xem lại từng mục rồi trình."))
    return redirect("drafting:edit", report.pk)


@require_GET
def detail(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the report as it will be printed, and the step that is due."""
    return _detail(request, _report_for(request, pk))


def _detail(
    request: PersonRequest,
    report: OfficialReport,
    *,
    review_form: ReviewForm | None = None,
    issue_form: IssueForm | None = None,
    status: int = 200,
) -> HttpResponse:
    user = request.user
    draft = queries.draft_of(report.round, at=timezone.now(), report=report)
    paper = queries.paper_of(report, draft)
    editable = rules.may_edit(user, report)
    context: dict[str, Any] = {
        "report": report,
        "look": _look(report),
        "paper": mark_safe(write_html(paper)),  # noqa: S308 - escaped by write_html
        "provisional": draft.facts.live,
        "outdated": report.state != DraftState.ISSUED and queries.is_outdated(report),
        "stale": queries.stale_sections(report, draft.sections) if editable else {},
        "findings": queries.findings_of(paper) if editable else (),
        "may": {step: rules.may_step(user, report, step) for step in rules.TRANSITIONS},
        "may_edit": editable,
        "review_form": review_form or ReviewForm(initial={"version": report.version}),
        "issue_form": issue_form
        or IssueForm(initial={"issued_on": timezone.localdate()}, signer=_signer(report)),
        "reviews": report.reviews.select_related("by"),
        "has_pdf": converter() is not None,
        "events": history_of(report)[:50],
    }
    return render(request, "drafting/detail.html", context, status=status)


def _signer(report: OfficialReport) -> str:
    return header_from(report.header).signer


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Edit head and sections beside the figures they rest on."""
    report = _report_for(request, pk)
    if not rules.may_draft(request.user, report.round):
        raise PermissionDenied
    if report.state != DraftState.DRAFT and request.method == "GET":
        return redirect("drafting:detail", report.pk)
    if request.method == "POST":
        return _saved(request, report)
    form = HeaderForm(initial=header_from(report.header).as_json())
    return _editor(request, report, form, texts={}, version=report.version)


def _saved(request: PersonRequest, report: OfficialReport) -> HttpResponse:
    form = HeaderForm(request.POST)
    keys = [one["key"] for one in report.sections]
    texts = {k: request.POST[f"section-{k}"] for k in keys if f"section-{k}" in request.POST}
    choices = {k: v for k in keys if (v := request.POST.get(f"choice-{k}", ""))}
    version = whole_number(request.POST.get("version")) or 0
    changes: dict[str, list[queries.Change]] = {}
    if form.is_valid():
        try:
            actions.save_draft(
                by=request.user,
                report=report,
                sections=texts,
                header=form.header(),
                version=version,
                at=timezone.now(),
                choices=choices,
            )
        except actions.StaleDraftError as error:
            form.add_error(None, error.message)
            changes = error.changes
            # Saving again, with the differences in sight, is a decision of the officer.
            version = OfficialReport.objects.values_list("version", flat=True).get(pk=report.pk)
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            messages.success(request, _("Đã lưu dự thảo."))
            stay = "stay" in request.POST
            return redirect("drafting:edit" if stay else "drafting:detail", report.pk)
    return _editor(
        request,
        report,
        form,
        texts=texts,
        version=version,
        changes=changes,
        status=409 if changes else 400,
    )


def _editor(
    request: PersonRequest,
    report: OfficialReport,
    form: HeaderForm,
    *,
    texts: dict[str, str],
    version: int,
    changes: dict[str, list[queries.Change]] | None = None,
    status: int = 200,
) -> HttpResponse:
    draft = queries.draft_of(report.round, at=timezone.now(), report=report)
    stale = queries.stale_sections(report, draft.sections)
    composed = {section.key: section for section in draft.sections}
    ordinal = 0
    sections = []
    for kept in queries.current_sections(report, draft):
        ordinal += bool(kept["heading"])
        text = texts.get(kept["key"], kept["text"])
        source = composed.get(kept["key"])
        sections.append(
            {
                **kept,
                "numeral": roman(ordinal) if kept["heading"] else "",
                "text": text,
                "rows": _rows(text),
                "lines": [line for line in source.lines if line.source] if source else [],
                "stale": stale.get(kept["key"], []),
                "opens": kept["key"] == report.sections[0]["key"],
            }
        )
    context = {
        "report": report,
        "form": form,
        "sections": sections,
        "version": version,
        "changes": changes or {},
        "provisional": draft.facts.live,
        "outdated": queries.is_outdated(report),
    }
    return render(request, "drafting/edit.html", context, status=status)


def _rows(text: str) -> int:
    lines = sum(1 + len(line) // _LETTERS_A_ROW for line in text.splitlines())
    return max(_LEAST_ROWS, min(_MOST_ROWS, lines + 1))


@require_POST
def redraft(request: PersonRequest, pk: int) -> HttpResponse:
    """Bring the draft up to the round's figures."""
    report = _report_for(request, pk)
    actions.redraft(by=request.user, report=report, at=timezone.now())
    messages.success(
        request, _("Đã cập nhật theo số liệu mới. Các mục đã sửa tay được giữ nguyên.")
    )
    return redirect("drafting:detail", report.pk)


@require_POST
def send(request: PersonRequest, pk: int) -> HttpResponse:
    """Send the draft to the leader."""
    report = _report_for(request, pk)
    actions.send_for_signing(
        by=request.user, report=report, version=report.version, at=timezone.now()
    )
    messages.success(request, _("Đã trình lãnh đạo."))
    return redirect("drafting:detail", report.pk)


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Take the draft back to edit it."""
    report = _report_for(request, pk)
    actions.take_back(by=request.user, report=report, at=timezone.now())
    messages.success(request, _("Đã rút về để sửa."))
    return redirect("drafting:detail", report.pk)


@require_POST
def review(request: PersonRequest, pk: int) -> HttpResponse:
    """Take down the leader's word: agreed, or returned with a comment."""
    report = _report_for(request, pk)
    form = ReviewForm(request.POST)
    if form.is_valid():
        write = actions.return_draft if "return" in request.POST else actions.agree
        try:
            write(by=request.user, report=report, at=timezone.now(), **form.cleaned_data)
        except DomainError as error:
            if error.field is None:
                raise
            form.add_error("comment", error.message)
        else:
            messages.success(request, _("Đã ghi ý kiến của lãnh đạo."))
            return redirect("drafting:detail", report.pk)
    return _detail(request, report, review_form=form, status=400)


@require_POST
def issue(request: PersonRequest, pk: int) -> HttpResponse:
    """Issue the report under the number and day given."""
    report = _report_for(request, pk)
    rules.demand_right(request.user, report, "issue")
    form = IssueForm(request.POST, signer=_signer(report))
    if form.is_valid():
        try:
            actions.issue_report(
                by=request.user, report=report, at=timezone.now(), **form.cleaned_data
            )
        except DomainError as error:
            if error.field is None:
                raise
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            messages.success(request, _("Đã phát hành. Văn bản nằm trong kho văn bản đi."))
            return redirect("drafting:detail", report.pk)
    return _detail(request, report, issue_form=form, status=400)


@require_GET
def docx(request: PersonRequest, pk: int) -> HttpResponse:
    """Hand out the report as DOCX; a draft has no number and no day."""
    report = _report_for(request, pk)
    return _file(queries.docx_of(report, at=timezone.now()), queries.filename_of(report, "docx"))


@require_GET
def pdf(request: PersonRequest, pk: int) -> HttpResponse:
    """Hand out the report as PDF, where LibreOffice is installed."""
    report = _report_for(request, pk)
    content = to_pdf(queries.docx_of(report, at=timezone.now()))
    return _file(content, queries.filename_of(report, "pdf"))


def _file(content: bytes, filename: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type(filename))
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
