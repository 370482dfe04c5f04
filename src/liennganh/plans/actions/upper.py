"""What an officer says of the plan above, and of which item here carries out which there."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError, WrongStateError
from liennganh.plans.models import (
    CarriedOut,
    Intake,
    IntakeItem,
    IntakeState,
    ItemKind,
    ItemState,
    Plan,
    PrintedQualitative,
    PrintedTarget,
    PrintedTask,
    UpperPlan,
)
from liennganh.plans.queries import visible_to
from liennganh.plans.rules import may_review
from liennganh.plans.sides import COMPARED
from liennganh.ui.asked import whole_number

_PRINTED: dict[ItemKind, type[PrintedTarget | PrintedQualitative | PrintedTask]] = {
    ItemKind.TARGET: PrintedTarget,
    ItemKind.QUALITATIVE: PrintedQualitative,
    ItemKind.TASK: PrintedTask,
}


@transaction.atomic
def say_upper(*, by: User, intake: Intake, upper: Plan, meant: bool, at: dt.datetime) -> UpperPlan:
    """Keep that a plan is the one above, or that it is not, though it is cited.

    Raises:
        PermissionDenied: the reading is another agency's, or the plan above is out of sight.
        WrongStateError: the reading has failed or been given up.
        DomainError: a plan does not stand above itself.

    """
    subject = _held(by, intake, upper)
    row, _made = UpperPlan.objects.update_or_create(
        intake=intake, upper=upper, defaults={"meant": meant, "by": by, "at": at}
    )
    record(
        by=by, verb=Verb.UPDATE, obj=subject, at=at,
        after={"upper_plan": upper.pk, "upper": str(upper), "meant": meant},
    )  # fmt: skip
    return row


@transaction.atomic
def say_carried_out(
    *,
    by: User,
    intake: Intake,
    upper: Plan,
    lower_key: str,
    upper_key: str,
    confirmed: bool,
    at: dt.datetime,
) -> CarriedOut:
    """Keep that an item here carries out an item there, or that it does not.

    The keys are a kind and a number ("target-12"): of an item while the reading is under review, of
    a printed row afterwards. A later word takes the place of an earlier one.

    Raises:
        PermissionDenied: the reading is another agency's, or the plan above is out of sight.
        WrongStateError: the reading has failed or been given up.
        DomainError: an item is no longer there, or one is a task and the other a result.

    """
    subject = _held(by, intake, upper)
    lower_kind, lower = _split(lower_key)
    upper_kind, above = _split(upper_key)
    if (lower_kind == ItemKind.TASK) != (upper_kind == ItemKind.TASK):
        raise DomainError(
            _("Chưa nối được: nhiệm vụ chỉ nối với nhiệm vụ, chỉ tiêu chỉ nối với chỉ tiêu. Hãy "
              "chọn lại một trong hai mục.")
        )  # fmt: skip
    if intake.state == IntakeState.CONFIRMED:
        _row(intake.plan, lower_kind, lower)
        ends = {f"{lower_kind}_id": lower}
    else:
        _item(intake, lower_kind, lower)
        ends = {"item_id": lower}
    _row(upper, upper_kind, above)
    ends[f"upper_{upper_kind}_id"] = above
    row = CarriedOut.objects.filter(intake=intake, upper=upper, **ends).first()
    row = row or CarriedOut(intake=intake, upper=upper, **ends)
    row.confirmed, row.by, row.at = confirmed, by, at
    row.save()
    record(
        by=by, verb=Verb.CONFIRM if confirmed else Verb.REJECT, obj=subject, at=at,
        after={"lower": lower_key, "upper_plan": upper.pk, "upper": upper_key},
    )  # fmt: skip
    return row


def print_carried_out(plan: Plan, items: Sequence[IntakeItem]) -> None:
    """Pass the officers' words from the items of a reading to the rows they have just become.

    ``items`` are those accepted, in the order in which their rows were written. What was said of
    an item that was left out is dropped.
    """
    rows: dict[int, tuple[ItemKind, int]] = {}
    for kind, model in _PRINTED.items():
        printed = model.objects.filter(plan=plan).order_by("pk").values_list("pk", flat=True)
        sources = [item.pk for item in items if item.kind == kind]
        rows |= {source: (kind, pk) for source, pk in zip(sources, printed, strict=True)}
    said = CarriedOut.objects.filter(intake=plan.intake, item__isnull=False)
    kept = []
    for one in said.exclude(item__in=list(rows)):
        one.delete()
    for one in said:
        kind, pk = rows[one.item_id or 0]
        one.item = None
        setattr(one, f"{kind}_id", pk)
        kept.append(one)
    CarriedOut.objects.bulk_update(kept, ["item", *(kind.value for kind in _PRINTED)])


def _held(by: User, intake: Intake, upper: Plan) -> Intake | Plan:
    """Check the rights, queue behind the reading, and return what the log names."""
    if not may_review(by, intake) or not visible_to(by).filter(pk=upper.pk).exists():
        raise PermissionDenied
    Intake.objects.select_for_update().get(pk=intake.pk)
    intake.refresh_from_db(fields=["state"])
    if intake.state not in (IntakeState.REVIEW, IntakeState.CONFIRMED):
        raise WrongStateError(
            _("Lượt đọc này %(state)s nên không đối chiếu được. Hãy đọc lại văn bản rồi đối chiếu.")
            % {"state": intake.get_state_display()}
        )
    if upper.intake_id == intake.pk:
        raise DomainError(_("Kế hoạch không thể là cấp trên của chính nó. Hãy chọn kế hoạch khác."))
    return intake.plan if intake.state == IntakeState.CONFIRMED else intake


def _split(key: str) -> tuple[ItemKind, int]:
    kind, _dash, number = key.partition("-")
    pk = whole_number(number)
    if kind not in COMPARED or pk is None:
        raise _gone()
    return ItemKind(kind), pk


def _item(intake: Intake, kind: ItemKind, pk: int) -> None:
    kept = intake.items.exclude(state=ItemState.REJECTED)
    if not kept.filter(pk=pk, kind=kind).exists():
        raise _gone()


def _row(plan: Plan, kind: ItemKind, pk: int) -> None:
    if not _PRINTED[kind].objects.filter(plan=plan, pk=pk).exists():
        raise _gone()


def _gone() -> DomainError:
    return DomainError(_("Chưa nối được: một trong hai mục không còn nữa. Hãy tải lại trang."))
