"""Speed of the plan reader: python benchmarks/reading_speed.py [--patterns].

Reads synthetic plans of 20, 100 and 500 pages and prints, for each, the best of three times of the
processor beside a baseline of the same run (one pass of a trivial regex over the lines), their
ratio, the growth of the time a page, and memory: the peak of what the reading allocates and the
resident size of the process. With ``--patterns`` it gives the reader the worst runs that its own patterns match,
with 2,000, 4,000 and 8,000 characters, and prints those whose time grows faster than the text.
Times on a shared machine vary; ratio and growth are what counts.
"""

import re
import resource
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
SIZES = (2_000, 4_000, 8_000)  # characters
NOISE = 0.2  # seconds
CHARS_PER_PAGE = 2_300  # a full page of 14-point text by Decree 30/2020/NĐ-CP
HEAD = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 12/KH-UBND
Hà Nam, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Phòng, chống đuối nước trẻ em giai đoạn 2024 - 2025
Căn cứ Quyết định số 1248/QĐ-TTg ngày 19/7/2021 của Thủ tướng Chính phủ;
I. NHIỆM VỤ VÀ GIẢI PHÁP
"""
SECTION = """{n}. Nhóm nhiệm vụ thứ {n}
a) Chỉ tiêu
- Ít nhất {p}% số xã, phường, thị trấn tổ chức được ít nhất một hình thức tuyên truyền; giảm 3-5% số vụ mỗi năm.
b) Nhiệm vụ
- Sở Y tế chủ trì, phối hợp với Công an tỉnh, Sở Giáo dục và Đào tạo, các sở, ngành có liên quan và Ủy ban nhân dân các huyện, thành phố tổ chức tuyên truyền, phổ biến kiến thức cho trẻ em, gia đình và cộng đồng trên địa bàn toàn tỉnh bằng nhiều hình thức phù hợp với từng nhóm đối tượng.
- Rà soát, cảnh báo các khu vực nguy hiểm; hoàn thành trước ngày 30/6/2025. Định kỳ báo cáo kết quả về Sở Y tế trước ngày 15/12.
"""


def plan(pages: int) -> str:
    """Return a plan of about so many pages."""
    parts = [HEAD]
    size = 0
    number = 0
    while size < pages * CHARS_PER_PAGE:
        number += 1
        part = SECTION.format(n=number % 99 + 1, p=number % 100)
        parts.append(part)
        size += len(part)
    return "".join(parts)


def best(work: Callable[[str], object], text: str, rounds: int = 3) -> float:
    """Return the best time of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work(text)
        times.append(time.process_time() - start)
    return min(times)


def baseline(text: str) -> int:
    """Count the lines that begin with a number or a bullet."""
    return sum(1 for _ in re.finditer(r"(?m)^\s*(?:\d+\.|[a-zđ]\)|[-+])\s+(.*)$", text))


def resident() -> float:
    """Return the most memory the process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def print_growth() -> None:
    """Print the runs from the reader's own patterns whose time outgrows their length."""
    from liennganh.pure.planreader import read  # noqa: PLC0415 - after the path is set
    from liennganh.pure.planreader.tests import adversarial  # noqa: PLC0415 - after the path is set

    places = list(adversarial.PLACES.items())
    tried = 0
    for index, pattern in enumerate(adversarial.compiled()):
        for piece in adversarial.pieces_of(pattern, count=1):
            name, place = places[index % len(places)]
            texts = [place.format(piece=(piece + " ") * (n // len(piece))) for n in SIZES]
            tried += 1
            times = [best(read, text, 1) for text in texts]
            # Twice the text may take thrice the time: short times are mostly noise.
            if times[2] > NOISE and times[2] > 3 * times[1] > 9 * times[0]:
                shown = " ".join(f"{t * 1000:.0f}" for t in times)
                print(f"  {name:8} {shown:>18} ms  {piece[:60]!r}")
    print(f"{tried} runs from patterns tried; those above grow faster than their length")


def main() -> int:
    """Print the table."""
    from liennganh.pure.planreader import read  # noqa: PLC0415 - after the path is set

    read(plan(1))  # patterns are compiled on first use
    print(
        f"{'pages':>6}{'chars':>10}{'read ms':>10}{'baseline ms':>13}{'ratio':>8}{'ms/page':>9}{'growth':>8}{'peak MB':>9}{'RSS MB':>8}"
    )
    before = 0.0
    for pages in (20, 100, 500):
        text = plan(pages)
        seconds, plain = best(read, text), best(baseline, text)
        tracemalloc.start()
        read(text)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        per_page = seconds * 1000 / pages
        growth = per_page / before if before else 1.0
        before = per_page
        print(
            f"{pages:6}{len(text):10}{seconds * 1000:10.1f}{plain * 1000:13.2f}{seconds / plain:8.0f}"
            f"{per_page:9.2f}{growth:8.2f}{peak:9.1f}{resident():8.0f}"
        )
    if "--patterns" in sys.argv:
        print_growth()
    return 0


if __name__ == "__main__":
    sys.exit(main())
