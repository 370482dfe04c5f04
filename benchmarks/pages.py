"""How long the server takes for the pages that are opened most, and how heavy they are.

    LIENNGANH_HOME=… python benchmarks/pages.py [--rounds 20] [--user canbo]

Needs the data of ``liennganh demo --no-serve`` under LIENNGANH_HOME. Signs in through the form, asks
for each page once (cold) and then so many times, and prints medians in ms and weights in kB. The ratio
to the sign-in page of the same run is what can be compared between machines. Times are those of the
processor, database included (SQLite runs in the process), so that a busy machine does not blur them. Exits with 1 where a
page is heavier than 300 kB or its median is above 100 ms.
"""

import argparse
import os
import statistics
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liennganh.config.settings")
os.environ.setdefault("LIENNGANH_HOSTS", "testserver")

import django

django.setup()  # what is imported below needs the apps, hence E402

from django.test import Client  # noqa: E402 - see above
from django.urls import reverse  # noqa: E402 - see above

from liennganh.demo.people import PASSWORD  # noqa: E402 - see above
from liennganh.programmes.models import Programme  # noqa: E402 - see above

MOST_KB = 300
MOST_MS = 100


def measure(client: Client, address: str, rounds: int) -> tuple[float, float, float]:
    """Return the first time and the median of the others in ms, and the weight in kB."""
    times = []
    for _ in range(rounds + 1):
        start = time.process_time()
        response = client.get(address)
        times.append((time.process_time() - start) * 1000)
        assert response.status_code == 200, (address, response.status_code)
    return times[0], statistics.median(times[1:]), len(response.content) / 1024


def main() -> int:
    """Measure, print, and say whether a page is too slow or too heavy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--user", default="canbo")
    options = parser.parse_args()
    sign_in = reverse("accounts:sign_in")
    _, base, weight = measure(Client(), sign_in, options.rounds)
    print(f"{'page':<34}{'first ms':>10}{'median ms':>11}{'kB':>8}{'ratio':>8}")
    print(f"{'sign-in':<34}{'':>10}{base:>11.1f}{weight:>8.1f}{1:>8.1f}")
    client = Client()
    client.post(sign_in, {"username": options.user, "password": PASSWORD})
    keys = list(Programme.objects.order_by("pk").values_list("key", flat=True)[:1])
    pages = {"home": reverse("dashboard:home"), "overview": reverse("dashboard:overview")}
    for key in keys:
        pages["programme"] = reverse("dashboard:programme", args=[key])
        pages["units"] = reverse("dashboard:units", args=[key])
    pages["search"] = f"{reverse('dashboard:search')}?q=tuyen+truyen"
    failed = False
    for name, address in pages.items():
        first, median, weight = measure(client, address, options.rounds)
        over = median > MOST_MS or weight > MOST_KB
        failed |= over
        mark = "  too much" if over else ""
        print(f"{name:<34}{first:>10.1f}{median:>11.1f}{weight:>8.1f}{median / base:>8.1f}{mark}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
