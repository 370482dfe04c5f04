"""The directory: who sees what, and that pages cost the same for many rows."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast, make_agency, make_unit

from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency, AgencySuccession, Membership
from liennganh.audit.models import Event
from liennganh.audit.verbs import Verb
from liennganh.territory.models import Level

LIST = "/co-quan/"


def page(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def post(client: Client, route: str, /, *args: int, **data: Any) -> Any:
    return client.post(reverse(route, args=args), data)


@pytest.mark.parametrize(
    "role",
    ["programme_officer", "leader", "agency_officer", "commune_officer", "inspector",
     "tip_receiver", "social_worker", "auditor", "administrator"],
)  # fmt: skip
def test_everybody_sees_the_agencies_of_the_own_province(
    cast: Cast, client: Client, role: str
) -> None:
    client.force_login(cast.everybody[role])
    text = page(client, LIST)
    assert "Công an tỉnh" in text
    assert "Ủy ban nhân dân xã Bãi Sậy" in text
    assert "Sông Vàng" not in text


def test_an_outsider_sees_her_own_province_and_cannot_open_ours(cast: Cast, client: Client) -> None:
    client.force_login(cast.yen)
    assert "Công an tỉnh" not in page(client, LIST)
    page(client, reverse("agencies:detail", args=[cast.police.pk]), 404)


def test_search_folds_accents_and_looks_at_units(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    text = page(client, LIST + "?q=bai+say")
    assert "Ủy ban nhân dân xã Bãi Sậy" in text
    assert "Công an tỉnh" not in text
    assert "Không có cơ quan nào khớp" in page(client, LIST + "?q=khong-co-dau")


def test_past_agencies_are_listed_only_when_asked_for(cast: Cast, client: Client) -> None:
    old = make_agency(cast.province, "so_ldtbxh", "Sở Lao động - Thương binh và Xã hội")
    Agency.objects.filter(pk=old.pk).update(valid_to=dt.date(2025, 3, 1))
    client.force_login(cast.lan)
    assert f"/co-quan/{old.pk}/" not in page(client, LIST + "?q=so+lao+dong")
    assert f"/co-quan/{old.pk}/" in page(client, LIST + "?q=so+lao+dong&past=on")


def test_members_are_shown_to_those_who_may(cast: Cast, client: Client) -> None:
    url = reverse("agencies:detail", args=[cast.health.pk])
    for user, seen in ((cast.lan, True), (cast.quan, True), (cast.hoa, False), (cast.an, False)):
        client.force_login(user)
        assert ("Lý Thị Nga" in page(client, url)) is seen, user.username


def test_only_the_administrator_edits(cast: Cast, client: Client) -> None:
    url = reverse("agencies:edit", args=[cast.police.pk])
    for user in (cast.lan, cast.minh, cast.cuong, cast.hoa):
        client.force_login(user)
        page(client, url, 403)
    client.force_login(cast.quan)
    given = {"name": "Công an tỉnh Hương Giang", "short_name": "", "mode": "giao",
             "valid_from": "01/07/2025", "valid_to": ""}  # fmt: skip
    assert client.post(url, given).status_code == 302
    cast.police.refresh_from_db()
    assert cast.police.name == "Công an tỉnh Hương Giang"
    assert Event.objects.filter(verb=Verb.UPDATE, object_id=str(cast.police.pk)).exists()


def test_days_out_of_order_are_refused_beside_the_field(cast: Cast, client: Client) -> None:
    client.force_login(cast.quan)
    given = {
        "name": "Công an tỉnh",
        "mode": "giao",
        "valid_from": "05/6/2026",
        "valid_to": "05/6/2025",
    }
    response = post(client, "agencies:edit", cast.police.pk, **given)
    assert "Ngày kết thúc phải sau ngày bắt đầu" in response.content.decode()


def test_an_officer_adds_an_agency_and_a_second_of_that_name_is_refused(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.lan)
    given = {"unit": cast.province.pk, "kind": "other", "name": "Công ty Điện lực", "mode": ""}
    assert post(client, "agencies:create", **given).status_code == 302
    again = post(client, "agencies:create", **given)
    assert "Hãy dùng cơ quan đã có" in again.content.decode()
    assert Agency.objects.filter(name="Công ty Điện lực").count() == 1


def test_a_unit_of_another_province_is_no_choice(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    given = {"unit": cast.outside_agency.unit_id, "kind": "other", "name": "Lạ", "mode": ""}
    assert post(client, "agencies:create", **given).status_code == 200
    assert not Agency.objects.filter(name="Lạ").exists()


def test_the_administrator_gives_and_ends_a_role(cast: Cast, client: Client) -> None:
    client.force_login(cast.quan)
    given = {"username": "hoa", "role": Role.AGENCY_OFFICER, "valid_from": "01/01/2026"}
    assert post(client, "agencies:member", cast.police.pk, **given).status_code == 302
    membership = Membership.objects.get(user=cast.hoa, agency=cast.police)
    assert post(client, "agencies:end_member", membership.pk).status_code == 302
    membership.refresh_from_db()
    assert membership.valid_to == timezone.localdate()


def test_an_unknown_name_is_refused_beside_the_field(cast: Cast, client: Client) -> None:
    client.force_login(cast.quan)
    given = {"username": "ai-do", "role": Role.LEADER, "valid_from": "01/01/2026"}
    text = post(client, "agencies:member", cast.police.pk, **given).content.decode()
    assert "Không có tài khoản" in text


def test_an_administrator_neither_gives_herself_a_role_nor_ends_her_own(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.quan)
    given = {"username": "quan", "role": Role.SOCIAL_WORKER, "valid_from": "01/01/2026"}
    text = post(client, "agencies:member", cast.health.pk, **given).content.decode()
    assert "Không tự giao vai cho chính mình" in text
    own = cast.quan.memberships.get()
    assert post(client, "agencies:end_member", own.pk).status_code == 400
    own.refresh_from_db()
    assert own.valid_to is None


def test_nobody_else_gives_roles(cast: Cast, client: Client) -> None:
    for user in (cast.lan, cast.cuong, cast.minh, cast.an):
        client.force_login(user)
        assert post(client, "agencies:member", cast.police.pk).status_code == 403


def test_a_succession_ends_the_predecessor(cast: Cast, client: Client) -> None:
    old = make_agency(cast.province, "so_ldtbxh", "Sở Lao động - Thương binh và Xã hội")
    client.force_login(cast.quan)
    given = {"successor": cast.health.pk, "field": "tệ nạn xã hội", "effective_on": "01/3/2025",
             "legal_basis": "Nghị quyết 10/NQ-HĐND"}  # fmt: skip
    assert post(client, "agencies:succeed", old.pk, **given).status_code == 302
    old.refresh_from_db()
    assert old.valid_to == dt.date(2025, 3, 1)
    assert AgencySuccession.objects.get().successor == cast.health
    assert "bàn giao cho" in page(client, reverse("agencies:detail", args=[old.pk]))


def test_setting_up_makes_the_usual_agencies_of_the_own_province(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.quan)
    assert post(client, "agencies:set_up").status_code == 302
    assert Agency.objects.filter(unit=cast.province, kind="so_tu_phap").exists()
    client.force_login(cast.cuong)
    assert post(client, "agencies:set_up").status_code == 403


def test_changing_the_hat_is_kept_in_the_session_and_logged(cast: Cast, client: Client) -> None:
    second = Membership.objects.create(
        user=cast.lan, agency=cast.police, role=Role.AGENCY_OFFICER, valid_from=dt.date(2025, 7, 1)
    )
    client.force_login(cast.lan)
    response = post(client, "agencies:change_hat", membership=second.pk, next=LIST)
    assert (response.status_code, response["Location"]) == (302, LIST)
    assert "Công an tỉnh · Tỉnh Hương Giang" in page(client, LIST)
    assert Event.objects.filter(verb=Verb.CHANGE_HAT, actor=cast.lan).count() == 1


@pytest.mark.parametrize("chosen", ["", "abc", "999999"])
def test_a_hat_that_is_none_is_not_found(cast: Cast, client: Client, chosen: str) -> None:
    client.force_login(cast.lan)
    assert post(client, "agencies:change_hat", membership=chosen).status_code == 404


def test_nobody_puts_on_anothers_hat_or_an_ended_one(cast: Cast, client: Client) -> None:
    other = cast.minh.memberships.get()
    ended = Membership.objects.create(
        user=cast.lan, agency=cast.police, role=Role.LEADER,
        valid_from=dt.date(2025, 1, 1), valid_to=dt.date(2025, 2, 1),
    )  # fmt: skip
    client.force_login(cast.lan)
    for membership in (other, ended):
        assert post(client, "agencies:change_hat", membership=membership.pk).status_code == 404


def test_changing_the_hat_does_not_lead_off_the_site(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    own = cast.lan.memberships.get().pk
    response = post(client, "agencies:change_hat", membership=own, next="https://example.com/")
    assert response["Location"] == "/"


def test_the_list_costs_the_same_for_a_thousand_agencies(
    cast: Cast, client: Client, django_assert_num_queries: Any
) -> None:
    client.force_login(cast.lan)
    page(client, LIST)

    with CaptureQueriesContext(connection) as few:
        page(client, LIST)
    commune = make_unit("Mới", "Xã", Level.COMMUNE, cast.province)
    Agency.objects.bulk_create(
        Agency(key=f"k{n}", unit=commune, kind="other", name=f"Đơn vị {n}", folded=f"don vi {n}")
        for n in range(1000)
    )
    with django_assert_num_queries(len(few)):
        page(client, LIST)
