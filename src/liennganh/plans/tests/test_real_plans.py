"""The real plans beside the checkout go all the way from the file to a confirmed plan."""

import pytest
from tests.cast import Cast

from liennganh.plans import actions
from liennganh.plans.models import IntakeState
from liennganh.plans.queries import open_questions
from liennganh.plans.tests.samples import AT, REAL_PLANS, answer_everything

FILES = sorted(REAL_PLANS.glob("*.*")) if REAL_PLANS.is_dir() else []

pytestmark = [
    pytest.mark.plans,
    pytest.mark.skipif(not FILES, reason="the real plans do not lie beside the checkout"),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_a_real_plan_is_read_reviewed_and_confirmed(cast: Cast, path: object) -> None:
    intake = actions.start_intake(
        by=cast.lan,
        agency=cast.health,
        filename=path.name,  # type: ignore[attr-defined]
        content=path.read_bytes(),  # type: ignore[attr-defined]
        at=AT,
    )
    assert intake.state == IntakeState.REVIEW, intake.failure
    answer_everything(cast, intake)
    assert [one for one in open_questions(intake) if one.blocking] == []
    plan = actions.confirm_intake(by=cast.lan, intake=intake, at=AT)
    accepted = intake.items.filter(state="accepted").count()
    printed = sum(
        rows.count()
        for rows in (
            plan.targets,
            plan.qualitative,
            plan.tasks,
            plan.report_duties,
            plan.budget,
            plan.legal_bases,
        )
    )
    assert printed == accepted > 0
    for task in plan.tasks.all():
        assert task.text == plan.text[task.start : task.end]
