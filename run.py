#!/usr/bin/env python3
"""Set everything up and run it, with nothing but Python 3.11 or later.

    python3 run.py demo     a living demonstration in the browser
    python3 run.py test     every check and every test

The first call makes a virtual environment in ``.venv`` from the locked requirements (with uv where
it is installed, with venv and pip elsewhere). Any other command is handed on to ``liennganh``.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
NEEDED = (3, 11)


def call(*command: object, env: dict[str, str] | None = None) -> int:
    """Run a command in the checkout and return its exit status."""
    return subprocess.run(  # noqa: PLW1510 - the status is handed on, not raised
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})}
    ).returncode


def must(*command: object) -> None:
    """Run a command and stop with its status when it fails."""
    if status := call(*command):
        sys.exit(status)


def state_of(lock: str) -> str:
    """Return what an environment made from this lock is recognised by."""
    parts = (ROOT / "requirements" / f"{lock}.txt", ROOT / "pyproject.toml")
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def installed(lock: str) -> bool:
    """Tell whether ``.venv`` already holds this lock; the development lock holds the other."""
    stamps = {name: VENV / f"installed-{name}" for name in (lock, "dev")}
    return PYTHON.exists() and any(
        stamp.exists() and stamp.read_text() == state_of(name) for name, stamp in stamps.items()
    )


def install(lock: str) -> None:
    """Bring ``.venv`` to the state of the lock; nothing is done when it is there already."""
    if installed(lock):
        return
    print("Chuẩn bị môi trường … / Setting up …", file=sys.stderr, flush=True)
    requirements = ROOT / "requirements" / f"{lock}.txt"
    if uv := shutil.which("uv"):
        if not PYTHON.exists():
            must(uv, "venv", "--quiet", "--python", sys.executable, VENV)
        pip = (uv, "pip", "install", "--quiet", "--python", PYTHON)
    else:
        if not PYTHON.exists():
            must(sys.executable, "-m", "venv", VENV)
        pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    must(*pip, "--require-hashes", "-r", requirements)
    must(*pip, "--no-deps", "-e", ".")
    (VENV / f"installed-{lock}").write_text(state_of(lock))


def main() -> int:
    """Dispatch the first argument."""
    if sys.version_info < NEEDED:
        print("Cần Python 3.11 trở lên. / Python 3.11 or later is needed.")
        return 2
    if len(sys.argv) == 1 or sys.argv[1] in {"-h", "--help"}:
        print(__doc__)
        return 0
    command, *rest = sys.argv[1:]
    if command == "test":
        install("dev")
        return call(PYTHON, ROOT / "scripts" / "check.py", *rest)
    install("app")
    return call(PYTHON, "-m", "liennganh", command, *rest)


if __name__ == "__main__":
    sys.exit(main())
