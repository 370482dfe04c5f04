"""Reporting duties: how often, by when, from whom and to whom."""

# ruff: noqa: PLR2004 - small lengths and distances in characters, explained where they stand
# ruff: noqa: PLR0911 - a chain of rules, each with its own answer, reads best with early returns

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from . import lexicon as lx
from .bodies import bodies_from
from .duedays import DATES, dates_in, due_of, is_before
from .model import ReportDuty, ReportKind
from .outline import Node
from .owners import subject_bodies
from .patterns import phrase, spaced
from .recipients import is_sent, way_of
from .reportclauses import CLOSING, CYCLE, REPORT, clauses_of, compilers, in_step
from .sections import Place

_VAGUE = 0.7  # confidence below which "định kỳ báo cáo" only repeats the cycles that are set


def read_reports(
    nodes: Sequence[Node], places: Sequence[Place], plain: str
) -> tuple[ReportDuty, ...]:
    """Read every reporting duty: one for each kind, day and body that reports."""
    found: list[ReportDuty] = []
    for node, place in zip(nodes, places, strict=True):
        if place.kind in {"view", "goal", "setting", "frame"} or (node.heading and node.children):
            continue
        if phrase(lx.REPORT).search(plain, node.body, node.end) is None:
            continue
        reporters = tuple(subject_bodies(node.text)[0]) or place.lead
        said: list[ReportDuty] = []
        for start, end in clauses_of(plain, node.body, node.end):
            by = compilers(plain, start, said) or reporters
            said += [in_step(d, said) for d in _duties(plain, start, end, place, by)]
        found += said
    return _without_repeats(found)


def _duties(
    plain: str, start: int, end: int, place: Place, reporters: tuple[str, ...]
) -> list[ReportDuty]:
    text = plain[start:end]
    if not REPORT.search(text):
        return []
    if lx.REPORT_BY_NAME not in text.lower() and not any(d["lead"] for d in DATES.finditer(text)):
        return []  # "gửi kết quả khám cho học sinh"
    way = way_of(text, reporters)

    def duty(
        kind: ReportKind, one: int, two: int, due: str | None, *, before: bool, sure: float
    ) -> ReportDuty:
        one, two = _trimmed(text, one, two)
        return ReportDuty(
            start + one, start + two, kind, due, before, way.reporters, way.recipients,
            place.section, sure, way.through,
        )  # fmt: skip

    cycles = _halves(text) or _cycles(text) or _within_quarter(text)
    if cycles:
        days = {due for _, _, _, due, _ in cycles}
        # "tổng kết năm (trước ngày 05/12/2025)" is the report of the year, not one more.
        every = [*cycles, *(last for last in _final_day(text) if last[3] not in days)]
        every += [("ad_hoc", *m.span(), None, False) for m in islice(_AS_WELL.finditer(text), 1)]
        return [duty(k, one, two, due, before=b, sure=0.95) for k, one, two, due, b in every]
    if closing := _final_day(text):
        return [duty(k, 0, len(text), due, before=b, sure=0.85) for k, _, _, due, b in closing]
    if dated := _dated(text):
        return [duty(k, one, two, due, before=b, sure=0.85) for k, one, two, due, b in dated]
    report = REPORT.search(text)
    if report is None:
        return []
    periodic = phrase(lx.PERIODIC).search(text)
    final = phrase(lx.FINAL).search(text)
    if (
        final
        and (final.start() < report.start() or _CLOSING_REPORT.search(text))
        and not (periodic and periodic.start() < final.start())
    ):
        one = max(text.rfind(",", 0, final.start()) + 1, 0)
        return [duty("final", one, len(text), None, before=False, sure=0.75)]
    if phrase(lx.AD_HOC_STRONG).search(text) or (
        phrase(lx.EVERY_DAY).search(text) and is_sent(text)
    ):
        return [duty("ad_hoc", 0, len(text), None, before=False, sure=0.85)]
    if _plain_duty(text, report.start(), periodic=periodic is not None):
        return [duty("ad_hoc", 0, len(text), None, before=False, sure=0.6)]
    return []


def _trimmed(text: str, one: int, two: int) -> tuple[int, int]:
    while one < two and text[one] in " ,;-–":
        one += 1
    while two > one and (
        text[two - 1] in " ,;./" or (text[two - 1] == ")" and "(" not in text[one:two])
    ):
        two -= 1
    return one, two


_OF_OTHER = re.compile(spaced(lx.CYCLE_OF_OTHER).replace("$", r"\s*$"), re.IGNORECASE)
Found = tuple[ReportKind, int, int, "str | None", bool]


def _cycles(text: str) -> list[Found]:
    """Find each cycle word near the report and the day that belongs to it."""
    spots: list[tuple[int, int, ReportKind]] = []
    for kind, pattern in CYCLE:
        for match in pattern.finditer(text):
            dated = DATES.match(text[match.end() :].lstrip(" ("))
            if (_OF_OTHER.search(text[: match.start()]) and not dated) or any(
                a < match.end() and match.start() < b for a, b, _ in spots
            ):
                continue
            if not _near_report(text, match):
                continue
            spots.append((match.start(), match.end(), kind))  # type: ignore[arg-type]
    spots.sort()
    dates = dates_in(text)
    shared = _shared(spots, dates)
    out: list[Found] = []
    for index, (one, two, kind) in enumerate(spots):
        limit = spots[index + 1][0] if index + 1 < len(spots) else len(text)
        # The day may swallow the cycle ("trước ngày 20 hằng tháng") or follow it.
        date = (
            shared.get(index)
            or next((d for d in dates if _ahead(text, d, one, kind)), None)
            or next(
                (d for d in dates if d.start() < limit and d.end() >= two and _printed(d)), None
            )
        )
        start = one if index else text.rfind(",", 0, one) + 1
        stop = (
            min(limit, text.find(")", two) + 1)
            if date and 0 < text.find(")", two) < limit
            else limit
        )
        # "trước ngày 15/6 và 15/12": the word stands before both.
        before = is_before(text, date) or (index in shared and is_before(text, dates[0]))
        out.append((kind, start, stop, due_of(date, kind), before))
    return out


def _ahead(text: str, date: re.Match[str], at: int, kind: str) -> bool:
    """Say whether a day stands before its cycle: "ngày 05/6 đối với …", "ngày 15/12 hằng năm"."""
    if _FOR.fullmatch(text, date.end(), at):
        return True
    return kind == "annual" and _DAY_THEN_CYCLE.fullmatch(text, date.end(), at) is not None


_DAY_THEN_CYCLE = re.compile(lx.DAY_THEN_CYCLE)


def _within_quarter(text: str) -> list[Found]:
    """Find "báo cáo … vào ngày 15 tháng cuối quý": the day alone says that it is every quarter."""
    for date in dates_in(text):
        if (date["last"] or date["first"]) and REPORT.search(text, 0, date.start()):
            due = due_of(date, "quarterly")
            return [("quarterly", 0, date.end(), due, is_before(text, date))]
    return []


_HALF_WORDS = {"six_month", "annual"}


def _halves(text: str) -> list[Found]:
    """Read two days of every year under one cycle, "6 tháng … trước ngày 20/6 và 20/12".

    The day in the middle of the year closes the first half; the one in the last two months closes
    the second half, and with it the year.
    """
    days = [d for d in dates_in(text) if (d["m1"] or d["m2"]) and not (d["y1"] or d["y2"])]
    if len(days) < 2:
        return []
    cycles = {kind for kind, pattern in CYCLE if pattern.search(text)}
    if len(cycles) > 1 or not cycles <= _HALF_WORDS:
        return []
    for one, two in pairwise(days):
        months = int(one["m1"] or one["m2"]), int(two["m1"] or two["m2"])
        joint = text[one.end() : two.start()].strip()
        if joint not in {"và", ","} or months[0] not in range(5, 8) or months[1] not in {11, 12}:
            continue
        before = is_before(text, one)
        return [
            ("six_month", text.rfind(",", 0, one.start()) + 1, one.end(), due_of(one, "six_month"), before),
            ("annual", two.start(), two.end(), due_of(two, "annual"), before or is_before(text, two)),
        ]  # fmt: skip
    return []


# "trước ngày 05/6 đối với báo cáo 6 tháng": the day stands before its cycle.
# "định kỳ hằng năm hoặc đột xuất": beside its cycle, whenever it is asked for.
_AS_WELL = re.compile(rf"(?<!\w){spaced(lx.AS_WELL)}(?!\w)", re.IGNORECASE)
_FOR = re.compile(spaced(lx.FOR_REPORT), re.IGNORECASE)
_CLOSING_REPORT = re.compile(
    rf"{spaced(lx.REPORT)}\s+(?:kết\s+quả\s+)?{spaced(lx.FINAL_WORDS)}", re.IGNORECASE
)
_AFTER_CLOSING = 110  # characters to the day that belongs to it


def _final_day(text: str) -> list[Found]:
    """Find "tổng kết trước ngày 15/10/2025" beside the cycles, or else "sơ kết" with its day."""
    found: list[tuple[bool, Found]] = []
    for match in CLOSING.finditer(text):
        following = CLOSING.search(text, match.end())
        limit = min(match.end() + _AFTER_CLOSING, following.start() if following else len(text))
        date = next((d for d in DATES.finditer(text, match.end(), limit) if _is_single(d)), None)
        if date:
            whole = match.group().lower().startswith("t")
            due, before = due_of(date, "final"), is_before(text, date)
            found.append((whole, ("final", match.start(), date.end(), due, before)))
    found.sort(key=lambda f: not f[0])
    return [entry for _, entry in found[:1]]


def _is_single(date: re.Match[str]) -> bool:
    return bool(date["y1"] or date["y2"] or date["y4"] or date["y6"])


def _printed(date: re.Match[str]) -> bool:
    """Say whether it is a day: a bare number is one only after "ngày"."""
    return not date["d5"] or bool(date["lead"] and "ngày" in date["lead"].lower())


def _shared(
    spots: list[tuple[int, int, ReportKind]], dates: Sequence[re.Match[str]]
) -> dict[int, re.Match[str]]:
    """Pair days with cycles that they all follow: "báo cáo 6 tháng, năm trước ngày 15/6 và 15/12"."""
    if len(spots) < 2 or len(dates) != len(spots) or dates[0].start() < spots[-1][1]:
        return {}
    return dict(enumerate(dates))


@lru_cache(maxsize=8)
def _reports_in(text: str) -> tuple[re.Match[str], ...]:
    """Return where a clause speaks of reports; it is asked for each of its cycles."""
    return tuple(REPORT.finditer(text))


def _near_report(text: str, match: re.Match[str]) -> bool:
    """Say whether a cycle is the report's and not that of "kế hoạch hằng năm" beside it."""
    ahead = text[: match.start()]
    reports = _reports_in(text)
    nearest = min((abs(r.start() - match.start()) for r in reports), default=10**6)
    if phrase(lx.PERIODIC).search(ahead[-25:]) or DATES.match(text[match.end() :].lstrip(" (")):
        return True
    if any(_ahead(text, d, match.start(), "annual") for d in dates_in(text)) and any(
        r.end() <= match.start() for r in reports
    ):
        return True
    names, stop = bodies_from(rest := text[match.end() :].lstrip(" ,"))
    if not ahead.strip(" -+") and names and _REPORTS_NEXT.match(rest, stop):
        # "Hằng năm, các sở, ngành và … báo cáo": only those who report stand between.
        return True
    if any(match.start() <= r.start() < match.end() for r in reports):
        return True
    if dates_in(text) and (gathered := _GATHERED.search(ahead)) and is_sent(text):
        return gathered.end() > len(ahead) - _WORDS_BETWEEN
    follows = any(0 <= r.start() - match.end() <= 40 for r in reports)
    inside = any(0 <= match.start() - r.end() <= 60 for r in reports)
    return nearest < 80 and (follows or inside)


_GATHERED = re.compile(spaced(lx.RESULTS_GATHERED), re.IGNORECASE)
_WORDS_BETWEEN = 25  # characters: "tổng hợp kết quả thực hiện 6 tháng"
_REPORTS_NEXT = re.compile(spaced(lx.REPORTS_NEXT), re.IGNORECASE)
_YEAR_REPORT = re.compile(spaced(lx.REPORT_OF_YEAR), re.IGNORECASE)


# "… Quyết định số 5/QĐ-TTg ngày 11/5/2020": the day of a document.
_CITED = re.compile(r"\d\s?[/-]\s?[A-ZĐ][\w/-]*,?\s*$")


def _dated(text: str) -> list[Found]:
    """Find reports with a day but no cycle: of a year's work, or on a finished piece."""
    date = next(
        (
            d
            for d in dates_in(text)
            if d["lead"]
            and (d["y1"] or d["y2"] or d["y4"] or d["m1"] or d["m2"])
            and REPORT.search(text, 0, d.start())
            and not _CITED.search(text, max(0, d.start() - 40), d.start())
        ),
        None,
    )
    if date is None:
        return []
    due = due_of(date, "final")
    before = is_before(text, date)
    out: list[Found] = []
    yearly = _YEAR_REPORT.search(text)
    if yearly:
        out.append(("annual", yearly.start(), yearly.end(), due, before))
    last = [
        r for r in REPORT.finditer(text, 0, date.start()) if not yearly or r.start() >= yearly.end()
    ]
    results = [
        r for r in last if phrase(r"\s+(?:về )?(?:kết quả|tình hình|tổng kết)").match(text, r.end())
    ]
    if not results and phrase(lx.RESULTS_GATHERED).search(text, 0, last[0].start() if last else 0):
        results = last
    if results:
        out.append(("final", results[0].start(), date.end(), due, before))
    elif not yearly:
        out.append(("ad_hoc", last[0].start() if last else 0, date.end(), due, before))
    return out


def _plain_duty(text: str, at: int, *, periodic: bool) -> bool:
    """Say whether a report with neither cycle nor day is a duty on the plan's results."""
    if phrase(lx.NOT_A_DUTY).search(text):
        return False
    if periodic and phrase(lx.PERIODIC).search(text[:at]):
        return True
    after = text[at:]
    results = re.match(
        spaced(r"báo cáo (?:về )?(?:tiến độ|kết quả|tình hình)"), after, re.IGNORECASE
    )
    told = results or phrase(lx.RESULTS).search(text) or phrase(lx.AS_PRESCRIBED).search(after)
    return told is not None and is_sent(after)


def _without_repeats(found: list[ReportDuty]) -> tuple[ReportDuty, ...]:
    """Drop what only says again that somebody reports; two days, two bodies are two duties."""
    cyclic = any(d.kind not in {"ad_hoc", "final"} and d.due for d in found)
    kept: list[ReportDuty] = []
    # Those with a day first: a duty without one is held against every day that is printed.
    for duty in sorted(found, key=lambda d: d.due is None):
        vague = duty.kind == "ad_hoc" and duty.due is None and duty.confidence < _VAGUE
        if not (vague and cyclic) and not any(_repeats(duty, other) for other in kept):
            kept.append(duty)
    return tuple(sorted(kept, key=lambda d: d.start))


def _repeats(duty: ReportDuty, other: ReportDuty) -> bool:
    """Say whether a duty adds nothing to another: the same day, or none, for the same people."""
    if duty.kind != other.kind or duty.due not in {None, other.due}:
        return False
    by = not duty.reporters or set(duty.reporters) <= set(other.reporters)
    if duty.due:
        return by
    sent = {*duty.recipients, *duty.through}
    return by or sent <= {*other.recipients, *other.through}


def one_of_each(duties: Sequence[ReportDuty]) -> tuple[ReportDuty, ...]:
    """Return one duty a kind, as the benchmark wants them: the first with a day, else the first."""
    kept: dict[str, ReportDuty] = {}
    for duty in sorted(duties, key=lambda d: (d.due is None, d.start)):
        kept.setdefault(duty.kind, duty)
    return tuple(sorted(kept.values(), key=lambda d: d.start))
