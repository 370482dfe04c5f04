"""The cast itself: each user wears the hat that the other tests take for granted."""

from tests.cast import Cast

from liennganh.accounts.roles import Role


def test_each_role_has_one_user_who_wears_its_hat(cast: Cast) -> None:
    worn = {user.hat.role for user in cast.everybody.values()}
    assert worn == set(Role.values)
