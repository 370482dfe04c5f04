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

INDICATORS = {"indicators:list": Page(get=all_roles(200), post=no_post())}

_READS_PLANS = only(200, "programme_officer", "outsider")
PLANS = {
    "plans:list": Page(get=all_roles(200), post=no_post()),
    "plans:upload": Page(get=_READS_PLANS, post=_READS_PLANS),
}

DOCUMENTS = {"documents:list": Page(get=all_roles(200), post=no_post())}

EXPECTATIONS: dict[str, Page] = {
    **ACCOUNTS,
    **AUDIT,
    **AGENCIES,
    **INDICATORS,
    **PLANS,
    **DOCUMENTS,
}
