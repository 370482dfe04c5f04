"""Who finds, opens and takes which document."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import Cast

from liennganh.accounts.models import User
from liennganh.agencies.models import Agency
from liennganh.documents.actions import store_document
from liennganh.documents.models import Direction, Document
from liennganh.documents.queries import visible_to

AT = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
LIST = "/van-ban/"


def put(agency: Agency, direction: str, title: str, **more: Any) -> Document:
    return store_document(
        by=None, agency=agency, direction=direction, filename=f"{title}.pdf",
        content=title.encode(), at=AT, title=title, **more,
    )  # fmt: skip


def seen_by(user: User) -> set[str]:
    return set(visible_to(user).values_list("title", flat=True))


def text_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def test_incoming_documents_stay_with_their_agency(cast: Cast) -> None:
    put(cast.health, Direction.INCOMING, "Đến Sở Y tế")
    assert "Đến Sở Y tế" in seen_by(cast.lan)
    for user in (cast.minh, cast.cuong, cast.hoa, cast.yen, cast.an):
        assert "Đến Sở Y tế" not in seen_by(user), user.username


def test_issued_documents_are_seen_up_and_down_the_line(cast: Cast) -> None:
    put(cast.province_ubnd, Direction.ISSUED, "Báo cáo tỉnh")
    put(cast.commune_agencies[0], Direction.ISSUED, "Báo cáo phường")
    assert seen_by(cast.hoa) == {"Báo cáo tỉnh", "Báo cáo phường"}
    assert seen_by(cast.binh) == {"Báo cáo tỉnh"}  # not of a neighbour
    assert seen_by(cast.lan) == {"Báo cáo tỉnh", "Báo cáo phường"}
    assert seen_by(cast.yen) == set()


def test_evidence_is_seen_by_its_agency_and_those_who_check_it(cast: Cast) -> None:
    put(cast.commune_agencies[0], Direction.EVIDENCE, "Ảnh buổi truyền thông")
    allowed = {user.username for user in (cast.hoa, cast.lan, cast.thao, cast.minh)}
    for user in (*cast.everybody.values(), cast.binh, cast.thao, cast.dung):
        sees = "Ảnh buổi truyền thông" in seen_by(user)
        assert sees is (user.username in allowed), user.username


def test_the_auditor_reads_no_contents(cast: Cast, client: Client) -> None:
    document = put(cast.province_ubnd, Direction.ISSUED, "Báo cáo")
    client.force_login(cast.an)
    assert "Chưa có văn bản nào" in text_of(client, LIST)
    text_of(client, reverse("documents:download", args=[document.pk]), 404)


def test_search_folds_accents_over_title_number_and_issuer(cast: Cast, client: Client) -> None:
    put(
        cast.health,
        Direction.INCOMING,
        "Phòng, chống mại dâm",
        number="184/KH-UBND",
        issuer="UBND tỉnh Thanh Hoá",
    )
    put(cast.health, Direction.INCOMING, "Giảm nghèo")
    client.force_login(cast.lan)
    for wanted in ("phong chong mai dam", "184 kh", "thanh hóa", "MẠI DÂM 184"):
        text = text_of(client, f"{LIST}?q={wanted}")
        assert "Phòng, chống mại dâm" in text, wanted
        assert "Giảm nghèo" not in text, wanted


def test_filters_by_kind_agency_and_day(cast: Cast, client: Client) -> None:
    put(cast.health, Direction.INCOMING, "Cũ", issued_on=dt.date(2021, 11, 17))
    put(cast.health, Direction.ISSUED, "Mới", issued_on=dt.date(2026, 1, 5))
    client.force_login(cast.lan)
    text = text_of(client, f"{LIST}?since=01/01/2026&direction=issued&agency={cast.health.pk}")
    assert ">Mới<" in text
    assert ">Cũ<" not in text
    assert "không phải là ngày" in text_of(client, f"{LIST}?since=hôm+qua")


def test_the_file_is_always_handed_out_to_be_saved(cast: Cast, client: Client) -> None:
    document = put(cast.health, Direction.INCOMING, "Kế hoạch số 1")
    client.force_login(cast.lan)
    response: Any = client.get(reverse("documents:download", args=[document.pk]))
    assert b"".join(response.streaming_content) == "Kế hoạch số 1".encode()
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''K%E1%BA%BF")
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_what_a_browser_might_run_is_sent_as_plain_bytes(cast: Cast, client: Client) -> None:
    document = store_document(
        by=cast.lan, agency=cast.health, direction=Direction.EVIDENCE, filename="x.html",
        content=b"<script>alert(1)</script>", at=AT,
    )  # fmt: skip
    client.force_login(cast.lan)
    response = client.get(reverse("documents:download", args=[document.pk]))
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_a_lost_file_says_what_to_do(cast: Cast, client: Client, tmp_path: Any) -> None:
    document = put(cast.health, Direction.INCOMING, "Mất")
    (tmp_path / "files" / document.file.path).unlink()
    client.force_login(cast.lan)
    text = text_of(client, reverse("documents:download", args=[document.pk]), 400)
    assert "Không thấy tệp gốc" in text


@pytest.mark.parametrize("route", ["detail", "edit", "download"])
def test_a_document_out_of_sight_is_not_found(cast: Cast, client: Client, route: str) -> None:
    document = put(cast.health, Direction.INCOMING, "Riêng")
    for user in (cast.yen, cast.hoa, cast.cuong):
        client.force_login(user)
        text_of(client, reverse(f"documents:{route}", args=[document.pk]), 404)


def test_only_the_own_agency_corrects_what_is_known(cast: Cast, client: Client) -> None:
    document = put(cast.province_ubnd, Direction.ISSUED, "Báo cáo năm")
    url = reverse("documents:edit", args=[document.pk])
    client.force_login(cast.lan)
    text_of(client, url, 403)
    client.force_login(cast.minh)
    given = {"title": "Báo cáo năm 2025", "number": "05/BC-UBND", "issued_on": "05/01/2026"}
    assert client.post(url, given).status_code == 302
    text = text_of(client, reverse("documents:detail", args=[document.pk]))
    assert "05/BC-UBND" in text
    assert "05/01/2026" in text


def test_the_list_costs_the_same_for_a_thousand_documents(
    cast: Cast, client: Client, django_assert_num_queries: Any
) -> None:
    first = put(cast.health, Direction.INCOMING, "Một")
    client.force_login(cast.lan)
    text_of(client, LIST)
    with CaptureQueriesContext(connection) as few:
        text_of(client, LIST)
    Document.objects.bulk_create(
        Document(direction=Direction.INCOMING, file=first.file, filename=f"{n}.pdf",
                 title=f"Văn bản {n}", folded=f"van ban {n}", agency=cast.health, added_at=AT)
        for n in range(1000)
    )  # fmt: skip
    with django_assert_num_queries(len(few)):
        assert "Trang 1/21" in text_of(client, LIST)
