"""What every page shows around its content: who I am, where I can go."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role

EVERYBODY = frozenset(Role)
# The log and the settings of the system are kept by people who take no part in the work itself.
WORKING = EVERYBODY - {Role.AUDITOR, Role.ADMINISTRATOR}
REPORTING = frozenset(
    {Role.PROGRAMME_OFFICER, Role.AGENCY_OFFICER, Role.COMMUNE_OFFICER, Role.LEADER}
)
STEERING = frozenset({Role.PROGRAMME_OFFICER, Role.LEADER})


@dataclass(frozen=True)
class Place:
    """An entry of the navigation: where it leads, and which roles have a use for it."""

    label: str | Promise
    url_name: str
    icon: str
    roles: frozenset[Role]


# Kept so that no role gets more than seven; a place whose address does not exist is left out.
PLACES: tuple[Place, ...] = (
    Place(_("Việc của tôi"), "dashboard:home", "home", EVERYBODY),
    Place(_("Kế hoạch"), "plans:list", "plan", frozenset({Role.PROGRAMME_OFFICER})),
    Place(_("Chương trình"), "programmes:list", "programme", WORKING),
    Place(_("Báo cáo"), "reporting:list", "report", REPORTING),
    Place(_("Dự thảo"), "drafting:list", "draft", STEERING),
    Place(_("Văn bản"), "documents:list", "document", REPORTING),
    Place(_("Tổng hợp"), "dashboard:overview", "overview", STEERING),
    Place(_("Cơ quan"), "agencies:list", "agency", frozenset({Role.ADMINISTRATOR})),
    Place(_("Chỉ số"), "indicators:list", "indicator", frozenset({Role.ADMINISTRATOR})),
    Place(_("Nhật ký"), "audit:list", "log", frozenset({Role.AUDITOR})),
)

FRAME_URLS = {
    "home": "dashboard:home",
    "search": "dashboard:search",
    "change_hat": "agencies:change_hat",
    "account": "accounts:account",
    "sign_out": "accounts:sign_out",
    "language": "accounts:language",
}


@dataclass(frozen=True)
class Entry:
    """A place that this person may go to; ``current`` is a value of ``aria-current`` or ""."""

    label: str | Promise
    url: str
    icon: str
    current: str


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def navigation(user: User, path: str) -> list[Entry]:
    """Return the entries for the hat now worn, the one that ``path`` lies under marked as current."""
    role = user.hat.role if user.hat is not None else None
    found = [
        (place, url)
        for place in PLACES
        if role in place.roles and (url := _address(place.url_name))
    ]
    # The first entry may be "/", which every path lies under: only the longest match counts.
    under = max((url for _place, url in found if path.startswith(url)), key=len, default="")
    if under == "/" != path:
        under = ""
    return [
        Entry(
            place.label,
            url,
            place.icon,
            "page" if url == path else "true" if url == under else "",
        )
        for place, url in found
    ]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the hat now worn, the hats to choose from, the navigation and the frame's addresses."""
    user = getattr(request, "user", None)
    context: dict[str, Any] = {
        "frame_urls": {key: _address(name) for key, name in FRAME_URLS.items()},
        "hat": None,
        "hats": [],
        "nav": [],
    }
    if isinstance(user, User):
        context["hat"] = user.hat
        context["hats"] = user.memberships.current().select_related("agency__unit")
        context["nav"] = navigation(user, request.path)
    return context
