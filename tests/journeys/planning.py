"""What Lan does with a plan: reads it in, goes through it, confirms it, puts it to work."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.desks import follow, home, press, text_of, told
from tests.journeys.office import Arrival


def upload(page: Page, arrival: Arrival) -> None:
    """Bring the file in by the menu and the upload form."""
    home(page)
    follow(page.locator("nav.nav"), "Kế hoạch")
    follow(page, "Đọc kế hoạch vào")
    page.get_by_label("Tệp kế hoạch").set_input_files(arrival.file)
    press(page, "Tải lên và đọc")
    expect(page.locator("h1")).to_contain_text("Rà soát")


def items(page: Page, kind: str, state: str = "") -> Locator:
    """Return the items of a kind on the review page, or those of a state."""
    ending = f".s-{state}" if state else ""
    return page.locator(f"#nhom-{kind} .item{ending}")


def see_text_beside_items(page: Page, arrival: Arrival) -> None:
    """Find every item, and its own sentence lit in the text."""
    for kind, number in arrival.holds.items():
        expect(items(page, kind)).to_have_count(number)
    assert arrival.says in text_of(page.locator("#van-ban"))
    first = items(page, "target").first
    first.hover()
    lit = page.locator("#van-ban mark.lit")
    expect(lit.first).to_be_visible()
    quoted = text_of(first.locator(".excerpt")).strip("“”… ")
    assert quoted[:30] in text_of(page.locator("#van-ban"))


def go_by_keyboard(page: Page) -> None:
    """Accept two items and look back, without touching the mouse."""
    page.locator("h1").click()
    before = page.locator(".item.s-accepted").count()
    page.keyboard.press("j")
    focused = page.locator(".item:focus")
    expect(focused).to_have_count(1)
    for number in (1, 2):
        page.keyboard.press("Enter")
        expect(page.locator(".item.s-accepted")).to_have_count(before + number)
        expect(page.locator(".item.s-proposed:focus")).to_have_count(1)
    first = page.locator(".item:focus").get_attribute("id")
    page.keyboard.press("j")
    expect(page.locator(f"#{first}:focus")).to_have_count(0)
    page.keyboard.press("k")
    expect(page.locator(f"#{first}:focus")).to_have_count(1)


def edit_a_task(page: Page, *, lead: str) -> str:
    """Name who leads a task that names nobody; return the id of its item."""
    task = items(page, "task", "proposed").filter(has_text="Chưa có cơ quan chủ trì").first
    place = task.get_attribute("id") or ""
    follow(task, "Sửa")
    editing = page.locator(f"#{place}.editing")
    editing.get_by_label("Cơ quan chủ trì").fill(lead)
    press(editing, "Lưu và nhận")
    expect(page.locator(f"#{place}.s-accepted .words")).to_contain_text(lead)
    return place


def reject_a_task(page: Page, words: str) -> str:
    """Leave out the task with these words, or else the last one; return the id of its item."""
    waiting = items(page, "task", "proposed")
    meant = waiting.filter(has_text=words)
    task = meant.first if words and meant.count() else waiting.last
    place = task.get_attribute("id") or ""
    press(task, "Bác")
    expect(page.locator(f"#{place}.s-rejected")).to_be_visible()
    return place


def accept_the_rest(page: Page) -> None:
    """Accept group by group; what lacks something is completed or left out; then the head."""
    for kind in ("target", "qualitative", "task", "report", "budget", "legal_basis"):
        group = page.locator(f"#nhom-{kind}")
        if group.get_by_role("button", name="Nhận cả nhóm").count():
            press(group, "Nhận cả nhóm")
            expect(page.locator("#messages .note")).to_be_visible()
    while page.locator(".item.s-proposed").count():
        _complete(page, page.locator(".item.s-proposed").first)
    head = page.get_by_role("button", name="Đúng, xác nhận phần đầu")
    if head.count():
        head.click()
    else:
        press(page, "Lưu và xác nhận phần đầu")
    told(page, "Đã xác nhận phần đầu văn bản")


def _complete(page: Page, item: Locator) -> None:
    place = item.get_attribute("id")
    expect(item.locator(".lacking")).to_contain_text("Thiếu")
    if "k-legal_basis" in (item.get_attribute("class") or ""):
        follow(item, "Sửa")
        editing = page.locator(f"#{place}.editing")
        editing.get_by_label("Số, ký hiệu").fill("10/2003/PL-UBTVQH11")
        press(editing, "Lưu và nhận")
    else:
        press(item, "Bác")
    expect(page.locator(f"#{place}.s-proposed")).to_have_count(0)
    expect(page.locator(f"#{place}.editing")).to_have_count(0)


def settle_names(page: Page) -> None:
    """Confirm what is suggested for names of agencies; make those that are not known."""
    page.locator(".tabs").get_by_role("link", name="2. Cơ quan").click()
    suggested = page.locator("#ten form button")
    if suggested.count():
        suggested.click()
        told(page, "tên theo gợi ý")
    waiting = page.locator("li.owner").filter(has=page.locator(".button:not(.quiet)"))
    while waiting.count():
        _settle(waiting.first)
        told(page, "Đã xác nhận")


def _settle(card: Locator) -> None:
    """Take what is offered, the agency of the same name, or a new one."""
    meant = card.get_by_label("Được hiểu là")
    if meant.input_value():
        press(card, "Xác nhận")
        return
    card.locator("summary").click()
    name = card.get_by_label("Tên cơ quan").input_value()
    known = [one for one in meant.locator("option").all_inner_texts() if one.startswith(name)]
    if known:
        meant.select_option(label=known[0])
        press(card, "Xác nhận")
    else:
        press(card, "Tạo và xác nhận")


def confirm(page: Page) -> None:
    """Settle the tasks that nobody leads, and confirm the plan."""
    page.locator(".tabs").get_by_role("link", name="3. Xác nhận").click()
    ownerless = page.locator("details.card").filter(has_text="Nhiệm vụ chưa có cơ quan chủ trì")
    if ownerless.count():
        common = ownerless.locator("button")
        if not common.is_visible():
            ownerless.locator("summary").click()
        common.click()
        told(page, "là việc chung")
    expect(page.locator("main")).to_contain_text("Không còn gì cản trở")
    press(page.locator("form.stack.tight").filter(has_text="Sau khi xác nhận"), "Xác nhận kế hoạch")
    told(page, "Kế hoạch đã được xác nhận")


def supply_list(page: Page, source: str) -> None:
    """Copy the list that the table has, compare, name the source, and keep it."""
    expect(page.locator("h2#danh-sach")).to_be_visible()
    press(page, "Chép danh sách sớm nhất có trong bảng vào ô để đối chiếu")
    names = page.get_by_label("Danh sách xã, phường, thị trấn của thời điểm đó")
    assert len(names.input_value().splitlines()) > 1
    press(page, "Ghi danh sách")
    # The browser stops here: nobody knows later where a list without a source came from.
    note = page.get_by_label("Nguồn của danh sách")
    expect(note).to_be_focused()
    note.fill(source)
    press(page, "Ghi danh sách")
    told(page, "Đã ghi danh sách")


def adopt(page: Page, *, source: str = "") -> None:
    """Put the plan to work as it is proposed; ``source`` where the communes must be entered."""
    follow(page, "Triển khai kế hoạch")
    if source:
        supply_list(page, source)
    press(page, "Tiếp: chỉ tiêu và lịch báo cáo")
    expect(page.locator("h1")).to_contain_text("chỉ tiêu và lịch")
    for target in page.locator("article[id^=chi-tieu-]").all():
        say_what_is_open(target)
    for result in page.locator("article").filter(has_text="lấy gì làm minh chứng").all():
        result.get_by_label("Minh chứng cần có").fill("Bài đăng, biên bản")
    press(page, "Xác nhận triển khai")
    told(page, "Đã triển khai kế hoạch")


def say_what_is_open(target: Locator) -> None:
    """Answer what the plan does not print of a target; nothing of it is chosen beforehand."""
    asked = target.get_by_role("group", name="Điều kế hoạch không ghi")
    for question in asked.locator("fieldset").all():
        expect(question.locator("input:checked")).to_have_count(0)
        question.get_by_role("radio").first.check()
    for box in asked.locator("input[type=text]").all():
        box.fill("năm 2025")
    for part, words in (("Tử số", "Số đã làm"), ("Mẫu số", "Tổng số phải làm")):
        box = target.get_by_label(part, exact=True)
        if asked.get_by_text("tỷ lệ tính trên tổng số nào").count() and not box.input_value():
            box.fill(words)
    unit = target.get_by_label("Đơn vị tính", exact=True)
    if unit.is_visible() and not unit.input_value():
        unit.fill("lượt")
