"""The real plans beside the checkout; tests that need them are skipped where they are absent."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("LIENNGANH_SHARED", Path(__file__).resolve().parents[2] / "shared"))
PLANS = SHARED / "plans"

needs_plans = pytest.mark.skipif(not PLANS.is_dir(), reason="the real plans are not here")
