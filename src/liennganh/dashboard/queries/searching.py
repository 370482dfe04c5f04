"""One search over everything that the person may see, each part asked of the app that owns it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from liennganh.accounts.models import User
from liennganh.agencies import queries as agencies
from liennganh.dashboard.addresses import address
from liennganh.documents import queries as documents
from liennganh.indicators import queries as indicators
from liennganh.indicators.models import Indicator
from liennganh.plans import queries as plans
from liennganh.programmes import queries as programmes
from liennganh.programmes.models import Task
from liennganh.pure.vietnamese import fold, format_date
from liennganh.territory.models import Unit

MOST = 10
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its title, one line about it, and its address ("" where it has no page)."""

    title: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """At most ten hits of one sort; ``more`` leads to all of them where there are more."""

    label: str | Promise
    hits: tuple[Hit, ...]
    more: str = ""


Finder = Callable[[User, str], Iterable[Hit]]


def search(user: User, text: str) -> list[Group]:
    """Return what holds every word of the text, folded, in groups; empty groups are left out.

    At most two queries for each group and its names.
    """
    words = fold(text)
    if len(words) < SHORTEST or user.hat is None:
        return []
    found = []
    for label, finder, more in FINDERS:
        hits = tuple(finder(user, words))
        if hits:
            rest = address(more, q=text.strip()) if len(hits) > MOST and more else ""
            found.append(Group(label, hits[:MOST], rest))
    return found


def _programmes(user: User, words: str) -> Iterable[Hit]:
    for one in programmes.search_programmes(user, text=words)[: MOST + 1]:
        years = f"{one.starts_on.year}–{one.ends_on.year}"
        yield Hit(one.title, f"{one.unit} · {years}", address("dashboard:programme", one.key))


def _plans(user: User, words: str) -> Iterable[Hit]:
    for one in plans.search_plans(user, text=words)[: MOST + 1]:
        number = f"{one.type_name} {one.number}".strip()
        yield Hit(one.title, f"{number} · {one.issuer}", address("plans:plan", one.key))


def _tasks(user: User, words: str) -> Iterable[Hit]:
    mine = programmes.assignments_visible_to(user).values("task")
    found = Task.objects.filter(pk__in=mine).select_related("programme")
    for word in words.split():
        found = found.filter(folded__contains=word)
    for one in found.order_by("programme", "order", "pk")[: MOST + 1]:
        due = f" · {format_date(one.due_on)}" if one.due_on else ""
        yield Hit(one.words, f"{one.programme}{due}", address("programmes:task", one.pk))


def _documents(user: User, words: str) -> Iterable[Hit]:
    for one in documents.search(user, text=words)[: MOST + 1]:
        about = " · ".join(part for part in (one.number, one.issuer, one.filename) if part)
        yield Hit(str(one), about, address("documents:detail", one.pk))


def _agencies(user: User, words: str) -> Iterable[Hit]:
    for one in agencies.search(user, text=words)[: MOST + 1]:
        yield Hit(one.name, str(one.unit), address("agencies:detail", one.pk))


def _units(user: User, words: str) -> Iterable[Hit]:
    own = Q(pk__in=())
    for path in agencies.provinces_of(user):
        own |= Q(path__startswith=path)
    found = Unit.objects.filter(own, names__folded__contains=words).distinct().with_names()
    for one in found.order_by("path")[: MOST + 1]:
        url = address("agencies:list", q=one.latest_name.partition(" ")[2] or one.latest_name)
        yield Hit(one.latest_name, str(one.get_level_display()), url)


def _indicators(user: User, words: str) -> Iterable[Hit]:
    found: list[tuple[str, Indicator]] = [
        (group, one) for group, some in indicators.search(user, text=words) for one in some
    ]
    for group, one in found[: MOST + 1]:
        url = address("indicators:detail", one.code) or address("indicators:list", q=one.code)
        yield Hit(one.name, f"{one.code} · {group}", url)


# What is looked through, in the order of the page; the page that lists all of its sort.
FINDERS: tuple[tuple[str | Promise, Finder, str], ...] = (
    (_("Chương trình"), _programmes, "programmes:list"),
    (_("Nhiệm vụ"), _tasks, ""),
    (_("Kế hoạch"), _plans, "plans:list"),
    (_("Văn bản"), _documents, "documents:list"),
    (_("Cơ quan"), _agencies, "agencies:list"),
    (_("Địa bàn"), _units, "agencies:list"),
    (_("Chỉ số"), _indicators, "indicators:list"),
)
