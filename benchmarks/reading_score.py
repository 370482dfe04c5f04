"""Score the plan reader against the gold plans: python benchmarks/reading_score.py [NAME …] [-v].

Prints one row per plan and the averages. Nothing in the reader is tuned numerically, so there is no
parameter to leave out; instead the last rows give, for each plan, the mean over the other eight,
which shows how far the average leans on a single plan.
"""

import importlib.util
import json
import os
import sys
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


def scores() -> dict[str, dict[str, Any]]:
    """Return the score of every plan that has a gold answer, by name."""
    from liennganh.pure.planreader import read, to_json  # noqa: PLC0415 - after the path is set

    judge = scorer()
    out: dict[str, dict[str, Any]] = {}
    for gold in sorted((SHARED / "reading" / "gold").glob("*.json")):
        plan = next((SHARED / "plans").glob(gold.stem + ".*"))
        reading = to_json(read(plan.read_text(encoding="utf-8")))
        out[gold.stem] = judge.score(json.loads(gold.read_text(encoding="utf-8")), reading)
    return out


def main() -> int:
    """Print the table."""
    if not (SHARED / "reading" / "gold").is_dir():
        print(f"reading_score: không thấy {SHARED / 'reading' / 'gold'}", file=sys.stderr)
        return 2
    found = scores()
    print(f"{'plan':30}" + "".join(f"{part[:9]:>10}" for part in PARTS) + f"{'mean':>8}")
    for name, score in found.items():
        row = "".join(f"{score[part]['f1']:10.3f}" for part in PARTS)
        print(f"{name:30}{row}{score['mean']:8.3f}")
    count = len(found)
    average = {part: sum(s[part]["f1"] for s in found.values()) / count for part in PARTS}
    mean = sum(s["mean"] for s in found.values()) / count
    print(f"{'average':30}" + "".join(f"{average[p]:10.3f}" for p in PARTS) + f"{mean:8.3f}")
    print("\nmean over the other eight, leaving one plan out (nothing is tuned numerically):")
    for name, score in found.items():
        print(f"{name:30}{(mean * count - score['mean']) / (count - 1):8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
