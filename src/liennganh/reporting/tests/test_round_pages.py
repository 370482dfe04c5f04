import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast

from liennganh.reporting.models import Report
from liennganh.reporting.tests.factories import NOW, Field, aim, share, track
from liennganh.reporting.tests.pages import text

pytestmark = pytest.mark.usefixtures("may", "loud_templates")


def test_several_are_approved_from_the_round(client: Client, field: Field, draft: Report) -> None:
    ready = [field.submit(user.hat.agency, user) for user in (field.cast.hoa, field.cast.binh)]
    field.fill(field.cast.commune_agencies[2], field.cast.son)
    client.force_login(field.cast.lan)
    page = text(client.get(f"/bao-cao/ky/{draft.round_id}/"))
    assert page.count('name="reports"') == 2
    ticked = [f"{one.pk}:{one.version}" for one in ready]
    stale = client.post(
        f"/bao-cao/ky/{draft.round_id}/duyet/",
        {"reports": [ticked[0], f"{ready[1].pk}:1"]},
        follow=True,
    )
    assert "Chưa duyệt báo cáo nào." in text(stale)
    assert not Report.objects.filter(state="approved").exists()
    client.post(f"/bao-cao/ky/{draft.round_id}/duyet/", {"reports": ticked})
    assert Report.objects.filter(state="approved").count() == 2


def test_ticks_and_versions_of_strange_digits_break_nothing(
    client: Client, field: Field, draft: Report
) -> None:
    ready = field.submit(field.cast.hoa.hat.agency, field.cast.hoa)
    client.force_login(field.cast.lan)
    for key in ("²", "٣", "9" * 5000, "", "-1"):
        ticked = {"reports": f"{key}:{ready.version}"}
        assert client.post(f"/bao-cao/ky/{draft.round_id}/duyet/", ticked).status_code == 302
        remarks = {"version": ready.version, "comment": "Xem lại.", f"cell-{key}": ""}
        assert client.get(f"/bao-cao/{ready.pk}/", {"v": key}).status_code == 200
        sent = client.post(f"/bao-cao/{ready.pk}/tra-lai/", remarks | {"version": "²"})
        assert sent.status_code in {400, 409}
    assert not Report.objects.filter(state="approved").exists()
    # Leading zeros are the same report, and no way around the version that was seen.
    client.post(f"/bao-cao/ky/{draft.round_id}/duyet/", {"reports": f"0{ready.pk}:1"})
    assert not Report.objects.filter(state="approved").exists()


def test_filters_live_in_the_address(client: Client, field: Field, draft: Report) -> None:
    field.submit(draft.agency, field.cast.hoa)
    client.force_login(field.cast.lan)
    url = f"/bao-cao/ky/{draft.round_id}/"
    assert "xã Bãi Sậy</a>" in text(client.get(url, {"q": "bai say"}))
    assert "đặc khu Cồn Tiên</a>" not in text(client.get(url, {"q": "bai say"}))
    assert "xã Bãi Sậy</a>" not in text(client.get(url, {"state": "submitted"}))
    with time_machine.travel(dt.datetime(2026, 6, 20, tzinfo=dt.UTC)):
        client.force_login(field.cast.lan)
        late = text(client.get(url, {"late": "yes", "sort": "sent"}))
    assert "phường An Bình</a>" not in late
    assert "xã Bãi Sậy</a>" in late


def test_a_reporter_sees_only_herself_in_the_round(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    page = text(client.get(f"/bao-cao/ky/{draft.round_id}/"))
    assert "phường An Bình" in page
    assert "Bãi Sậy" not in page
    assert "Số tổng hợp" not in page


def test_the_proof_names_parts_and_who_is_missing(
    client: Client, field: Field, draft: Report
) -> None:
    field.approve(draft.agency, field.cast.hoa, sessions=4)
    client.force_login(field.cast.minh)
    url = f"/bao-cao/ky/{draft.round_id}/so/{field.sessions.pk}/"
    page = text(client.get(url))
    assert "Vì sao có số này?" in page
    assert "Trần Thị Lan" in page
    assert "xã Bãi Sậy" in page
    part = text(client.get(url, headers={"HX-Request": "true"}))
    assert "<html" not in part
    assert "Công thức" in part
    helped = text(client.get(f"/bao-cao/ky/{draft.round_id}/so/{field.helped.pk}/"))
    assert "Chưa có sổ theo dõi hồ sơ hỗ trợ nên chưa có số liệu." in helped
    assert client.get(f"/bao-cao/ky/{draft.round_id}/so/999999/").status_code == 404
    client.force_login(field.cast.hoa)
    assert client.get(url).status_code == 403


def test_closing_asks_first_and_reopening_takes_a_leader(
    client: Client, field: Field, draft: Report
) -> None:
    aim(field.sessions, 3)
    client.force_login(field.cast.lan)
    url = f"/bao-cao/ky/{draft.round_id}/khoa/"
    assert "Còn 4 báo cáo chưa duyệt" in text(client.get(url))
    refused = client.post(url)
    assert (refused.status_code, field.round.state) == (422, "open")
    text(refused)
    client.post(url, {"confirmed_missing": "on"})
    assert field.round.state == "closed"
    assert client.get(url).status_code == 409
    page = text(client.get(f"/bao-cao/ky/{draft.round_id}/"))
    assert "Theo bản khóa số 1" in page
    assert "chưa đủ số liệu" in page
    client.force_login(field.cast.minh)
    again = f"/bao-cao/ky/{draft.round_id}/mo-lai/"
    assert "lý do" in text(client.post(again, {"reason": ""}, follow=True))
    client.post(again, {"reason": "Báo nhầm"})
    assert field.round.state == "open"


def test_closing_warns_when_the_lead_agency_itself_is_left_out(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.lan)
    url = f"/bao-cao/ky/{draft.round_id}/khoa/"
    assert "báo cáo của chính Sở Y tế" not in text(client.get(url))
    Report.objects.create(
        round=draft.round, agency=field.cast.health, unit=field.cast.province, state="submitted"
    )
    assert "báo cáo của chính Sở Y tế" in text(client.get(url))


def test_an_ad_hoc_round_is_opened_from_its_page(client: Client, field: Field) -> None:
    client.force_login(field.cast.lan)
    url = f"/bao-cao/chuong-trinh/{field.programme.key}/ky-dot-xuat/"
    days = {"label": "Theo công văn 12", "starts_on": "01/3/2026", "ends_on": "31/3/2026"}
    assert "không phải là ngày" in text(client.post(url, days | {"due_on": "mai"}))
    assert "đã qua" in text(client.post(url, days | {"due_on": "01/5/2026"}))
    assert client.post(url, days | {"due_on": "30/5/2026"}).status_code == 302
    assert "Theo công văn 12" in text(client.get(f"/bao-cao/chuong-trinh/{field.programme.key}/"))
    client.force_login(field.cast.minh)
    assert client.get(url).status_code == 403
    client.force_login(field.cast.yen)
    assert client.get(url).status_code == 404


def test_a_day_is_set_from_the_round(client: Client, field: Field) -> None:
    field.programme.reporting_duties.filter(kind="six_month").update(due={})
    round_ = field.open(dt.date(2026, 7, 2))
    with time_machine.travel(dt.datetime(2026, 7, 2, 3, tzinfo=dt.UTC)):
        client.force_login(field.cast.lan)
        url = f"/bao-cao/ky/{round_.pk}/"
        assert "Đặt hạn nộp" in text(client.get(url))
        assert "Không có ngày" in text(
            client.post(f"{url}han-nop/", {"due_on": "31/6/2026"}, follow=True)
        )
        client.post(f"{url}han-nop/", {"due_on": "10/7/2026"})
        assert "10/07/2026" in text(client.get(url))


def test_the_round_page_takes_as_many_queries_for_many_indicators_reports(
    client: Client, cast: Cast, field: Field, draft: Report
) -> None:
    track(field.programme, share("B7"))
    client.force_login(cast.lan)
    seen = []
    for users in ((cast.hoa,), (cast.binh, cast.son)):
        Report.objects.filter(agency__in=[u.hat.agency for u in users]).update(
            state="submitted", submitted_at=NOW, submitted_by=users[0]
        )
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/bao-cao/ky/{draft.round_id}/")
        seen.append(len(queries))
    assert seen[0] == seen[1]
