"""The pages of one programme, side by side: the same tabs on each of them, whichever app serves it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from liennganh.accounts.models import User
from liennganh.dashboard.addresses import address
from liennganh.dashboard.rules import TOTALS_ONLY, has_own_row, may_see_units, may_see_work
from liennganh.plans import queries as plans
from liennganh.programmes.models import Programme
from liennganh.reporting.queries import rounds_visible_to


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the programme that this person may open."""

    name: str
    label: str | Promise
    url: str


def tabs_of(user: User, programme: Programme, period_key: str = "") -> list[Tab]:
    """Return the pages of a programme that the user may open, in the order in which they stand.

    ``period_key`` is the round that the page shows, kept where the next one shows rounds as well.
    At most two queries.
    """
    key, whole, all_work = (
        programme.key,
        may_see_units(user, programme),
        may_see_work(user, programme),
    )
    asked = {"ky": period_key} if period_key else {}
    tabs = [
        Tab("programme", _("Tổng quan"), address("dashboard:programme", key, **asked)),
        Tab("units", _("Từng địa bàn"), address("dashboard:units", key, **asked)),
    ]
    if all_work:
        tabs.append(Tab("tasks", _("Nhiệm vụ"), address("programmes:tasks", key)))
        tabs.append(Tab("agencies", _("Cơ quan"), address("programmes:agencies", key)))
    elif not user.has_role(*TOTALS_ONLY):
        mine = address("programmes:my_tasks", programme=key)
        tabs.append(Tab("tasks", _("Nhiệm vụ của cơ quan tôi"), mine))
    tabs.append(Tab("calendar", _("Lịch báo cáo"), address("programmes:calendar", key)))
    if whole or _reports_in(user, programme):
        rounds = address("reporting:programme_rounds", key)
        tabs.append(Tab("rounds", _("Các kỳ báo cáo"), rounds))
    if whole:
        official = address("drafting:list", programme=key)
        tabs.append(Tab("official", _("Báo cáo chính thức"), official))
    if plans.visible_to(user).filter(pk=programme.plan_id).exists():
        plan = address("plans:plan", programme.plan.key)
        tabs.append(Tab("plan", _("Kế hoạch như đã in"), plan))
    return [tab for tab in tabs if tab.url]


def _reports_in(user: User, programme: Programme) -> bool:
    """Tell whether the user's own agency reports in a round of the programme."""
    return has_own_row(user) and rounds_visible_to(user).filter(programme=programme).exists()
