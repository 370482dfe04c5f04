"""The interface in English: nothing unmarked, nothing missing, nothing changed on the way.

A string of the interface that is not marked for translation fails here: in the templates and in
Python by reading the code, and on the pages by opening them with every translated string marked.
"""

import ast
import gettext
import importlib.util
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation

from liennganh.accounts.models import User
from liennganh.pure.planreader.files import errors as files_errors
from liennganh.pure.vietnamese import NotANumberError, parse_date, parse_number
from liennganh.scanning import errors as scanning_errors
from liennganh.ui.sayings import fault, said
from tests.cast import Cast
from tests.expectations import EXPECTATIONS
from tests.pages_in_english import (
    OPEN,
    VIETNAMESE,
    KnownTexts,
    english_client,
    mark_translations,
    pages_of_a_review,
    strings_kept,
)
from tests.scenario import make_scenario

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "liennganh"


def _script() -> ModuleType:
    path = ROOT / "scripts" / "make_messages.py"
    spec = importlib.util.spec_from_file_location("make_messages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_messages"] = module  # dataclasses look it up there
    spec.loader.exec_module(module)
    return module


make_messages = _script()
LANGUAGES = ("en", "vi")


@pytest.fixture(autouse=True)
def _language_of_the_office() -> Iterator[None]:
    """Leave the language as it was: a request activates its own for the thread."""
    with translation.override("vi"):
        yield


def _folder(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES"


def _po(language: str) -> dict[tuple[str | None, str], Any]:
    text = (_folder(language) / "django.po").read_text(encoding="utf-8")
    return make_messages.read_po(text)  # type: ignore[no-any-return]


# ── the catalogues ───────────────────────────────────────────────────────────────────────────


def test_every_marked_string_is_translated_into_english() -> None:
    english, code = _po("en"), make_messages.in_code()
    run = "run scripts/make_messages.py, then translate in locale/en"
    assert [key for key in code if key not in english] == [], run
    assert [key for key in english if key[1] and key not in code] == [], run
    assert [message.id for message in english.values() if message.missing] == [], run


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_what_the_text_says(language: str) -> None:
    compiled = (_folder(language) / "django.mo").read_bytes()
    assert compiled == make_messages.compiled(_po(language)), "run scripts/make_messages.py"
    # Python's own reader, as Django uses it, is the judge of the file.
    read = gettext.GNUTranslations(io.BytesIO(compiled))
    for message in _po(language).values():
        if message.plural is not None:
            for n in (1, 2):
                form = message.said[0 if n == 1 else -1]
                assert read.ngettext(message.id, message.plural, n) == form
        elif message.context is not None:
            assert read.pgettext(message.context, message.id) == message.said[0]
        elif message.id:
            assert read.gettext(message.id) == message.said[0]


def test_a_catalogue_survives_writing_and_reading() -> None:
    message = make_messages.Message
    header = message("", said=["Language: en\nPlural-Forms: nplurals=2; plural=(n != 1);\n"])
    kept = [
        header,
        message('a "b"\\n', said=["tab\tand\nlines"]),
        message("mở", context="phím", said=["open"]),
        message("%(n)s kỳ", plural="%(n)s kỳ", said=["%(n)s round", "%(n)s rounds"]),
    ]
    catalogue = {one.key: one for one in kept}
    assert make_messages.read_po(make_messages.write_po(catalogue)) == catalogue


_HELD = re.compile(r"%\(\w+\)0?\d*[sdr]|%[sd%]|</?\w+>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_tags_are_the_same_in_both_languages(language: str) -> None:
    for message in _po(language).values():
        for form in message.said if message.id else []:
            wanted, held = sorted(_HELD.findall(message.id)), sorted(_HELD.findall(form))
            if language == "vi":  # of Django's own sentences we may say less
                assert set(held) <= set(wanted), message.id
            else:
                assert held == wanted, message.id
            assert form.strip(" ") == form or message.id.strip(" ") != message.id, message.id


def test_english_has_no_vietnamese_but_what_is_typed_or_printed_in_it() -> None:
    quoted = re.compile(
        r"[“(][^“”()]*[”)]"  # quoted
        r"|(?:KT|TM)\. [^.,;]+|PHÓ GIÁM ĐỐC"  # lines above a signature
        r"|(?:Xã|Phường|phường|thành phố|tỉnh|huyện) [\w ]+|Phường|Xã|Thị trấn|Đặc khu"
        r"|TUYỆT MẬT|TỐI MẬT|MẬT|NĐ-CP|Liên Ngành"
    )
    wrong = [
        form
        for message in _po("en").values()
        for form in message.said
        if message.id and VIETNAMESE.search(quoted.sub("", form))
    ]
    assert wrong == []


# ── marked in the code ───────────────────────────────────────────────────────────────────────

_MARKED_IN_TEMPLATE = re.compile(
    r"\{% blocktranslate.*?endblocktranslate %\}|\{% translate .*?%\}"
    r"|\{#.*?#\}|\{% comment.*?endcomment %\}|_\(\"[^\"]*\"\)",
    re.DOTALL,
)
NAMES = re.compile("Liên Ngành|Tiếng Việt")  # of the product, of a language in itself
# Where Vietnamese stands unmarked in a template, and why.
TEMPLATES_LEFT = {
    "ui/server_error.html": "it is shown when anything may be broken, the catalogue too",
}


def _templates() -> list[Path]:
    return sorted(PACKAGE.glob("*/templates/**/*.html"))


@pytest.mark.parametrize("path", _templates(), ids=lambda path: "/".join(path.parts[-2:]))
def test_a_template_has_no_unmarked_text(path: Path) -> None:
    if "/".join(path.parts[-2:]) in TEMPLATES_LEFT:
        return
    bare = NAMES.sub("", _MARKED_IN_TEMPLATE.sub("", path.read_text(encoding="utf-8")))
    lines = [line.strip() for line in bare.splitlines() if VIETNAMESE.search(line)]
    assert lines == [], "wrap it in {% translate %} or {% blocktranslate %}"
    get_template("/".join(path.parts[path.parts.index("templates") + 1 :]))


# Files whose Vietnamese is data, what a plan or an office wrote, or goes into documents.
DATA = {
    "accounts/apps.py": "names of apps are never shown",
    "agencies/kinds/": "names of bodies as the law gives them",
    "agencies/matching.py": "levels and kinds in names of bodies",
    "config/settings.py": "the name of a language in itself",
    "plans/issuers.py": "kinds of unit in the names of issuers",
    "reporting/questions.py": "words of indicators, which are data",
    "drafting/annexes.py": "the official report",
    "drafting/assessing.py": "the official report",
    "drafting/compose.py": "the official report",
    "drafting/facts.py": "the official report",
    "drafting/header.py": "the official report",
    "drafting/narratives.py": "the official report",
    "drafting/paper.py": "the official report",
    "drafting/sentences.py": "the official report",
    "drafting/shown.py": "the official report",
    "drafting/words.py": "the official report",
    "indicators/actions.py": "the source of an own indicator, kept with it",
    "indicators/catalogue/": "the catalogue of indicators, which documents print",
    "indicators/suggestion.py": "words looked for in plans",
    "plans/aligning.py": "letters that number the points of a plan",
    "plans/cited.py": "letters of document numbers",
    "plans/due_words.py": "what an officer may type",
    "plans/headers.py": "types of documents, as documents print them",
    "plans/intake.py": "a text to try the reader with",
    "plans/numbering.py": "the Vietnamese alphabet",
    "plans/whole_classes.py": "kinds of unit, as their names have them",
    "programmes/forms/duty.py": "what an officer may type; a saying of the pure cores",
    "programmes/actions/duties.py": "a saying of the pure cores",
    "programmes/forms/target.py": "put into a sentence of the record",
    "programmes/own_indicators.py": "words of indicators, which documents print",
    "programmes/proposals.py": "words looked for in plans",
    "programmes/targets.py": "words looked for in plans",
    "programmes/wording.py": "marks before points of a plan",
    "reporting/definitions.py": "words looked for in labels of plans",
    "scanning/errors.py": "kept with the page or reading that failed, for whoever opens it",
    "scanning/phrases.py": "words looked for on scans",
    "territory/naming.py": "names of units",
    "ui/charts.py": "days and months, which no chart of ours writes out",
    "ui/templatetags/ui.py": "a saying of the pure cores",
}


def _python() -> list[Path]:
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if not make_messages.LEFT_OUT & set(path.relative_to(PACKAGE).parts)
        and path.name != "apps.py"
    ]


def _is_data(path: Path) -> bool:
    return any(path.relative_to(PACKAGE).as_posix().startswith(name) for name in DATA)


def _constants(path: Path) -> list[str]:
    """Return the unmarked string constants of a file, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    marked: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in make_messages._CALLS:
                marked |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.Expr):
            marked.add(id(node.value))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in marked
    ]


def test_python_has_no_unmarked_text_of_the_interface() -> None:
    wrong = {
        path.relative_to(PACKAGE).as_posix(): texts
        for path in _python()
        if not _is_data(path)
        and (texts := [text for text in _constants(path) if VIETNAMESE.search(text)])
    }
    assert wrong == {}, "wrap it in gettext, or say in DATA why it is data"


def test_scripts_take_their_texts_from_the_page() -> None:
    for path in PACKAGE.glob("*/static/**/*.js"):
        bare = re.sub(r"/\*.*?\*/|//.*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not VIETNAMESE.search(bare), f"{path.name}: put it into a data-text attribute"


# ── on the pages ─────────────────────────────────────────────────────────────────────────────


def _data() -> KnownTexts:
    """Return what a page may show in Vietnamese: the texts kept, and the data of the code."""
    return KnownTexts(
        strings_kept() | {text for path in _python() if _is_data(path) for text in _constants(path)}
    )


def test_pages_in_english_show_no_vietnamese_but_data(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    scenario = make_scenario(cast)
    mark_translations(monkeypatch)
    known = _data()
    for name, page in EXPECTATIONS.items():
        roles = [role for role, status in page.get.items() if status == 200]
        for role in roles if name == "dashboard:home" else roles[:2]:
            client = english_client(User.objects.get(pk=cast.everybody[role].pk))
            query = f"?{page.query}" if page.query else ""
            response = client.get(reverse(name, kwargs=page.args(scenario)) + query)
            if "html" not in response.headers["Content-Type"]:
                continue
            with subtests.test(name, role=role):
                assert known.others_in(response.content.decode()) == []


def test_plans_are_reviewed_in_english_whatever_the_page_asks(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    """The pages of a reading in each of their states, of which an address shows one by itself."""
    scenario = make_scenario(cast)
    mark_translations(monkeypatch)
    client = english_client(cast.lan)
    for name, html in pages_of_a_review(client, scenario, monkeypatch):
        with subtests.test(name):
            assert _data().others_in(html) == []


def test_what_was_typed_wrong_is_said_in_english() -> None:
    with translation.override("en"):
        for typed in ("hôm nay", "31/02/2026", "01/01/1066"):
            with pytest.raises(ValueError, match=r"\.$") as caught:
                parse_date(typed)
            assert not VIETNAMESE.search(fault(caught.value).replace("hôm nay", "")), typed
        for typed in ("ba", "1.234.5", "1.5"):
            with pytest.raises(NotANumberError) as caught:
                parse_number(typed)
            assert not VIETNAMESE.search(fault(caught.value)), typed


def test_why_a_file_is_not_read_is_said_in_english() -> None:
    for message in (*files_errors.MESSAGES.values(), *scanning_errors.MESSAGES.values()):
        kept = re.sub(r"\{\w+\}", "1.200", message)
        assert said(kept) == kept
        with translation.override("en"):
            assert not VIETNAMESE.search(said(kept)), kept


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("Quý II năm 2026", "Quarter II of 2026"),
        ("Quá hạn 3 ngày", "3 days overdue"),
        (
            "Trước ngày 10 của tháng cuối kỳ; nộp đúng ngày đó đã là muộn.",
            "Before day 10 of the period’s last month; sending on that day is already late.",
        ),
        ("Chậm nhất ngày 10/3, 10/6 và 10/9 hằng năm.", "By 10/3, 10/6 and 10/9 each year."),
        ("Năm học mới", "Năm học mới"),  # a round named by people keeps its name
    ],
)
def test_periods_and_due_dates_are_said_in_english(vietnamese: str, english: str) -> None:
    assert said(vietnamese) == vietnamese
    with translation.override("en"):
        assert said(vietnamese) == english


def test_what_is_kept_is_vietnamese_whoever_works_in_english(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_translations(monkeypatch)
    with translation.override("en"):
        make_scenario(cast)
    # The label of a step to undo is for the person alone who took it.
    kept = strings_kept(leaving=("plans.intakechange",))
    assert [text for text in kept if OPEN in text] == []
