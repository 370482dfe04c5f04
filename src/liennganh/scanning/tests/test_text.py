"""From words with places to text: paragraphs, rows, page ends, and misreadings put right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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

    def test_the_two_columns_of_a_head_are_parted_by_a_bar(self) -> None:
        text = text_of(line(1, "ỦY BAN NHÂN DÂN") + line(1, "CỘNG HÒA XÃ HỘI", left=1000))
        assert text.strip() == "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI"

    def test_specks_and_strokes_are_no_text(self) -> None:
        text = text_of(line(1, FULL), line(2, "~ . '", certainty=0.1), line(3, "Tv", certainty=0.2))
        assert text.strip() == FULL

    def test_doubtful_words_are_told_with_their_places(self) -> None:
        sure, unsure = line(1, "Ít nhất"), line(1, "70% số", left=500, certainty=0.3)
        text, doubts = text_of_rows(rows_of([*sure, *unsure]))
        ((start, end, certainty),) = doubts
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
            "Ol 5 người",
            "Giai đoạn 2026-2030, Ủy ban nhân dân tỉnh Đắk Lắk; Ông Nguyễn Văn Á",
            "TT | MẮT | MẤT",
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
        assert stamp_in("MT", red=True) == "MẬT"
        assert stamp_in("TT | MT | Nhiệm vụ") == ""
        assert stamp_in("GIỮ BÍ MẬT NHÀ NƯỚC") == ""


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
