"""The text of a report is a function of the figures."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.cast import Cast, make_agency, make_unit

from liennganh.drafting.annexes import _head
from liennganh.drafting.compose import Section
from liennganh.drafting.header import initials, propose
from liennganh.drafting.queries import draft_of, findings_of, paper_of, proposed_paper
from liennganh.drafting.sentences import target_line
from liennganh.drafting.tests.factories import NOW, Office
from liennganh.drafting.words import count, lower_first, named, shortened
from liennganh.programmes.models import ReportingUnit
from liennganh.pure.officialdocs import Table
from liennganh.reporting.actions import open_due_rounds
from liennganh.reporting.cells import Narrative
from liennganh.reporting.tests.factories import (
    SIX_MONTHS_DUE,
    aim,
    make_duty,
    make_indicator,
    make_programme,
    track,
)
from liennganh.territory.models import Level


def sections(office: Office) -> dict[str, Section]:
    return {one.key: one for one in draft_of(office.round, at=NOW).sections}


def lines(office: Office) -> set[str]:
    return {line.text for one in sections(office).values() for line in one.lines}


def test_a_composed_report_breaks_no_rule_of_the_decree(office: Office) -> None:
    provisional = proposed_paper(draft_of(office.round, at=NOW))
    assert findings_of(provisional) == ()
    report = office.issued()
    final = paper_of(report, draft_of(office.round, at=NOW, report=report))
    assert final.number == "12"
    assert findings_of(final) == ()


def test_it_has_the_parts_of_the_outline_in_order(office: Office) -> None:
    headings = [one.heading for one in draft_of(office.round, at=NOW).sections if one.heading]
    assert headings == [
        "Tình hình",
        "Chỉ đạo, điều hành",
        "Kết quả theo từng nhóm chỉ tiêu",
        "Kinh phí",
        "Đánh giá",
        "Phương hướng, kiến nghị",
    ]


def test_the_same_figures_give_the_same_text(office: Office) -> None:
    assert lines(office) == lines(office)


def test_one_figure_changes_its_sentences_and_taking_it_back_changes_them_back(
    office: Office,
) -> None:
    first = office.cast.commune_agencies[0]
    before = lines(office)
    office.report(first, above=1, below=2, sessions=4)
    after = lines(office)
    gone, come = before - after, after - before
    assert any("Có 1/2 xã có hình thức tuyên truyền, bằng 50%" in line for line in gone)
    assert any("Có 1/3 xã có hình thức tuyên truyền, bằng 33,33%" in line for line in come)
    # The sentence of the figure and that of its target, and no other.
    assert len(gone) == len(come) == 2
    assert all("B2" in line or "hình thức tuyên truyền" in line for line in gone | come)
    office.report(first, above=1, below=1, sessions=4)
    assert lines(office) == before


def test_a_target_is_said_to_be_met_only_with_enough_figures(office: Office) -> None:
    cast = office.cast
    office.report(cast.commune_agencies[0], above=9, below=10)
    office.report(cast.commune_agencies[1], above=9, below=10)
    text = sections(office)["ket_qua"].text
    assert "bằng 90%" in text
    assert "đạt 90%" not in text
    assert "Chưa đủ số liệu" in sections(office)["danh_gia"].text
    office.report(cast.commune_agencies[2], above=9, below=10, sessions=4)
    assert "đạt 90%" in sections(office)["ket_qua"].text
    assert "a) Đạt:" in sections(office)["danh_gia"].text


@pytest.mark.parametrize(
    ("above", "said"),
    [
        (8, "đã có 80% (16/20), vượt mức 70%, nhưng còn 1 đơn vị chưa báo cáo nên chưa kết luận"),
        (7, "đã có 70% (14/20), bằng mức 70%, nhưng còn 1 đơn vị chưa báo cáo nên chưa kết luận"),
        (6, "mới có 60% (12/20), còn 1 đơn vị chưa báo cáo nên chưa kết luận"),
    ],
)
def test_a_target_passed_before_all_have_reported_is_not_called_short(
    office: Office, above: int, said: str
) -> None:
    office.report(office.cast.commune_agencies[0], above=above, below=10)
    office.report(office.cast.commune_agencies[1], above=above, below=10)
    assert said in sections(office)["danh_gia"].text


def beside(office: Office) -> None:
    cases = office.field.cases.indicator
    type(cases).objects.filter(pk=cases.pk).update(over_units="side_by_side")
    aim(office.field.cases, 3, meaning="decrease_by", comparator="-", unit="percent")


def test_what_stands_side_by_side_is_the_same_in_text_and_annex(office: Office) -> None:
    beside(office)
    paper = proposed_paper(draft_of(office.round, at=NOW))
    (targets,) = paper.appendices[0].body
    assert isinstance(targets, Table)
    result = targets.rows[-1][3]
    assert result.startswith("Công an tỉnh 12")
    assert f": {result}; chưa đủ cơ sở để so sánh" in sections(office)["danh_gia"].text


def test_a_label_is_said_once(office: Office) -> None:
    aim(office.field.cases, 3, meaning="decrease_by", comparator="-", unit="percent")
    facts = draft_of(office.round, at=NOW).facts
    target = next(one for one in facts.targets if one.tracked_id == office.field.cases.pk)
    view = next(one for one in facts.figures if one.definition.tracked_id == target.tracked_id)
    assert target_line(target, view).text == (
        "- Chỉ số E1: 12 vụ, chưa đủ số liệu để kết luận về chỉ tiêu giảm 3% so với năm trước "
        "(chưa có số liệu cùng kỳ năm trước; có số ước cả kỳ, chưa phải số chính thức)."
    )
    told = replace(target.attainment, sentence=f"{view.label[:1].upper()}{view.label[1:]}: 4 vụ.")
    assert target_line(replace(target, attainment=told), view).said.startswith("Chỉ số E1: 4 vụ;")


def test_heads_of_columns_are_whole_and_say_what_the_cells_hold(office: Office) -> None:
    annex = proposed_paper(draft_of(office.round, at=NOW)).appendices[1]
    heads = [c.header for t in annex.body if isinstance(t, Table) for c in t.columns]
    assert not any("…" in head for head in heads)
    cells = [row for t in annex.body if isinstance(t, Table) for row in t.rows]
    assert any("1/1" in row and "tử số/mẫu số" in row for row in cells)


def test_a_very_long_head_ends_with_its_phrase() -> None:
    label = "Tỷ lệ xã, phường có mô hình phòng ngừa hoạt động thường xuyên, " + "có kinh phí " * 9
    assert _head(label) == "Tỷ lệ xã, phường có mô hình phòng ngừa hoạt động thường xuyên"
    assert _head("số " * 50).endswith("số số…")
    assert _head("Số vụ") == "Số vụ"


def test_who_is_missing_is_named(office: Office) -> None:
    parts = sections(office)
    assert "còn 1 đơn vị chưa có số liệu: UBND đặc khu Cồn Tiên" in parts["ket_qua"].text
    assert "01 đơn vị chưa gửi (UBND đặc khu Cồn Tiên)" in parts["chi_dao"].text
    assert (
        "Đôn đốc các đơn vị chưa gửi báo cáo: UBND đặc khu Cồn Tiên" in parts["phuong_huong"].text
    )


def test_a_report_of_an_open_round_says_so_and_one_of_a_closed_round_does_not(
    office: Office,
) -> None:
    assert "số liệu tạm tính đến ngày 02/07/2026, chưa khóa kỳ" in sections(office)["mo_dau"].text
    office.close()
    assert "tạm tính" not in sections(office)["mo_dau"].text


def test_the_same_narrative_is_told_once_with_those_who_wrote_it(office: Office) -> None:
    text = sections(office)["tinh_hinh"].text
    assert text.count("Tình hình ổn định") == 1
    assert "(UBND phường An Bình, UBND xã Bãi Sậy)" in text
    assert "Địa bàn rộng, lực lượng mỏng (Công an tỉnh)." in sections(office)["danh_gia"].text
    assert "bổ sung kinh phí truyền thông (Công an tỉnh)" in sections(office)["phuong_huong"].text


def test_long_narratives_are_cut_at_a_word(office: Office) -> None:
    long = Narrative(situation="Tuyên truyền sâu rộng. " * 60)
    office.report(office.cast.commune_agencies[0], narrative=long)
    longest = max(len(line) for line in sections(office)["tinh_hinh"].text.splitlines())
    assert longest < 400
    assert "…" in sections(office)["tinh_hinh"].text


def test_nobody_is_named_but_agencies(office: Office) -> None:
    office.close()
    paper = proposed_paper(draft_of(office.round, at=NOW))
    text = repr(paper)
    for person in office.cast.everybody.values():
        assert person.full_name not in text


def test_late_tasks_are_named_with_their_agency(office: Office) -> None:
    text = sections(office)["chi_dao"].text
    assert "Có 01 nhiệm vụ quá hạn" in text
    assert "Tổ chức tuyên truyền tại các khu công nghiệp (Công an tỉnh, hạn 15/06/2026)" in text


def test_a_protected_figure_says_that_its_register_is_not_there(office: Office) -> None:
    assert (
        "chưa có sổ theo dõi hồ sơ hỗ trợ nên chưa có số liệu" in sections(office)["ket_qua"].text
    )


def test_the_annexes_show_targets_figures_and_who_reported(office: Office) -> None:
    paper = proposed_paper(draft_of(office.round, at=NOW))
    titles = [one.title for one in paper.appendices]
    assert titles == [
        "Mức độ hoàn thành chỉ tiêu",
        "Số liệu theo đơn vị báo cáo",
        "Tình hình gửi báo cáo của các đơn vị",
    ]
    (targets,) = paper.appendices[0].body
    assert isinstance(targets, Table)
    assert targets.rows[1] == (
        "2",
        "Chỉ số B2",
        "Ít nhất 70%",
        "50%",
        "1/2",
        "Chưa đủ số liệu",
    )
    (sent,) = paper.appendices[2].body
    assert isinstance(sent, Table)
    assert [row[2] for row in sent.rows] == ["25/05/2026", "Chưa gửi", "25/05/2026", "25/05/2026"]


def test_many_indicators_and_reporters_are_spread_over_landscape_tables(
    office: Office, cast: Cast
) -> None:
    for i in range(4):
        unit = make_unit(f"Thôn Mới {i}", "Xã", Level.COMMUNE, cast.province)
        agency = make_agency(unit, "ubnd", f"Ủy ban nhân dân xã Thôn Mới {i}")
        ReportingUnit.objects.create(programme=office.field.programme, unit=unit, agency=agency)
    for i in range(41):
        track(office.field.programme, make_indicator(f"X{i:02d}"))
    open_due_rounds(on=dt.date(2026, 5, 26), at=NOW, programme=office.field.programme)
    paper = proposed_paper(draft_of(office.round, at=NOW))
    annex = paper.appendices[1]
    tables = [block for block in annex.body if isinstance(block, Table)]
    assert annex.landscape
    # 43 indicators of the communes by six, and a list of what the police alone report.
    assert len(tables) == 9
    assert all(len(table.columns) <= 8 for table in tables)
    assert tables[0].rows[-1][:2] == ("", "Tổng hợp")
    assert findings_of(paper) == ()


def test_a_programme_that_tracks_nothing_still_gives_a_report_of_the_right_form(
    cast: Cast,
) -> None:
    programme = make_programme(cast, key="ct-trong")
    make_duty(programme, "six_month", SIX_MONTHS_DUE)
    ReportingUnit.objects.create(
        programme=programme, unit=cast.communes[0], agency=cast.commune_agencies[0]
    )
    (round_, *_) = open_due_rounds(on=dt.date(2026, 5, 25), at=NOW, programme=programme)
    draft = draft_of(round_, at=NOW)
    assert "Chương trình không đặt chỉ tiêu bằng số." in draft.sections[5].text
    assert findings_of(proposed_paper(draft)) == ()


def test_a_department_writes_to_the_committee_above_it(office: Office) -> None:
    header = propose(office.round, on=dt.date(2026, 6, 30))
    assert header.superior == "Ủy ban nhân dân tỉnh Hương Giang"
    assert (header.issuer, header.symbol, header.place) == ("Sở Y tế", "BC-SYT", "Hương Giang")
    assert header.issuer_in_text == "Sở Y tế tỉnh Hương Giang"
    assert header.addressees == ("Ủy ban nhân dân tỉnh Hương Giang",)
    assert header.titles == ("GIÁM ĐỐC",)
    assert header.subject == "Kết quả thực hiện Chương trình thử, 6 tháng đầu năm 2026"


def test_a_committee_has_no_superior_and_signs_for_the_collective(
    office: Office, cast: Cast
) -> None:
    round_ = office.round
    round_.programme.lead_agency = cast.province_ubnd
    header = propose(round_, on=dt.date(2026, 6, 30))
    assert header.superior == ""
    assert header.symbol == "BC-UBND"
    assert header.authority == "TM. ỦY BAN NHÂN DÂN"
    assert header.titles == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert header.addressees == ()


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Sở Công Thương", "SCT"),
        ("Sở Dân tộc và Tôn giáo", "SDTTG"),
        ("Đoàn Thanh niên", "ĐTN"),
    ],
)
def test_a_kind_without_a_row_gets_its_initials(name: str, sign: str) -> None:
    assert initials(name) == sign


def test_small_words() -> None:
    assert (count(3), count(12), count(0)) == ("03", "12", "0")
    assert lower_first("HIV và bạo lực") == "HIV và bạo lực"
    assert lower_first("Xã có mô hình") == "xã có mô hình"
    assert named(["A", "B", "C", "D"]) == "A, B, C và 1 đơn vị khác"
    assert shortened("một  hai\nba", 7) == "một hai…"
