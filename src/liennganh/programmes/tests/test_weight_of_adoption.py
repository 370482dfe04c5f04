"""The page that puts a long plan to work stays light, and nothing is lost by that."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast, make_agency

from liennganh.indicators.actions import load_catalogue
from liennganh.indicators.models import Indicator
from liennganh.plans.models import Plan
from liennganh.programmes.models import Programme

from .factories import add_qualitative, add_target, make_plan

_MOST_BYTES = 300_000
_TARGETS, _AGENCIES = 40, 65
# One is in the catalogue, the other becomes an indicator of the plan's own.
_WORDS = (
    "xã, phường duy trì hình thức tuyên truyền thứ {} về phòng, chống tệ nạn xã hội",
    "hộ gia đình ở khu dân cư số {} ký cam kết và treo biển gia đình văn hóa tiêu biểu",
)


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Return a plan of forty targets and ten results, in a province of sixty-five agencies."""
    load_catalogue()
    for number in range(_AGENCIES):
        make_agency(cast.province, "so", f"Chi cục Quản lý chuyên ngành số {number} của tỉnh")
    made = make_plan(cast.health)
    for number in range(_TARGETS):
        what = _WORDS[number % 2].format(number)
        add_target(made, f"Phấn đấu ít nhất 70% {what}", "70", what=what)
    add_qualitative(made, "Bài viết được đăng trên cổng thông tin của tỉnh", proof="Đường dẫn")
    return made


def _address(plan: Plan) -> str:
    return reverse("programmes:adopt_details", args=[plan.key])


def _open(client: Client, cast: Cast, plan: Plan) -> Any:
    client.force_login(cast.lan)
    return client.get(_address(plan), {"unit": cast.province.key, "lead": str(cast.health.pk)})


def _sent(page: Any) -> dict[str, Any]:
    """Return what a browser would send of the page as it stands."""
    fields = [field for form in page.context["adoption"].forms for field in form]
    values = {field.html_name: field.value() for field in fields}
    sent = {key: "on" if value is True else value for key, value in values.items() if value}
    sent |= {"unit": page.context["area"].key, "lead": str(page.context["lead"].pk)}
    return sent | {"without_calendar": "on"}


def test_forty_targets_and_sixty_five_agencies_stay_under_300_kb(
    client: Client, cast: Cast, plan: Plan
) -> None:
    page = _open(client, cast, plan)
    assert page.content.count(b'id="chi-tieu-') == _TARGETS
    own = [
        form.proposal for form in page.context["adoption"].targets if not form.proposal.candidates
    ]
    assert own
    assert len(page.content) < _MOST_BYTES


def test_every_list_stands_in_the_page_once(client: Client, cast: Cast, plan: Plan) -> None:
    body = _open(client, cast, plan).content.decode()
    last = Indicator.objects.order_by("code").last()
    assert last is not None
    lists = body[body.index("<template") : body.rindex("</template>")]
    assert f'<option value="{last.pk}">' in lists
    assert lists.count("Chi cục Quản lý chuyên ngành") == _AGENCIES
    assert body.count("Chi cục Quản lý chuyên ngành") == _AGENCIES


def test_what_is_not_shown_can_be_chosen_all_the_same(
    client: Client, cast: Cast, plan: Plan
) -> None:
    page = _open(client, cast, plan)
    target = page.context["adoption"].targets[0]
    other = Indicator.objects.filter(code="G2").get()
    agency = list(page.context["adoption"].offer.agencies)[-5]
    assert other not in target.proposal.candidates
    sent = _sent(page) | {
        f"{target.prefix}-indicator": str(other.pk),
        f"{target.prefix}-reporters": "agencies",
        f"{target.prefix}-agencies": [agency],
        f"{target.prefix}-deadline": "31/02/2026",
    }
    again = client.post(_address(plan), sent)
    assert again.status_code == 200
    shown = again.context["adoption"].targets[0]
    assert f'value="{other.pk}" selected' in str(shown["indicator"])
    assert f'value="{agency}" checked' in str(shown["agencies"])
    sent[f"{target.prefix}-deadline"] = "30/11/2026"
    assert client.post(_address(plan), sent).status_code == 302
    tracked = Programme.objects.get().tracked_indicators.get(indicator=other)
    assert [str(one.pk) for one in tracked.agencies.all()] == [agency]


def test_without_scripts_a_button_shows_the_whole_lists_and_keeps_what_was_typed(
    client: Client, cast: Cast, plan: Plan
) -> None:
    page = _open(client, cast, plan)
    first, second = page.context["adoption"].targets[:2]
    sent = _sent(page) | {
        f"{second.prefix}-label": "Tên tôi tự đặt",
        f"{second.prefix}-deadline": "",
        "open": first.prefix,
    }
    opened = client.post(_address(plan), sent)
    body = opened.content.decode()
    assert not Programme.objects.exists()
    assert opened.context["adoption"].problems == []
    assert "Tên tôi tự đặt" in body
    shown, closed = opened.context["adoption"].targets[:2]
    assert str(shown["agencies"]).count("Chi cục") == _AGENCIES
    assert str(closed["agencies"]).count("Chi cục") == 0
    assert str(shown["indicator"]).count("<option") > Indicator.objects.filter(own=False).count()
    assert f'value="{first.prefix}" formaction' not in body
    assert f'value="{second.prefix}" formaction' in body
