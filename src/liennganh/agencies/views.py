"""Pages of the directory of agencies, and the change of hats."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liennganh.accounts.models import User
from liennganh.audit.queries import history_of
from liennganh.errors import DomainError
from liennganh.ui.asked import whole_number
from liennganh.ui.links import safe_next

from . import actions, queries, rules
from .forms import AgencyFilter, AgencyForm, AliasForm, MemberForm, NewAgencyForm, SuccessionForm
from .kinds import KINDS
from .middleware import SESSION_KEY
from .models import Agency, Membership

PAGE = 50


class PersonRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


def _agency_for(request: PersonRequest, pk: int) -> Agency:
    return get_object_or_404(
        queries.visible_to(request.user).prefetch_related("unit__names"), pk=pk
    )


def _may(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def _done(form: forms.Form, write: Callable[[], object]) -> bool:
    """Write; put a refusal beside its field and say whether it was written."""
    try:
        write()
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return False
    return True


@require_GET
def agency_list(request: PersonRequest) -> HttpResponse:
    """List the agencies of the province, by unit."""
    form = AgencyFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = queries.search(
        request.user,
        text=wanted.get("q", ""),
        kind=wanted.get("kind", ""),
        level=wanted.get("level", ""),
        on=None if wanted.get("past") else timezone.localdate(),
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    hat = queries.hat_of(request.user)
    return render(
        request,
        "agencies/list.html",
        {
            "form": form,
            "page": page,
            "today": timezone.localdate(),
            "may_add": hat is not None and rules.may_add_agency(request.user, hat.agency.unit),
        },
    )


@require_GET
def agency_detail(request: PersonRequest, pk: int) -> HttpResponse:
    """Show one agency: names, days, what it came from and went into, who works there."""
    agency = _agency_for(request, pk)
    user = request.user
    context: dict[str, Any] = {
        "agency": agency,
        "kind": KINDS.get(agency.kind),
        "today": timezone.localdate(),
        "aliases": agency.aliases.order_by("folded"),
        "successions": agency.successions.select_related("successor").order_by("effective_on"),
        "origins": agency.origins.select_related("predecessor").order_by("effective_on"),
        "sees_members": rules.may_see_members(user, agency),
        "members": queries.members_of(agency, user),
        "may_edit": rules.may_edit_agency(user, agency),
        "may_add": rules.may_add_agency(user, agency.unit),
        "alias_form": AliasForm(),
        "events": history_of(agency)[:50],
    }
    return render(request, "agencies/detail.html", context)


@require_http_methods(["GET", "POST"])
def agency_create(request: PersonRequest) -> HttpResponse:
    """Add an agency to a unit of the province."""
    hat = queries.hat_of(request.user)
    _may(hat is not None and rules.may_add_agency(request.user, hat.agency.unit))
    units = queries.units_for_new(request.user, timezone.localdate())
    form = NewAgencyForm(
        request.POST or None, units=[(unit.pk, unit.latest_name) for unit in units]
    )
    made: list[Agency] = []

    def write() -> None:
        given = dict(form.cleaned_data)
        unit = next(one for one in units if one.pk == int(given.pop("unit")))
        given["mode"] = given["mode"] or None
        made.append(actions.create_agency(by=request.user, unit=unit, at=timezone.now(), **given))

    if request.method == "POST" and form.is_valid() and _done(form, write):
        messages.success(request, _("Đã thêm “%(name)s”.") % {"name": made[0].name})
        return redirect("agencies:detail", made[0].pk)
    return render(request, "agencies/create.html", {"form": form})


@require_http_methods(["GET", "POST"])
def agency_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct names, days and the way of being addressed."""
    agency = _agency_for(request, pk)
    _may(rules.may_edit_agency(request.user, agency))
    fields = ("name", "short_name", "mode", "valid_from", "valid_to")
    form = AgencyForm(request.POST or None, initial={f: getattr(agency, f) for f in fields})
    if (
        request.method == "POST"
        and form.is_valid()
        and _done(
            form,
            lambda: actions.edit_agency(
                by=request.user, agency=agency, at=timezone.now(), **form.cleaned_data
            ),
        )
    ):
        messages.success(request, _("Đã lưu. Kế hoạch và báo cáo cũ giữ nguyên tên đã in."))
        return redirect("agencies:detail", agency.pk)
    return render(request, "agencies/form.html", {"form": form, "agency": agency, "what": "edit"})


@require_POST
def alias_add(request: PersonRequest, pk: int) -> HttpResponse:
    """Note another name of the agency."""
    agency = _agency_for(request, pk)
    form = AliasForm(request.POST)
    if form.is_valid():
        actions.add_alias(
            by=request.user, agency=agency, name=form.cleaned_data["name"], at=timezone.now()
        )
        messages.success(request, _("Đã ghi tên gọi khác. Lần sau kế hoạch in tên này sẽ tự khớp."))
    else:
        messages.error(request, _("Chưa ghi được: hãy nhập tên gọi khác."))
    return redirect("agencies:detail", agency.pk)


@require_http_methods(["GET", "POST"])
def agency_succeed(request: PersonRequest, pk: int) -> HttpResponse:
    """Note who took over from the agency."""
    agency = _agency_for(request, pk)
    _may(rules.may_edit_agency(request.user, agency))
    form = SuccessionForm(request.POST or None)
    heirs = queries.visible_to(request.user).prefetch_related("unit__names").exclude(pk=agency.pk)
    choice = form.fields["successor"]
    assert isinstance(choice, forms.ModelChoiceField)  # noqa: S101 - declared in the form
    choice.queryset = heirs.filter(unit__path__startswith=rules.province_path(agency.unit.path))
    if (
        request.method == "POST"
        and form.is_valid()
        and _done(
            form,
            lambda: actions.succeed(
                by=request.user, predecessor=agency, at=timezone.now(), **form.cleaned_data
            ),
        )
    ):
        messages.success(request, _("Đã ghi cơ quan tiếp nhận."))
        return redirect("agencies:detail", agency.pk)
    return render(
        request, "agencies/form.html", {"form": form, "agency": agency, "what": "succeed"}
    )


@require_http_methods(["GET", "POST"])
def member_add(request: PersonRequest, pk: int) -> HttpResponse:
    """Give somebody a role in the agency."""
    agency = _agency_for(request, pk)
    _may(rules.may_manage_members(request.user, agency))
    form = MemberForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    if (
        request.method == "POST"
        and form.is_valid()
        and _done(
            form,
            lambda: actions.add_member(
                by=request.user,
                user=form.cleaned_data["username"],
                agency=agency,
                role=form.cleaned_data["role"],
                valid_from=form.cleaned_data["valid_from"],
                at=timezone.now(),
            ),
        )
    ):
        messages.success(request, _("Đã giao vai."))
        return redirect("agencies:detail", agency.pk)
    return render(request, "agencies/form.html", {"form": form, "agency": agency, "what": "member"})


@require_POST
def member_end(request: PersonRequest, pk: int) -> HttpResponse:
    """End somebody's role today."""
    membership = get_object_or_404(
        Membership.objects.filter(agency__in=queries.visible_to(request.user)).select_related(
            "agency__unit", "user"
        ),
        pk=pk,
    )
    actions.end_member(
        by=request.user, membership=membership, on=timezone.localdate(), at=timezone.now()
    )
    messages.success(request, _("Đã kết thúc vai của %(name)s.") % {"name": membership.user})
    return redirect("agencies:detail", membership.agency_id)


@require_POST
def set_up(request: PersonRequest) -> HttpResponse:
    """Make the usual agencies of one's own province."""
    unit = queries.province_of(request.user)
    _may(unit is not None)
    assert unit is not None  # noqa: S101 - refused above
    found = actions.set_up_province(by=request.user, unit=unit, at=timezone.now())
    messages.success(
        request, _("Danh bạ cấp tỉnh nay có đủ %(n)s cơ quan thường có.") % {"n": len(found)}
    )
    return redirect("agencies:list")


@require_POST
def change_hat(request: PersonRequest) -> HttpResponse:
    """Put on another of one's own current hats and go on where the person was."""
    chosen = request.POST.get("membership", "")
    membership = get_object_or_404(
        Membership.objects.current(timezone.localdate())
        .filter(user=request.user)
        .select_related("agency__unit"),
        pk=whole_number(chosen) or 0,
    )
    actions.change_hat(by=request.user, membership=membership, at=timezone.now())
    request.session[SESSION_KEY] = membership.pk
    messages.success(
        request,
        _("Từ giờ anh/chị làm việc với vai %(role)s, %(agency)s.")
        % {"role": membership.get_role_display(), "agency": membership.agency},
    )
    return redirect(safe_next(request, request.POST.get("next"), "/"))
