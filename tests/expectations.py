"""Who may open which address. One row for each URL name; a URL without a row fails the build.

To add an address, add a row to ``EXPECTATIONS``::

    "plans:review": Page(
        get=only(200, "programme_officer", others=404),
        post=no_post(),                           # a page that only shows
        args=lambda s: {"pk": s.intake.pk},       # s is tests.scenario.Scenario
    ),

- ``get`` and ``post`` say the status for every role of ``cast.everybody``. Build them with
  ``all_roles(200)``, ``only(200, *roles, others=403)`` and ``no_get()`` / ``no_post()`` (405 for all);
  ``differ(base, role=status)`` changes single roles. A status may be several: ``DONE`` is 200, 204 or
  302 (a form shown again with its errors was let in, too).
- ``args`` builds the arguments of the URL from the scenario, ``data`` what is posted, ``query`` what
  stands behind "?". Each request is rolled back afterwards, so rows do not disturb each other.
- Somebody who has not signed in is always sent to sign-in, by GET and by POST. A page for everybody
  says so with ``anonymous=(status of GET, status of POST)``.
- "outsider" is the programme officer of another province: for a thing of the cast's province
  her status is never 200. Prefer 404 for things that somebody may not know of, 403 for functions
  that somebody may not use.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.scenario import Scenario

Status = int | frozenset[int]
Answers = dict[str, Status]

ROLES = (
    "programme_officer",
    "leader",
    "agency_officer",
    "commune_officer",
    "inspector",
    "tip_receiver",
    "social_worker",
    "auditor",
    "administrator",
    "outsider",
)
DONE: Status = frozenset({200, 204, 302})


def all_roles(status: Status) -> Answers:
    """Give everybody the same answer."""
    return dict.fromkeys(ROLES, status)


def only(status: Status, *roles: str, others: Status = 403) -> Answers:
    """Give these roles one answer, and the others another."""
    return all_roles(others) | dict.fromkeys(roles, status)


def differ(base: Answers, **changed: Status) -> Answers:
    """Change the answer of single roles."""
    return base | changed


def no_get() -> Answers:
    """Say that the address takes only forms."""
    return all_roles(405)


def no_post() -> Answers:
    """Say that the address only shows."""
    return all_roles(405)


def _nothing(_scenario: Scenario) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Page:
    """What an address answers to whom."""

    get: Answers
    post: Answers
    args: Callable[[Scenario], dict[str, Any]] = _nothing
    data: Callable[[Scenario], dict[str, Any]] = _nothing
    query: str = ""
    anonymous: tuple[Status, Status] | None = None


ACCOUNTS = {
    "accounts:account": Page(get=all_roles(200), post=no_post()),
    "accounts:password": Page(get=all_roles(200), post=all_roles(200)),
    "accounts:sign_out": Page(get=no_get(), post=all_roles(302)),
    # Who has signed in is sent on; who has not sees the form, and sees it again without a password.
    "accounts:sign_in": Page(get=all_roles(302), post=all_roles(302), anonymous=(200, 200)),
    # Without a proved provisional password it leads back to sign-in.
    "accounts:first_password": Page(get=all_roles(302), post=all_roles(302), anonymous=(302, 302)),
    "accounts:language": Page(
        get=all_roles(302),
        post=all_roles(302),
        data=lambda _s: {"language": "en", "next": "/tai-khoan/"},
        anonymous=(302, 302),
    ),
}

AUDIT = {
    "audit:list": Page(get=only(200, "auditor"), post=no_post()),
    "audit:verify": Page(get=no_get(), post=only(302, "auditor")),
}


def _health(scenario: Scenario) -> dict[str, Any]:
    return {"pk": scenario.cast.health.pk}


def _hat_of_lan(scenario: Scenario) -> dict[str, Any]:
    return {"pk": scenario.cast.lan.memberships.get().pk}


# The directory of one's own province is open; only its administrator changes it, and programme
# officers add to it, as they meet unknown bodies while reading a plan in.
_EDITS_HEALTH = differ(only(200, "administrator"), outsider=404)
AGENCIES = {
    "agencies:list": Page(get=all_roles(200), post=no_post()),
    "agencies:detail": Page(get=differ(all_roles(200), outsider=404), post=no_post(), args=_health),
    "agencies:create": Page(
        get=only(200, "programme_officer", "administrator", "outsider"),
        post=only(200, "programme_officer", "administrator", "outsider"),
    ),
    "agencies:edit": Page(get=_EDITS_HEALTH, post=_EDITS_HEALTH, args=_health),
    "agencies:succeed": Page(get=_EDITS_HEALTH, post=_EDITS_HEALTH, args=_health),
    "agencies:member": Page(get=_EDITS_HEALTH, post=_EDITS_HEALTH, args=_health),
    "agencies:alias": Page(
        get=no_get(),
        post=differ(only(302, "programme_officer", "administrator"), outsider=404),
        args=_health,
        data=lambda _s: {"name": "Sở Y tế tỉnh"},
    ),
    "agencies:end_member": Page(
        get=no_get(), post=differ(only(302, "administrator"), outsider=404), args=_hat_of_lan
    ),
    "agencies:set_up": Page(
        get=no_get(), post=only(302, "programme_officer", "administrator", "outsider")
    ),
    # Only one's own hats: Lan's is nobody else's.
    "agencies:change_hat": Page(
        get=no_get(),
        post=only(302, "programme_officer", others=404),
        data=lambda s: {"membership": s.cast.lan.memberships.get().pk},
    ),
}

# The page for monitors: no sign-in, and no form.
UI = {"ui:health": Page(get=all_roles(200), post=no_post(), anonymous=(200, 405))}

INDICATORS = {
    "indicators:list": Page(get=all_roles(200), post=no_post()),
    "indicators:detail": Page(get=all_roles(200), post=no_post(), args=lambda _s: {"code": "B2"}),
}

# A reading under review is its agency's programme officer's alone; nobody else learns of it.
_OWN = only(200, "programme_officer", others=404)
_OWN_DONE = only(DONE, "programme_officer", others=404)
_READS_PLANS = only(200, "programme_officer", "outsider")
# Those who keep the log or the accounts read no contents.
_WORKING = differ(all_roles(200), auditor=404, administrator=404, outsider=404)


def _intake(s: Scenario) -> dict[str, Any]:
    return {"pk": s.intake.pk}


def _item(s: Scenario) -> dict[str, Any]:
    return {"pk": s.item.pk}


PLANS = {
    "plans:list": Page(get=all_roles(200), post=no_post()),
    "plans:upload": Page(get=_READS_PLANS, post=_READS_PLANS),
    "plans:plan": Page(get=_WORKING, post=no_post(), args=lambda s: {"key": s.plan.key}),
    "plans:upper": Page(get=_WORKING, post=no_post(), args=lambda s: {"key": s.plan.key}),
    "plans:upper_of_intake": Page(get=_OWN, post=no_post(), args=_intake),
    "plans:say_upper": Page(
        get=no_get(), post=_OWN_DONE, args=_intake, data=lambda s: {"cap-tren": s.plan.pk}
    ),
    "plans:say_pair": Page(
        get=no_get(),
        post=_OWN_DONE,
        args=_intake,
        data=lambda s: {
            "cap-tren": s.plan.pk,
            "cap": f"co task-{s.item.pk} task-{s.plan.tasks.all()[0].pk}",
        },
    ),
    "plans:review": Page(get=_OWN, post=no_post(), args=_intake),
    "plans:queue": Page(get=_OWN, post=_OWN_DONE, args=_intake),
    "plans:reissue": Page(get=_OWN, post=_OWN_DONE, args=_intake),
    "plans:owners": Page(get=_OWN, post=no_post(), args=_intake),
    "plans:create_owners": Page(get=_OWN, post=_OWN_DONE, args=_intake),
    "plans:confirm": Page(get=_OWN, post=_OWN_DONE, args=_intake),
    "plans:failed": Page(get=_OWN_DONE, post=no_post(), args=_intake),
    # Of a reading that has ended it leads on.
    "plans:progress": Page(get=_OWN_DONE, post=no_post(), args=_intake),
    "plans:reread": Page(
        get=no_get(), post=_OWN_DONE, args=lambda s: {"pk": s.intake.pk, "number": 1}
    ),
    "plans:item": Page(get=_OWN_DONE, post=no_post(), args=_item),
    "plans:add": Page(get=no_get(), post=_OWN_DONE, args=_intake),
    "plans:edit": Page(get=_OWN, post=_OWN_DONE, args=_item),
    "plans:split": Page(get=_OWN, post=_OWN_DONE, args=_item),
    **{
        f"plans:{name}": Page(get=no_get(), post=_OWN_DONE, args=_intake)
        for name in (
            "retry",
            "discard",
            "end_reading",
            "header",
            "accept_many",
            "mark_common",
            "undo",
            "save_owner",
            "save_suggested",
        )
    },
    **{
        f"plans:{name}": Page(get=no_get(), post=_OWN_DONE, args=_item)
        for name in ("accept", "reject", "reopen", "common", "answer")
    },
}

# The plan's file came in at Sở Y tế: its people see it, its officers correct what is known of it.
_SEES_FILE = only(200, "programme_officer", "inspector", "social_worker", others=404)
_MENDS_FILE = differ(only(200, "programme_officer", others=404), inspector=403, social_worker=403)


def _document(s: Scenario) -> dict[str, Any]:
    return {"pk": s.plan.document.pk}


DOCUMENTS = {
    "documents:list": Page(get=all_roles(200), post=no_post()),
    "documents:detail": Page(get=_SEES_FILE, post=no_post(), args=_document),
    "documents:download": Page(get=_SEES_FILE, post=no_post(), args=_document),
    "documents:edit": Page(get=_MENDS_FILE, post=_MENDS_FILE, args=_document),
}


def _programme(s: Scenario) -> dict[str, Any]:
    return {"key": s.programme.key}


def _plan_key(s: Scenario) -> dict[str, Any]:
    return {"key": s.plan.key}


def _quarterly(s: Scenario) -> dict[str, Any]:
    return {"key": s.programme.key, "kind": "quarterly"}


_ADOPTS = differ(only(200, "programme_officer"), auditor=404, administrator=404, outsider=404)
_ADOPTS_DONE = differ(_ADOPTS, programme_officer=DONE)
# Runs the programme; who may not know of it gets 404.
_HIDDEN = {"auditor": 404, "administrator": 404, "outsider": 404}
_RUNS = differ(only(200, "programme_officer"), **_HIDDEN)
_RUNS_DONE = differ(only(DONE, "programme_officer"), **_HIDDEN)
_WHOLE = differ(only(200, "programme_officer", "leader"), **_HIDDEN)
# The police's share: its people, the lead agency's officers and the leader.
_POLICE_WORK = only(
    200, "programme_officer", "leader", "agency_officer", "tip_receiver", others=404
)
# A target without a figure that Sở Y tế leads: its people, who run the programme, and the leader.
_RESULT = only(200, "programme_officer", "leader", "inspector", "social_worker", others=404)
PROGRAMMES = {
    "programmes:list": Page(get=all_roles(200), post=no_post()),
    "programmes:my_tasks": Page(get=all_roles(200), post=no_post()),
    "programmes:adopt": Page(get=_ADOPTS, post=_ADOPTS_DONE, args=_plan_key),
    "programmes:adopt_details": Page(get=_ADOPTS_DONE, post=_ADOPTS_DONE, args=_plan_key),
    "programmes:tasks": Page(
        get=differ(all_roles(302), programme_officer=200, leader=200, **_HIDDEN),
        post=no_post(),
        args=_programme,
    ),
    "programmes:agencies": Page(get=_WHOLE, post=no_post(), args=_programme),
    "programmes:calendar": Page(get=_WORKING, post=no_post(), args=_programme),
    "programmes:duty": Page(get=_RUNS, post=_RUNS_DONE, args=_quarterly),
    "programmes:end_duty": Page(get=no_get(), post=_RUNS_DONE, args=_quarterly),
    "programmes:task": Page(
        get=_POLICE_WORK,
        post=differ(
            _POLICE_WORK, programme_officer=DONE, leader=403, agency_officer=403, tip_receiver=403
        ),
        args=lambda s: {"pk": s.task.pk},
    ),
    "programmes:assignment": Page(
        get=_POLICE_WORK,
        # Lan checks; the police answer; a leader and a tip receiver do neither.
        post=differ(
            _POLICE_WORK, programme_officer=302, leader=403, agency_officer=403, tip_receiver=403
        ),
        args=lambda s: {"pk": s.assignment.pk},
        data=lambda _s: {"what": "accept", "note": ""},
    ),
    "programmes:evidence": Page(
        get=_POLICE_WORK,
        post=no_post(),
        args=lambda s: {"pk": s.assignment.pk, "document": s.evidence.pk},
    ),
    "programmes:result": Page(
        get=_RESULT,
        # Lan recognises what Thảo handed in.
        post=differ(_RESULT, programme_officer=302, leader=403, inspector=403, social_worker=403),
        args=lambda s: {"pk": s.result.pk},
        data=lambda s: {"what": "accept", "note": "", "version": s.result.version},
    ),
    "programmes:result_proof": Page(
        get=_RESULT,
        post=no_post(),
        args=lambda s: {"pk": s.result.pk, "document": s.proof.pk},
    ),
}


def _sent(s: Scenario) -> dict[str, Any]:
    return {"pk": s.sent.pk}


def _begun(s: Scenario) -> dict[str, Any]:
    return {"pk": s.begun.pk}


def _round(s: Scenario) -> dict[str, Any]:
    return {"pk": s.round.pk}


# Rounds are known to those who report in them and to those who lead; contents to fewer.
_IN_ROUND = only(
    200, "programme_officer", "leader", "agency_officer", "commune_officer", others=404
)
_LEADS = differ(
    only(DONE, "programme_officer", others=404),
    leader=403,
    agency_officer=403,
    commune_officer=403,
)
# The second commune's report is Bình's; Hoa of the first commune must not know what it says.
_READS_SENT = only(200, "programme_officer", "leader", others=404)
_JUDGES_SENT = differ(only(DONE, "programme_officer", others=404), leader=403)
# Nobody but Sơn writes in the third commune's report.
_WRITES_BEGUN = only(403, "programme_officer", "leader", others=404)
REPORTING = {
    "reporting:list": Page(get=all_roles(200), post=no_post()),
    "reporting:programme_rounds": Page(get=_IN_ROUND, post=no_post(), args=_programme),
    "reporting:round": Page(get=_IN_ROUND, post=no_post(), args=_round),
    "reporting:report": Page(get=_READS_SENT, post=no_post(), args=_sent),
    "reporting:edit": Page(get=_WRITES_BEGUN, post=_WRITES_BEGUN, args=_begun),
    "reporting:autosave": Page(get=no_get(), post=_WRITES_BEGUN, args=_begun),
    "reporting:return": Page(
        get=no_get(),
        post=_JUDGES_SENT,
        args=_sent,
        data=lambda s: {"version": s.sent.version, "comment": "Xem lại số liệu."},
    ),
    "reporting:approve": Page(
        get=no_get(), post=_JUDGES_SENT, args=_sent, data=lambda s: {"version": s.sent.version}
    ),
    "reporting:reopen": Page(
        get=no_get(),
        post=differ(_JUDGES_SENT, commune_officer=403),
        args=lambda s: {"pk": s.approved.pk},
        data=lambda s: {"version": s.approved.version, "comment": "Cần sửa."},
    ),
    "reporting:approve_many": Page(
        get=no_get(),
        post=_LEADS,
        args=_round,
        data=lambda s: {"reports": f"{s.sent.pk}:{s.sent.version}"},
    ),
    "reporting:set_due": Page(
        get=no_get(), post=_LEADS, args=_round, data=lambda _s: {"due_on": "20/06/2026"}
    ),
    "reporting:close": Page(
        get=differ(_LEADS, programme_officer=200),
        post=_LEADS,
        args=_round,
        data=lambda _s: {"confirmed_missing": "1"},
    ),
    # Only the leader takes a closing back.
    "reporting:reopen_round": Page(
        get=no_get(),
        post=differ(_LEADS, programme_officer=403, leader=302),
        args=lambda s: {"pk": s.closed.pk},
        data=lambda _s: {"reason": "Cần bổ sung."},
    ),
    "reporting:ad_hoc": Page(
        get=differ(_LEADS, programme_officer=200), post=_LEADS, args=_programme
    ),
    "reporting:figure": Page(
        get=differ(_IN_ROUND, agency_officer=403, commune_officer=403),
        post=no_post(),
        args=lambda s: {"pk": s.closed.pk, "tracked": s.tracked.pk},
    ),
}


def _draft(s: Scenario) -> dict[str, Any]:
    return {"pk": s.draft.pk}


# Drafts are the lead agency's; the leader reads, and says the last word when asked to sign.
_READS_DRAFT = only(200, "programme_officer", "leader", others=404)
_EDITS_DRAFT = differ(only(200, "programme_officer", others=404), leader=403)
_EDITS_DRAFT_DONE = differ(only(DONE, "programme_officer", others=404), leader=403)
_NOT_YET = frozenset({400, 409})
_PDF = frozenset({200, 400})  # 400 says that LibreOffice is not installed
DRAFTING = {
    "drafting:list": Page(get=all_roles(200), post=no_post()),
    "drafting:create": Page(
        get=no_get(), post=_EDITS_DRAFT_DONE, args=lambda s: {"round_pk": s.round.pk}
    ),
    "drafting:detail": Page(get=_READS_DRAFT, post=no_post(), args=_draft),
    "drafting:edit": Page(
        get=_EDITS_DRAFT,
        post=differ(_EDITS_DRAFT, programme_officer=_NOT_YET),  # nothing was typed
        args=_draft,
    ),
    "drafting:redraft": Page(get=no_get(), post=_EDITS_DRAFT_DONE, args=_draft),
    "drafting:send": Page(get=no_get(), post=_EDITS_DRAFT_DONE, args=_draft),
    "drafting:take_back": Page(
        get=no_get(), post=differ(_EDITS_DRAFT, programme_officer=_NOT_YET), args=_draft
    ),
    # Nothing lies with the leader for signing yet.
    "drafting:review": Page(
        get=no_get(),
        post=differ(_READS_DRAFT, programme_officer=403, leader=_NOT_YET),
        args=_draft,
        data=lambda s: {"version": s.draft.version, "comment": "Đồng ý."},
    ),
    "drafting:issue": Page(
        get=no_get(),
        post=differ(_READS_DRAFT, programme_officer=_NOT_YET, leader=403),
        args=_draft,
        data=lambda s: {"version": s.draft.version, "number": "7", "issued_on": "20/06/2026"},
    ),
    "drafting:docx": Page(get=_READS_DRAFT, post=no_post(), args=_draft),
    "drafting:pdf": Page(
        get=differ(_READS_DRAFT, programme_officer=_PDF, leader=_PDF), post=no_post(), args=_draft
    ),
}

DASHBOARD = {
    "dashboard:home": Page(get=all_roles(200), post=no_post()),
    "dashboard:search": Page(get=all_roles(200), post=no_post(), query="q=huong"),
    "dashboard:overview": Page(
        get=only(200, "programme_officer", "leader", "outsider"), post=no_post()
    ),
    **{
        f"dashboard:{name}": Page(get=_WORKING, post=no_post(), args=_programme)
        for name in ("programme", "programme_export", "units", "units_export")
    },
}

EXPECTATIONS: dict[str, Page] = {
    **UI,
    **ACCOUNTS,
    **AUDIT,
    **AGENCIES,
    **INDICATORS,
    **PLANS,
    **DOCUMENTS,
    **PROGRAMMES,
    **REPORTING,
    **DRAFTING,
    **DASHBOARD,
}
