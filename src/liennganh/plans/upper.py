"""Which plans stand above a plan: those its legal bases name, and those an officer picks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.documents.models import Document
from liennganh.documents.queries import visible_to as documents_visible_to
from liennganh.plans import values
from liennganh.plans.carried import lines_of, lower_here, words_of
from liennganh.plans.cited import digits_of, is_same
from liennganh.plans.models import Intake, IntakeItem, ItemKind, ItemState, Plan
from liennganh.plans.queries import visible_to
from liennganh.plans.question import Question, quote_of
from liennganh.plans.sides import side_of_intake, side_of_plan

_CHOICES = 100


@dataclass(frozen=True)
class Cited:
    """A document above that a plan says it carries out, as far as printed."""

    number: str
    title: str
    issuer: str
    day: str

    def __str__(self) -> str:
        return self.number or self.title

    @property
    def identity(self) -> tuple[str, str, str]:
        """What tells it from others of its number."""
        return (self.number, self.issuer, self.day)


@dataclass(frozen=True)
class Unknown:
    """A document above that is no plan here: perhaps a file of the archive, or of several plans."""

    cited: Cited
    documents: tuple[Document, ...]
    several: bool  # more than one plan here bears its number: an officer has to pick


@dataclass(frozen=True)
class Uppers:
    """The plans above: known ones, those an officer struck off, and what is cited but not here."""

    plans: tuple[Plan, ...]
    struck: tuple[Plan, ...]
    unknown: tuple[Unknown, ...]


def cited_by_items(items: Iterable[IntakeItem]) -> list[Cited]:
    """Return what a reading says it carries out; no query."""
    bases = (
        values.whole(one.kind, one.data)
        for one in items
        if one.kind == ItemKind.LEGAL_BASIS and one.state != ItemState.REJECTED
    )
    return [_cited(data) for data in bases if data["upper"]]


def cited_by_plan(plan: Plan) -> list[Cited]:
    """Return what a plan says it carries out; one query."""
    rows = plan.legal_bases.filter(upper=True)
    return [_cited({**vars(row), "date": row.issued_on}) for row in rows]


def _cited(data: dict[str, Any]) -> Cited:
    return Cited(data["number"], data["title"], data["issuer"], data["date"])


def uppers_of(intake: Intake, cited: Sequence[Cited], user: User) -> Uppers:
    """Return the plans above that the user may see; three queries at most.

    A plan is the one cited if its number is (spaces, dashes and Đ aside), and neither the day nor
    the level of the issuer speaks against it. An officer's word counts before that.
    """
    said = {one.upper_id: one.meant for one in intake.uppers.all()}
    wanted = Q(pk__in=list(said))
    for one in cited:
        if digits := digits_of(one.number):
            wanted |= Q(number__contains=digits)
    known = list(others(intake, user).filter(wanted).order_by("pk"))
    fitting = {
        one: [plan for plan in known if is_same(one.identity, _identity(plan))] for one in cited
    }
    named = {found[0].pk for found in fitting.values() if len(found) == 1}
    meant = [plan for plan in known if said.get(plan.pk, plan.pk in named)]
    missing = [
        one for one, found in fitting.items() if len(found) != 1 and not set(found) & set(meant)
    ]
    return Uppers(
        plans=tuple(meant),
        struck=tuple(plan for plan in known if said.get(plan.pk) is False),
        unknown=_unknown(missing, fitting, user),
    )


def others(intake: Intake, user: User) -> QuerySet[Plan]:
    """Return the plans that the user may see, without the one read here, their texts left out."""
    return visible_to(user).exclude(intake=intake.pk).defer("text", "folded")


def choices_for(intake: Intake, uppers: Uppers, user: User) -> list[Plan]:
    """Return the plans to pick from, the latest first; one query."""
    taken = [plan.pk for plan in uppers.plans]
    return list(others(intake, user).exclude(pk__in=taken)[:_CHOICES])


def _identity(plan: Plan) -> tuple[str, str, str]:
    return (plan.number, plan.issuer, plan.issued_on)


def _unknown(
    missing: Sequence[Cited], fitting: dict[Cited, list[Plan]], user: User
) -> tuple[Unknown, ...]:
    wanted = Q(pk__in=())
    for one in missing:
        if digits := digits_of(one.number):
            wanted |= Q(number__contains=digits)
    files = (
        list(documents_visible_to(user).filter(wanted).defer("text", "folded")) if wanted else []
    )
    return tuple(
        Unknown(
            one,
            tuple(
                file
                for file in files
                if is_same(one.identity, (file.number, file.issuer, str(file.issued_on or "")))
            ),
            several=len(fitting[one]) > 1,
        )
        for one in missing
    )


def questions_below(intake: Intake, items: Sequence[IntakeItem], user: User) -> list[Question]:
    """Return what a reading asks for less of than the plans above; six queries for each of them."""
    by_pk = {one.pk: one for one in items}
    here = side_of_intake(intake, items)
    found = []
    for upper in uppers_of(intake, cited_by_items(items), user).plans:
        lines = lines_of(here, side_of_plan(upper), words_of(intake, upper))
        for one in lower_here(lines):
            item = by_pk[int(one.shown.key.rpartition("-")[2])]
            message = _("%(upper)s. %(sentence)s %(quote)s") % {
                "upper": upper.number or upper.title,
                "sentence": one.standing.sentence,
                "quote": quote_of(intake, item),
            }
            found.append(Question("below_upper", message, blocking=False, item=item.pk))
    return found
