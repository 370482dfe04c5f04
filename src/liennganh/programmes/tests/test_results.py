"""Targets without a figure: proof from the lead, a verdict from a second person."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast

from liennganh.audit.models import Event
from liennganh.errors import DomainError, WrongStateError
from liennganh.programmes.actions import adopt_plan, judge_proof, set_result, submit_proof
from liennganh.programmes.models import ExpectedResult, Programme
from liennganh.programmes.proposals import ResultSpec, propose_results
from liennganh.programmes.queries import is_result_late, results_of
from liennganh.programmes.rules import may_recognise

from .factories import NOW, TODAY, add_qualitative, make_plan

ONLINE = "Thông tin được đăng tải trên Trang thông tin điện tử"
LINK = "https://example.invalid/bai"


@pytest.fixture
def result(cast: Cast) -> ExpectedResult:
    """Return a result that the police lead."""
    plan = make_plan(cast.health)
    printed = add_qualitative(plan, f"- {ONLINE}", "đường dẫn bài đăng", deadline="2026-06")
    spec = ResultSpec(printed, cast.police, printed.proof, dt.date(2026, 6, 30))
    programme = _adopt(cast, results=[spec], plan=plan)
    return programme.expected_results.select_related("programme", "lead").get()


def _adopt(cast: Cast, **changes: Any) -> Programme:
    values: dict[str, Any] = {"by": cast.lan, "unit": cast.province, "lead_agency": cast.health}
    return adopt_plan(at=NOW, **values | changes)


def _submit(cast: Cast, result: ExpectedResult, **changes: Any) -> None:
    values: dict[str, Any] = {"by": cast.cuong, "link": LINK, "version": result.version}
    submit_proof(result=result, at=NOW, **values | changes)


def _judge(cast: Cast, result: ExpectedResult, **changes: Any) -> None:
    values: dict[str, Any] = {"by": cast.lan, "accept": True, "note": "", "version": result.version}
    judge_proof(result=result, at=NOW, **values | changes)


def test_it_is_proposed_with_its_printed_proof_and_day(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_qualitative(plan, ONLINE, "đường dẫn bài đăng", deadline="2026-06")
    add_qualitative(plan, "Có quy chế phối hợp", asked_answer={"proof": "bản quy chế đã ký"})
    first, second = propose_results(plan, cast.health)
    assert (first.proof, first.deadline) == ("đường dẫn bài đăng", dt.date(2026, 6, 30))
    assert (second.proof, second.deadline) == ("bản quy chế đã ký", dt.date(2026, 12, 31))


def test_a_plan_of_qualitative_targets_alone_can_be_put_to_work(cast: Cast) -> None:
    plan = make_plan(cast.health)
    add_qualitative(plan, ONLINE)
    assert _adopt(cast, plan=plan).expected_results.get().lead == cast.health


def test_proof_is_handed_in_and_recognised_by_a_second_person(
    cast: Cast, result: ExpectedResult
) -> None:
    _submit(cast, result, number=Decimal(12), note="Đã đăng 12 bài.")
    assert result.state == "submitted"
    _judge(cast, result)
    assert result.state == "recognised"
    states = [update.state for update in result.updates.all()]
    assert states == ["recognised", "submitted"]
    verbs = Event.objects.filter(object_type__endswith="expectedresult").values_list("verb")
    assert {verb for (verb,) in verbs} == {"submit", "approve"}


def test_what_is_returned_has_a_reason_and_can_be_handed_in_again(
    cast: Cast, result: ExpectedResult
) -> None:
    _submit(cast, result)
    with pytest.raises(DomainError, match="lý do"):
        _judge(cast, result, accept=False)
    _judge(cast, result, accept=False, note="Đường dẫn không mở được.")
    assert result.state == "returned"
    _submit(cast, result)
    assert result.state == "submitted"


def test_nothing_is_no_proof(cast: Cast, result: ExpectedResult) -> None:
    with pytest.raises(DomainError, match="đường dẫn, con số hoặc"):
        _submit(cast, result, link="", note="Đã làm.")


def test_only_the_lead_hands_in_and_only_the_programme_recognises(
    cast: Cast, result: ExpectedResult
) -> None:
    for stranger in (cast.lan, cast.hoa, cast.minh, cast.yen):
        with pytest.raises(PermissionDenied):
            _submit(cast, result, by=stranger)
    _submit(cast, result)
    for stranger in (cast.cuong, cast.minh, cast.yen):
        with pytest.raises(PermissionDenied):
            _judge(cast, result, by=stranger)


def test_nobody_recognises_her_own_proof(cast: Cast, result: ExpectedResult) -> None:
    set_result(
        by=cast.lan, result=result, lead=cast.health, proof="", deadline=TODAY, at=NOW
    )  # fmt: skip
    _submit(cast, result, by=cast.lan)
    assert not may_recognise(cast.lan, result)
    with pytest.raises(PermissionDenied):
        _judge(cast, result)
    _judge(cast, result, by=cast.thao)
    assert result.state == "recognised"


def test_nobody_recognises_a_proof_that_she_has_not_seen(
    cast: Cast, result: ExpectedResult
) -> None:
    _submit(cast, result)
    seen = result.version
    _submit(cast, result, link="https://example.invalid/khac")
    with pytest.raises(WrongStateError):
        _judge(cast, result, version=seen)


def test_what_is_recognised_stays(cast: Cast, result: ExpectedResult) -> None:
    _submit(cast, result)
    _judge(cast, result)
    with pytest.raises(WrongStateError):
        _submit(cast, result)
    with pytest.raises(WrongStateError):
        set_result(
            by=cast.lan, result=result, lead=cast.health, proof="", deadline=TODAY, at=NOW
        )  # fmt: skip


def test_another_province_cannot_be_named_to_lead(cast: Cast, result: ExpectedResult) -> None:
    with pytest.raises(DomainError, match="không thuộc tỉnh"):
        set_result(
            by=cast.lan, result=result, lead=cast.outside_agency, proof="", deadline=TODAY, at=NOW
        )  # fmt: skip


def test_it_is_late_until_something_is_handed_in(cast: Cast, result: ExpectedResult) -> None:
    assert not is_result_late(result, dt.date(2026, 6, 30))
    assert is_result_late(result, dt.date(2026, 7, 1))
    _submit(cast, result)
    assert not is_result_late(result, dt.date(2026, 7, 1))


def test_listing_results_takes_one_query(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    plan = make_plan(cast.health)
    for number in range(5):
        add_qualitative(plan, f"{ONLINE} {number}")
    programme = _adopt(cast, plan=plan)
    with django_assert_num_queries(1):
        assert [str(one.lead) for one in results_of(programme, TODAY)] == ["Sở Y tế"] * 5


def test_by_pages_from_proof_to_recognition(
    client: Client, cast: Cast, result: ExpectedResult
) -> None:
    url = reverse("programmes:result", args=[result.pk])
    client.force_login(cast.cuong)
    assert "đường dẫn bài đăng" in client.get(url).content.decode()
    sent = {"what": "proof", "link": LINK, "note": "Đã đăng.", "version": result.version}
    assert client.post(url, sent).status_code == 302
    client.force_login(cast.lan)
    page = client.get(url)
    assert LINK in page.content.decode()
    version = page.context["verdict_form"]["version"].value()
    assert client.post(url, {"what": "accept", "version": version}).status_code == 302
    result.refresh_from_db()
    assert result.state == "recognised"


def test_who_comes_too_late_keeps_what_was_typed(
    client: Client, cast: Cast, result: ExpectedResult
) -> None:
    url = reverse("programmes:result", args=[result.pk])
    client.force_login(cast.cuong)
    _submit(cast, result)
    sent = {"what": "proof", "link": LINK, "note": "Bài thứ hai.", "version": result.version - 1}
    page = client.post(url, sent)
    assert page.status_code == 409
    assert "Bài thứ hai." in page.content.decode()


@pytest.mark.parametrize("who", ["commune_officer", "auditor", "outsider"])
def test_others_do_not_know_of_the_proof(
    client: Client, cast: Cast, result: ExpectedResult, who: str
) -> None:
    client.force_login(cast.everybody[who])
    assert client.get(reverse("programmes:result", args=[result.pk])).status_code == 404


def test_the_proof_is_asked_for_where_the_plan_names_none(client: Client, cast: Cast) -> None:
    plan = make_plan(cast.health)
    printed = add_qualitative(plan, ONLINE)
    client.force_login(cast.lan)
    url = reverse("programmes:adopt_details", args=[plan.key])
    query: dict[str, Any] = {"unit": cast.province.key, "lead": cast.health.pk}
    page = client.get(url, query)
    assert page.context["adoption"].asked == 1
    sent: dict[str, Any] = {
        "unit": cast.province.key,
        "lead": str(cast.health.pk),
        "without_calendar": "on",
    }
    for form in page.context["adoption"].forms:
        for field in form:
            value = field.value()
            if value not in (None, False, ""):
                sent[field.html_name] = "on" if value is True else value
    assert client.post(url, sent).status_code == 200
    sent[f"dt{printed.pk}-proof"] = "đường dẫn"
    assert client.post(url, sent).status_code == 302
    assert ExpectedResult.objects.get().proof == "đường dẫn"
