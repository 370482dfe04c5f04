import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client

from liennganh.reporting.actions import close_round, return_report
from liennganh.reporting.models import Report, Status
from liennganh.reporting.tests.factories import NOW, Field
from liennganh.reporting.tests.pages import text

pytestmark = pytest.mark.usefixtures("may", "loud_templates")


def names(field: Field) -> dict[str, str]:
    s, c = field.sessions.pk, field.coverage.pk
    return {
        "sessions": f"c{s}-value",
        "sessions_status": f"c{s}-status",
        "above": f"c{c}-numerator",
        "below": f"c{c}-denominator",
        "coverage_status": f"c{c}-status",
    }


def post(client: Client, field: Field, draft: Report, **typed: str) -> Any:
    known = names(field)
    data = {known.get(key, key): value for key, value in typed.items()}
    data.setdefault("version", str(draft.version))
    return client.post(f"/bao-cao/{draft.pk}/nhap/", data)


def test_the_form_shows_what_is_asked_and_what_comes_from_registers(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    page = text(client.get(f"/bao-cao/{draft.pk}/nhap/"))
    assert "chỉ số B1" in page
    assert "chỉ số E1" not in page
    assert "Số này lấy từ sổ theo dõi hồ sơ hỗ trợ, không nhập tay." in page
    assert 'data-keep="report-' in page
    assert "Đến kỳ nộp, còn 6 ngày" in page


def test_a_wrong_number_keeps_everything_typed_and_points_at_its_field(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    response = post(client, field, draft, sessions="1,234.5", above="9", below="8", situation="Ổn.")
    page = text(response)
    assert response.status_code == 422
    assert 'value="1,234.5"' in page
    assert "có thể hiểu theo hai cách" in page
    assert "ghi 9, lớn hơn “tổng số xã” (mẫu số) ghi 8." in page
    assert f'href="#id_c{field.sessions.pk}-value"' in page
    assert ">\nỔn.</textarea>" in page
    assert not draft.observations.exists()


def test_a_typed_number_needs_no_word_beside_it(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    response = post(client, field, draft, sessions="1.234", do="save")
    assert response.status_code == 302
    row = draft.observations.get()
    assert row.status == Status.REPORTED
    assert row.value == 1234


def test_submitting_with_blank_cells_marks_each(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    response = post(client, field, draft, sessions="3", do="submit")
    page = text(response)
    assert response.status_code == 422
    assert "Đã lưu nháp; chưa gửi được vì còn 1 chỗ:" in page
    assert draft.observations.get().value == 3
    assert f'href="#id_c{field.coverage.pk}-numerator"' in page
    assert 'name="version" value="2"' in page


def test_a_full_report_is_sent(client: Client, field: Field, draft: Report) -> None:
    client.force_login(field.cast.hoa)
    response = post(client, field, draft, sessions="3", above="1", below="2", do="submit")
    assert response.url == f"/bao-cao/{draft.pk}/"
    draft.refresh_from_db()
    assert draft.state == "submitted"
    page = text(client.get(response.url))
    assert "1/2 (50%)" in page
    assert "Đã gửi báo cáo tới Sở Y tế; đang chờ duyệt." in page
    assert "hãy liên hệ Sở Y tế để được trả lại báo cáo" in page


def test_sending_with_a_wrong_cell_keeps_the_valid_ones_and_names_each_place(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    response = post(client, field, draft, sessions="x", above="1", below="2", do="submit")
    page = text(response)
    assert response.status_code == 422
    assert "Đã lưu nháp; chưa gửi được vì còn 1 chỗ:" in page
    assert f'href="#id_c{field.sessions.pk}-value"' in page
    assert "Ô còn trống" not in page
    assert 'name="version" value="2"' in page
    assert draft.observations.get().denominator == 2
    # A blank one beside a wrong one is named as well, and the page can be sent once put right.
    response = post(client, field, draft, above="3", below="2", do="submit", version="2")
    assert "vì còn 2 chỗ:" in text(response)
    assert draft.observations.get().numerator == 1
    post(client, field, draft, sessions="3", above="1", below="2", do="submit", version="3")
    draft.refresh_from_db()
    assert draft.state == "submitted"


def test_a_wrong_cell_and_another_writer_end_in_the_choice_between_both(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    post(client, field, draft, situation="Của người trước")
    response = post(client, field, draft, sessions="x", situation="Của tôi", do="submit")
    assert response.status_code == 409
    assert "Chỗ khác nhau" in text(response)
    draft.refresh_from_db()
    assert draft.situation == "Của người trước"


def test_all_nil_in_one_step_says_what_is_left(client: Client, field: Field, draft: Report) -> None:
    client.force_login(field.cast.hoa)
    page = text(
        client.post(
            f"/bao-cao/{draft.pk}/nhap/", {"version": draft.version, "do": "nil"}, follow=True
        )
    )
    assert "cho 1 ô còn trống" in page
    assert "Còn 1 ô phải tự điền" in page


def test_the_second_writer_sees_both_and_chooses(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    post(client, field, draft, sessions="3", situation="Của người trước")
    response = post(client, field, draft, sessions="7", above="1", below="2")
    page = text(response)
    assert response.status_code == 409
    assert "đã lưu báo cáo này lúc" in page
    assert f'name="pick-c{field.sessions.pk}" value="mine" checked' in page
    assert 'name="pick-situation" value="theirs" checked' in page
    assert draft.observations.get().value == 3
    chosen = {"pick-situation": "theirs", f"pick-c{field.sessions.pk}": "theirs"}
    response = post(client, field, draft, sessions="7", above="1", below="2", version="2", **chosen)
    assert response.status_code == 302
    draft.refresh_from_db()
    values = {o.tracked_id: o.value for o in draft.observations.all()}
    assert draft.situation == "Của người trước"
    assert values[field.sessions.pk] == 3
    assert values.keys() == {field.sessions.pk, field.coverage.pk}


def test_autosave_says_when_and_carries_the_version_on(
    client: Client, field: Field, draft: Report
) -> None:
    client.force_login(field.cast.hoa)
    url = f"/bao-cao/{draft.pk}/tu-luu/"
    known = names(field)
    response = client.post(
        url, {"version": 1, known["sessions"]: "5"}, headers={"HX-Request": "true"}
    )
    page = text(response)
    assert response.status_code == 200
    assert draft.observations.get().value == 5
    assert "Đã tự lưu lúc 09:00" in page
    assert 'name="version" value="2"' in page
    response = client.post(url, {"version": 2, known["sessions"]: "x", known["above"]: "1"})
    assert response.status_code == 422
    assert "trừ 1 ô chưa hợp lệ" in text(response)
    # The wrong cell keeps its stored value, the right one is saved.
    assert draft.observations.count() == 2
    response = client.post(url, {"version": 1, known["sessions"]: "6"})
    assert response.status_code == 422
    assert "đã lưu báo cáo này" in text(response)
    assert client.post(url, {}).status_code == 422


def test_the_last_period_stands_beside(client: Client, field: Field, draft: Report) -> None:
    field.approve(draft.agency, field.cast.hoa, sessions=41)
    with time_machine.travel(dt.datetime(2026, 11, 25, tzinfo=dt.UTC)):
        field.open(dt.date(2026, 11, 25))
        now = field.programme.rounds.get(period_key="2026")
        client.force_login(field.cast.hoa)
        page = text(client.get(f"/bao-cao/{field.report(draft.agency, now).pk}/nhap/"))
    assert "6 tháng đầu năm 2026: 41" in page


def test_a_returned_report_shows_the_words_at_the_figure(
    client: Client, field: Field, draft: Report
) -> None:
    sent = field.submit(draft.agency, field.cast.hoa)
    return_report(
        by=field.cast.lan,
        report=sent,
        comment="Xem lại.",
        cells={field.coverage.pk: "Mẫu số?"},
        at=NOW,
    )
    client.force_login(field.cast.hoa)
    page = text(client.get(f"/bao-cao/{draft.pk}/nhap/"))
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
    client: Client, field: Field, draft: Report, who: str
) -> None:
    sent = field.submit(draft.agency, field.cast.hoa)
    client.force_login(field.cast.everybody[who])
    read, write, approve = PAGES[who]
    assert client.get(f"/bao-cao/{draft.pk}/").status_code == read
    form = client.get(f"/bao-cao/{draft.pk}/nhap/").status_code
    assert form == (403 if who == "programme_officer" else write)
    answer = client.post(f"/bao-cao/{draft.pk}/duyet/", {"version": sent.version}).status_code
    assert answer == (403 if who == "commune_officer" else approve)


def test_the_lead_sees_no_draft_but_what_was_sent_last(
    client: Client, field: Field, draft: Report
) -> None:
    field.fill(draft.agency, field.cast.hoa, sessions=77)
    client.force_login(field.cast.lan)
    page = text(client.get(f"/bao-cao/{draft.pk}/"))
    assert "Đơn vị chưa gửi báo cáo" in page
    assert "77" not in page
    sent = field.submit(draft.agency, field.cast.hoa, sessions=78)
    return_report(by=field.cast.lan, report=sent, comment="Sai", at=NOW)
    field.fill(draft.agency, field.cast.hoa, sessions=79)
    page = text(client.get(f"/bao-cao/{draft.pk}/"))
    assert ">78" in page
    assert ">79" not in page


def test_the_reviewer_returns_from_the_page(client: Client, field: Field, draft: Report) -> None:
    sent = field.submit(draft.agency, field.cast.hoa)
    client.force_login(field.cast.lan)
    page = text(client.get(f"/bao-cao/{draft.pk}/"))
    assert "Quyết định" in page
    data = {"version": sent.version, "comment": "Sai", f"cell-{field.coverage.pk}": "Mẫu số?"}
    client.post(f"/bao-cao/{draft.pk}/tra-lai/", data)
    draft.refresh_from_db()
    assert draft.state == "returned"
    assert draft.reviews.get().cells == {str(field.coverage.pk): "Mẫu số?"}


def test_after_an_approval_comes_the_next_report_that_waits(
    client: Client, field: Field, draft: Report
) -> None:
    people = (field.cast.hoa, field.cast.binh, field.cast.son)
    first, second, third = (field.submit(user.hat.agency, user) for user in people)
    client.force_login(field.cast.lan)
    places = []
    for one in (second, third, first):
        answer = client.post(f"/bao-cao/{one.pk}/duyet/", {"version": one.version}, follow=True)
        places.append(answer.redirect_chain[-1][0])
        assert f"Đã duyệt báo cáo của {one.agency}." in text(answer)
    assert places == [
        f"/bao-cao/{third.pk}/",
        f"/bao-cao/{first.pk}/",
        f"/bao-cao/ky/{draft.round_id}/",
    ]


def test_a_judgement_on_what_has_changed_since_is_refused(
    client: Client, field: Field, draft: Report
) -> None:
    sent = field.submit(draft.agency, field.cast.hoa)
    client.force_login(field.cast.lan)
    for step in ("duyet", "tra-lai", "mo-lai"):
        answer = client.post(f"/bao-cao/{draft.pk}/{step}/", {"version": sent.version - 1})
        assert answer.status_code == 409
    draft.refresh_from_db()
    assert draft.state == "submitted"


def test_the_form_of_a_closed_round_leads_to_the_page_to_read(
    client: Client, field: Field, draft: Report
) -> None:
    field.approve(field.cast.commune_agencies[1], field.cast.binh)
    close_round(by=field.cast.lan, round=field.round, at=NOW, confirmed_missing=True)
    client.force_login(field.cast.hoa)
    page = client.get(f"/bao-cao/{draft.pk}/nhap/", follow=True)
    assert page.redirect_chain == [(f"/bao-cao/{draft.pk}/", 302)]
    assert "Kỳ đã khóa ngày 25/05/2026; số liệu của báo cáo này không được tính." in text(page)
    assert "Liên hệ Sở Y tế nếu cần bổ sung." in text(page)
    late = text(client.post(f"/bao-cao/{draft.pk}/nhap/", {"version": 1}, follow=True))
    assert "Chưa lưu được phần anh/chị mới nhập" in late
    client.force_login(field.cast.binh)
    counted = field.report(field.cast.commune_agencies[1])
    assert "số liệu của báo cáo này đã được tính" in text(client.get(f"/bao-cao/{counted.pk}/"))


@pytest.mark.parametrize("who", [*PAGES])
def test_the_list_opens_for_every_role(
    client: Client, field: Field, draft: Report, who: str
) -> None:
    field.submit(draft.agency, field.cast.hoa)
    client.force_login(field.cast.everybody[who])
    page = text(client.get("/bao-cao/"))
    assert ("Chờ duyệt" in page) == (who == "programme_officer")
