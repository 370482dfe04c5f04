"""What Word prints of a file comes out as text, and what it does not print stays out."""

import io
import zipfile

import pytest

from liennganh.pure.planreader import read
from liennganh.pure.planreader.files import UnreadableFileError, text_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMES = (
    f'{_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def docx_of(body: str, *, numbering: str = "", styles: str = "") -> bytes:
    """Return a DOCX of the given XML inside ``w:body``."""
    parts = {"document": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"}
    if numbering:
        parts["numbering"] = f"<w:numbering {_NAMES}>{numbering}</w:numbering>"
    if styles:
        parts["styles"] = f"<w:styles {_NAMES}>{styles}</w:styles>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return stream.getvalue()


def lines_of(body: str, **parts: str) -> list[str]:
    text = text_of(docx_of(body, **parts), "a.docx").text
    return [line for line in text.split("\n") if line]


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def para(words: str, properties: str = "") -> str:
    inside = words if words.startswith("<") else run(words)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(words: str, level: int = 0, list_id: int = 1) -> str:
    return para(
        words,
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>',
    )


def level(number: int, form: str, label: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{label}"/></w:lvl>'
    )


def list_of(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def cell(words: str, properties: str = "") -> str:
    inside = words if words.startswith("<w:p") else para(words)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(c if c.startswith("<w:tc") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


_LEGAL = list_of(
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
    level(2, "lowerLetter", "%3)"),
)


def test_levels_of_a_list_print_the_numbers_above_them_as_figures() -> None:
    body = numbered("Mục tiêu") + numbered("Chung", 1) + numbered("Cụ thể", 1)
    body += numbered("Một", 2) + numbered("Nhiệm vụ") + numbered("Sở Y tế", 1)
    assert lines_of(body, numbering=_LEGAL) == [
        "I. Mục tiêu",
        "1.1. Chung",
        "1.2. Cụ thể",
        "a) Một",
        "II. Nhiệm vụ",
        "2.1. Sở Y tế",
    ]


def test_a_level_that_never_restarts_counts_on() -> None:
    lists = list_of(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    )
    body = numbered("A") + numbered("Một", 1) + numbered("B") + numbered("Hai", 1)
    assert lines_of(body, numbering=lists) == ["I. A", "1. Một", "II. B", "2. Hai"]


def test_a_list_that_begins_anew_has_its_own_start() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = numbered("Một") + numbered("Hai") + numbered("Năm", list_id=2)
    assert lines_of(body, numbering=list_of(level(0, "decimal", "%1."), more=more)) == [
        "1. Một",
        "2. Hai",
        "5. Năm",
    ]


def test_numbers_that_come_from_a_style_take_the_level_the_list_gives_it() -> None:
    lists = list_of(
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>'),
    )
    numbers = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Muc">{numbers}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="Khoan">{numbers}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Khoan"/></w:style>'
    )
    body = para("Nhiệm vụ", '<w:pStyle w:val="Muc"/>') + para(
        "Sở Y tế", '<w:pStyle w:val="Khoan"/>'
    )
    body += para("Sở Tư pháp", '<w:pStyle w:val="Con"/>')
    assert lines_of(body, numbering=lists, styles=styles) == [
        "I. Nhiệm vụ",
        "1. Sở Y tế",
        "2. Sở Tư pháp",
    ]


def test_a_paragraph_may_give_up_the_number_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    body = para("Không số", '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines_of(body, numbering=_LEGAL, styles=styles) == ["Không số"]


@pytest.mark.parametrize(
    ("sign", "printed"), [("-", "-"), ("+", "+"), ("\uf0b7", "-"), ("–", "-")], ids=repr
)
def test_bullets_are_signs_that_the_reader_knows(sign: str, printed: str) -> None:
    lists = list_of(level(0, "bullet", sign))
    assert lines_of(numbered("Tổ chức"), numbering=lists) == [f"{printed} Tổ chức"]


def test_numbers_go_on_below_a_table() -> None:
    body = numbered("Một") + table(row("a", "b")) + numbered("Hai")
    lines = lines_of(body, numbering=list_of(level(0, "decimal", "%1.")))
    assert lines == ["1. Một", "a | b", "2. Hai"]


def test_typed_letters_stay_as_typed() -> None:
    assert lines_of(para("đ) Sở Tư pháp")) == ["đ) Sở Tư pháp"]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = para(
        run("Ít nhất ")
        + f'<w:del w:id="1">{run("60%").replace("w:t", "w:delText")}</w:del>'
        + f'<w:ins w:id="2">{run("70%")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run(" số huyện")}</w:moveFrom>'
        + f'<w:moveTo w:id="4">{run(" số xã")}</w:moveTo>'
    )
    extracted = text_of(docx_of(body), "a.docx")
    assert extracted.text.strip() == "Ít nhất 70% số xã"
    assert "Track changes" in extracted.warnings[0]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_under_the_number_of_the_second() -> None:
    body = para(run("Sở Y tế chủ trì, "), '<w:rPr><w:del w:id="1"/></w:rPr>')
    body += numbered("phối hợp với Công an tỉnh") + numbered("Sở Tư pháp")
    assert lines_of(body, numbering=list_of(level(0, "decimal", "%1."))) == [
        "1. Sở Y tế chủ trì, phối hợp với Công an tỉnh",
        "2. Sở Tư pháp",
    ]


def test_deleted_rows_of_a_table_are_gone() -> None:
    body = table(row("1", "Giữ"), row("2", "Bỏ", properties='<w:del w:id="9"/>'))
    assert lines_of(body) == ["1 | Giữ"]


def test_the_mark_of_a_note_does_not_run_into_a_figure() -> None:
    body = para(run("Đạt 70%") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" số xã"))
    extracted = text_of(docx_of(body), "a.docx")
    assert extracted.text.strip() == "Đạt 70% số xã"
    assert "1 chú thích" in extracted.warnings[0]


def test_typed_note_marks_go_and_powers_stay() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = para(run("Đạt 70%") + run("1", raised) + run(" trên 500 m") + run("2", raised))
    assert lines_of(body) == ["Đạt 70% trên 500 m²"]


def test_text_boxes_of_both_kinds_are_read_once_and_after_their_paragraph() -> None:
    box = "<w:txbxContent>" + para("Trong hộp") + "</w:txbxContent>"
    new = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    old = (
        "<w:pict><v:textbox><w:txbxContent>"
        + para("Hộp cũ")
        + "</w:txbxContent></v:textbox></w:pict>"
    )
    body = f"<w:p><w:r>{new}</w:r><w:r>{old}</w:r>{run('Ngoài hộp')}</w:p>"
    assert lines_of(body) == ["Ngoài hộp", "Trong hộp", "Hộp cũ"]


def test_headings_set_in_capitals_come_out_in_capitals() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:caps/></w:rPr></w:style>'
    body = para("Kế hoạch", '<w:pStyle w:val="H"/>') + para(run("Mục tiêu", "<w:smallCaps/>"))
    body += para(run("Sở Y tế", '<w:caps w:val="0"/>'), '<w:pStyle w:val="H"/>')
    assert lines_of(body, styles=styles) == ["KẾ HOẠCH", "MỤC TIÊU", "Sở Y tế"]


def test_hidden_text_stays_hidden() -> None:
    body = para(run("Thấy") + run(" không thấy", "<w:vanish/>"))
    assert lines_of(body) == ["Thấy"]


def _field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark('separate')}"
        f"{run(result)}{mark('end')}"
    )


def test_page_numbers_and_contents_are_left_out_and_other_fields_show_their_result() -> None:
    body = para(_field(' TOC \\o "1-2" ', "I. MỤC TIÊU 3")) + para(_field("PAGE", "7"))
    body += para(run("Theo ") + _field(" REF abc ", "Điều 5"))
    assert lines_of(body) == ["Theo Điều 5"]


def test_a_field_left_open_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert lines_of(para(begin) + para("Còn đây")) == ["Còn đây"]
    assert lines_of(para(end) + para(begin) + para("Còn đây")) == ["Còn đây"]


def test_links_controls_and_tags_are_transparent() -> None:
    body = (
        "<w:sdt><w:sdtContent>" + para(run("Sở ") + f"<w:smartTag>{run('Y tế')}</w:smartTag>")
        + "</w:sdtContent></w:sdt>" + para(f"<w:hyperlink>{run('Trang tin')}</w:hyperlink>")
    )  # fmt: skip
    assert lines_of(body) == ["Sở Y tế", "Trang tin"]


def test_symbols_hyphens_and_breaks_print_as_they_look() -> None:
    body = para(
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 70% xã, phường")
        + "<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>" + run("đặc\u00ad khu")
        + "<w:r><w:br/></w:r>" + run("dòng hai")
    )  # fmt: skip
    assert lines_of(body) == ["≥ 70% xã, phường-đặc khu", "dòng hai"]


def test_cells_merged_down_repeat_and_cells_merged_across_leave_blanks() -> None:
    down = '<w:vMerge w:val="restart"/>'
    body = table(
        row("TT", "Nội dung", "Chủ trì"),
        row(cell("Nhóm một", '<w:gridSpan w:val="3"/>')),
        row("1", "Tập huấn", cell("Sở Y tế", down)),
        row("2", "Truyền thông", cell("", "<w:vMerge/>")),
    )
    assert lines_of(body) == [
        "TT | Nội dung | Chủ trì",
        "Nhóm một |  | ",
        "1 | Tập huấn | Sở Y tế",
        "2 | Truyền thông | Sở Y tế",
    ]


def test_agencies_on_lines_of_their_own_in_a_cell_stay_two() -> None:
    agencies = para("Sở Y tế") + para("Công an tỉnh")
    body = table(
        row("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì"),
        row("1", "Tổ chức tập huấn cho cán bộ xã", cell(agencies)),
    )
    opening = para("KẾ HOẠCH") + para("Chuyển đổi số năm 2024") + para("II. NHIỆM VỤ")
    text = text_of(docx_of(opening + body), "a.docx").text
    assert [task.lead for task in read(text).tasks] == [("Sở Y tế", "Công an tỉnh")]


def test_a_table_within_a_cell_stays_in_that_cell() -> None:
    inner = table(row("x", "y")) + para("")
    assert lines_of(table(row("1", f"<w:tc>{inner}</w:tc>", "cuối"))) == ["1 | x / y | cuối"]


_HEAD = table(
    row(
        cell(para("UBND TỈNH HÀ NAM") + para("SỞ Y TẾ")),
        cell(para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + para("Độc lập - Tự do - Hạnh phúc")),
    ),
    row(
        cell(para("Số: 12/SYT-VP") + para("V/v triển khai tiêm chủng") + para("mở rộng năm 2024")),
        cell("Hà Nam, ngày 05 tháng 3 năm 2024"),
    ),
)


def test_a_head_in_two_columns_gives_issuer_number_date_and_subject() -> None:
    body = _HEAD + para("Kính gửi: Các bệnh viện.") + para("Sở Y tế đề nghị các đơn vị báo cáo.")
    head = read(text_of(docx_of(body), "a.docx").text).document
    assert (head.type, head.number, head.date) == ("Công văn", "12/SYT-VP", "2024-03-05")
    assert head.title == "triển khai tiêm chủng mở rộng năm 2024"
    assert head.issuer is not None
    assert head.issuer.startswith("Sở")


def test_a_head_set_with_tabs_is_read_as_two_columns() -> None:
    tab = "<w:r><w:tab/></w:r>"
    body = para(run("ỦY BAN NHÂN DÂN") + tab + run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    body += para(run("XÃ TÂN LẬP") + tab + run("Độc lập - Tự do - Hạnh phúc"))
    body += para(run("Số: 12/KH-UBND") + tab + run("Tân Lập, ngày 05 tháng 3 năm 2024"))
    body += para("KẾ HOẠCH") + para("Chuyển đổi số năm 2024")
    head = read(text_of(docx_of(body), "a.docx").text).document
    assert (head.issuer, head.number) == ("Ủy ban nhân dân xã Tân Lập", "12/KH-UBND")


def test_runs_in_old_fonts_become_unicode_beside_unicode_runs() -> None:
    tcvn3 = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    capitals = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    body = para(run("kÕ ho¹ch", capitals)) + para(run("Sở Y tế ") + run("phèi hîp víi", tcvn3))
    body += para(run("Coâng an tænh", vni))
    assert lines_of(body) == ["KẾ HOẠCH", "Sở Y tế phối hợp với", "Công an tỉnh"]


def test_the_soft_hyphen_is_a_letter_in_an_old_font_and_nothing_elsewhere() -> None:
    tcvn3 = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    capitals = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    soft = "</w:t><w:softHyphen/><w:t>"
    body = para(run(f"Së T{soft} ph\u00b8p ®\u00ada", tcvn3) + run(f" đặc{soft} khu"))
    body += para(run(f"t{soft} ph\u00b8p", capitals))
    assert lines_of(body) == ["Sở Tư pháp đưa đặc khu", "TƯ PHÁP"]


def test_a_file_whose_fonts_are_not_named_keeps_its_soft_hyphens_until_it_is_known_to_be_old() -> (
    None
):
    soft = "</w:t><w:softHyphen/><w:t>"
    typed = f"KÕ ho¹ch cña ñy ban nh©n d©n tØnh vÒ c«ng t¸c t{soft} ph¸p vµ ng{soft}êi d©n"
    words = "Kế hoạch của ủy ban nhân dân tỉnh về công tác tư pháp và người dân"
    assert lines_of(para(run(typed))) == [words]


def test_unicode_under_the_name_of_an_old_font_is_left_alone() -> None:
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    assert lines_of(para(run("Kế hoạch và đề án", old))) == ["Kế hoạch và đề án"]


def test_empty_items_count_as_they_do_in_print() -> None:
    body = numbered("Một") + numbered(" ") + numbered("Ba")
    lists = list_of(level(0, "decimal", "%1."))
    assert lines_of(body, numbering=lists) == ["1. Một", "3. Ba"]


def test_tables_nested_beyond_reason_are_refused() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 120 + para("x") + "</w:tc></w:tr></w:tbl>" * 120
    with pytest.raises(UnreadableFileError) as caught:
        text_of(docx_of(body), "a.docx")
    assert caught.value.code == "damaged"
