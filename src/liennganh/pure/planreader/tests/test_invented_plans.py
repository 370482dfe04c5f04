"""A ratchet over plans of our own with hand-made answers; they need the scorer beside the checkout."""

import importlib.util
import json
import os
from pathlib import Path
from typing import Any

import pytest

from liennganh.pure.planreader import read, to_json

ROOT = Path(__file__).resolve().parents[5]
ANSWERS = sorted((ROOT / "tests" / "reading").glob("**/*.json"))
FLOOR_MEAN = 0.95
FLOOR_PART = 0.88
FLOOR_PLAN = 0.80
PARTS = ("document", "legal_bases", "targets", "tasks", "leads", "supports", "reports", "budget")

SHARED = Path(os.environ.get("LIENNGANH_SHARED", ROOT.parent / "shared"))
SCORER = SHARED / "reading" / "score.py"

pytestmark = [
    pytest.mark.plans,
    pytest.mark.skipif(not SCORER.is_file(), reason="the scorer is not beside the checkout"),
]


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Any]]:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return {
        answer.stem: scorer.score(
            json.loads(answer.read_text("utf-8")),
            to_json(read(answer.with_suffix(".txt").read_text("utf-8"))),
        )
        for answer in ANSWERS
    }


def test_the_mean_over_all_plans_does_not_fall(scores: dict[str, dict[str, Any]]) -> None:
    assert sum(s["mean"] for s in scores.values()) / len(scores) >= FLOOR_MEAN


@pytest.mark.parametrize("part", PARTS)
def test_no_part_falls(scores: dict[str, dict[str, Any]], part: str) -> None:
    assert sum(s[part]["f1"] for s in scores.values()) / len(scores) >= FLOOR_PART


def test_no_plan_is_left_behind(scores: dict[str, dict[str, Any]]) -> None:
    assert {name: s["mean"] for name, s in scores.items() if s["mean"] < FLOOR_PLAN} == {}
