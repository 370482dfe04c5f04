"""Fixtures that every test may use: the cast, and a place for files."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from tests.cast import Cast, make_cast


@pytest.fixture(autouse=True)
def _own_home(settings: LazySettings, tmp_path: Path) -> None:
    """Keep the files of each test apart, and passwords cheap to hash."""
    settings.HOME = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None) -> Cast:
    """Return the known users, their agencies and a small province."""
    return make_cast()
