"""No owner is a sentence: over every text at hand, long names are runs of bodies or posts."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from liennganh.pure.planreader import read

ROOT = Path(__file__).resolve().parents[5]
SHARED = Path(os.environ.get("LIENNGANH_SHARED", ROOT.parent / "shared"))
TEXTS = sorted((ROOT / "tests" / "reading").glob("*.txt")) + sorted((SHARED / "plans").glob("*.*"))
LONGEST = 12  # syllables, of "Ngân hàng Chính sách xã hội - Chi nhánh tỉnh …"
# A run under one "các", units named one by one, a post with what it is in charge of.
RUN = re.compile(r"[,:]|từ .+ đến | phụ trách | - ")
DEED = re.compile(
    r"(?<!\w)(?:chủ trì|phối hợp|tham mưu|tổ chức thực hiện|triển khai|báo cáo|hướng dẫn|tăng cường"
    r"|rà soát|chịu trách nhiệm|có trách nhiệm|căn cứ|bảo đảm|đề nghị|yêu cầu|đôn đốc)(?!\w)"
)
# As a heading prints it; what it does is how the class is told apart.
PRINTED = ("Các Sở, ngành chủ trì, quản lý, tham gia thực hiện các dự án",)


def owners(path: Path) -> Iterator[str]:
    for task in read(path.read_text(encoding="utf-8")).tasks:
        yield from (*task.lead, *task.support)


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_a_long_owner_is_a_run_or_a_post(path: Path) -> None:
    long = {n for n in owners(path) if len(n.split()) > LONGEST and not RUN.search(n)}
    assert long == set()


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_no_owner_holds_what_somebody_does(path: Path) -> None:
    assert [n for n in owners(path) if DEED.search(n) and not n.startswith(PRINTED)] == []
