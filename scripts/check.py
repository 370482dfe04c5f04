"""Every check and every test, in the order in which they are cheapest to fail.

``python3 run.py test`` calls it; arguments are handed on to pytest, and then only the tests run.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

# What the tests use when it is there; without it they are skipped, and this says so.
SYSTEM = {
    "chromium": "journeys in a real browser",
    "soffice": "DOCX to PDF (Debian: libreoffice-writer-nogui)",
    "tesseract": "reading scans (Debian: tesseract-ocr, tesseract-ocr-vie)",
    "antiword": "old Word files without LibreOffice (Debian: antiword)",
    "pdftotext": "looking into PDF pages (Debian: poppler-utils)",
}


# What says nothing about the database, or says the same on both, runs once.
WITHOUT_DATABASE = (
    "src/liennganh/pure",
    "src/liennganh/scanning",
    "src/liennganh/ui",
    "src/liennganh/cli",
    "src/liennganh/demo",
    "tests/journeys",
    "tests/test_accessibility.py",
    "tests/test_bad_requests.py",
    "tests/test_translations.py",
)


def step(name: str, *command: object, env: dict[str, str] | None = None) -> None:
    """Run one check; stop at the first that fails."""
    print(f"── {name}", flush=True)
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})}, check=False
    )
    if done.returncode:
        print(f"✗ {name}", flush=True)
        sys.exit(done.returncode)


def postgres_answers() -> bool:
    """Tell whether a PostgreSQL server listens where the tests look for one."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", 5432)) == 0


def main(arguments: list[str]) -> None:
    """Run the checks, then the tests."""
    with tempfile.TemporaryDirectory(prefix="liennganh-") as home:
        env = {
            "LIENNGANH_HOME": home,
            "DJANGO_SETTINGS_MODULE": "liennganh.config.settings",
            "PYTHONWARNINGS": "default",
        }
        python = sys.executable
        if arguments:
            step("pytest", python, "-m", "pytest", *arguments, env=env)
            return
        step("ruff check", BIN / "ruff", "check", ".")
        step("ruff format", BIN / "ruff", "format", "--check", ".")
        step("mypy --strict", BIN / "mypy", "src", "tests", "conftest.py", env=env)
        step("import contracts", BIN / "lint-imports")
        templates = [str(path) for path in ROOT.glob("src/**/templates/**/*.html")]
        step("djade", BIN / "djade", "--check", "--target-version", "5.2", *templates)
        step("translations", python, ROOT / "scripts" / "make_messages.py", "--check", env=env)
        django = (python, "-m", "django")
        step("manage.py check", *django, "check", "--fail-level", "WARNING", env=env)
        step("migrations", *django, "makemigrations", "--check", "--dry-run", env=env)
        for command, use in SYSTEM.items():
            if shutil.which(command) is None:
                print(f"!! {command} is not installed, so these tests are skipped: {use}")
        workers = ("-n", "2", "--dist", "loadfile") if (os.cpu_count() or 1) > 1 else ()
        step("tests on SQLite", python, "-m", "pytest", *workers, env=env)
        if postgres_answers():
            url = os.environ.get(
                "LIENNGANH_TEST_PG", "postgresql://postgres@127.0.0.1:5432/postgres"
            )
            step(
                "tests on PostgreSQL",
                python, "-m", "pytest", *workers, "-m", "not browser and not libreoffice",
                *(f"--ignore={path}" for path in WITHOUT_DATABASE),
                env={**env, "LIENNGANH_DATABASE_URL": url},
            )  # fmt: skip
        else:
            print("!! no PostgreSQL server answers on 127.0.0.1:5432: tested on SQLite only")


if __name__ == "__main__":
    main(sys.argv[1:])
