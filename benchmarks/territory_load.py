"""Measure how long the territory takes to load, and the look-ups that pages make.

    python benchmarks/territory_load.py

Works on a database of its own in a temporary folder. The goal is a first load under 5 seconds on two
cores; see docs/decisions/0002-territory.md for what was measured.
"""

import datetime as dt
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path


def best_of(times: int, call: Callable[[], object]) -> float:
    """Return the shortest of several runs, in seconds."""
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        runs.append(time.perf_counter() - start)
    return min(runs)


def main() -> None:
    """Load twice, look up, print seconds."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["LIENNGANH_HOME"] = home
        os.environ["LIENNGANH_DATABASE_URL"] = f"sqlite:///{Path(home) / 'benchmark.sqlite3'}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "liennganh.config.settings"
        import django  # noqa: PLC0415 - the environment has to be set first

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415 - needs django.setup()

        from liennganh.territory.actions import load_table  # noqa: PLC0415 - needs django.setup()
        from liennganh.territory.lookup import find, search  # noqa: PLC0415 - needs django.setup()
        from liennganh.territory.queries import communes_of  # noqa: PLC0415 - needs django.setup()

        call_command("migrate", verbosity=0)
        now = dt.date(2026, 11, 20)
        print(f"first load            {best_of(1, load_table):8.3f} s")
        print(f"load again            {best_of(2, load_table):8.3f} s")
        province = find("thanh hoá", now)[0].unit
        print(f"find a province       {best_of(20, lambda: find('thanh hoá', now)):8.4f} s")
        print(f"find with a comma     {best_of(20, lambda: find('Hoa Lư, Ninh Bình', now)):8.4f} s")
        print(f"pick list, one letter {best_of(20, lambda: search('t', now)):8.4f} s")
        print(f"166 communes, sorted  {best_of(20, lambda: communes_of(province, now)):8.4f} s")


if __name__ == "__main__":
    main()
