"""A person who proved a provisional password, and gets no session until she has chosen her own."""

import datetime as dt

from django.contrib.sessions.backends.base import SessionBase

from liennganh.accounts.models import User

KEY = "pending_password"
LIFETIME = dt.timedelta(minutes=15)


def start(session: SessionBase, user: User, at: dt.datetime) -> None:
    """Remember who must choose a password. The session's key changes, against fixation."""
    session.cycle_key()
    session[KEY] = {
        "user": user.pk,
        "proof": user.get_session_auth_hash(),
        "until": (at + LIFETIME).timestamp(),
    }


def find(session: SessionBase, at: dt.datetime) -> User | None:
    """Return that person, unless time has run out or the password has been set meanwhile."""
    held = session.get(KEY)
    if held is None or at.timestamp() > held["until"]:
        return None
    user = User.objects.filter(pk=held["user"], is_active=True).first()
    if user is None or user.get_session_auth_hash() != held["proof"]:
        return None
    return user


def clear(session: SessionBase) -> None:
    """Forget it."""
    session.pop(KEY, None)
