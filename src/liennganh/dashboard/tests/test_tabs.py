"""One programme has one set of tabs, whichever app serves the page."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from liennganh.accounts.models import User
from liennganh.reporting.tests.factories import Field

KEY = "ct-thu"


def tabs(client: Client, user: User, url: str) -> tuple[list[str], str]:
    """Return the labels of the tabs on a page, and the one that is marked as this page."""
    client.force_login(user)
    text = client.get(url, follow=True).content.decode()
    found = re.search(
        r'aria-label="Trong chương trình"><ul class="tabs">(.*?)</ul>', text, re.DOTALL
    )
    assert found is not None, f"no tabs on {url}"
    labels = re.findall(r"<a [^>]*>([^<]+)</a>", found[1])
    (current,) = re.findall(r'aria-current="page">([^<]+)<', found[1])
    return labels, current


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("dashboard:programme", "Tổng quan"),
        ("dashboard:units", "Từng địa bàn"),
        ("programmes:tasks", "Nhiệm vụ"),
        ("programmes:agencies", "Cơ quan"),
        ("programmes:calendar", "Lịch báo cáo"),
        ("reporting:programme_rounds", "Các kỳ báo cáo"),
    ],
)
def test_every_page_of_a_programme_shows_the_same_tabs_and_marks_its_own(
    field: Field, client: Client, name: str, label: str
) -> None:
    field.open()
    labels, current = tabs(client, field.cast.lan, reverse(name, args=[KEY]))
    assert current == label
    assert labels == [
        "Tổng quan",
        "Từng địa bàn",
        "Nhiệm vụ",
        "Cơ quan",
        "Lịch báo cáo",
        "Các kỳ báo cáo",
        "Báo cáo chính thức",
        "Kế hoạch như đã in",
    ]


def test_a_round_and_the_official_reports_stand_among_them(field: Field, client: Client) -> None:
    field.open()
    round_url = reverse("reporting:round", args=[field.round.pk])
    assert tabs(client, field.cast.lan, round_url)[1] == "Các kỳ báo cáo"
    official = f"{reverse('drafting:list')}?programme={KEY}"
    assert tabs(client, field.cast.lan, official)[1] == "Báo cáo chính thức"


def test_a_commune_is_shown_what_it_may_open_and_each_of_them_opens(
    field: Field, client: Client
) -> None:
    field.open()
    page = reverse("dashboard:programme", args=[KEY])
    labels, _current = tabs(client, field.cast.hoa, page)
    assert "Nhiệm vụ của cơ quan tôi" in labels
    assert "Các kỳ báo cáo" in labels
    assert not {"Cơ quan", "Báo cáo chính thức"} & set(labels)
    text = client.get(page).content.decode()
    nav = text.partition('class="tabs"')[2].partition("</ul>")[0]
    for url in re.findall(r'href="([^"]+)"', nav):
        assert client.get(url.replace("&amp;", "&")).status_code == 200, escape(url)
