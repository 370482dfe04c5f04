"""How the text of a task is shown away from its page."""

import pytest

from liennganh.programmes.models import Task
from liennganh.programmes.wording import bare


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("- Xây dựng kế hoạch", "Xây dựng kế hoạch"),
        ("+ Xây dựng kế hoạch", "Xây dựng kế hoạch"),
        ("• Xây dựng kế hoạch", "Xây dựng kế hoạch"),
        ("a) Xây dựng kế hoạch", "Xây dựng kế hoạch"),
        ("đ) - Xây dựng kế hoạch", "Xây dựng kế hoạch"),
        ("Xây dựng kế hoạch – hằng năm", "Xây dựng kế hoạch – hằng năm"),
        ("100% xã ban hành kế hoạch", "100% xã ban hành kế hoạch"),
        ("-", "-"),
    ],
)
def test_the_mark_before_a_task_is_not_part_of_its_words(printed: str, shown: str) -> None:
    assert bare(printed) == shown


def test_a_task_is_called_by_its_words() -> None:
    assert str(Task(text="- Xây dựng kế hoạch")) == "Xây dựng kế hoạch"
