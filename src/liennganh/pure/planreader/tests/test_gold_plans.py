"""A ratchet over the real plans with gold answers: the scores may rise, never fall below these."""

import importlib.util
import json
import os
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from liennganh.pure.planreader import looks_like_plan, read, to_json

ROOT = Path(__file__).resolve().parents[5]
SHARED = Path(os.environ.get("LIENNGANH_SHARED", ROOT.parent / "shared"))
GOLD = sorted((SHARED / "reading" / "gold").glob("*.json")) if (SHARED / "reading").is_dir() else []
FLOOR_MEAN = 0.97
FLOOR_PART = 0.95
FLOOR_PLAN = 0.90
FLOOR_LEFT_OUT = 0.93  # each plan read without the phrases that it alone attests
PARTS = ("document", "legal_bases", "targets", "tasks", "leads", "supports", "reports", "budget")

pytestmark = [
    pytest.mark.plans,
    pytest.mark.skipif(not GOLD, reason="the gold plans are not beside the checkout"),
]


def plan_of(gold: Path) -> str:
    return next((SHARED / "plans").glob(gold.stem + ".*")).read_text(encoding="utf-8")


def benchmark(name: str) -> ModuleType:
    path = ROOT / "benchmarks" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = benchmark("reading_score").scores()
    return found


def test_the_mean_over_all_plans_does_not_fall(scores: dict[str, dict[str, Any]]) -> None:
    assert sum(s["mean"] for s in scores.values()) / len(scores) >= FLOOR_MEAN


@pytest.mark.parametrize("part", PARTS)
def test_no_part_falls(scores: dict[str, dict[str, Any]], part: str) -> None:
    assert sum(s[part]["f1"] for s in scores.values()) / len(scores) >= FLOOR_PART


def test_no_plan_is_left_behind(scores: dict[str, dict[str, Any]]) -> None:
    assert {name: s["mean"] for name, s in scores.items() if s["mean"] < FLOOR_PLAN} == {}


@pytest.mark.parametrize("gold", GOLD, ids=lambda p: p.stem)
def test_each_looks_like_a_plan(gold: Path) -> None:
    assert looks_like_plan(read(plan_of(gold))).is_plan


@pytest.mark.parametrize("gold", GOLD, ids=lambda p: p.stem)
def test_the_json_of_a_real_plan_can_be_written(gold: Path) -> None:
    assert json.loads(json.dumps(to_json(read(plan_of(gold)))))


@pytest.mark.parametrize("gold", GOLD, ids=lambda p: p.stem)
def test_deadlines_agree_with_the_gold_answers(gold: Path) -> None:
    expected = {
        (t["start"], float(t["value"])): t["deadline"]
        for t in json.loads(gold.read_text())["targets"]
    }
    found = {(t.start, float(t.value)): t.deadline for t in read(plan_of(gold)).targets}
    assert {k: v for k, v in found.items() if k in expected and v != expected[k]} == {}


def test_no_plan_hangs_on_words_of_its_own() -> None:
    left_out = benchmark("leave_one_out").scores()
    means = [score["mean"] for _, score in left_out.values()]
    assert all(count > 0 for count, _ in left_out.values())
    assert sum(means) / len(means) >= FLOOR_LEFT_OUT


def test_a_phrase_that_is_switched_off_matches_no_more_and_the_others_do() -> None:
    leave = benchmark("leave_one_out")
    source = r"(?:sơ kết|tổng kết(?: năm| (?P<half>sáu tháng))?|[|)]họp)"
    assert {a.text for a in leave.alternatives(source)} >= {"sơ kết", " năm", "[|)]họp"}
    less = re.compile(leave.without(source, frozenset({"sơ kết", " (?P<half>sáu tháng)"})))
    assert less.fullmatch("sơ kết") is None
    assert less.fullmatch("tổng kết sáu tháng") is None
    assert less.fullmatch("tổng kết năm")
    assert less.fullmatch("|họp")
