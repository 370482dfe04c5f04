"""Pages of the archive."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from liennganh.accounts.models import User
from liennganh.audit.queries import history_of
from liennganh.errors import DomainError

from . import actions, queries, rules
from .forms import DescriptionForm, DocumentFilter
from .models import Document

PAGE = 50


class PersonRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


def _document_for(request: PersonRequest, pk: int) -> Document:
    found = queries.visible_to(request.user).select_related("added_by")
    return get_object_or_404(found.prefetch_related("agency__unit__names"), pk=pk)


@require_GET
def document_list(request: PersonRequest) -> HttpResponse:
    """List the documents that the person may see, newest first."""
    form = DocumentFilter(request.GET)
    keepers = form.fields["agency"]
    assert isinstance(keepers, forms.ModelChoiceField)  # noqa: S101 - declared in the form
    keepers.queryset = queries.keepers(request.user)
    wanted = form.cleaned_data if form.is_valid() else {}
    agency = wanted.get("agency")
    found = queries.search(
        request.user,
        text=wanted.get("q", ""),
        direction=wanted.get("direction", ""),
        agency=agency.pk if agency is not None else None,
        since=wanted.get("since"),
        until=wanted.get("until"),
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "documents/list.html", {"form": form, "page": page})


@require_GET
def document_detail(request: PersonRequest, pk: int) -> HttpResponse:
    """Show what is known of one document, and where to take the file."""
    document = _document_for(request, pk)
    return render(
        request,
        "documents/detail.html",
        {
            "document": document,
            "may_edit": rules.may_add_document(request.user, document.agency),
            "events": history_of(document)[:50],
        },
    )


@require_http_methods(["GET", "POST"])
def document_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct what is known of a document."""
    document = _document_for(request, pk)
    if not rules.may_add_document(request.user, document.agency):
        raise PermissionDenied
    fields = ("type_name", "number", "issuer", "issued_on", "title")
    form = DescriptionForm(request.POST or None, initial={f: getattr(document, f) for f in fields})
    if request.method == "POST" and form.is_valid():
        actions.describe_document(
            by=request.user, document=document, at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("Đã lưu. Tệp gốc giữ nguyên."))
        return redirect("documents:detail", document.pk)
    return render(request, "documents/form.html", {"form": form, "document": document})


@require_GET
def document_download(request: PersonRequest, pk: int) -> HttpResponseBase:
    """Hand the file out as it came in: always to be saved, never shown inside a page of ours."""
    document = _document_for(request, pk)
    try:
        stored = default_storage.open(document.file.path)
    except FileNotFoundError as error:
        raise DomainError(
            _(
                "Không thấy tệp gốc trong kho lưu trữ. Hãy báo quản trị hệ thống khôi phục từ bản "
                "sao lưu; thông tin về văn bản vẫn còn."
            )
        ) from error
    response = FileResponse(
        stored,
        as_attachment=True,
        filename=document.filename,
        content_type=queries.served_type(document.filename),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
