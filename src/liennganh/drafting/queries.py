"""Reading drafts: who sees which, what they rest on, and the paper that comes of them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Membership
from liennganh.documents.queries import content_of
from liennganh.drafting.annexes import annexes
from liennganh.drafting.compose import Section, compose
from liennganh.drafting.facts import Facts, facts_for
from liennganh.drafting.header import Header, header_from, propose
from liennganh.drafting.models import DraftState, OfficialReport
from liennganh.drafting.paper import document_of
from liennganh.drafting.rules import COMMITTEE
from liennganh.pure.officialdocs import Finding, OfficialDocument, check, write_docx
from liennganh.reporting.frozen import snapshot_of
from liennganh.reporting.models import Round, RoundState


def _whole(user: User, prefix: str) -> Q:
    """Return the condition of the programmes that the user sees whole (reporting.rules)."""
    if user.has_role(Role.PROGRAMME_OFFICER):
        return Q(**{f"{prefix}programme__lead_agency": user.hat.agency_id})
    if user.has_role(Role.LEADER):
        return Q(**{f"{prefix}programme__unit": user.hat.agency.unit_id})
    return Q(pk__in=[])


def visible_to(user: User) -> QuerySet[OfficialReport]:
    """Return the reports that the user may see: of programmes whose figures she sees whole."""
    return OfficialReport.objects.filter(_whole(user, "round__")).select_related(
        "round__programme__lead_agency__unit",
        "round__programme__unit",
        "round__programme__plan",
        "round__duty",
        "snapshot",
        "document__file",
    )


def awaiting(user: User) -> QuerySet[OfficialReport]:
    """Return the reports sent for signing that wait for this leader's word (rules.answers_for)."""
    if not user.has_role(Role.LEADER):
        return OfficialReport.objects.none()
    hers = Q(round__programme__lead_agency=user.hat.agency_id)
    if user.hat.agency.kind == COMMITTEE:
        led = Membership.objects.current().filter(
            agency=OuterRef("round__programme__lead_agency"), role=Role.LEADER, user__is_active=True
        )
        hers |= Q(~Exists(led))
    return visible_to(user).filter(hers, state=DraftState.REVIEW)


def rounds_for(user: User) -> QuerySet[Round]:
    """Return the rounds that the user sees whole, with their official reports fetched along."""
    return (
        Round.objects.filter(_whole(user, ""))
        .select_related(
            "programme__lead_agency__unit", "programme__unit", "programme__plan", "duty"
        )
        .prefetch_related("official_reports")
    )


@dataclass(frozen=True)
class Draft:
    """What the figures of a round give: head, sections, and the facts behind them."""

    header: Header
    sections: list[Section]
    facts: Facts


def draft_of(
    round_: Round,
    *,
    at: dt.datetime,
    report: OfficialReport | None = None,
    header: Header | None = None,
) -> Draft:
    """Work a draft out from the round as it stands, or from what ``report`` rests on.

    ``header`` is the one to name issuer and addressee by, where it is not yet that of the report.
    """
    if header is None:
        header = header_from(report.header) if report else propose(round_, on=round_.ends_on)
    facts = facts_for(
        round_,
        at=at,
        issuer=header.issuer_in_text or header.issuer,
        addressee=header.addressees[0] if header.addressees else "",
        snapshot=report.snapshot if report else None,
    )
    return Draft(header, compose(facts), facts)


def stored(sections: list[Section]) -> list[dict[str, Any]]:
    """Return composed sections as a report keeps them."""
    return [
        {
            "key": one.key,
            "heading": one.heading,
            "text": one.text,
            "basis": one.text,
            "generated": True,
        }
        for one in sections
    ]


def is_outdated(report: OfficialReport) -> bool:
    """Tell whether the round was closed, reopened or closed again since the text was drafted."""
    round_ = report.round
    if round_.state != RoundState.CLOSED:
        return report.snapshot_id is not None
    latest = snapshot_of(round_)
    return latest is not None and latest.pk != report.snapshot_id


@dataclass(frozen=True)
class Change:
    """A sentence that the figures no longer give, and what they give instead ("" for nothing)."""

    before: str
    now: str


def changes_between(basis: str, now: str) -> list[Change]:
    """Return the lines by which two generated texts differ, paired in order."""
    old, new = basis.splitlines(), now.splitlines()
    gone = [line for line in old if line not in new]
    come = [line for line in new if line not in old]
    longest = max(len(gone), len(come))
    gone += [""] * (longest - len(gone))
    come += [""] * (longest - len(come))
    return [Change(a, b) for a, b in zip(gone, come, strict=True)]


def stale_sections(report: OfficialReport, sections: list[Section]) -> dict[str, list[Change]]:
    """Return, by key, edited sections whose figures have changed since they were written."""
    now = {section.key: section.text for section in sections}
    return {
        kept["key"]: changes_between(kept["basis"], now[kept["key"]])
        for kept in report.sections
        if not kept["generated"] and kept["key"] in now and kept["basis"] != now[kept["key"]]
    }


def current_sections(report: OfficialReport, draft: Draft) -> list[dict[str, Any]]:
    """Return the sections as they stand: of an open round, what nobody edited follows the figures."""
    if report.snapshot_id is not None or report.state != DraftState.DRAFT:
        kept: list[dict[str, Any]] = report.sections
        return kept
    now = {one.key: one.text for one in draft.sections}
    return [
        {**one, "text": now[one["key"]], "basis": now[one["key"]]}
        if one["generated"] and one["key"] in now
        else one
        for one in report.sections
    ]


def paper_of(
    report: OfficialReport, draft: Draft, *, number: str = "", issued_on: dt.date | None = None
) -> OfficialDocument:
    """Return the report as a document; number and day are blank until it is issued."""
    return document_of(
        header_from(report.header),
        current_sections(report, draft),
        annexes(draft.facts),
        year=draft.facts.as_of.year,
        number=number or report.number,
        issued_on=issued_on or report.issued_on,
    )


def proposed_paper(draft: Draft) -> OfficialDocument:
    """Return a draft that nobody has touched as a document."""
    return document_of(
        draft.header, stored(draft.sections), annexes(draft.facts), year=draft.facts.as_of.year
    )


def docx_of(report: OfficialReport, *, at: dt.datetime) -> bytes:
    """Return the report as DOCX: as it was issued, or as the draft stands now."""
    if report.state == DraftState.ISSUED and report.document is not None:
        return content_of(report.document)
    return write_docx(paper_of(report, draft_of(report.round, at=at, report=report)))


def findings_of(paper: OfficialDocument) -> tuple[Finding, ...]:
    """Return where the document as written departs from Decree 30/2020; nothing if it is right."""
    return check(write_docx(paper), paper)


def filename_of(report: OfficialReport, ending: str) -> str:
    """Return the name of the file: "bao-cao-ct-thu-2026-q3.docx", of a draft with "du-thao-"."""
    prefix = "" if report.state == DraftState.ISSUED else "du-thao-"
    round_ = report.round
    return f"{prefix}bao-cao-{round_.programme.key}-{round_.period_key.lower()}.{ending}"
