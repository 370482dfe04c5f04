"""What people edit stays theirs, and is marked when the figures move on."""

import dataclasses

import pytest
from django.core.exceptions import PermissionDenied

from liennganh.audit.queries import history_of
from liennganh.drafting.actions import (
    CHECKED,
    RESTORE,
    StaleDraftError,
    draft_report,
    redraft,
    save_draft,
    send_for_signing,
)
from liennganh.drafting.header import header_from
from liennganh.drafting.models import OfficialReport
from liennganh.drafting.queries import (
    current_sections,
    draft_of,
    is_outdated,
    stale_sections,
)
from liennganh.drafting.tests.factories import NOW, Office
from liennganh.errors import DomainError, WrongStateError
from liennganh.reporting.actions import close_round, reopen_round


def text_of(report: OfficialReport, key: str) -> str:
    return str(next(one["text"] for one in report.sections if one["key"] == key))


def save(
    office: Office, report: OfficialReport, texts: dict[str, str], **choices: str
) -> OfficialReport:
    return save_draft(
        by=office.cast.lan,
        report=report,
        sections=texts,
        header=header_from(report.header),
        version=report.version,
        at=NOW,
        choices=choices,
    )


def stale(report: OfficialReport) -> set[str]:
    composed = draft_of(report.round, at=NOW, report=report).sections
    return set(stale_sections(report, composed))


def reclosed(office: Office, *, above: int = 1, below: int = 1, sessions: int) -> None:
    """Open the round again, change a figure of the first commune and close it."""
    reopen_round(by=office.cast.minh, round=office.round, reason="Sửa số liệu.", at=NOW)
    first = office.cast.commune_agencies[0]
    office.report(first, above=above, below=below, sessions=sessions)
    close_round(by=office.cast.lan, round=office.round, at=NOW, confirmed_missing=True)


def test_one_round_has_one_draft(office: Office) -> None:
    office.draft()
    with pytest.raises(WrongStateError, match="đã có dự thảo"):
        office.draft()


def test_an_edited_section_is_kept_and_the_log_says_which(office: Office) -> None:
    report = save(office, office.draft(), {"kinh_phi": "Đã giải ngân 500 triệu đồng.  \n"})
    assert text_of(report, "kinh_phi") == "Đã giải ngân 500 triệu đồng."
    assert [one["key"] for one in report.sections if not one["generated"]] == ["kinh_phi"]
    event = history_of(report)[0]
    assert event.verb == "save"
    assert event.after == {"sections": ["kinh_phi"], "header": False}


def test_saving_over_somebody_elses_version_shows_what_changed(office: Office) -> None:
    report = office.draft()
    mine = OfficialReport.objects.get(pk=report.pk)
    save(office, report, {"kinh_phi": "Bản của Thảo."})
    with pytest.raises(StaleDraftError) as refused:
        save(office, mine, {"kinh_phi": "Bản của Lan."})
    (change,) = refused.value.changes["Kinh phí"]
    assert (change.before, change.now) == ("Bản của Lan.", "Bản của Thảo.")
    assert text_of(OfficialReport.objects.get(pk=report.pk), "kinh_phi") == "Bản của Thảo."


def test_new_figures_rewrite_what_nobody_edited_and_mark_the_rest(office: Office) -> None:
    office.close()
    report = office.draft()
    edited = text_of(report, "ket_qua").replace("Chỉ số B1:", "Toàn tỉnh tổ chức")
    report = save(office, report, {"ket_qua": edited})
    reclosed(office, above=1, below=2, sessions=9)
    report = OfficialReport.objects.get(pk=report.pk)
    assert is_outdated(report)
    report = redraft(by=office.cast.lan, report=report, at=NOW)
    assert not is_outdated(report)
    assert text_of(report, "ket_qua") == edited
    assert "13 buổi" in text_of(report, "danh_gia")
    assert stale(report) == {"ket_qua"}
    with pytest.raises(DomainError, match="Kết quả theo từng nhóm chỉ tiêu"):
        send_for_signing(by=office.cast.lan, report=report, version=report.version, at=NOW)


@pytest.mark.parametrize("choice", [RESTORE, CHECKED])
def test_a_marked_section_is_restored_or_said_to_be_checked(office: Office, choice: str) -> None:
    office.close()
    report = save(office, office.draft(), {"ket_qua": "Viết tay: 8 buổi."})
    reclosed(office, sessions=9)
    report = redraft(by=office.cast.lan, report=OfficialReport.objects.get(pk=report.pk), at=NOW)
    assert stale(report) == {"ket_qua"}
    report = save(office, report, {"ket_qua": "Viết tay: 13 buổi."}, ket_qua=choice)
    assert stale(report) == set()
    text = text_of(report, "ket_qua")
    assert "13 buổi" in text
    assert text.startswith("Viết tay") == (choice == CHECKED)


def test_a_blank_subject_is_refused_at_its_field(office: Office) -> None:
    report = office.draft()
    header = dataclasses.replace(header_from(report.header), subject=" ")
    with pytest.raises(DomainError) as refused:
        save_draft(
            by=office.cast.lan,
            report=report,
            sections={},
            header=header,
            version=report.version,
            at=NOW,
        )
    assert refused.value.field == "subject"


@pytest.mark.parametrize(
    "who",
    [
        "leader",
        "agency_officer",
        "commune_officer",
        "inspector",
        "tip_receiver",
        "social_worker",
        "auditor",
        "administrator",
        "outsider",
    ],
)
def test_only_programme_officers_of_the_lead_agency_draft_and_edit(
    office: Office, who: str
) -> None:
    user = office.cast.everybody[who]
    with pytest.raises(PermissionDenied):
        draft_report(by=user, round=office.round, at=NOW)
    report = office.draft()
    with pytest.raises(PermissionDenied):
        redraft(by=user, report=report, at=NOW)
    with pytest.raises(PermissionDenied):
        save_draft(
            by=user,
            report=report,
            sections={"kinh_phi": "x"},
            header=header_from(report.header),
            version=report.version,
            at=NOW,
        )


def test_while_the_round_is_open_untouched_sections_follow_the_figures(office: Office) -> None:
    report = save(office, office.draft(), {"kinh_phi": "Viết tay."})
    office.report(office.cast.commune_agencies[0], above=1, below=2, sessions=9)
    draft = draft_of(office.round, at=NOW, report=report)
    shown = {one["key"]: one["text"] for one in current_sections(report, draft)}
    assert "13 buổi" in shown["ket_qua"]
    assert shown["kinh_phi"] == "Viết tay."
    # Sent back as it was shown, it is still nobody's edit.
    report = save(office, report, shown)
    assert [one["key"] for one in report.sections if not one["generated"]] == ["kinh_phi"]


def test_the_closing_sentence_follows_the_addressee(office: Office) -> None:
    report = office.draft()
    header = dataclasses.replace(header_from(report.header), addressees=("Bộ Y tế",))
    report = save_draft(
        by=office.cast.lan,
        report=report,
        sections={},
        header=header,
        version=report.version,
        at=NOW,
    )
    assert text_of(report, "ket_thuc").endswith("kính báo cáo Bộ Y tế.")
