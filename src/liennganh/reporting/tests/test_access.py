import datetime as dt

import pytest

from liennganh.reporting import rules
from liennganh.reporting.actions import return_report
from liennganh.reporting.models import Report
from liennganh.reporting.queries import (
    completeness,
    due_for,
    late_for,
    returned_to,
    rounds_visible_to,
    to_review,
    visible_to,
)
from liennganh.reporting.tests.factories import NOW, Field

MAY, JUNE = dt.date(2026, 5, 25), dt.date(2026, 6, 5)


@pytest.mark.parametrize(
    ("who", "count"),
    [
        ("programme_officer", 4),
        ("leader", 4),
        ("agency_officer", 1),
        ("commune_officer", 1),
        ("inspector", 0),
        ("tip_receiver", 0),
        ("social_worker", 0),
        ("auditor", 0),
        ("administrator", 0),
        ("outsider", 0),
    ],
)
def test_each_role_lists_what_is_hers(field: Field, who: str, count: int) -> None:
    field.open()
    user = field.cast.everybody[who]
    assert visible_to(user).count() == count
    assert rounds_visible_to(user).count() == min(count, 1)


def test_a_commune_sees_its_own_report_and_no_other(field: Field) -> None:
    field.open()
    assert [r.agency for r in visible_to(field.cast.binh)] == [field.cast.commune_agencies[1]]


def test_a_draft_belongs_to_its_agency_until_it_is_sent(field: Field) -> None:
    field.open()
    agency = field.cast.commune_agencies[0]
    draft = field.fill(agency, field.cast.hoa)
    assert rules.may_read_contents(field.cast.hoa, draft)
    assert not rules.may_read_contents(field.cast.lan, draft)
    assert not rules.may_read_contents(field.cast.minh, draft)
    sent = field.submit(agency, field.cast.hoa)
    assert rules.may_read_contents(field.cast.lan, sent)
    assert rules.may_read_contents(field.cast.minh, sent)
    assert not rules.may_read_contents(field.cast.binh, sent)
    assert not rules.may_read_contents(field.cast.an, sent)


def test_a_user_without_a_hat_sees_nothing(field: Field) -> None:
    field.open()
    field.cast.hoa.memberships.all().delete()
    hoa = type(field.cast.hoa).objects.get(pk=field.cast.hoa.pk)
    assert not visible_to(hoa).exists()
    assert not rules.may_read_contents(hoa, Report.objects.all()[0])
    assert due_for(hoa, MAY) == []
    assert not to_review(hoa).exists()


def test_work_is_due_then_late_and_gone_when_sent(field: Field) -> None:
    field.open()
    hoa, agency = field.cast.hoa, field.cast.commune_agencies[0]
    (item,) = due_for(hoa, MAY)
    assert (item.filled, item.asked, item.lateness.sentence) == (0, 2, "Đến kỳ nộp, còn 6 ngày")
    assert late_for(hoa, MAY) == []
    field.fill(agency, hoa)
    assert due_for(hoa, JUNE) == []
    (late,) = late_for(hoa, JUNE)
    assert (late.filled, late.lateness.days) == (2, 5)
    field.submit(agency, hoa)
    assert (due_for(hoa, MAY), late_for(hoa, JUNE)) == ([], [])


def test_what_came_back_carries_the_reviewers_words(field: Field) -> None:
    field.open()
    report = field.submit(field.cast.commune_agencies[0], field.cast.hoa)
    assert [r.pk for r in to_review(field.cast.lan)] == [report.pk]
    return_report(by=field.cast.lan, report=report, comment="Xem lại mẫu số.", at=NOW)
    (item,) = returned_to(field.cast.hoa, MAY)
    assert item.comment == "Xem lại mẫu số."
    assert due_for(field.cast.hoa, MAY) == []
    assert not to_review(field.cast.lan).exists()


def test_completeness_counts_the_states(field: Field) -> None:
    round_ = field.open()
    field.approve(field.cast.commune_agencies[0], field.cast.hoa)
    field.submit(field.cast.commune_agencies[1], field.cast.binh)
    done = completeness(round_)
    assert (done.expected, done.submitted, done.approved, done.draft, done.percent) == (
        4,
        2,
        1,
        2,
        25,
    )
