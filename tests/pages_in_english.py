"""Pages in English, with what went through the catalogue marked: what the translation tests read."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real

from liennganh import scanning
from liennganh.accounts.models import User
from liennganh.plans.actions import read_next, start_intake
from liennganh.plans.models import Intake, IntakeOwner, ItemState
from liennganh.plans.tests.sheets import clock, sheets_in_place, upload
from tests.scenario import PLAN, Scenario, at

# Two signs of the private use area around each string that was translated.
OPEN, CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)
_READ_OUT = ("aria-label", "title", "placeholder", "alt", "content")
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def mark_translations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the marks around everything that gettext gives in English from here on."""
    for name in ("gettext", "pgettext", "ngettext", "npgettext"):
        given = getattr(trans_real, name)

        def marked(*args: Any, given: Any = given) -> str:
            text: str = given(*args)
            return f"{OPEN}{text}{CLOSE}" if translation.get_language() == "en" else text

        monkeypatch.setattr(vars(translation)["_trans"], name, marked, raising=False)


class _Texts(HTMLParser):
    """Texts and spoken attributes; what says lang="vi" is data in its own language."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.skipped: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        skip = given.get("lang") == "vi" or tag in {"script", "style", "textarea"}
        skip = skip or any(self.skipped)
        if tag not in _VOID:
            self.skipped.append(skip)
        if not skip:
            for name, value in given.items():
                if value and (name in _READ_OUT or name.startswith("data-text")):
                    self.texts.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self.skipped:
            self.skipped.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(self.skipped):
            self.texts.append(" ".join(data.split()))


def texts_of(html: str) -> list[str]:
    """Return the texts of a page outside of what is marked as Vietnamese data."""
    reader = _Texts()
    reader.feed(html)
    return reader.texts


def without_marked(text: str) -> str:
    """Return what of a text did not go through the catalogue."""
    while (rest := _MARKED.sub("", text)) != text:
        text = rest
    # A text cut short has lost its closing mark.
    return re.sub(f"{OPEN}.*", "", text)


def strings_kept(*, leaving: tuple[str, ...] = ()) -> set[str]:
    """Return every text in the database: names, texts of plans, labels, reports.

    Models named in ``leaving`` ("plans.intakechange") are left out.
    """
    found: set[str] = set()
    for model in apps.get_models():
        if model._meta.label_lower in leaving:
            continue
        fields = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField)
        ]
        waiting: list[Any] = list(model._default_manager.values_list(*fields))
        while waiting:
            value = waiting.pop()
            if isinstance(value, str):
                found.update(" ".join(line.split()) for line in value.splitlines())
            elif isinstance(value, dict):
                waiting.extend(value.values())
            elif isinstance(value, list | tuple):
                waiting.extend(value)
    return found


# What a page says in Vietnamese by itself, and why.
_ON_PAGES = (
    (re.compile("Liên Ngành|Tiếng Việt"), "names"),
    (re.compile(r"^\d+\. |^[^:]{0,40}: (?=[“-])|^\s*·\s"), "what stands before a quotation"),
)


class KnownTexts:
    """The texts that are data: what a page in English may show in Vietnamese."""

    def __init__(self, texts: Iterable[str]) -> None:
        strings = {text.strip() for text in texts if VIETNAMESE.search(text)}
        self._longest_first = sorted(strings, key=len, reverse=True)
        self._kept = "\n".join(self._longest_first)

    def others_in(self, html: str) -> list[str]:
        """Return the Vietnamese texts of a page that are neither data nor from the catalogue."""
        bare = [without_marked(text) for text in texts_of(html)]
        for pattern, _why in _ON_PAGES:
            bare = [pattern.sub("", text) for text in bare]
        return [text for text in bare if not self._has(text)]

    def _has(self, text: str) -> bool:
        """Tell whether a text is made of data: a stretch of one, or several beside each other."""
        bare = text.strip(" “”…·:")
        if not VIETNAMESE.search(bare) or bare in self._kept:
            return True
        for one in self._longest_first:
            if one in bare:
                bare = bare.replace(one, "")
                if not VIETNAMESE.search(bare):
                    return True
        return False


def english_client(user: User) -> Client:
    """Return a browser in which somebody has signed in and chosen English."""
    client = Client()
    client.force_login(user)
    to = reverse("accounts:language")
    assert client.post(to, {"language": "en", "next": "/"}).status_code == 302
    return client


def _issued_again(scenario: Scenario) -> Intake:
    """Read the plan of the scenario once more, with another number, a lower target and a task more."""
    content = PLAN.replace("12/KH-UBND", "14/KH-UBND").replace("70%", "65%")
    content = content.replace("b) Nhiệm vụ\n", "b) Nhiệm vụ\n- Sở Nội vụ rà soát đội ngũ.\n")
    cast = scenario.cast
    return start_intake(
        by=cast.lan, agency=cast.health, filename="lai.txt", content=content.encode(), at=at(6, 10)
    )


def pages_of_a_review(
    client: Client, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, str]]:
    """Yield the pages on which a plan is read, reviewed and compared, state by state, with a name.

    ``client`` is Lan's; each page is fetched when it is asked for.
    """
    plan, intake = scenario.plan, _issued_again(scenario)

    def page(name: str, address: str, key: object, **query: str | int) -> tuple[str, str]:
        response = client.get(reverse(address, args=[key]), query, follow=True)
        assert response.status_code == 200, name
        return name, response.content.decode()

    for stop in ("ban-truoc", "phan-dau", "con-lai", "ten", "ten-goi-y", "ten-moi", "xong"):
        yield page(f"queue, {stop}", "plans:queue", intake.pk, o=stop, tu=80)
    seen = set()
    for item in intake.items.all():
        yield page(f"queue, {item}", "plans:queue", intake.pk, o=f"muc-{item.pk}")
        if item.kind not in seen:
            seen.add(item.kind)
            yield page(f"queue, edit {item}", "plans:queue", intake.pk, o=f"muc-{item.pk}", sua=1)
    for owner in IntakeOwner.objects.filter(item__intake=intake):
        yield page(f"queue, {owner}", "plans:queue", intake.pk, o=f"ten-{owner.pk}", het=1)

    client.post(reverse("plans:say_upper", args=[intake.pk]), {"cap-tren": plan.pk})
    yield page("upper, compared", "plans:upper_of_intake", intake.pk, **{"cap-tren": plan.key})
    yield page("confirm, lower than above", "plans:confirm", intake.pk)

    earlier = Intake.objects.get(document=plan.document)
    client.post(reverse("plans:reissue", args=[intake.pk]), {"ban": earlier.pk})
    yield page("re-issue, compared", "plans:reissue", intake.pk)
    for item in intake.items.filter(state=ItemState.PROPOSED):
        yield page(f"queue, changed {item}", "plans:queue", intake.pk, o=f"muc-{item.pk}")

    sheets = sheets_in_place(monkeypatch)
    sheets.at[2] = lambda: scanning.Page(2, problem="Trang bị hỏng, không mở được ảnh của trang.")
    scan = upload(scenario.cast)
    yield page("progress, waiting", "plans:progress", scan.pk)
    with translation.override("vi"):  # as the worker does
        read_next(worker="a", clock=clock)
    yield page("progress, a page is bad", "plans:progress", scan.pk)
    client.post(reverse("plans:end_reading", args=[scan.pk]))
    yield page("review without a page", "plans:review", scan.pk)
    sheets.at[2] = lambda: scanning.Page(2, sheets.texts[1], certainty=0.7)
    unclear = upload(scenario.cast)
    with translation.override("vi"):
        read_next(worker="a", clock=clock)
    yield page("review with an unclear page", "plans:review", unclear.pk)
    yield page("confirm with an unclear page", "plans:confirm", unclear.pk)

    yield page("result, to be judged", "programmes:result", scenario.result.pk)
    client.post(
        reverse("programmes:result", args=[scenario.result.pk]),
        {"what": "return", "note": "Bổ sung", "version": scenario.result.version},
    )
    yield page("result, returned", "programmes:result", scenario.result.pk)
