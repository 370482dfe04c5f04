"""Dates as far as printed, due dates in words, gaps in numbering."""

import pytest

from liennganh.errors import DomainError
from liennganh.plans import values
from liennganh.plans.abbreviations import spelled_out
from liennganh.plans.due_words import as_noted, as_said
from liennganh.plans.headers import clean_header
from liennganh.plans.numbering import gaps
from liennganh.plans.partial_dates import first_day, last_day, read_partial, show_partial


@pytest.mark.parametrize(
    ("typed", "iso", "shown"),
    [
        ("2026", "2026", "2026"),
        ("6/2026", "2026-06", "06/2026"),
        ("30/6/2026", "2026-06-30", "30/06/2026"),
        ("2026-06", "2026-06", "06/2026"),
        ("2026-06-30", "2026-06-30", "30/06/2026"),
        ("", "", ""),
        ("15/5 hằng năm", "05-15", "ngày 15/5 hằng năm"),
        ("ngày 15/5 hàng năm", "05-15", "ngày 15/5 hằng năm"),
        ("05-15", "05-15", "ngày 15/5 hằng năm"),
        ("29/2 mỗi năm", "02-29", "ngày 29/2 hằng năm"),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_printed(typed: str, iso: str, shown: str) -> None:
    assert read_partial(typed) == iso
    assert show_partial(iso) == shown


@pytest.mark.parametrize(
    "typed", ["13/2026", "31/4/2026", "mai", "2026-13", "12", "15/5", "31/4 hằng năm", "02-30"]
)
def test_what_is_no_date_is_refused_in_vietnamese(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Không có|không phải"):
        read_partial(typed)


def test_a_year_lasts_from_its_first_to_its_last_day() -> None:
    assert str(first_day("2024")) == "2024-01-01"
    assert str(last_day("2024-02")) == "2024-02-29"
    assert first_day("2024-02-31") is None
    assert last_day("") is None


@pytest.mark.parametrize(
    ("way", "words", "noted"),
    [
        ("none", "", ""),
        ("yearly", "05/6", "06-05"),
        ("yearly", "10/3; 10/6", "03-10, 06-10"),
        ("once", "31/12/2026", "2026-12-31"),
        ("once", "11/2026", "2026-11"),
        ("last_month", "10", "day 10 of the last month of the period"),
        ("last_month", "cuối", "last day of the last month of the period"),
        ("next_month", "5", "day 5 of the first month of the next period"),
        ("after", "10", "10 days after the end of the period"),
        ("after_working", "3", "3 working days after the end of the period"),
    ],
)
def test_a_due_date_said_in_words_comes_back_the_same(way: str, words: str, noted: str) -> None:
    assert as_noted(way, words) == noted
    said_way, said = as_said(noted)
    assert as_noted(said_way, said) == noted
    assert said_way == way


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("yearly", "thứ hai"),
        ("yearly", "31/2"),
        ("once", "mai"),
        ("last_month", "40"),
        ("after", ""),
    ],
)
def test_a_due_date_that_cannot_be_is_refused(way: str, words: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        as_noted(way, words)


def test_the_printed_quarterly_date_is_understood() -> None:
    assert as_said("day 10 of the last month of the quarter") == ("last_month", "10")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"comparator": ">=", "value": "25", "unit": "percent", "deadline": "2024"},
         "ít nhất 25% · hạn 2024"),
        ({"comparator": "-", "value": "3", "upper": "5", "unit": "percent", "per_year": True},
         "giảm 3–5% mỗi năm"),
        ({"comparator": "=", "value": "5300", "unit": "count"}, "5.300"),
    ],
)  # fmt: skip
def test_a_target_is_told_in_a_line(data: dict[str, object], words: str) -> None:
    assert values.describe("target", values.clean("target", data)) == words


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("qualitative", {"proof": "đường dẫn bài đăng"}, "minh chứng: đường dẫn bài đăng"),
        ("task", {"lead": ["Sở Y tế"], "cycle": "quarterly", "deadline": "05-15"},
         "Sở Y tế · hằng quý · hạn ngày 15/5 hằng năm"),
        ("report", {"kind": "annual", "due": "", "recipients": ["Bộ Y tế"]},
         "báo cáo năm · Kế hoạch không ghi hạn nộp · báo cáo → Bộ Y tế"),
        ("budget", {"amount_vnd": "500000", "years": [2026, 2030], "per_year": True,
                    "source": "local", "standing": "part"},
         "500.000 đồng mỗi năm · 2026–2030 · ngân sách địa phương · nằm trong tổng số"),
        ("legal_basis", {"number": "12/KH-UBND", "title": "Kế hoạch năm", "date": "2026-01-15",
                         "upper": True},
         "12/KH-UBND · Kế hoạch năm · ngày 15/01/2026 · văn bản cấp trên được thực hiện"),
        ("legal_basis", {"title": "Luật Trẻ em năm 2016"}, "Luật Trẻ em năm 2016"),
    ],
)  # fmt: skip
def test_every_kind_is_told_in_a_line(kind: str, data: dict[str, object], words: str) -> None:
    assert values.describe(kind, values.clean(kind, data)) == words


@pytest.mark.parametrize(
    ("kind", "data", "field"),
    [
        ("target", {"meaning": {"kind": "maybe", "horizon": "yearly"}}, "meaning_kind"),
        ("target", {"meaning": {"kind": "at_least", "horizon": "soon"}}, "horizon"),
        ("task", {"cycle": "daily"}, "cycle"),
        ("budget", {"amount_vnd": "5", "years": [2030, 2026]}, "years"),
        ("budget", {"amount_vnd": "5", "years": [26, 30]}, "years"),
        ("budget", {"amount_vnd": "5", "source": "bank"}, "source"),
        ("legal_basis", {"number": "1/QĐ", "date": "05-15"}, "date"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    kind: str, data: dict[str, object], field: str
) -> None:
    with pytest.raises(DomainError) as refused:
        values.clean(kind, data)
    assert refused.value.field == field


def test_the_day_of_issue_has_a_year() -> None:
    with pytest.raises(DomainError, match="phải có năm"):
        clean_header({"date": "15/5 hằng năm"})


def test_short_forms_are_written_out_as_whole_words() -> None:
    pairs = [["LĐTBXH", "Lao động - Thương binh và Xã hội"], ["SYT", "Sở Y tế"]]
    assert spelled_out("Sở LĐTBXH", pairs) == "Sở Lao động - Thương binh và Xã hội"
    assert spelled_out("SYT", pairs) == "Sở Y tế"
    assert spelled_out("PSYT, syt", pairs) == "PSYT, syt"


def heading(label: str, *section: str) -> dict[str, object]:
    return {"start": 0, "end": 1, "level": 1, "label": label, "text": label, "section": section}


@pytest.mark.parametrize(
    ("labels", "missing"),
    [
        (("1.", "2.", "4."), ["3"]),
        (("I", "II", "IV"), ["III"]),
        (("a)", "b)", "d)"), ["c"]),
        (("d)", "e)"), []),
        (("1", "2", "3", "1", "2"), []),
        (("1.1", "1.2", "1.5"), ["1.3, 1.4"]),
        (("-", "+"), []),
    ],
)
def test_a_number_left_out_is_told(labels: tuple[str, ...], missing: list[str]) -> None:
    found = gaps([heading(label) for label in labels])
    assert [one["message"].split("mục ")[1].split(" giữa")[0] for one in found] == missing


def test_rows_under_different_headings_are_counted_apart() -> None:
    assert gaps([heading("1", "I"), heading("2", "I"), heading("4", "II")]) == []
