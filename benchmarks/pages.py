"""How long the server takes for the pages that are opened most, and how heavy they are.

    LIENNGANH_HOME=… python benchmarks/pages.py [--rounds 20] [--user canbo]

Needs the data of ``liennganh demo --no-serve`` under LIENNGANH_HOME. For the pages of a plan under
review the plan of the demonstration is read in once more, and a scan waits; both are rolled back. Signs in through the form, asks
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

from django.db import transaction  # noqa: E402 - see above
from django.test import Client  # noqa: E402 - see above
from django.urls import reverse  # noqa: E402 - see above
from django.utils import timezone  # noqa: E402 - see above

from liennganh.accounts.models import User  # noqa: E402 - see above
from liennganh.demo.people import PASSWORD  # noqa: E402 - see above
from liennganh.documents.queries import content_of  # noqa: E402 - see above
from liennganh.plans.actions import start_intake  # noqa: E402 - see above
from liennganh.programmes.models import Programme  # noqa: E402 - see above

MOST_KB = 300
MOST_MS = 100
# The head of a picture: it waits to be read, which is all that the page of progress shows.
SCAN = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00" + b"\x00" * 400


def measure(client: Client, address: str, rounds: int) -> tuple[float, float, float]:
    """Return the first time and the median of the others in ms, and the weight in kB."""
    times = []
    for _ in range(rounds + 1):
        start = time.process_time()
        response = client.get(address)
        times.append((time.process_time() - start) * 1000)
        assert response.status_code == 200, (address, response.status_code)
    return times[0], statistics.median(times[1:]), len(response.content) / 1024


def addresses() -> dict[str, str]:
    """Return the pages that an office opens most, for the first programme of the demonstration."""
    programme = Programme.objects.select_related("plan").order_by("pk").first()
    assert programme is not None, "no programme: run `liennganh demo --no-serve` first"
    open_round = programme.rounds.filter(state="open").order_by("-pk")[0]
    closed = programme.rounds.filter(state="closed").order_by("-starts_on")[0]
    sent = open_round.reports.exclude(state="draft").order_by("pk")[0]
    tracked = programme.tracked_indicators.filter(reporters="units")[0]
    by_key = {
        "programme": "dashboard:programme",
        "units": "dashboard:units",
        "tasks": "programmes:tasks",
        "tasks by agency": "programmes:agencies",
        "calendar": "programmes:calendar",
        "rounds": "reporting:programme_rounds",
    }
    by_pk = {
        "open round": ("reporting:round", open_round.pk),
        "closed round": ("reporting:round", closed.pk),
        "closing": ("reporting:close", open_round.pk),
        "report": ("reporting:report", sent.pk),
    }
    lists = {
        "home": "dashboard:home",
        "overview": "dashboard:overview",
        "programmes": "programmes:list",
        "my tasks": "programmes:my_tasks",
        "reports": "reporting:list",
        "plans": "plans:list",
        "drafts": "drafting:list",
        "documents": "documents:list",
        "agencies": "agencies:list",
        "indicators": "indicators:list",
    }
    return {
        **{name: reverse(view) for name, view in lists.items()},
        **{name: reverse(view, args=[programme.key]) for name, view in by_key.items()},
        **{name: reverse(view, args=[pk]) for name, (view, pk) in by_pk.items()},
        "why this figure": reverse("reporting:figure", args=[closed.pk, tracked.pk]),
        "plan": reverse("plans:plan", args=[programme.plan.key]),
        "search": f"{reverse('dashboard:search')}?q=tuyen+truyen",
    }


def reviewing(user: User) -> dict[str, str]:
    """Return the pages of a plan under review, and that of a scan being read; call it in a transaction."""
    plan = Programme.objects.select_related("plan__document", "plan__agency").order_by("pk")[0].plan
    agency, at = plan.agency, timezone.now()
    content = content_of(plan.document)
    intake = start_intake(by=user, agency=agency, filename="lai.docx", content=content, at=at)
    scan = start_intake(by=user, agency=agency, filename="quet.jpg", content=SCAN, at=at)
    names = ("review", "queue", "reissue", "upper_of_intake", "owners", "confirm")
    adopting = f"?unit={plan.programmes.get().unit.key}&lead={plan.agency_id}"
    return {
        **{name: reverse(f"plans:{name}", args=[intake.pk]) for name in names},
        "upper": reverse("plans:upper", args=[plan.key]),
        "progress of a scan": reverse("plans:progress", args=[scan.pk]),
        "adopt: targets": reverse("programmes:adopt_details", args=[plan.key]) + adopting,
    }


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
    failed = False
    with transaction.atomic():
        pages = addresses() | reviewing(User.objects.get(username=options.user))
        for name, address in pages.items():
            first, median, weight = measure(client, address, options.rounds)
            over = median > MOST_MS or weight > MOST_KB
            failed |= over
            mark = "  too much" if over else ""
            print(
                f"{name:<34}{first:>10.1f}{median:>11.1f}{weight:>8.1f}{median / base:>8.1f}{mark}"
            )
        transaction.set_rollback(True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
