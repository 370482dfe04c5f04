"""Score the plan reader against the gold plans: python benchmarks/reading_score.py [--leave-one-out].

Prints one row per plan and the averages. With ``--leave-one-out`` it also prints what was tuned on
these plans, without them: the vocabulary (``leave_one_out.py``: each plan read without the phrases
that it alone attests) and the confidences (``calibration.py``: each plan judged by tables fitted on
the others). That takes about a minute.
"""

import importlib.util
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
SHARED = Path(os.environ.get("LIENNGANH_SHARED", ROOT.parent / "shared"))
PARTS = ("document", "legal_bases", "targets", "tasks", "leads", "supports", "reports", "budget")


def scorer() -> ModuleType:
    """Load the benchmark's own scorer from beside the gold answers."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "reading" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_plans() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the name, the text and the answer of every gold plan."""
    for gold in sorted((SHARED / "reading" / "gold").glob("*.json")):
        plan = next((SHARED / "plans").glob(gold.stem + ".*"))
        yield (
            gold.stem,
            plan.read_text(encoding="utf-8"),
            json.loads(gold.read_text(encoding="utf-8")),
        )


def scores(names: Sequence[str] = ()) -> dict[str, dict[str, Any]]:
    """Return the score of every plan that has a gold answer, or of those named, by name."""
    from liennganh.pure.planreader import read, to_json  # noqa: PLC0415 - after the path is set

    judge = scorer()
    return {
        name: judge.score(answer, to_json(read(text)))
        for name, text, answer in gold_plans()
        if not names or name in names
    }


def print_table(found: dict[str, dict[str, Any]]) -> None:
    """Print a row for each plan and the averages."""
    print(f"{'plan':30}" + "".join(f"{part[:9]:>10}" for part in PARTS) + f"{'mean':>8}")
    for name, score in found.items():
        row = "".join(f"{score[part]['f1']:10.3f}" for part in PARTS)
        print(f"{name:30}{row}{score['mean']:8.3f}")
    count = len(found)
    average = {part: sum(s[part]["f1"] for s in found.values()) / count for part in PARTS}
    mean = sum(s["mean"] for s in found.values()) / count
    print(f"{'average':30}" + "".join(f"{average[p]:10.3f}" for p in PARTS) + f"{mean:8.3f}")


def print_left_out() -> None:
    """Print what was tuned on a plan, without that plan."""
    import calibration  # noqa: PLC0415 - both need this module first
    import leave_one_out  # noqa: PLC0415 - both need this module first

    print("\neach plan read without the phrases that it alone attests (a lower bound):")
    print_table({name: score for name, (_, score) in leave_one_out.scores().items()})
    print("\nconfidences of each plan by tables fitted on the others:")
    calibration.check()


def main() -> int:
    """Print the table."""
    if not (SHARED / "reading" / "gold").is_dir():
        print(f"reading_score: không thấy {SHARED / 'reading' / 'gold'}", file=sys.stderr)
        return 2
    print_table(scores())
    if "--leave-one-out" in sys.argv:
        print_left_out()
    return 0


if __name__ == "__main__":
    sys.exit(main())
