"""Running other programs: with an end in time, stopped when nobody waits, and not on all cores."""

import math
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from .errors import CancelledError, scanning_error

_LOOK_SECONDS = 0.2  # how often a running program is asked whether anybody still wants it
_MOST_WRITTEN = 1024**3  # bytes of one file that a program writes


class ProgramError(Exception):
    """A program ended with a failure."""


class ProgramTimeoutError(ProgramError):
    """A program was stopped because it took too long."""


def never() -> bool:
    """Say that nobody has cancelled."""
    return False


def run(
    command: Sequence[str],
    *,
    seconds: float,
    cancelled: Callable[[], bool] = never,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """Run a program and return what it printed.

    Raises:
        ProgramTimeoutError: it ran longer than ``seconds`` and was stopped.
        ProgramError: it could not be started or reported a failure.
        CancelledError: ``cancelled`` came true while it ran; it was stopped.

    """
    # One core for each page: several readings at once must leave the server room to answer.
    given = {**os.environ, "OMP_THREAD_LIMIT": "1", **(environment or {})}
    end = time.monotonic() + seconds
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found by name, on files of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=given,
            start_new_session=os.name == "posix",
        )
    except OSError as error:
        raise ProgramError(str(error)) from error
    _bound(process, seconds)
    with process:
        while True:
            try:
                out, complaints = process.communicate(timeout=_LOOK_SECONDS)
                break
            except subprocess.TimeoutExpired:
                late = time.monotonic() > end
                if late or cancelled():
                    _stop(process)
                    raise (ProgramTimeoutError if late else CancelledError) from None
    if process.returncode != 0:
        raise ProgramError(complaints.decode("utf-8", "replace")[-500:])
    return out


def _bound(process: "subprocess.Popen[bytes]", seconds: float) -> None:
    """Let a program end by itself where the process that watches its time is killed."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - absent on Windows

    most = math.ceil(seconds) + 5
    try:
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (most, most))
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (_MOST_WRITTEN, _MOST_WRITTEN))
    except (OSError, ValueError):
        return  # it has ended already


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Stop a program and what it started: LibreOffice is a script that starts another."""
    if os.name == "posix":
        try:
            os.killpg(process.pid, 9)
        except ProcessLookupError:
            return
    else:
        process.kill()
    process.communicate()


def office() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def tesseract() -> str:
    """Return the path of tesseract.

    Raises:
        ScanningError: tesseract or its Vietnamese data are not installed.

    """
    found = shutil.which("tesseract")
    if found is None:
        raise scanning_error("no_tesseract")
    if "vie" not in languages(found):
        raise scanning_error("no_vietnamese")
    return found


@cache
def languages(program: str) -> frozenset[str]:
    """Return the languages that tesseract has data for."""
    try:
        listed = run([program, "--list-langs"], seconds=20)
    except ProgramError:
        return frozenset()
    return frozenset(listed.decode("utf-8", "replace").split())
