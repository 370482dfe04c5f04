"""Folders in which files lie while programs work on them, and what a dead process left of them."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "ln-plan-"
_LEAST_AGE = 600  # seconds: where processes see other numbers than ours, none is taken for dead


@contextmanager
def working_folder() -> Iterator[Path]:
    """Give a folder that only this user can open and that goes when the block ends.

    Its name says which process it belongs to.
    """
    with tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-") as name:
        yield Path(name)


def sweep(*, now: float | None = None) -> int:
    """Remove the folders of processes that were killed; they hold copies of plans.

    ``now`` is in seconds since 1970. Returns how many folders there were.
    """
    if os.name != "posix":
        return 0
    late = (time.time() if now is None else now) - _LEAST_AGE
    found = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            state = folder.lstat()
        except OSError:
            continue
        process = folder.name.removeprefix(_PREFIX).partition("-")[0]
        ours = state.st_uid == os.getuid() and not folder.is_symlink() and folder.is_dir()
        if ours and state.st_mtime < late and process.isdigit() and not _runs(int(process)):
            shutil.rmtree(folder, ignore_errors=True)
            found += 1
    return found


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
