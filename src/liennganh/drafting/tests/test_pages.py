"""The pages of the official report."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from liennganh.drafting.models import DraftState, OfficialReport
from liennganh.drafting.tests.factories import Office
from liennganh.pure.vietnamese import format_date

CLOSED_TO = [
    "agency_officer",
    "commune_officer",
    "inspector",
    "tip_receiver",
    "social_worker",
    "auditor",
    "administrator",
    "outsider",
]


def form_of(report: OfficialReport, **changes: str) -> dict[str, str]:
    header = {
        key: "\n".join(value) if isinstance(value, list) else value
        for key, value in report.header.items()
    }
    texts = {f"section-{one['key']}": one["text"] for one in report.sections}
    return {**header, **texts, "version": str(report.version), **changes}


def test_an_officer_drafts_edits_and_sees_the_paper(office: Office, client: Client) -> None:
    client.force_login(office.cast.lan)
    assert "Soạn báo cáo" in client.get(reverse("drafting:list")).content.decode()
    answer = client.post(reverse("drafting:create", args=[office.round.pk]), follow=True)
    page = answer.content.decode()
    assert "Số liệu làm căn cứ" in page
    assert "báo cáo đã duyệt của 2/3 đơn vị" in page
    report = OfficialReport.objects.get()
    data = form_of(report, **{"section-kinh_phi": "Đã chi 20 triệu đồng."})
    answer = client.post(reverse("drafting:edit", args=[report.pk]), data, follow=True)
    page = answer.content.decode()
    assert "Đã chi 20 triệu đồng" in page
    assert 'class="vb-document"' in page
    assert "số liệu tạm tính" in page


def test_texts_are_escaped_on_the_paper(office: Office, client: Client) -> None:
    client.force_login(office.cast.lan)
    report = office.draft()
    data = form_of(report, **{"section-kinh_phi": "<script>alert(1)</script>"})
    page = client.post(reverse("drafting:edit", args=[report.pk]), data, follow=True)
    assert b"<script>alert(1)" not in page.content


def test_a_save_over_another_shows_the_difference_and_can_be_sent_again(
    office: Office, client: Client
) -> None:
    client.force_login(office.cast.lan)
    report = office.draft()
    url = reverse("drafting:edit", args=[report.pk])
    client.post(url, form_of(report, **{"section-kinh_phi": "Bản một."}))
    late = client.post(url, form_of(report, **{"section-kinh_phi": "Bản hai."}))
    assert late.status_code == 409
    page = late.content.decode()
    assert "Bản một." in page
    assert "Bản hai." in page
    again = form_of(report, **{"section-kinh_phi": "Bản hai."})
    client.post(url, {**again, "version": str(report.version + 1)})
    report.refresh_from_db()
    assert any(one["text"] == "Bản hai." for one in report.sections)


def test_a_leader_agrees_and_the_officer_issues(office: Office, client: Client) -> None:
    report = office.sent()
    page = reverse("drafting:detail", args=[report.pk])
    client.force_login(office.cast.minh)
    assert "Đồng ý" in client.get(page).content.decode()
    refused = client.post(
        reverse("drafting:review", args=[report.pk]),
        {"version": report.version, "return": "1", "comment": ""},
    )
    assert refused.status_code == 400
    client.post(
        reverse("drafting:review", args=[report.pk]), {"version": report.version, "agree": "1"}
    )
    client.force_login(office.cast.lan)
    offered = client.get(page).content.decode()
    assert "Phát hành" in offered
    assert "Họ và tên người ký" in offered
    assert f'value="{format_date(timezone.localdate())}"' in offered
    unsigned = client.post(
        reverse("drafting:issue", args=[report.pk]), {"number": "12", "issued_on": "02/07/2026"}
    )
    assert unsigned.status_code == 400
    assert 'id="id_signer_error"' in unsigned.content.decode()
    wrong = client.post(
        reverse("drafting:issue", args=[report.pk]), {"number": "x", "issued_on": "02/07/2026"}
    )
    assert wrong.status_code == 400
    assert "văn thư" in wrong.content.decode()


def test_an_issued_page_offers_the_document_and_no_step(office: Office, client: Client) -> None:
    report = office.issued()
    client.force_login(office.cast.minh)
    page = client.get(reverse("drafting:detail", args=[report.pk])).content.decode()
    assert "đã phát hành" in page
    assert "Lịch sử" in page
    assert '<form method="post" action="/du-thao/' not in page
    answer = client.get(reverse("drafting:docx", args=[report.pk]))
    assert answer.content.startswith(b"PK")
    assert "bao-cao-ct-thu-2026-h1.docx" in answer["Content-Disposition"]


def test_a_draft_is_handed_out_as_such(office: Office, client: Client) -> None:
    report = office.draft()
    client.force_login(office.cast.lan)
    answer = client.get(reverse("drafting:docx", args=[report.pk]))
    assert "du-thao-bao-cao-ct-thu-2026-h1.docx" in answer["Content-Disposition"]


def test_without_libreoffice_the_page_says_so(
    office: Office, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liennganh.drafting.pdf.shutil.which", lambda _name: None)
    report = office.draft()
    client.force_login(office.cast.lan)
    page = client.get(reverse("drafting:detail", args=[report.pk])).content.decode()
    assert "chưa cài LibreOffice" in page
    answer = client.get(reverse("drafting:pdf", args=[report.pk]))
    assert answer.status_code == 400
    assert "Hãy tải DOCX" in answer.content.decode()


@pytest.mark.parametrize("who", CLOSED_TO)
def test_other_roles_see_no_draft(office: Office, client: Client, who: str) -> None:
    report = office.draft()
    client.force_login(office.cast.everybody[who])
    assert "6 tháng" not in client.get(reverse("drafting:list")).content.decode()
    for name in ("detail", "edit", "docx", "pdf"):
        answer = client.get(reverse(f"drafting:{name}", args=[report.pk]))
        assert answer.status_code == 404, name
    for name in ("redraft", "send", "take_back", "review", "issue"):
        answer = client.post(reverse(f"drafting:{name}", args=[report.pk]))
        assert answer.status_code == 404, name
    assert client.post(reverse("drafting:create", args=[office.round.pk])).status_code == 404
    report.refresh_from_db()
    assert report.state == DraftState.DRAFT


def test_a_leader_reads_a_draft_and_does_not_edit_it(office: Office, client: Client) -> None:
    report = office.draft()
    client.force_login(office.cast.minh)
    page = client.get(reverse("drafting:detail", args=[report.pk]))
    assert page.status_code == 200
    assert "Sửa dự thảo" not in page.content.decode()
    assert client.get(reverse("drafting:edit", args=[report.pk])).status_code == 403
    assert client.post(reverse("drafting:redraft", args=[report.pk])).status_code == 403
