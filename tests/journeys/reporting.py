"""What reporters and Lan do with a round: fill in, send, return, correct, approve."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from playwright.sync_api import Locator, Page, expect

from liennganh.accounts.models import User
from liennganh.programmes.models import Programme, TrackedIndicator
from liennganh.pure.vietnamese import format_number
from liennganh.reporting.actions import open_due_rounds
from liennganh.reporting.expected import asked_in
from liennganh.reporting.models import Report, Round
from tests.journeys.desks import follow, home, press, text_of, told

Numbers = tuple[Decimal, ...]  # one value, or numerator and denominator


@dataclass(frozen=True)
class Reporter:
    """Somebody who reports, and the numbers that she knows: tracked id → numbers."""

    user: User
    report: Report
    knows: Mapping[int, Numbers]

    @property
    def asked(self) -> list[TrackedIndicator]:
        """Return what she is asked for."""
        return asked_in(self.report.round.programme).of(self.report.agency_id)


def open_rounds(programme: Programme, on: dt.date, period: str) -> Round:
    """Let the clock of the server strike: rounds whose day has come are opened."""
    at = dt.datetime.combine(on, dt.time(2), tzinfo=dt.UTC)
    opened = open_due_rounds(on=on, at=at, programme=programme)
    return next(one for one in opened if one.period_key == period)


def reports_with_figures(round_: Round) -> tuple[list[Report], list[Report]]:
    """Return the communes' reports and those of the other agencies that give figures."""
    programme = round_.programme
    communes = set(programme.reporting_units.values_list("agency_id", flat=True))
    asked = asked_in(programme)
    reports = list(round_.reports.select_related("agency", "unit", "round__programme"))
    mine = [one for one in reports if one.agency_id in communes]
    others = [
        one
        for one in reports
        if one.agency_id not in communes and one.agency_id != programme.lead_agency_id
    ]
    return mine, sorted(others, key=lambda one: -len(asked.of(one.agency_id)))


def invented(tracked: Sequence[TrackedIndicator], number: int) -> dict[int, Numbers]:
    """Return numbers that tell reporters and figures apart, above a thousand for the dots."""
    found: dict[int, Numbers] = {}
    for place, one in enumerate(tracked):
        part = Decimal(1000 + 100 * place + 10 * number)
        found[one.pk] = (part, part + 1000) if one.indicator.is_share else (part,)
    return found


def find_form(page: Page, report: Report) -> None:
    """Go from "Việc của tôi" to the form of a report, by its own link."""
    home(page)
    lines = (
        page.locator("ul.work li").filter(has_text="Báo cáo").filter(has_text=report.round.label)
    )
    lines.first.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text(report.round.label)


def boxes(page: Page, tracked_id: int) -> Locator:
    """Return the boxes for the numbers of an indicator."""
    cell = page.locator("[data-cell]").filter(has=page.locator(f"#label-{tracked_id}"))
    # Behind a plain question they wait to be opened.
    for more in cell.locator("details:not([open])").all():
        more.locator("summary").click()
    return cell.locator("input[inputmode=decimal]:not([name$='-to_date'])")


def answer(page: Page, tracked_id: int, word: str) -> None:
    """Answer the plain question that a commune is asked of itself: "Có", "Không"."""
    cell = page.locator("[data-cell]").filter(has=page.locator(f"#label-{tracked_id}"))
    cell.get_by_role("radio", name=word, exact=True).check()


def type_numbers(page: Page, knows: Mapping[int, Numbers]) -> None:
    """Type every number as Vietnamese write it."""
    for tracked_id, numbers in knows.items():
        for box, number in zip(boxes(page, tracked_id).all(), numbers, strict=False):
            box.fill(format_number(number))


def typed(page: Page) -> list[str]:
    """Return everything that stands in the boxes of the form."""
    found: list[str] = page.locator(
        "form[data-keep^=report] :is(input, select, textarea)"
    ).evaluate_all(
        "(all) => all.filter((one) => one.type !== 'hidden').map((one) => one.name + '=' + one.value)"
    )
    return found


def refused_beside(page: Page, box: Locator, words: str) -> None:
    """Demand an error beside the box, and in the list on top a link that jumps to it."""
    expect(page.locator(".form-errors")).to_contain_text(words)
    place = box.get_attribute("id")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f".form-errors a[href='#{place}']")).to_be_visible()
    expect(page.locator(f"#{place}_error")).to_contain_text(words)
    page.locator(f".form-errors a[href='#{place}']").click()
    expect(box).to_be_focused()


def send(page: Page, reporter: Reporter) -> None:
    """Fill a report in and send it."""
    find_form(page, reporter.report)
    type_numbers(page, reporter.knows)
    page.get_by_label("Kết quả chính").fill(f"Đã làm xong việc của kỳ tại {reporter.report.unit}.")
    press(page, "Gửi")
    told(page, "Đã gửi báo cáo")


def send_after_mistakes(page: Page, reporter: Reporter) -> None:
    """Write a number in the English way, then a part above its whole; nothing typed is lost."""
    find_form(page, reporter.report)
    type_numbers(page, reporter.knows)
    page.get_by_label("Tình hình").fill("Địa bàn ổn định.")
    page.get_by_label("Kết quả chính").fill("Đã tuyên truyền tại các khu nhà trọ.")
    share = next(one for one in reporter.asked if one.indicator.is_share)
    above, below = boxes(page, share.pk).all()
    above.fill("1234.5")
    before = typed(page)
    press(page, "Gửi")
    refused_beside(page, above, "1234.5")
    assert typed(page) == with_status_read(before, typed(page))
    above.fill(format_number(reporter.knows[share.pk][1] + 1))
    before = typed(page)
    press(page, "Gửi")
    refused_beside(page, above, "mẫu số")
    assert typed(page) == with_status_read(before, typed(page))
    above.fill(format_number(reporter.knows[share.pk][0]))
    expect(below).to_have_value(format_number(reporter.knows[share.pk][1]))
    press(page, "Gửi")
    told(page, "Đã gửi báo cáo")


def with_status_read(before: list[str], after: list[str]) -> list[str]:
    """Return what was typed; a status left blank may have been read from the numbers."""
    return [
        now if now.split("=")[0].endswith("-status") and was.endswith("=") else was
        for was, now in zip(before, after, strict=True)
    ]


def give_back(page: Page, report: Report, *, comment: str) -> None:
    """Return a report to its agency with words."""
    home(page)
    page.locator("section[aria-labelledby=desk-reports] li").filter(
        has_text=str(report.agency)
    ).get_by_role("link").first.click()
    page.get_by_label("Ý kiến (bắt buộc khi trả lại)").fill(comment)
    press(page, "Trả lại")
    told(page, f"Đã trả lại {report.agency}")


def correct_and_send(page: Page, reporter: Reporter, *, comment: str) -> None:
    """Find the report with the reviewer's words, put it right, send again."""
    home(page)
    returned = page.locator("section[aria-labelledby=returned]")
    expect(returned).to_contain_text(comment)
    returned.get_by_role("link").first.click()
    expect(page.locator(".note.warn").first).to_contain_text(comment)
    type_numbers(page, reporter.knows)
    press(page, "Gửi")
    told(page, "Đã gửi báo cáo")


def approve_all(page: Page, round_: Round, number: int) -> None:
    """Approve every report that was sent, by ticking them in the table of the round."""
    page.goto(f"/bao-cao/ky/{round_.pk}/?state=submitted")
    ticks = page.locator("input[name=reports]")
    expect(ticks).to_have_count(number)
    for tick in ticks.all():
        tick.check()
    press(page, "Duyệt các báo cáo đã chọn")
    told(page, f"Đã duyệt {number} báo cáo")


def figure_row(page: Page, tracked: TrackedIndicator) -> Locator:
    """Return the part of the programme's page that shows a figure."""
    return (
        page.locator("table.targets tbody")
        .filter(has=page.locator(f"a.figure-value[href$='/so/{tracked.pk}/']"))
        .first
    )


def who_is_missing(page: Page) -> str:
    """Return what the programme's page says about who has not sent."""
    coverage = page.locator("section[aria-labelledby=coverage]")
    for more in coverage.locator("details:not([open])").filter(has_text="chưa gửi").all():
        more.locator("summary").click()
    return text_of(coverage)


def why(page: Page, tracked: TrackedIndicator) -> str:
    """Open "Vì sao có số này?" on the programme's page, read it, close it."""
    figure_row(page, tracked).locator("a.figure-value").click()
    dialog = page.locator("dialog.why")
    expect(dialog).to_be_visible()
    expect(dialog.locator("table")).to_be_visible()
    said = text_of(dialog)
    press(dialog, "Đóng")
    expect(dialog).not_to_be_visible()
    return said


def open_programme(page: Page, programme: Programme, round_: Round) -> None:
    """Go to the programme's page by the menu, and to the round."""
    follow(page.locator("nav.nav"), "Chương trình")
    page.get_by_role("link", name=programme.title[:60]).first.click()
    chooser = page.locator("#ky")
    if chooser.count():
        chooser.select_option(round_.period_key)
        press(page, "Xem kỳ này")
    expect(page.locator("main")).to_contain_text(round_.label)
