"""Where headings break into lines: evenly, and not inside a word of two syllables.

Centred lines in the boxes of the head of a document are few and short, so that each break shows.
Vietnamese writes the syllables of a word apart; the pairs below are the ones that stand in the names
of agencies and programmes. A pair that is missing costs only a less handsome break.
"""

from collections.abc import Callable
from functools import cache

# A name reads best when these begin a line of their own.
_STARTS = {"tỉnh", "thành", "xã", "phường", "đặc", "sở", "và", "về", "trên", "của", "giai", "năm"}
_PAIRS = frozenset(
    """an ninh|an toàn|bảo vệ|báo cáo|ban hành|ban ngành|bí thư|bộ trưởng|chỉ đạo|chỉ tiêu|chính phủ
    |chủ tịch|chương trình|công an|công tác|cộng đồng|cơ quan|cơ sở|dịch vụ|dự án|đặc khu|địa bàn
    |địa phương|điều tra|đoàn thể|đô thị|gia đình|giai đoạn|giáo dục|giám đốc|giám sát|hòa nhập
    |hội đồng|hội nghị|hỗ trợ|kế hoạch|kết quả|kiểm tra|lao động|liên ngành|mại dâm|ma túy|nạn nhân
    |nghị quyết|nhân dân|nhiệm vụ|nông dân|pháp luật|phát triển|phong trào|phó chủ|phòng, chống|phụ nữ
    |phương hướng|quản lý|quyết định|sơ kết|tệ nạn|thanh niên|thành lập|thành phố|thành viên|thông báo
    |thông tin|thương binh|thực hiện|tình hình|toàn dân|tội phạm|tổ chức|tổ quốc|tổng kết|trẻ em
    |triển khai|trưởng ban|truyền thông|tuyên truyền|ủy ban|uỷ ban|văn bản|văn hóa|văn phòng|xã hội
    |xây dựng|y tế""".replace("\n    ", "").split("|")
)
_BEFORE_FIGURES = {"năm", "tháng", "ngày", "quý", "số", "đợt", "lần", "khóa"}
# What a break is worth, against the squared share of a line that stays empty.
_GOOD, _BAD = 0.05, 0.4


def _cost(before: str, after: str) -> float:
    """Return what it costs to break between two words."""
    first, second = before.casefold(), after.casefold()
    if f"{first} {second.rstrip(',;.')}" in _PAIRS:
        return _BAD
    if first in _BEFORE_FIGURES and (second[:1].isdigit() or second[:1] in "ivx"):
        return _BAD
    return -_GOOD if second in _STARTS else 0.0


def balanced_lines(text: str, width_mm: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Break a heading into the fewest lines that fit, as even as can be.

    `measure` gives the width of a line in mm. A word wider than the box stays whole.
    """
    words = text.split(" ")

    @cache
    def best(start: int, lines: int) -> tuple[float, tuple[str, ...]] | None:
        """Return the cost and the lines of the words from `start` on, in that many lines."""
        rest = " ".join(words[start:])
        if lines == 1:
            left = 1 - measure(rest) / width_mm
            return (left * left, (rest,)) if left >= 0 or start == len(words) - 1 else None
        found: tuple[float, tuple[str, ...]] | None = None
        for cut in range(start + 1, len(words) - lines + 2):
            line = " ".join(words[start:cut])
            left = 1 - measure(line) / width_mm
            if left < 0 and cut > start + 1:
                break
            tail = best(cut, lines - 1)
            if tail is None:
                continue
            cost = left * left + _cost(words[cut - 1], words[cut]) + tail[0]
            if found is None or cost < found[0]:
                found = (cost, (line, *tail[1]))
        return found

    for lines in range(1, len(words) + 1):
        if (found := best(0, lines)) is not None:
            return found[1]
    return (text,)
