"""A ratchet over the real plans with gold answers: the scores may rise, never fall below these."""

import importlib.util
import json
import os
from pathlib import Path
from typing import Any

import pytest

from liennganh.pure.planreader import looks_like_plan, read, to_json

ROOT = Path(__file__).resolve().parents[5]
SHARED = Path(os.environ.get("LIENNGANH_SHARED", ROOT.parent / "shared"))
GOLD = sorted((SHARED / "reading" / "gold").glob("*.json")) if (SHARED / "reading").is_dir() else []
FLOOR_MEAN = 0.97
FLOOR_PART = 0.95
FLOOR_PLAN = 0.90
PARTS = ("document", "legal_bases", "targets", "tasks", "leads", "supports", "reports", "budget")

pytestmark = [
    pytest.mark.plans,
    pytest.mark.skipif(not GOLD, reason="the gold plans are not beside the checkout"),
]


def plan_of(gold: Path) -> str:
    return next((SHARED / "plans").glob(gold.stem + ".*")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Any]]:
    spec = importlib.util.spec_from_file_location("score", ROOT / "benchmarks" / "reading_score.py")
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    found: dict[str, dict[str, Any]] = benchmark.scores()
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
