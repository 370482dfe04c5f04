"""Web pages in the shapes that legal portals and provinces give them; the markup is our own."""

import pytest

from liennganh.pure.planreader import read
from liennganh.pure.planreader.files import UnreadableFileError, text_of


def lines_of(markup: str, name: str = "a.html") -> list[str]:
    return text_of(markup.encode(), name).text.splitlines()


_HEAD = """<table border="0" cellpadding="0" cellspacing="0" width="100%"><tbody><tr>
<td width="40%"><p align="center"><b>ỦY BAN NHÂN DÂN<br>TỈNH HÀ NAM<br>-------</b></p></td>
<td width="60%"><p align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>
---------------</b></p></td></tr>
<tr><td><p align="center">Số:&nbsp;12/KH-UBND</p></td>
<td><p align="right"><i>Hà Nam, ngày 05 tháng 3 năm 2024</i></p></td></tr></tbody></table>"""

_PLAN = """<p align="center"><a name="loai_1"><b>KẾ HOẠCH</b></a></p>
<p align="center"><b>PHÒNG, CHỐNG ĐUỐI NƯỚC TRẺ EM NĂM 2024</b></p>
<p>Thực hiện Quyết định số <a href="/x">1248/QĐ-TTg</a> ngày 19/7/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân
tỉnh ban hành Kế hoạch như sau:</p>
<p><b>I. MỤC TIÊU</b></p><p>- Ít&nbsp;nhất 7<span>0%</span> xã, phường có hồ bơi.</p>
<p><b>II. NHIỆM VỤ</b></p>
<table class="MsoTableGrid" border="1"><tr><th>TT</th><th>Nội dung nhiệm vụ</th><th>Cơ quan chủ trì</th></tr>
<tr><td>1</td><td>Tổ chức lớp dạy bơi cho học sinh</td><td rowspan="2">Sở Y tế<br>Công an tỉnh</td></tr>
<tr><td>2</td><td>Rà soát các điểm nguy hiểm</td></tr></table>"""

# One page in a frame of nested tables, one in divisions with lists around, one as Word saves it.
_SHAPES = {
    "nested tables": f"<table><tr><td>{{menu}}</td></tr><tr><td><table><tr><td>{_HEAD}{_PLAN}</td></tr></table></td></tr></table>",
    "divisions": f"<div id='wrapper'><div class='top-menu'>{{menu}}</div><div class='content1'>{_HEAD}{_PLAN}</div><div class='box-lien-quan'>{{more}}</div></div>",
    "unclosed": f"<div>{_HEAD}{_PLAN.replace('</p>', '').replace('</td>', '').replace('</tr>', '')}</div><aside>{{more}}</aside>",
}
_MENU = "<ul><li><a href='/'>Trang chủ</a></li><li><a href='/d'>Đăng nhập</a></li></ul>"
_MORE = "<p>Văn bản liên quan</p><p>- Sở Tư pháp chủ trì, 90% văn bản khác.</p>"


@pytest.mark.parametrize("shape", _SHAPES)
def test_a_plan_is_read_whatever_the_portal_puts_around_it(shape: str) -> None:
    body = _SHAPES[shape].format(menu=_MENU if shape != "nested tables" else "", more=_MORE)
    page = (
        f"<html><head><title>t</title><script>var a='80% xã';</script></head><body>{body}"
        "<div style='display: none'>Ít nhất 55% xã ẩn.</div><footer>Ít nhất 66%</footer></body></html>"
    )
    reading = read(text_of(page.encode(), "a.html").text)
    head = reading.document
    assert (head.type, head.number, head.date) == ("Kế hoạch", "12/KH-UBND", "2024-03-05")
    assert head.issuer == "Ủy ban nhân dân tỉnh Hà Nam"
    assert [int(t.value) for t in reading.targets] == [70]
    assert [t.lead for t in reading.tasks] == [("Sở Y tế", "Công an tỉnh")] * 2


def test_inline_tags_do_not_break_words_and_breaks_do_break_lines() -> None:
    assert lines_of("<p>KẾ H<b>OẠ</b>CH<br/>năm&nbsp;2024</p>") == ["KẾ HOẠCH", "năm 2024"]


def test_merged_cells_repeat_downwards_and_leave_blanks_across() -> None:
    page = (
        "<table><tr><td>TT<td>Việc<td>Chủ trì<tr><td colspan=3>Nhóm một"
        "<tr><td>1<td>Tập huấn<td rowspan=2>Sở Y tế<tr><td>2<td>Báo cáo</table>"
    )
    assert [line.rstrip(" |") for line in lines_of(page)] == [
        "TT | Việc | Chủ trì",
        "Nhóm một",
        "1 | Tập huấn | Sở Y tế",
        "2 | Báo cáo | Sở Y tế",
    ]


def test_lists_print_the_labels_that_a_browser_shows() -> None:
    page = "<ol type=a start=2><li>Hai<li>Ba</ol><ul><li>Tổ chức</li><li>- Đã có dấu</li></ul>"
    assert lines_of(page) == ["b. Hai", "c. Ba", "- Tổ chức", "- Đã có dấu"]


def test_text_as_typed_keeps_its_lines() -> None:
    assert lines_of("<pre>KẾ HOẠCH\nNăm 2024</pre>") == ["KẾ HOẠCH", "Năm 2024"]


def test_the_mark_of_a_note_does_not_run_into_a_figure() -> None:
    assert lines_of("<p>Đạt 70%<sup>(1)</sup> số xã</p>") == ["Đạt 70% số xã"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1258"])
def test_a_page_is_read_in_the_code_it_states(encoding: str) -> None:
    words = (
        "Kế hoạch về trẻ em"
        if encoding != "cp1258"
        else "Kê\u0301 hoa\u0323ch vê\u0300 tre\u0309 em"
    )
    stated = {"cp1258": "windows-1258"}.get(encoding, encoding)
    page = f"<html><head><meta charset={stated}></head><body><p>{words}</p></body></html>"
    assert text_of(page.encode(encoding), "a.html").text == "Kế hoạch về trẻ em"


def test_old_font_letters_written_as_entities_become_unicode() -> None:
    words = "KÕ ho¹ch cña ñy ban nh©n d©n tØnh vÒ viÖc thùc hiÖn c«ng t¸c trÎ em"
    markup = "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in words)
    extracted = text_of(f"<p>{markup}</p>".encode(), "a.html")
    assert extracted.text == "Kế hoạch của ủy ban nhân dân tỉnh về việc thực hiện công tác trẻ em"
    assert extracted.warnings


def test_a_page_saved_as_a_web_archive_is_read() -> None:
    archive = (
        b"From: <Saved by browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n"
        b"--XX\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<p>S=E1=BB=9F Y t=E1=BA=BF</p>\r\n--XX--\r\n"
    )
    extracted = text_of(archive, "a.mht")
    assert (extracted.text, extracted.kind) == ("Sở Y tế", "html")


def test_a_page_under_the_name_of_a_word_file_is_read_as_what_it_is() -> None:
    assert lines_of("<html><body><p>Sở Y tế</p></body></html>", "van-ban.doc") == ["Sở Y tế"]


def test_tags_left_open_by_the_hundred_hide_nothing() -> None:
    assert "".join(lines_of("<font><b>Sở Y tế " * 300)).count("Sở Y tế") == 300


def test_tags_nested_by_the_thousand_are_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        lines_of("<div>" * 5_000 + "Sở Y tế" + "</div>" * 5_000)
    assert caught.value.code == "damaged"


def test_a_table_gone_wild_is_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        lines_of("<table><tr>" + "<td>x" * 80 + "</table>")
    assert caught.value.code == "table_too_large"


@pytest.mark.parametrize("data", [b"{\\rtf1\\ansi K\\'ea}", b"{\\rtf1"], ids=["whole", "torn"])
def test_rtf_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        text_of(data, "a.rtf")
    assert caught.value.code == "other_office"
    assert "Word (.docx)" in caught.value.message


def test_an_attribute_with_a_brace_in_its_name_is_read_over() -> None:
    page = b"<html><head><title<x</{itle></head><body><p>Ke hoach</p></body></html>"

    assert "Ke hoach" in text_of(page, "trang.html").text
