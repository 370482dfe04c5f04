"""What a press on the page of one decision does: from the button's word to an action."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from liennganh.agencies.actions import NewAgency, SeveralRefusedError
from liennganh.agencies.kinds import OTHER
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import visible_to
from liennganh.errors import DomainError
from liennganh.plans import actions, queue, values
from liennganh.plans.forms import FORMS, HeaderForm, ItemForm
from liennganh.plans.likely import corrected, wider_span
from liennganh.plans.models import Intake, IntakeItem, ItemKind
from liennganh.plans.queries import PrintedName
from liennganh.plans.queue import Names, Stop
from liennganh.plans.views.fetching import SignedInRequest
from liennganh.plans.whole_classes import WHOLE_CLASSES
from liennganh.ui.asked import whole_number

_HEADER = ("type", "number", "issuer", "date", "title", "period")


@dataclass(frozen=True)
class Outcome:
    """What came of a press: what to say, or why not; where to go if not on; a form refused."""

    said: str = ""
    refused: str = ""
    go_to: str = ""
    text_moved: bool = False
    form: ItemForm | None = None
    header_form: HeaderForm | None = None


@dataclass(frozen=True)
class _Press:
    request: SignedInRequest
    intake: Intake
    item: IntakeItem | None
    names: Names | None
    stop: Stop
    earlier: Intake | None
    value: str  # what stands behind the word: "lead:Sở Y tế"

    @property
    def version(self) -> int | None:
        return whole_number(self.request.POST.get("version", ""))

    def chosen(self) -> IntakeItem:
        """Return the item that is decided about."""
        if self.item is None:
            raise DomainError(_("Mục này không còn nữa. Hãy xem mục tiếp theo."))
        return self.item


def decide(
    request: SignedInRequest,
    intake: Intake,
    item: IntakeItem | None,
    names: Names | None,
    stop: Stop,
    earlier: Intake | None,
) -> Outcome:
    """Do what was pressed. What is refused is told, and work stays where it is."""
    word, _sep, value = request.POST.get("viec", "").partition(":")
    act = _DEEDS.get(word)
    here = request.POST.get("o", "")
    if act is None:
        return Outcome(refused=_("Chưa chọn việc cần làm."), go_to=here)
    try:
        return act(_Press(request, intake, item, names, stop, earlier, value))
    except DomainError as error:
        return Outcome(refused=error.message, go_to=here)


def names_in_tasks(items: Sequence[IntakeItem]) -> list[str]:
    """Return the agency names that the plan prints, to pick from."""
    tasks = [item.data for item in items if item.kind == ItemKind.TASK]
    return sorted({name for data in tasks for role in ("lead", "support") for name in data[role]})


def _accept(press: _Press) -> Outcome:
    actions.accept_item(
        by=press.request.user, item=press.chosen(), at=timezone.now(), version=press.version
    )
    return Outcome(said=_("Đã nhận."))


def _reject(press: _Press) -> Outcome:
    actions.reject_item(
        by=press.request.user, item=press.chosen(), at=timezone.now(), version=press.version
    )
    return Outcome(said=_("Đã bác."), text_moved=True)


def _reopen(press: _Press) -> Outcome:
    item = press.chosen()
    actions.reopen_item(by=press.request.user, item=item, at=timezone.now(), version=press.version)
    return Outcome(said=_("Mục chờ xem lại."), go_to=queue.item_key(item), text_moved=True)


def _correct(press: _Press) -> Outcome:
    item = press.chosen()
    return _edited(press, corrected(item, press.value))


def _answer(press: _Press) -> Outcome:
    """Take what was typed for what the plan does not print."""
    item = press.chosen()
    typed = {
        ask: press.request.POST.get(ask, "").strip()
        for ask in values.open_asks(item.kind, item.data)
    }
    said = {ask: values.clean_answer(ask, words) for ask, words in typed.items() if words}
    if not said:
        raise DomainError(_("Chưa có câu trả lời. Hãy chọn hoặc ghi một câu."))
    return _edited(press, {"asked_answer": {**(item.data.get("asked_answer") or {}), **said}})


def _edited(press: _Press, data: Mapping[str, Any]) -> Outcome:
    """Correct and accept; work stays with the item while a choice about it is open."""
    item = actions.edit_item(
        by=press.request.user,
        item=press.chosen(),
        at=timezone.now(),
        data=data,
        version=press.version,
    )
    more = queue.choice_asks(item)
    return Outcome(said=_("Đã sửa và nhận."), go_to=queue.item_key(item) if more else "")


def _widen(press: _Press) -> Outcome:
    item = press.chosen()
    actions.edit_item(
        by=press.request.user,
        item=item,
        at=timezone.now(),
        data={},
        span=wider_span(item, press.value),
        version=press.version,
    )
    return Outcome(
        said=_("Đã lấy thêm một câu và nhận."), go_to=queue.item_key(item), text_moved=True
    )


def _edit(press: _Press) -> Outcome:
    item = press.chosen()
    form = FORMS[item.kind](press.request.POST, item=item)
    if not form.is_valid():
        return Outcome(form=form)
    try:
        actions.edit_item(
            by=press.request.user,
            item=item,
            at=timezone.now(),
            data=form.item_data(),
            span=form.cleaned_data["span"],
            version=form.cleaned_data["version"],
        )
    except DomainError as error:
        if error.field not in form.fields:
            raise
        form.add_error(error.field, error.message)
        return Outcome(form=form)
    return Outcome(said=_("Đã sửa và nhận."), text_moved=form.cleaned_data["span"] is not None)


def _take_over(press: _Press) -> Outcome:
    """Decide what has not changed as before."""
    if press.earlier is None:
        raise DomainError(_("Đã chọn bản trước rồi. Hãy xem tiếp."))
    done = actions.take_over(
        by=press.request.user, intake=press.intake, earlier=press.earlier, at=timezone.now()
    )
    said = _("%(n)s mục không đổi đã lấy như bản trước. Chỉ còn xem những chỗ khác.")
    return Outcome(said=said % {"n": done.decided + done.added}, text_moved=True)


def _deny_earlier(press: _Press) -> Outcome:
    actions.deny_earlier(by=press.request.user, intake=press.intake, at=timezone.now())
    return Outcome(said=_("Kế hoạch này được xem như một kế hoạch mới."))


def _header(press: _Press) -> Outcome:
    """Confirm the head: as it stands, or with what was typed."""
    form: HeaderForm | None = None
    fields = {}
    version = press.version
    if press.value == "sua":
        form = HeaderForm(press.request.POST, auto_id="dau_%s")
        if not form.is_valid():
            return Outcome(header_form=form)
        fields = {name: form.cleaned_data[name] for name in _HEADER}
        version = form.cleaned_data["version"]
    try:
        actions.edit_header(
            by=press.request.user,
            intake=press.intake,
            at=timezone.now(),
            fields=fields,
            version=version,
        )
    except DomainError as error:
        if form is None:
            raise
        field = {"period": "period_from"}.get(error.field or "", error.field)
        form.add_error(field if field in form.fields else None, error.message)
        return Outcome(header_form=form)
    return Outcome(said=_("Đã xác nhận phần đầu văn bản."))


def _accept_rest(press: _Press) -> Outcome:
    """Accept the items that the card counted: those sent with it that are still sure."""
    keys = {whole_number(key) for key in press.request.POST.getlist("muc")}
    number = actions.accept_all(
        by=press.request.user, intake=press.intake, at=timezone.now(),
        only=[key for key in keys if key],
    )  # fmt: skip
    return Outcome(said=_("Đã nhận %(n)s mục. Có thể hoàn tác.") % {"n": number})


def _confirm_suggested(press: _Press) -> Outcome:
    number = actions.confirm_suggested_owners(
        by=press.request.user, intake=press.intake, at=timezone.now()
    )
    return Outcome(said=_("Đã xác nhận %(n)s tên theo gợi ý.") % {"n": number})


def _create_unknown(press: _Press) -> Outcome:
    rows = press.names.unknown if press.names else ()
    try:
        made = actions.create_owners(
            by=press.request.user,
            intake=press.intake,
            rows=[
                (row.printed, NewAgency(unit=row.unit, kind=row.kind, name=row.name))
                for row in rows
            ],
            at=timezone.now(),
        )
    except SeveralRefusedError as error:
        first = next(iter(error.rows.values()))
        return Outcome(refused=f"{error.message} {first.message}", go_to=press.stop.key)
    return Outcome(said=_("Đã tạo %(n)s cơ quan và xác nhận các tên đó.") % {"n": len(made)})


def _name(press: _Press) -> Outcome:
    """Take one name's choice: an agency, a class, as printed, or a new agency."""
    name = press.stop.name
    if name is None:
        raise DomainError(_("Tên này đã được xác nhận. Hãy xem tên tiếp theo."))
    choice, _sep, value = press.value.partition(":")
    if choice == "agency":
        mine = visible_to(press.request.user)
        agency = get_object_or_404(mine, pk=whole_number(value) or 0)
        _match(press, name, agency=agency)
    elif choice == "class" and value in WHOLE_CLASSES:
        _match(press, name, whole_class=value)
    elif choice == "printed":
        _match(press, name)
    elif choice == "new":
        actions.create_owner(
            by=press.request.user,
            intake=press.intake,
            printed=name.printed,
            name=name.match.suggested_name or name.full,
            kind=name.match.kind or OTHER,
            at=timezone.now(),
        )
    else:
        raise DomainError(
            _("Chọn một trong các cách hiểu tên “%(name)s”.") % {"name": name.printed}
        )
    return Outcome(said=_("Đã xác nhận “%(name)s”.") % {"name": name.printed})


def _match(
    press: _Press, name: PrintedName, *, agency: Agency | None = None, whole_class: str = ""
) -> None:
    actions.match_owner(
        by=press.request.user,
        intake=press.intake,
        printed=name.printed,
        at=timezone.now(),
        agency=agency,
        whole_class=whole_class,
    )


def _undo(press: _Press) -> Outcome:
    step = actions.undo(by=press.request.user, intake=press.intake, at=timezone.now())
    keys = [key for key, was in step.before.items() if was["fields"] is not None]
    back = f"muc-{keys[0]}" if len(keys) == 1 else queue.REST
    return Outcome(
        said=_("Đã hoàn tác: %(label)s") % {"label": step.label}, go_to=back, text_moved=True
    )


_DEEDS: dict[str, Callable[[_Press], Outcome]] = {
    "nhan": _accept,
    "bac": _reject,
    "lay-lai": _reopen,
    "dung": _correct,
    "tra-loi": _answer,
    "doan": _widen,
    "sua": _edit,
    "ban-truoc": _take_over,
    "ban-moi": _deny_earlier,
    "phan-dau": _header,
    "nhan-con-lai": _accept_rest,
    "theo-goi-y": _confirm_suggested,
    "tao-moi": _create_unknown,
    "ten": _name,
    "hoan-tac": _undo,
}
