"""One fact goes in and comes out again: exactly its figure and its sentence change, and return."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from liennganh.reporting.models import Observation
from tests.journeys import issuing
from tests.journeys.desks import Desks, press, told
from tests.journeys.reporting import answer, find_form, open_programme
from tests.scenario import Scenario

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def figures_on(page: Page, world: Scenario) -> dict[str, str]:
    """Return every figure of the open round as the programme's page shows it, by its label."""
    open_programme(page, world.programme, world.round)
    found = {}
    for body in page.locator("table.targets tbody").all():
        head, first = body.locator("th").inner_text(), body.locator("tr").first
        told_in_row = " ".join(first.locator("td").first.inner_text().split())
        found[head.splitlines()[0]] = f"{told_in_row} · {first.locator('.badge').inner_text()}"
    return found


def lines_of(page: Page, world: Scenario) -> list[str]:
    """Return the lines of the round's draft, brought up to date."""
    issuing.reopen_draft(page, world.round.label)
    return [
        line.strip() for line in page.locator(".paper").inner_text().splitlines() if line.strip()
    ]


def enter(desks: Desks, world: Scenario, *, word: str, reason: str) -> None:
    """Have the approved report of the first commune reopened, changed in one answer, approved."""
    lan, hoa = desks.of(world.cast.lan), desks.of(world.cast.hoa)
    lan.goto(f"/bao-cao/{world.approved.pk}/")
    lan.get_by_label("Lý do").fill(reason)
    press(lan, "Mở lại")
    told(lan, "Đã mở lại")
    find_form(hoa, world.approved)
    expect(hoa.locator(".note.warn").first).to_contain_text(reason)
    answer(hoa, world.tracked.pk, word)
    press(hoa, "Gửi")
    told(hoa, "Đã gửi")
    lan.reload()
    press(lan, "Duyệt")
    told(lan, "Đã duyệt")


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """Return the labels whose figure differs."""
    assert before.keys() == after.keys()
    return {label for label, shown in before.items() if after[label] != shown}


def is_of_the_fact(line: str) -> bool:
    """Tell whether a line of the report speaks of the target, or counts and heads by its state."""
    return "hình thức tuyên truyền" in line or line.startswith(("Trong 02 chỉ tiêu", "a) ", "b) "))


def test_one_fact_changes_its_figure_and_its_sentence_and_nothing_else(
    desks: Desks, world: Scenario
) -> None:
    lan = desks.of(world.cast.lan)
    lan.goto(f"/bao-cao/{world.sent.pk}/")
    press(lan, "Duyệt")
    told(lan, "Đã duyệt")
    figures = figures_on(lan, world)
    issuing.draft(lan, world.round.label, signer="Lê Văn Ký")
    lines = lines_of(lan, world)
    kept = list(Observation.objects.exclude(report=world.approved).values_list("pk", "numerator"))

    enter(desks, world, word="Không", reason="Xã đã ngừng phát thanh từ tháng trước.")
    now = figures_on(lan, world)
    label = next(one for one in now if world.tracked.label.casefold() in one.casefold())
    assert changed(figures, now) == {label}
    assert "2/2" in figures[label]
    assert "1/2" in now[label]
    said = lines_of(lan, world)
    gone, come = (
        [one for one in lines if one not in said],
        [one for one in said if one not in lines],
    )
    assert all(map(is_of_the_fact, (*gone, *come))), (gone, come)
    # Of three communes two have reported. With both the end is open; with one of them no answer of
    # the third can reach 70% any more, and the report says so.
    for there, words in (
        (gone, ("Có 2/2 xã, phường, đặc khu", "02 chưa đủ số liệu", "100% (2/2), vượt mức 70%")),
        (come, ("Có 1/2 xã, phường, đặc khu", "01 chậm tiến độ, 01 chưa đủ số liệu")),
        (come, ("50% (1/2); yêu cầu duy trì ít nhất 70%", "\t50%\t1/2\tChậm tiến độ", "\t0/1")),
    ):
        assert all(any(one in line for line in there) for one in words), (words, there)

    enter(desks, world, word="Có", reason="Đã phát thanh lại.")
    assert figures_on(lan, world) == figures
    assert lines_of(lan, world) == lines
    fact = Observation.objects.get(report=world.approved, tracked=world.tracked)
    assert fact.numerator == Decimal(1)
    assert kept == list(
        Observation.objects.exclude(report=world.approved).values_list("pk", "numerator")
    )
