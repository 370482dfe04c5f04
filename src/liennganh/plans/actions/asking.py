"""What the plan does not print, answered by the office."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.audit.actions import record
from liennganh.audit.verbs import Verb
from liennganh.errors import DomainError
from liennganh.plans import values
from liennganh.plans.actions.journal import open_step, quoted
from liennganh.plans.models import IntakeItem


@transaction.atomic
def answer_ask(
    *,
    by: User,
    item: IntakeItem,
    at: dt.datetime,
    ask: str,
    answer: str,
    version: int | None = None,
) -> IntakeItem:
    """Keep the office's answer beside what is printed, which stays as it is.

    Who answered and when stands in the journal of the review. A later answer takes the place of an
    earlier one; undo brings that back.

    Raises:
        DomainError: the plan prints it, nobody asks that, or the answer is none.
        StaleItemError: the item is no longer at ``version``.

    """
    data = values.whole(item.kind, item.data)
    if ask not in values.asked_of(item.kind, data):
        raise DomainError(_("Câu hỏi này không còn nữa. Hãy tải lại trang."), field="answer")
    step = open_step(item.intake, by=by, at=at)
    before = data["asked_answer"]
    after = {**before, ask: values.clean_answer(ask, answer)}
    step.change(item, version=version, data={**data, "asked_answer": after})
    step.close(_("Trả lời điều văn bản không ghi: %(item)s") % {"item": quoted(item)})
    record(
        by=by, verb=Verb.UPDATE, obj=item, at=at,
        before={"asked_answer": before}, after={"asked_answer": after},
    )  # fmt: skip
    return item
