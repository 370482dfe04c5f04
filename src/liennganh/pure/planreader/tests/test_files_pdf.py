"""PDF files drawn here line by line, read back as paragraphs, tables and heads."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from liennganh.pure.planreader import read
from liennganh.pure.planreader.files import RecognisedPage, UnreadableFileError, text_of
from liennganh.pure.planreader.files.joining import joined

_FONTS = (
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf",
)
LEFT, RIGHT, TOP = 85.0, 540.0, 780.0
Draw = Callable[[Canvas], None]


def pdf_of(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    font = next((f for f in _FONTS if Path(f).exists()), None)
    if font is None:
        pytest.skip("no font with Vietnamese letters: install the package fonts-liberation2")
    pdfmetrics.registerFont(TTFont("Body", font))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    for page in pages:
        canvas.setFont("Body", 13)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lines_of(*pages: Draw) -> list[str]:
    return text_of(pdf_of(*pages), "a.pdf").text.splitlines()


def wrapped(canvas: Canvas, words: str, top: float, indent: float = 30.0) -> float:
    """Draw a paragraph over the full width; return the height below it."""
    line, left = "", LEFT + indent
    for word in words.split():
        longer = f"{line} {word}".strip()
        if left + canvas.stringWidth(longer, "Body", 13) > RIGHT:
            canvas.drawString(left, top, line)
            line, left, top = word, LEFT, top - 17
        else:
            line = longer
    canvas.drawString(left, top, line)
    return top - 17


_LONG = (
    "Tổ chức tuyên truyền, phổ biến kiến thức về phòng, chống đuối nước cho trẻ em, gia đình và cộng "
    "đồng trên địa bàn toàn tỉnh bằng nhiều hình thức phù hợp với từng nhóm đối tượng"
)


def test_wrapped_lines_become_one_paragraph_and_headings_stay_apart() -> None:
    def page(canvas: Canvas) -> None:
        top = wrapped(canvas, "I. NHIỆM VỤ", TOP)
        top = wrapped(canvas, f"- {_LONG}.", top)
        top = wrapped(canvas, f"- {_LONG}, kể cả ngoài giờ học.", top)
        wrapped(canvas, "II. TỔ CHỨC THỰC HIỆN", top)

    assert lines_of(page) == [
        "I. NHIỆM VỤ",
        f"- {_LONG}.",
        f"- {_LONG}, kể cả ngoài giờ học.",
        "II. TỔ CHỨC THỰC HIỆN",
    ]


def test_a_paragraph_goes_on_over_the_page_past_running_head_and_number() -> None:
    words = f"{_LONG}. {_LONG} và báo cáo theo quy định.".split()

    def page(part: str, number: int, top: float, indent: float) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(200, 815, f"Kế hoạch số 12/KH-UBND - Trang {number}/3")
            canvas.drawString(300, 40, f"- {number} -")
            wrapped(canvas, part, top, indent)

        return draw

    first = " ".join(words[:48])
    pages = [
        page(first, 1, TOP, 30),
        page(" ".join(words[48:]), 2, TOP, 0),
        page("3. Sở Y tế", 3, TOP, 30),
    ]
    assert lines_of(*pages) == [" ".join(words), "3. Sở Y tế"]


def test_a_hyphen_at_the_end_of_a_line_stays_within_its_word() -> None:
    def page(canvas: Canvas) -> None:
        text = "Thực hiện Quyết định của Thủ tướng Chính phủ về công tác trẻ em số 1234/QĐ-"
        canvas.drawString(LEFT, TOP, text)
        canvas.drawString(
            LEFT, TOP - 17, "TTg giai đoạn 2021-2025 và các văn bản có liên quan, tỉnh yêu"
        )
        canvas.drawString(LEFT, TOP - 34, "cầu các sở thực hiện.")

    assert "1234/QĐ-TTg giai đoạn" in lines_of(page)[0]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("chịu trách nhi-", "ệm trước", "chịu trách nhiệm trước"),
        ("phổ biến th-", "ông tin", "phổ biến thông tin"),
        ("phát triển kinh tế-", "xã hội", "phát triển kinh tế-xã hội"),
        ("giai đoạn 2026-", "2030", "giai đoạn 2026-2030"),
        ("Nghị định số 109/2022/N", "Đ-CP", "Nghị định số 109/2022/NĐ-CP"),
        ("phòng, chống HIV/", "AIDS", "phòng, chống HIV/AIDS"),
        ("đạt 121/152", "Xã", "đạt 121/152 Xã"),
    ],
)
def test_lines_are_joined_as_one_would_read_them(before: str, after: str, whole: str) -> None:
    assert joined(before, after) == whole


def test_the_head_in_two_columns_keeps_wrapped_names_together() -> None:
    def page(canvas: Canvas) -> None:
        for at, words in enumerate(("ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN", "THƠ")):
            canvas.drawCentredString(160, TOP - 17 * at, words)
        canvas.drawCentredString(410, TOP, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT")
        canvas.drawCentredString(410, TOP - 17, "NAM")
        canvas.drawCentredString(410, TOP - 37, "Độc lập - Tự do - Hạnh phúc")
        canvas.drawCentredString(160, TOP - 60, "Số: 12/UBND-VX")
        canvas.drawCentredString(410, TOP - 60, "Cần Thơ, ngày 05 tháng 3 năm 2024")
        canvas.drawCentredString(160, TOP - 80, "V/v phòng, chống đuối")
        canvas.drawCentredString(160, TOP - 97, "nước trẻ em năm 2024")
        canvas.drawString(200, TOP - 130, "Kính gửi: Các sở, ban, ngành thành phố.")
        wrapped(canvas, f"{_LONG}.", TOP - 160)

    head = read(text_of(pdf_of(page), "a.pdf").text).document
    assert head.issuer == "Ủy ban nhân dân thành phố Cần Thơ"
    assert (head.type, head.number, head.date) == ("Công văn", "12/UBND-VX", "2024-03-05")
    assert head.title == "phòng, chống đuối nước trẻ em năm 2024"


def grid(
    canvas: Canvas, top: float, rows: Sequence[tuple[str, ...]], edges: tuple[float, ...]
) -> None:
    """Draw a ruled table; a cell "^" is merged with the one above, "<" with the one before."""
    for at, row in enumerate(rows):
        y = top - 40 * at
        for column, words in enumerate(row):
            left, right = edges[column], edges[column + 1]
            if words != "^":
                canvas.line(left, y, right, y)
            if words != "<":
                canvas.line(left, y, left, y - 40)
            if words not in {"^", "<"}:
                for number, line in enumerate(words.split("\n")):
                    canvas.drawString(left + 4, y - 15 - 15 * number, line)
        canvas.line(edges[-1], y, edges[-1], y - 40)
    canvas.line(edges[0], top - 40 * len(rows), edges[-1], top - 40 * len(rows))


_EDGES = (60.0, 95.0, 330.0, 440.0, 550.0)
_TITLES = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp")


def test_merged_cells_of_a_table_repeat_downwards_and_leave_blanks_across() -> None:
    def page(canvas: Canvas) -> None:
        rows = [
            _TITLES,
            ("Nhóm một", "<", "<", "<"),
            ("1", "Sửa nhà văn hóa", "Sở Xây dựng", "Công an tỉnh"),
            ("2", "Mở lớp đọc sách", "^", "Tỉnh đoàn"),
        ]
        grid(canvas, 700, rows, _EDGES)

    assert [line.rstrip(" |") for line in lines_of(page)] == [
        "TT | Nội dung nhiệm vụ | Chủ trì | Phối hợp",
        "Nhóm một",
        "1 | Sửa nhà văn hóa | Sở Xây dựng | Công an tỉnh",
        "2 | Mở lớp đọc sách | Sở Xây dựng | Tỉnh đoàn",
    ]


def test_agencies_on_short_lines_of_a_cell_stay_apart() -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, 700, [_TITLES, ("1", "Mở lớp đọc sách", "Sở Y tế\nTỉnh đoàn", "")], _EDGES)

    assert "Sở Y tế; Tỉnh đoàn" in lines_of(page)[1]


def test_a_table_over_two_pages_has_one_head_and_its_torn_row_is_whole() -> None:
    def first(canvas: Canvas) -> None:
        canvas.drawString(LEFT, 760, "II. NHIỆM VỤ VÀ GIẢI PHÁP CỦA KẾ HOẠCH")
        rows = [_TITLES, ("1", "Sửa chữa và nâng cấp các", "Sở Xây dựng", "Công an tỉnh")]
        grid(canvas, 140, rows, _EDGES)

    def second(canvas: Canvas) -> None:
        rows = [_TITLES, ("", "nhà văn hóa xã", "", ""), ("2", "Mở lớp đọc sách", "Tỉnh đoàn", "")]
        grid(canvas, 790, rows, _EDGES)

    assert [line.rstrip(" |") for line in lines_of(first, second)[1:]] == [
        "TT | Nội dung nhiệm vụ | Chủ trì | Phối hợp",
        "1 | Sửa chữa và nâng cấp các nhà văn hóa xã | Sở Xây dựng | Công an tỉnh",
        "2 | Mở lớp đọc sách | Tỉnh đoàn",
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_upright(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 420)
        canvas.rotate(turn)
        canvas.translate(-300, -300)
        canvas.drawString(100, 500, "I. NHIỆM VỤ")
        grid(canvas, 450, [_TITLES, ("1", "Sửa nhà văn hóa", "Sở Xây dựng", "")], _EDGES)
        canvas.drawString(100, 300, "II. TỔ CHỨC THỰC HIỆN")

    assert [line.rstrip(" |") for line in lines_of(page)] == [
        "I. NHIỆM VỤ",
        "TT | Nội dung nhiệm vụ | Chủ trì | Phối hợp",
        "1 | Sửa nhà văn hóa | Sở Xây dựng",
        "II. TỔ CHỨC THỰC HIỆN",
    ]


def test_a_wide_page_among_upright_ones_is_read_whole() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageSize(landscape(A4))
        canvas.drawString(LEFT, 500, "Phụ lục phân công nhiệm vụ của các cơ quan, đơn vị")

    def upright(canvas: Canvas) -> None:
        wrapped(canvas, f"- {_LONG}.", TOP)

    assert lines_of(upright, page)[-1] == "Phụ lục phân công nhiệm vụ của các cơ quan, đơn vị"


def test_a_watermark_across_the_page_is_left_out() -> None:
    def page(canvas: Canvas) -> None:
        wrapped(canvas, f"- {_LONG}.", TOP)
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "BẢN SAO LƯU HÀNH NỘI BỘ")

    assert lines_of(page) == [f"- {_LONG}."]


def test_letters_set_wide_apart_are_words() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "K\u1ebe HO\u1ea0CH TRI\u1ec2N KHAI", charSpace=4)
        wrapped(canvas, f"- {_LONG}.", TOP - 40)

    assert lines_of(page)[0] == "KẾ HOẠCH TRIỂN KHAI"


def test_raised_note_marks_and_their_notes_are_left_out_and_said_so() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "Đến năm 2025 đạt 70%")
        width = canvas.stringWidth("Đến năm 2025 đạt 70%", "Body", 13)
        canvas.setFont("Body", 8)
        canvas.drawString(LEFT + width, TOP + 5, "1")
        canvas.setFont("Body", 13)
        canvas.drawString(LEFT + width + 5, TOP, " số xã có hồ bơi trên 50 m")
        end = LEFT + width + 5 + canvas.stringWidth(" số xã có hồ bơi trên 50 m", "Body", 13)
        canvas.setFont("Body", 8)
        canvas.drawString(end, TOP + 5, "2")
        canvas.setFont("Body", 10)
        canvas.drawString(LEFT, 80, "1 Theo Báo cáo số 15/BC-UBND: 65% số xã.")

    extracted = text_of(pdf_of(page), "a.pdf")
    assert extracted.text == "Đến năm 2025 đạt 70% số xã có hồ bơi trên 50 m²"
    assert "1 chú thích" in extracted.warnings[0]


def test_accents_drawn_after_their_letters_and_ligatures_are_put_together() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(
            LEFT,
            TOP,
            "Ke\u0302\u0301 hoa\u0323ch pho\u0300ng, cho\u0302\u0301ng \ufb01lm, năm 2024",
        )

    assert lines_of(page) == ["Kế hoạch phòng, chống film, năm 2024"]


def test_a_text_layer_of_gibberish_counts_as_scanned() -> None:
    def page(canvas: Canvas) -> None:
        for at in range(20):
            canvas.drawString(
                LEFT, TOP - 17 * at, "ӂ+2Ҥ&+ 3+Ñ1* &+Ӕ1*Ĉ8Ӕ,1ѬӞ& 7Ҿ,75Ҿ(0_{}x^ ~a@b#c $%&d*e"
            )

    with pytest.raises(UnreadableFileError) as caught:
        text_of(pdf_of(page), "a.pdf")
    assert (caught.value.code, caught.value.pages) == ("scanned_pdf", (0,))


def test_old_fonts_without_unicode_are_turned() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 13)
        canvas.drawString(
            LEFT, TOP, "KÕ ho¹ch cña ñy ban nh©n d©n tØnh vÒ viÖc thùc hiÖn c«ng t¸c trÎ em"
        )

    extracted = text_of(pdf_of(page), "a.pdf")
    assert extracted.text == "Kế hoạch của ủy ban nhân dân tỉnh về việc thực hiện công tác trẻ em"
    assert extracted.warnings


def _blank(_: Canvas) -> None:
    """Draw nothing, as a scanned page has no letters."""


def _written(canvas: Canvas) -> None:
    wrapped(canvas, f"- {_LONG}.", TOP)


def test_pages_without_text_are_named_and_the_rest_is_read() -> None:
    extracted = text_of(pdf_of(_written, _blank, _written), "a.pdf")
    assert extracted.scanned_pages == (1,)
    assert extracted.text.count(_LONG) == 2
    assert "trang 2" in extracted.warnings[0]


def test_recognised_pages_come_out_in_their_places_with_their_doubts() -> None:
    page = RecognisedPage("2. Sở Y tế\n- Tập huấn.", ((3, 7, 0.4),))
    extracted = text_of(pdf_of(_written, _blank, _written), "a.pdf", recognised={1: page})
    assert extracted.text.split("\n")[1:3] == ["2. Sở Y tế", "- Tập huấn."]
    assert extracted.scanned_pages == ()
    (start, end, sure), *rest = extracted.doubts
    assert (extracted.text[start:end], sure, rest) == ("Sở Y", 0.4, [])


def test_a_scan_is_refused_with_its_pages_and_read_once_they_are_recognised() -> None:
    scan = pdf_of(_blank, _blank, _written)
    with pytest.raises(UnreadableFileError) as caught:
        text_of(scan, "a.pdf")
    assert (caught.value.code, caught.value.pages) == ("scanned_pdf", (0, 1))
    pages = {0: RecognisedPage("KẾ HOẠCH"), 1: RecognisedPage("I. MỤC TIÊU")}
    assert text_of(scan, "a.pdf", recognised=pages).text.startswith("KẾ HOẠCH\nI. MỤC TIÊU\n- ")


def test_a_scan_with_a_stamped_signature_is_still_a_scan() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawInlineImage(Image.new("L", (60, 84), 200), 0, 0, *A4)
        canvas.drawString(LEFT, TOP, "Ký bởi: Ủy ban nhân dân tỉnh; thời gian ký: 05/3/2024 10:20")

    with pytest.raises(UnreadableFileError) as caught:
        text_of(pdf_of(page), "a.pdf")
    assert caught.value.code == "scanned_pdf"
