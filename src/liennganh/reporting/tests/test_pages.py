import copy
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast

from liennganh.reporting.actions import close_round, return_report
from liennganh.reporting.models import Report, Status
from liennganh.reporting.tests.factories import NOW, Field, aim, share, track

pytestmark = pytest.mark.usefixtures("may")


@pytest.fixture
def may() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def _loud_templates(settings: LazySettings) -> None:
    """Make a name that a template misses show up in the page."""
    changed: Any = copy.deepcopy(settings.TEMPLATES)
    changed[0]["OPTIONS"]["string_if_invalid"] = "MISSING-NAME(%s)"
    settings.TEMPLATES = changed


@pytest.fixture
def report(field: Field) -> Report:
    field.open()
    return field.report(field.cast.commune_agencies[0])


def names(field: Field) -> dict[str, str]:
    s, c = field.sessions.pk, field.coverage.pk
    return {
        "sessions": f"c{s}-value",
        "sessions_status": f"c{s}-status",
        "above": f"c{c}-numerator",
        "below": f"c{c}-denominator",
        "coverage_status": f"c{c}-status",
    }


def post(client: Client, field: Field, report: Report, **typed: str) -> Any:
    known = names(field)
    data = {known.get(key, key): value for key, value in typed.items()}
    data.setdefault("version", str(report.version))
    return client.post(f"/bao-cao/{report.pk}/nhap/", data)


def text(response: Any) -> str:
    page: str = response.content.decode()
    assert "MISSING-NAME" not in page, page[page.index("MISSING-NAME") :][:120]
    return page


def test_the_form_shows_what_is_asked_and_what_comes_from_registers(
    client: Client, field: Field, report: Report
) -> None:
    client.force_login(field.cast.hoa)
    page = text(client.get(f"/bao-cao/{report.pk}/nhap/"))
    assert "chỉ số B1" in page
    assert "chỉ số E1" not in page
    assert "Số này lấy từ sổ theo dõi hồ sơ hỗ trợ, không nhập tay." in page
    assert 'data-keep="report-' in page
    assert "Đến kỳ nộp, còn 6 ngày" in page


def test_a_wrong_number_keeps_everything_typed_and_points_at_its_field(
    client: Client, field: Field, report: Report
) -> None:
    client.force_login(field.cast.hoa)
    response = post(
        client, field, report, sessions="1,234.5", above="9", below="8", situation="Ổn."
    )
    page = text(response)
    assert response.status_code == 422
    assert 'value="1,234.5"' in page
    assert "có thể hiểu theo hai cách" in page
    assert "Tử số 9 lớn hơn mẫu số 8." in page
    assert f'href="#id_c{field.sessions.pk}-value"' in page
    assert ">\nỔn.</textarea>" in page
    assert not report.observations.exists()


def test_a_typed_number_needs_no_word_beside_it(
    client: Client, field: Field, report: Report
) -> None:
    client.force_login(field.cast.hoa)
    response = post(client, field, report, sessions="1.234", do="save")
    assert response.status_code == 302
    row = report.observations.get()
    assert row.status == Status.REPORTED
    assert row.value == 1234


def test_submitting_with_blank_cells_marks_each(
    client: Client, field: Field, report: Report
) -> None:
    client.force_login(field.cast.hoa)
    response = post(client, field, report, sessions="3", do="submit")
    page = text(response)
    assert response.status_code == 422
    assert "Chưa gửi được: 1 ô còn trống (chỉ số B2)." in page
    assert f'href="#id_c{field.coverage.pk}-numerator"' in page
    assert 'name="version" value="2"' in page


def test_a_full_report_is_sent(client: Client, field: Field, report: Report) -> None:
    client.force_login(field.cast.hoa)
    response = post(client, field, report, sessions="3", above="1", below="2", do="submit")
    assert response.url == f"/bao-cao/{report.pk}/"
    report.refresh_from_db()
    assert report.state == "submitted"
    page = text(client.get(response.url))
    assert "1/2 (50%)" in page


def test_all_nil_in_one_step_says_what_is_left(
    client: Client, field: Field, report: Report
) -> None:
    client.force_login(field.cast.hoa)
    page = text(
        client.post(
            f"/bao-cao/{report.pk}/nhap/", {"version": report.version, "do": "nil"}, follow=True
        )
    )
    assert "cho 1 ô còn trống" in page
    assert "Còn 1 ô phải tự điền" in page


def test_the_second_writer_sees_both_and_chooses(
    client: Client, field: Field, report: Report
) -> None:
    client.force_login(field.cast.hoa)
    post(client, field, report, sessions="3", situation="Của người trước")
    response = post(client, field, report, sessions="7", above="1", below="2")
    page = text(response)
    assert response.status_code == 409
    assert "đã lưu báo cáo này lúc" in page
    assert f'name="pick-c{field.sessions.pk}" value="mine" checked' in page
    assert 'name="pick-situation" value="theirs" checked' in page
    assert report.observations.get().value == 3
    chosen = {"pick-situation": "theirs", f"pick-c{field.sessions.pk}": "theirs"}
    response = post(
        client, field, report, sessions="7", above="1", below="2", version="2", **chosen
    )
    assert response.status_code == 302
    report.refresh_from_db()
    values = {o.tracked_id: o.value for o in report.observations.all()}
    assert report.situation == "Của người trước"
    assert values[field.sessions.pk] == 3
    assert values.keys() == {field.sessions.pk, field.coverage.pk}


def test_autosave_says_when_and_carries_the_version_on(
    client: Client, field: Field, report: Report
) -> None:
    client.force_login(field.cast.hoa)
    url = f"/bao-cao/{report.pk}/tu-luu/"
    known = names(field)
    response = client.post(
        url, {"version": 1, known["sessions"]: "5"}, headers={"HX-Request": "true"}
    )
    page = text(response)
    assert response.status_code == 200
    assert report.observations.get().value == 5
    assert "Đã tự lưu lúc 09:00" in page
    assert 'name="version" value="2"' in page
    response = client.post(url, {"version": 2, known["sessions"]: "x", known["above"]: "1"})
    assert response.status_code == 422
    assert "trừ 1 ô chưa hợp lệ" in text(response)
    # The wrong cell keeps its stored value, the right one is saved.
    assert report.observations.count() == 2
    response = client.post(url, {"version": 1, known["sessions"]: "6"})
    assert response.status_code == 422
    assert "đã lưu báo cáo này" in text(response)
    assert client.post(url, {}).status_code == 422


def test_the_last_period_stands_beside(client: Client, field: Field, report: Report) -> None:
    field.approve(report.agency, field.cast.hoa, sessions=41)
    with time_machine.travel(dt.datetime(2026, 11, 25, tzinfo=dt.UTC)):
        field.open(dt.date(2026, 11, 25))
        now = field.programme.rounds.get(period_key="2026")
        client.force_login(field.cast.hoa)
        page = text(client.get(f"/bao-cao/{field.report(report.agency, now).pk}/nhap/"))
    assert "6 tháng đầu năm 2026: 41" in page


def test_a_returned_report_shows_the_words_at_the_figure(
    client: Client, field: Field, report: Report
) -> None:
    sent = field.submit(report.agency, field.cast.hoa)
    return_report(
        by=field.cast.lan,
        report=sent,
        comment="Xem lại.",
        cells={field.coverage.pk: "Mẫu số?"},
        at=NOW,
    )
    client.force_login(field.cast.hoa)
    page = text(client.get(f"/bao-cao/{report.pk}/nhap/"))
    assert "Ý kiến khi trả lại: Mẫu số?" in page
    listed = text(client.get("/bao-cao/"))
    assert "Trả lại cho tôi" in listed
    assert "Xem lại." in listed


PAGES = {
    "programme_officer": (200, 200, 302),
    "leader": (200, 403, 403),
    "agency_officer": (404, 404, 404),
    "commune_officer": (200, 302, 404),
    "inspector": (404, 404, 404),
    "tip_receiver": (404, 404, 404),
    "social_worker": (404, 404, 404),
    "auditor": (404, 404, 404),
    "administrator": (404, 404, 404),
    "outsider": (404, 404, 404),
}


@pytest.mark.parametrize("who", PAGES)
def test_who_opens_the_report_its_form_and_approves(
    client: Client, field: Field, report: Report, who: str
) -> None:
    sent = field.submit(report.agency, field.cast.hoa)
    client.force_login(field.cast.everybody[who])
    read, write, approve = PAGES[who]
    assert client.get(f"/bao-cao/{report.pk}/").status_code == read
    form = client.get(f"/bao-cao/{report.pk}/nhap/").status_code
    assert form == (403 if who == "programme_officer" else write)
    answer = client.post(f"/bao-cao/{report.pk}/duyet/", {"version": sent.version}).status_code
    assert answer == (403 if who == "commune_officer" else approve)


def test_the_lead_sees_no_draft_but_what_was_sent_last(
    client: Client, field: Field, report: Report
) -> None:
    field.fill(report.agency, field.cast.hoa, sessions=77)
    client.force_login(field.cast.lan)
    page = text(client.get(f"/bao-cao/{report.pk}/"))
    assert "Đơn vị chưa gửi báo cáo" in page
    assert "77" not in page
    sent = field.submit(report.agency, field.cast.hoa, sessions=78)
    return_report(by=field.cast.lan, report=sent, comment="Sai", at=NOW)
    field.fill(report.agency, field.cast.hoa, sessions=79)
    page = text(client.get(f"/bao-cao/{report.pk}/"))
    assert ">78" in page
    assert ">79" not in page


def test_the_reviewer_returns_from_the_page(client: Client, field: Field, report: Report) -> None:
    sent = field.submit(report.agency, field.cast.hoa)
    client.force_login(field.cast.lan)
    page = text(client.get(f"/bao-cao/{report.pk}/"))
    assert "Quyết định" in page
    data = {"version": sent.version, "comment": "Sai", f"cell-{field.coverage.pk}": "Mẫu số?"}
    client.post(f"/bao-cao/{report.pk}/tra-lai/", data)
    report.refresh_from_db()
    assert report.state == "returned"
    assert report.reviews.get().cells == {str(field.coverage.pk): "Mẫu số?"}


def test_a_judgement_on_what_has_changed_since_is_refused(
    client: Client, field: Field, report: Report
) -> None:
    sent = field.submit(report.agency, field.cast.hoa)
    client.force_login(field.cast.lan)
    for step in ("duyet", "tra-lai", "mo-lai"):
        answer = client.post(f"/bao-cao/{report.pk}/{step}/", {"version": sent.version - 1})
        assert answer.status_code == 409
    report.refresh_from_db()
    assert report.state == "submitted"


def test_several_are_approved_from_the_round(client: Client, field: Field, report: Report) -> None:
    ready = [field.submit(user.hat.agency, user) for user in (field.cast.hoa, field.cast.binh)]
    field.fill(field.cast.commune_agencies[2], field.cast.son)
    client.force_login(field.cast.lan)
    page = text(client.get(f"/bao-cao/ky/{report.round_id}/"))
    assert page.count('name="reports"') == 2
    ticked = [f"{one.pk}:{one.version}" for one in ready]
    stale = client.post(
        f"/bao-cao/ky/{report.round_id}/duyet/",
        {"reports": [ticked[0], f"{ready[1].pk}:1"]},
        follow=True,
    )
    assert "Chưa duyệt báo cáo nào." in text(stale)
    assert not Report.objects.filter(state="approved").exists()
    client.post(f"/bao-cao/ky/{report.round_id}/duyet/", {"reports": ticked})
    assert Report.objects.filter(state="approved").count() == 2


def test_filters_live_in_the_address(client: Client, field: Field, report: Report) -> None:
    field.submit(report.agency, field.cast.hoa)
    client.force_login(field.cast.lan)
    url = f"/bao-cao/ky/{report.round_id}/"
    assert "xã Bãi Sậy</a>" in text(client.get(url, {"q": "bai say"}))
    assert "đặc khu Cồn Tiên</a>" not in text(client.get(url, {"q": "bai say"}))
    assert "xã Bãi Sậy</a>" not in text(client.get(url, {"state": "submitted"}))
    with time_machine.travel(dt.datetime(2026, 6, 20, tzinfo=dt.UTC)):
        client.force_login(field.cast.lan)
        late = text(client.get(url, {"late": "yes", "sort": "sent"}))
    assert "phường An Bình</a>" not in late
    assert "xã Bãi Sậy</a>" in late


def test_a_reporter_sees_only_herself_in_the_round(
    client: Client, field: Field, report: Report
) -> None:
    client.force_login(field.cast.hoa)
    page = text(client.get(f"/bao-cao/ky/{report.round_id}/"))
    assert "phường An Bình" in page
    assert "Bãi Sậy" not in page
    assert "Số tổng hợp" not in page


def test_the_proof_names_parts_and_who_is_missing(
    client: Client, field: Field, report: Report
) -> None:
    field.approve(report.agency, field.cast.hoa, sessions=4)
    client.force_login(field.cast.minh)
    url = f"/bao-cao/ky/{report.round_id}/so/{field.sessions.pk}/"
    page = text(client.get(url))
    assert "Vì sao có số này?" in page
    assert "Trần Thị Lan" in page
    assert "xã Bãi Sậy" in page
    part = text(client.get(url, headers={"HX-Request": "true"}))
    assert "<html" not in part
    assert "Công thức" in part
    helped = text(client.get(f"/bao-cao/ky/{report.round_id}/so/{field.helped.pk}/"))
    assert "Chưa có sổ theo dõi hồ sơ hỗ trợ nên chưa có số liệu." in helped
    assert client.get(f"/bao-cao/ky/{report.round_id}/so/999999/").status_code == 404
    client.force_login(field.cast.hoa)
    assert client.get(url).status_code == 403


def test_closing_asks_first_and_reopening_takes_a_leader(
    client: Client, field: Field, report: Report
) -> None:
    aim(field.sessions, 3)
    client.force_login(field.cast.lan)
    url = f"/bao-cao/ky/{report.round_id}/khoa/"
    assert "Còn 4 báo cáo chưa duyệt" in text(client.get(url))
    refused = client.post(url)
    assert (refused.status_code, field.round.state) == (422, "open")
    text(refused)
    client.post(url, {"confirmed_missing": "on"})
    assert field.round.state == "closed"
    assert client.get(url).status_code == 409
    page = text(client.get(f"/bao-cao/ky/{report.round_id}/"))
    assert "Theo bản khóa số 1" in page
    assert "chưa đủ số liệu" in page
    client.force_login(field.cast.minh)
    again = f"/bao-cao/ky/{report.round_id}/mo-lai/"
    assert "lý do" in text(client.post(again, {"reason": ""}, follow=True))
    client.post(again, {"reason": "Báo nhầm"})
    assert field.round.state == "open"


def test_the_form_of_a_closed_round_leads_to_the_page_to_read(
    client: Client, field: Field, report: Report
) -> None:
    close_round(by=field.cast.lan, round=field.round, at=NOW, confirmed_missing=True)
    client.force_login(field.cast.hoa)
    assert client.get(f"/bao-cao/{report.pk}/nhap/")["Location"] == f"/bao-cao/{report.pk}/"


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


@pytest.mark.parametrize("who", [*PAGES])
def test_the_list_opens_for_every_role(
    client: Client, field: Field, report: Report, who: str
) -> None:
    field.submit(report.agency, field.cast.hoa)
    client.force_login(field.cast.everybody[who])
    page = text(client.get("/bao-cao/"))
    assert ("Chờ duyệt" in page) == (who == "programme_officer")


def test_the_round_page_takes_as_many_queries_for_many_indicators_reports(
    client: Client, cast: Cast, field: Field, report: Report
) -> None:
    track(field.programme, share("B7"))
    client.force_login(cast.lan)
    seen = []
    for users in ((cast.hoa,), (cast.binh, cast.son)):
        Report.objects.filter(agency__in=[u.hat.agency for u in users]).update(
            state="submitted", submitted_at=NOW, submitted_by=users[0]
        )
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/bao-cao/ky/{report.round_id}/")
        seen.append(len(queries))
    assert seen[0] == seen[1]
