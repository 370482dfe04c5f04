"""From words with places to text: paragraphs, rows, page ends, and misreadings put right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liennganh.pure.vietnamese import fold
from liennganh.scanning.agreeing import agreed
from liennganh.scanning.layout import DOUBTFUL, rows_of, table_rows, text_of_rows
from liennganh.scanning.mending import mend, stamp_in
from liennganh.scanning.recognising import Page, compose
from liennganh.scanning.words import Word, words_of

LINE = 50  # pixels from line to line


def line(number: int, words: str, left: int = 300, certainty: float = 0.96) -> list[Word]:
    """Set words on a line, 20 pixels a letter."""
    found = []
    for text in words.split(" "):
        right = left + 20 * len(text)
        if text:
            found.append(
                Word(
                    0,
                    (1, 1, number),
                    left,
                    number * LINE,
                    right,
                    number * LINE + 36,
                    certainty,
                    text,
                )
            )
        left = right + 20
    return found


def text_of(*lines: list[Word]) -> str:
    return text_of_rows(rows_of(word for one in lines for word in one))[0]


FULL = "Sở Y tế chủ trì, phối hợp với Công an tỉnh và các cơ quan liên quan tổ chức"


class TestParagraphs:
    def test_lines_that_fill_the_width_are_one_paragraph(self) -> None:
        text = text_of(line(1, FULL, 360), line(2, FULL), line(3, "thực hiện."), line(4, FULL, 360))
        assert text.strip().split("\n") == [f"{FULL} {FULL} thực hiện.", FULL]

    def test_a_bullet_and_a_number_open_a_paragraph(self) -> None:
        text = text_of(line(1, FULL), line(2, "- " + FULL), line(3, "2. " + FULL), line(4, "II. A"))
        assert len(text.strip().split("\n")) == 4

    def test_a_dash_within_a_name_opens_nothing(self) -> None:
        short = FULL.removesuffix(" tổ chức")
        others = [line(n, short, 400 if n % 2 else 300) for n in range(4, 14)]
        text = text_of(line(1, FULL, 400), line(2, FULL), line(3, "- Thương binh."), *others)
        assert text.strip().split("\n")[0] == f"{FULL} {FULL} - Thương binh."

    def test_a_number_at_the_margin_that_a_full_line_breaks_before_opens_nothing(self) -> None:
        long = FULL.removesuffix(" tổ chức") + " Khoản"
        short = FULL.removesuffix(" tổ chức")
        others = [line(n, short, 400 if n % 2 else 300) for n in range(4, 14)]
        text = text_of(line(1, FULL, 400), line(2, long), line(3, "2. Điều 90 của Luật."), *others)
        assert text.strip().split("\n")[0] == f"{FULL} {long} 2. Điều 90 của Luật."

    def test_nothing_goes_on_after_the_sign_that_a_plan_ends(self) -> None:
        text = text_of(line(1, FULL), line(2, FULL[:-3] + "./."), line(3, "*Nơi nhận:*"))
        assert text.strip().split("\n")[-1] == "*Nơi nhận:*"

    def test_a_doubtful_number_before_a_heading_is_kept(self) -> None:
        doubtful = line(1, "I/", certainty=0.2)
        text = text_of(doubtful + line(1, "CHỈ TIÊU", left=400), line(2, FULL))
        assert text.strip().split("\n")[0] == "I/ CHỈ TIÊU"

    def test_the_two_columns_of_a_head_are_parted_by_a_bar(self) -> None:
        text = text_of(line(1, "ỦY BAN NHÂN DÂN") + line(1, "CỘNG HÒA XÃ HỘI", left=1000))
        assert text.strip() == "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI"

    def test_specks_and_strokes_are_no_text(self) -> None:
        text = text_of(line(1, FULL), line(2, "~ . '", certainty=0.1), line(3, "Tv", certainty=0.2))
        assert text.strip() == FULL

    def test_doubtful_words_are_told_with_their_places(self) -> None:
        sure, unsure = line(1, "Ít nhất"), line(1, "70% số", left=500, certainty=0.3)
        text, doubts = text_of_rows(rows_of([*sure, *unsure]))
        ((start, end, certainty),) = compose([Page(1, text, doubts)]).doubts
        assert text[start:end] == "70% số"
        assert certainty == 0.3 < DOUBTFUL


def page(number: int, text: str) -> Page:
    return Page(number, text)


class TestPageEnds:
    def test_a_paragraph_torn_by_a_page_end_is_one_again(self) -> None:
        whole = compose([page(1, " Giao Sở"), page(2, "Y tế chủ trì.\n")])
        assert whole.text == "Giao Sở Y tế chủ trì."
        assert whole.part(0)[0] == whole.text
        assert whole.part(1)[0] == ""

    def test_pages_that_do_not_follow_one_another_are_not_joined(self) -> None:
        whole = compose([page(1, " Giao Sở"), page(7, "Y tế chủ trì.\n")])
        assert whole.text == "Giao Sở\nY tế chủ trì."

    def test_page_numbers_and_running_heads_are_dropped(self) -> None:
        pages = [page(n, f" {n}\nCÔNG BÁO/Số {n}\nViệc thứ {chr(96 + n)}.\n") for n in (1, 2, 3, 4)]
        assert compose(pages).text.split("\n") == [f"Việc thứ {letter}." for letter in "abcd"]

    def test_a_row_torn_by_a_page_end_is_one_again_and_the_head_stands_once(self) -> None:
        head = "TT | Nhiệm vụ | Chủ trì"
        first = f"{head}\n1 | Rà soát | Sở Y tế\n2 | Tổ chức | Công an\n"
        second = f"{head}\n| tập huấn | tỉnh\n3 | Báo cáo | Sở Nội vụ\n"
        assert compose([page(1, first), page(2, second)]).text.split("\n") == [
            head,
            "1 | Rà soát | Sở Y tế",
            "2 | Tổ chức tập huấn | Công an tỉnh",
            "3 | Báo cáo | Sở Nội vụ",
        ]

    @given(
        st.lists(
            st.text("aB1. |-\n", max_size=30).flatmap(
                lambda text: st.tuples(
                    st.just(text),
                    st.integers(0, max(len(text) - 1, 0)),
                    st.integers(1, 6),
                )
            ),
            max_size=4,
        )
    )
    def test_doubts_and_pages_always_lie_within_the_text(
        self, drawn: list[tuple[str, int, int]]
    ) -> None:
        pages = [
            Page(n, text, ((start, min(start + size, len(text)), 0.5),) if text else ())
            for n, (text, start, size) in enumerate(drawn, start=1)
        ]
        whole = compose(pages)
        assert all(0 <= start < end <= len(whole.text) for start, end, _ in whole.doubts)
        assert len(whole.spans) == len(pages)
        assert all(0 <= start <= end <= len(whole.text) for start, end in whole.spans)


class TestMending:
    @pytest.mark.parametrize(
        ("read", "printed"),
        [
            ("đạt 1O0% số xã", "đạt 100% số xã"),
            ("ít nhất l5 % số", "ít nhất 15 % số"),
            ("năm 20l6", "năm 2016"),
            ("SởYtế | CôngAn", "Sở Y tế | Công An"),
            ("Nghị định số 178/2004/ND-CP", "Nghị định số 178/2004/NĐ-CP"),
            ("I. Mục tiêu\nH. Nội dung\nHI. Kinh phí", "I. Mục tiêu\nII. Nội dung\nIII. Kinh phí"),
            ("I. A\nII. B\nII. C\nIV. D", "I. A\nII. B\nIII. C\nIV. D"),
            (
                "U MỤC ĐÍCH\nII/ CHỈ TIÊU\nII/ NỘI DUNG\nIV/ VỐN",
                "I/ MỤC ĐÍCH\nII/ CHỈ TIÊU\nIII/ NỘI DUNG\nIV/ VỐN",
            ),
            ("I.MỤC TIÊU\nH. NỘI DUNG", "I. MỤC TIÊU\nII. NỘI DUNG"),
            ("I | Hạ tầng\nI | Thể chế\nIH | Dữ liệu", "I | Hạ tầng\nII | Thể chế\nIII | Dữ liệu"),
            ("trong quý H/2022; quý II, IH/2023", "trong quý II/2022; quý II, III/2023"),
            ("4. Một\nS. Hai\n6. Ba", "4. Một\n5. Hai\n6. Ba"),
            ("1. Sở Lao động — Thương binh", "1. Sở Lao động – Thương binh"),
            ("~ Sở Y tế chủ trì", "- Sở Y tế chủ trì"),
            ('chuyên mục “Trẻ em" mỗi tuần', "chuyên mục “Trẻ em” mỗi tuần"),
            ("số 55/2023/TT- BTC", "số 55/2023/TT-BTC"),
            ("số 1687/NQ-UBTVQHI15, 81/2025/UBTVQHI5", "số 1687/NQ-UBTVQH15, 81/2025/UBTVQH15"),
            ("Số: 12KH-UBND | A, ngày 5", "Số: 12/KH-UBND | A, ngày 5"),
            ("số 1290QĐ-TTg; số 7KH-BCĐ", "số 1290/QĐ-TTg; số 7/KH-BCĐ"),
            ("Kế hoạch số 45KH-SYT của Sở", "Kế hoạch số 45/KH-SYT của Sở"),
            ("Tỉnh đoàn | UBND) các xã", "Tỉnh đoàn | UBND các xã"),
            ("XÃ HỘI CHỦ NGHĨA VIỆT\nTỈNH A | NAM\nSố", "XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH A\nSố"),
            ("MẶT\n\nỦY BAN NHÂN DÂN", "MẬT\n\nỦY BAN NHÂN DÂN"),
        ],
    )
    def test_what_cannot_mean_anything_else_is_put_right(self, read: str, printed: str) -> None:
        assert mend(read, ())[0] == printed

    @pytest.mark.parametrize(
        "text",
        [
            "A. Một\nG. Hai\nH. Ba",
            "I. Một\n1. Hai\n11. Ba",
            "II. Một\nII. Hai\nIII. Ba",
            "Hằng quý | Tối thiểu 500 hộ",
            "2. Một\nB. Hai\n3. Ba",
            'Sở Nội vụ (gọi tắt là SNV) chủ trì; “Một” và "Hai"',
            "Ol 5 người",
            "Giai đoạn 2026-2030, Ủy ban nhân dân tỉnh Đắk Lắk; Ông Nguyễn Văn Á",
            "TT | MẮT | MẤT",
            "số 12/KH-UBND, 130/2020/NĐ-CP; số 12-KH/TU",
            "phòng 12KT-XH; máy 4HD-TV; mẫu 2KH-XXI; biểu 3BC-Sở",
            "mã A12KH-UBND, mục 1.12KH-UBND, 12KH-UBNDX",
        ],
    )
    def test_what_may_be_meant_is_left(self, text: str) -> None:
        assert mend(text, ())[0] == text

    def test_doubts_move_with_the_text(self) -> None:
        text, doubts = mend("I. Một\nH. Hai", ((0, 2, 0.1), (7, 9, 0.2), (10, 13, 0.3)))
        assert [text[start:end] for start, end, _ in doubts] == ["I.", "II.", "Hai"]

    def test_a_stamp_is_known_where_it_stands_alone(self) -> None:
        assert stamp_in("SỞ Y TẾ\nTUYỆT MẶT\nSố: 1") == "TUYỆT MẬT"
        assert stamp_in("SỞ Y TẾ | MẬT |") == "MẬT"
        assert stamp_in("MT", red=True) == stamp_in("MÍT", red=True) == "MẬT"
        assert stamp_in("MÍT") == ""
        assert stamp_in("TT | MT | Nhiệm vụ") == ""
        assert stamp_in("GIỮ BÍ MẬT NHÀ NƯỚC") == ""


class TestMarks:
    def test_a_pair_of_words_with_one_way_of_writing_is_written_so(self) -> None:
        assert (
            agreed("Sở Văn hóa và Thế thao; BÌNH ĐĂNG", ()) == "Sở Văn hóa và Thể thao; BÌNH ĐẲNG"
        )

    def test_what_the_document_says_often_is_said_everywhere(self) -> None:
        text = "Đảo Phú Quý xa. Đảo Phú Quý đẹp. Đảo Phú Quý xa. Đảo Phủ Quý xa."
        assert agreed(text, ()) == text.replace("Phủ", "Phú")

    def test_a_word_that_seemed_certain_yields_only_to_both_its_neighbours(self) -> None:
        text = "công tác xã, công tác huyện, công tác tỉnh; cộng tác viên"
        assert agreed(text, ()) == text
        start = text.index("cộng")
        assert agreed(text, ((start, start + 4, 0.5),)).endswith("công tác viên")

    @pytest.mark.parametrize("text", ["hoà bình, hòa bình, hòa bình", "báo cáo, báo về xã", ""])
    def test_two_ways_of_writing_are_both_left(self, text: str) -> None:
        assert agreed(text, ((0, len(text), 0.1),)) == text

    @given(st.text("aáàạăằoóuư đĐT,.\n", max_size=80))
    def test_no_word_changes_its_place(self, text: str) -> None:
        after = agreed(text, ((0, len(text), 0.1),))
        assert fold(after) == fold(text)
        assert len(after) == len(text)


def test_cells_of_a_row_stand_on_one_line() -> None:
    rows = table_rows((0, 0, 9, 9), [[[("TT", 0.9)], [("Nhiệm", 0.9), ("vụ", 0.4)]], [[], []]])
    text, doubts = text_of_rows(rows)
    assert text == "TT | Nhiệm vụ\n"
    assert [text[start:end] for start, end, _ in doubts] == ["vụ"]


def test_only_words_are_taken_from_what_tesseract_prints() -> None:
    table = (
        "level\tpage_num\t...\n1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n"
        "5\t2\t1\t1\t3\t1\t10\t20\t30\t40\t87.5\tSở\n5\t2\t1\t1\t3\t2\t50\t20\t9\t40\t95\t \n"
    )
    assert list(words_of(table)) == [Word(1, (1, 1, 3), 10, 20, 40, 60, 0.875, "Sở")]
