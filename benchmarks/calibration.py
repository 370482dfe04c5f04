"""Fits and checks the confidences of the plan reader: python benchmarks/calibration.py --check.

    --check            reliability of the table, each plan judged by one fitted on the other plans
    --fit [DIR …]      read the gold plans, tests/reading and the folders, count, and write the table
    --unseen DIR       add what this reader makes of plans that nobody has mended it on yet

What an item is worth is counted by its signs (``planreader/confidence.py``): how many there were
and how many were right by the scorer's rules. Only these counts are kept, in
``calibration_counts.json``, under two heads. ``unseen`` are plans as the reader of that day read
them when it had not been developed on them; ``seen`` are all annotated plans as it reads them now.
The first is too hard on today's reader, which has learned since; the second too kind, since it has
learned these very plans. The table is fitted on both, the first with three times the weight of the
second, and shrunk towards the base rate of each kind.

A folder holds ``NAME.txt`` with ``NAME.json`` as in ``tests/reading``.
"""

import json
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import pairwise
from math import exp, log
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import reading_score

COUNTS = Path(__file__).resolve().parent / "calibration_counts.json"
TABLE = reading_score.ROOT / "src/liennganh/pure/planreader/confidencetable.py"
KINDS = ("target", "qualitative", "task", "report", "budget", "basis", "field")
SHRINK = 3.0  # strength of the pull of every weight to nothing, in items
PRIOR_RIGHT, PRIOR_WRONG = 4.0, 1.0  # items that every kind is given before anything is counted
ROUNDS = 12
SHARES = {"unseen": 1.5, "seen": 0.5}  # a plan that nobody has read yet is like the former
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
HALF = 0.5  # of the joined length, from which on two spans are the same
Weights = dict[str, float]
Weighed = tuple[tuple[str, ...], float, float]  # signs, right ones, all of them
Judged = Iterator[tuple[Any, bool]]


@dataclass(frozen=True, slots=True)
class Row:
    """So many items of a plan that bear the same signs, and how many of them are right."""

    group: str
    plan: str
    kind: str
    signs: tuple[str, ...]
    right: int
    total: int


# --- Counting -----------------------------------------------------------------------------------
def annotated(folders: Iterable[Path]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield name, text and answer of the plans of some folders, each name once."""
    seen: set[str] = set()
    for folder in folders:
        for answer in sorted(folder.glob("*.json")):
            text = answer.with_suffix(".txt")
            if text.exists() and answer.stem not in seen:
                seen.add(answer.stem)
                yield (
                    answer.stem,
                    text.read_text(encoding="utf-8"),
                    json.loads(answer.read_text(encoding="utf-8")),
                )


def rows_of(plan: str, text: str, gold: dict[str, Any], group: str) -> list[Row]:
    """Read a plan and count its items by kind and signs."""
    from liennganh.pure.planreader.confidence import Evidence  # noqa: PLC0415 - after the path is set
    from liennganh.pure.planreader.reader import recognise  # noqa: PLC0415 - after the path is set

    reading = recognise(text)
    known = Evidence(reading)
    found: dict[tuple[str, tuple[str, ...]], Counter[bool]] = {}
    for kind, judged in _judges(gold, reading).items():
        for item, right in judged:
            signs = known.of_field(item) if kind == "field" else known.of(item)
            found.setdefault((kind, tuple(sorted(signs))), Counter())[right] += 1
    return [
        Row(group, _number(plan), kind, signs, many[True], many.total())
        for (kind, signs), many in sorted(found.items())
    ]


def _number(plan: str) -> str:
    """Return a number for a plan, the same in both groups, by which it can be left out of both."""
    return str(int.from_bytes(sha256(plan.encode()).digest()[:3]))


def _judges(gold: dict[str, Any], reading: Any) -> dict[str, Judged]:
    judge = reading_score.scorer()
    out = {
        "target": _paired(judge, gold["targets"], reading.targets, judge.same_target),
        "task": _paired(judge, gold["tasks"], reading.tasks, _same_task(judge)),
        "report": _reports(judge, gold["reports"], reading.reports),
        "budget": _paired(
            judge, gold["budget"], reading.budget,
            lambda g, r: float(float(g["amount_vnd"]) == float(r["amount_vnd"])),
        ),
        "basis": _bases(judge, gold["legal_bases"], reading.legal_bases),
        "field": _fields(judge, gold["document"], reading.document),
    }  # fmt: skip
    if "x_qualitative" in gold:
        out["qualitative"] = _paired(
            judge, gold["x_qualitative"], reading.qualitative, _same_span(judge)
        )
    return out


def _paired(
    judge: Any, gold: list[Any], items: Iterable[Any], good: Callable[[Any, Any], float]
) -> Judged:
    read = [(item, asdict(item)) for item in items]
    matched = {id(pair[1]) for pair in judge.pair(gold, [plain for _, plain in read], good)}
    for item, plain in read:
        yield item, id(plain) in matched


def _same_span(judge: Any) -> Callable[[Any, Any], float]:
    return lambda g, r: judge.iou(g, r) if judge.iou(g, r) >= HALF else 0.0


def _same_task(judge: Any) -> Callable[[Any, Any], float]:
    def good(g: Any, r: Any) -> float:
        owners = all(judge.names(g[part]) == judge.names(r[part]) for part in ("lead", "support"))
        return float(judge.iou(g, r)) if owners and judge.iou(g, r) >= HALF else 0.0

    return good


def _reports(judge: Any, gold: list[Any], duties: Iterable[Any]) -> Judged:
    """Judge one duty per kind, as the gold holds them; further days of a kind are not judged."""
    answers = {(g["kind"], judge.fold(g["due"])) for g in gold}
    kinds: set[str] = set()
    for duty in sorted(duties, key=lambda d: (d.kind, (d.kind, judge.fold(d.due)) not in answers)):
        if duty.kind not in kinds:
            kinds.add(duty.kind)
            yield duty, (duty.kind, judge.fold(duty.due)) in answers


def _bases(judge: Any, gold: list[str], bases: Iterable[Any]) -> Judged:
    answers = judge.names(gold)
    for basis in bases:
        if basis.number:
            yield basis, judge.fold(basis.number) in answers


def _fields(judge: Any, gold: dict[str, Any], head: Any) -> Judged:
    for name in ("type", "number", "issuer", "date", "title", "period"):
        wanted, found = gold.get(name), getattr(head, name)
        if name == "period":
            yield name, list(wanted or []) == list(found or [])
        else:
            yield name, judge.fold(wanted) == judge.fold(found)


# --- Fitting ------------------------------------------------------------------------------------
def weighed(rows: Iterable[Row]) -> list[Weighed]:
    """Add up what bears the same signs, giving the groups their shares whatever their sizes."""
    rows = list(rows)
    size = Counter[str]()
    for row in rows:
        size[row.group] += row.total
    least = min(size.values(), default=0)
    right: dict[tuple[str, ...], float] = defaultdict(float)
    total: dict[tuple[str, ...], float] = defaultdict(float)
    for row in rows:
        share = SHARES[row.group] * least / size[row.group]
        right[row.signs] += row.right * share
        total[row.signs] += row.total * share
    return [(signs, right[signs], total[signs]) for signs in sorted(total)]


def fitted(rows: Iterable[Row], kind: str) -> tuple[float, Weights]:
    """Fit a base and a weight for each sign by logistic regression with a pull to nothing."""
    data = weighed(row for row in rows if row.kind == kind)
    names = sorted({sign for signs, _, _ in data for sign in signs})
    place = {name: index + 1 for index, name in enumerate(names)}
    right = PRIOR_RIGHT + sum(good for _, good, _ in data)
    wrong = PRIOR_WRONG + sum(many - good for _, good, many in data)
    at = [log(right / wrong)] + [0.0] * len(names)
    placed = [([0, *(place[s] for s in signs)], good, many) for signs, good, many in data]
    for _ in range(ROUNDS):
        at = _step(at, placed)
    return at[0], {name: at[place[name]] for name in names}


def _step(at: list[float], data: list[tuple[list[int], float, float]]) -> list[float]:
    """One round of Newton's method on the penalised likelihood, with the prior items in the base."""
    size = len(at)
    slope = [0.0] + [-SHRINK * w for w in at[1:]]
    curve = [[SHRINK if i == j and i else 0.0 for j in range(size)] for i in range(size)]
    prior = _share(at[0])
    given = PRIOR_RIGHT + PRIOR_WRONG
    slope[0] += PRIOR_RIGHT - given * prior
    curve[0][0] += given * prior * (1 - prior)
    for places, right, total in data:
        chance = _share(sum(at[i] for i in places))
        for i in places:
            slope[i] += right - total * chance
            for j in places:
                curve[i][j] += total * chance * (1 - chance)
    return [a + d for a, d in zip(at, _solved(curve, slope), strict=True)]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a symmetric positive system by elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        for j in range(i + 1, size):
            factor = rows[j][i] / rows[i][i]
            rows[j] = [b - factor * a for a, b in zip(rows[i], rows[j], strict=True)]
    out = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(rows[i][j] * out[j] for j in range(i + 1, size))
        out[i] = (rows[i][size] - rest) / rows[i][i]
    return out


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


# --- Files --------------------------------------------------------------------------------------
def stored() -> list[Row]:
    """Return the counts kept in the repository."""
    if not COUNTS.exists():
        return []
    kept = json.loads(COUNTS.read_text(encoding="utf-8"))
    return [
        Row(group, plan, kind, tuple(signs.split("; ")) if signs else (), right, total)
        for group, plans in kept.items()
        for plan, lines in plans.items()
        for kind, signs, right, total in lines
    ]


def store(rows: Iterable[Row]) -> None:
    """Write the counts; of a plan no name and no word is kept."""
    plans: dict[str, dict[str, list[Row]]] = {"unseen": {}, "seen": {}}
    for row in rows:
        plans[row.group].setdefault(row.plan, []).append(row)
    lines = []
    for group, found in plans.items():
        inner = ",\n".join(
            f' "{plan}": [\n'
            + ",\n".join(
                "  " + json.dumps([r.kind, "; ".join(r.signs), r.right, r.total]) for r in of_plan
            )
            + "\n ]"
            for plan, of_plan in sorted(found.items(), key=lambda pair: int(pair[0]))
        )
        lines.append(f'"{group}": {{\n{inner}\n}}')
    COUNTS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def write_table(rows: list[Row]) -> None:
    """Write the table of the reader from the counts."""
    plans = {g: len({r.plan for r in rows if r.group == g}) for g in ("unseen", "seen")}
    items = {g: sum(r.total for r in rows if r.group == g) for g in ("unseen", "seen")}
    base, weights = [], []
    for kind in KINDS:
        start, found = fitted(rows, kind)
        base.append(f'    "{kind}": {start:.2f},')
        inner = "".join(
            f'        "{name}": {value:.2f},\n'
            for name, value in found.items()
            if round(value, 2) != 0
        )
        weights.append(f'    "{kind}": {{\n{inner}    }},' if inner else f'    "{kind}": {{}},')
    TABLE.write_text(
        '"""Log odds of being right: a base for each kind of item, and what each sign adds.\n\n'
        "Written by ``benchmarks/calibration.py --fit``, not by hand: logistic regression with every\n"
        f"weight drawn to nothing (strength {SHRINK:g} items), on {items['unseen']} items of {plans['unseen']} plans as a\n"
        f"reader that had not seen them read them, and {items['seen']} items of {plans['seen']} plans as it reads them now.\n"
        '"""\n\n'
        "BASE: dict[str, float] = {\n" + "\n".join(base) + "\n}\n"
        "WEIGHTS: dict[str, dict[str, float]] = {\n" + "\n".join(weights) + "\n}\n",
        encoding="utf-8",
    )


# --- Checking -----------------------------------------------------------------------------------
def left_out(rows: list[Row]) -> Iterator[tuple[Row, float]]:
    """Yield every row with the chance that a table fitted without its plan gives it."""
    names = sorted({row.plan for row in rows})
    for name in names:
        rest = [row for row in rows if row.plan != name]
        tables = {kind: fitted(rest, kind) for kind in KINDS}
        for row in rows:
            if row.plan == name:
                start, weights = tables[row.kind]
                yield row, _share(start + sum(weights.get(sign, 0.0) for sign in row.signs))


def check() -> None:
    """Print how right the confidences are on plans their table was not fitted on."""
    judged = list(left_out(stored()))
    for group in ("unseen", "seen"):
        part = [(row, chance) for row, chance in judged if row.group == group]
        if not part:
            continue
        print(f"\n{group} plans ({len({r.plan for r, _ in part})}), leaving one plan out:")
        print(f"{'said':>12}{'items':>8}{'mean said':>11}{'right':>8}")
        for low, high in pairwise(BINS):
            inside = [(r, c) for r, c in part if low <= c < high]
            if many := sum(r.total for r, _ in inside):
                said = sum(c * r.total for r, c in inside) / many
                right = sum(r.right for r, _ in inside) / many
                print(f"{low:6.2f}-{high:4.2f}{many:9}{said:11.3f}{right:8.3f}")
        _print_summary(part)


def _print_summary(part: list[tuple[Row, float]]) -> None:
    print(f"{'kind':>12}{'items':>8}{'mean said':>11}{'right':>8}{'error':>8}{'Brier':>8}")
    for kind in (*KINDS, "all"):
        inside = [(r, c) for r, c in part if kind in {r.kind, "all"}]
        if not (many := sum(r.total for r, _ in inside)):
            continue
        said = sum(c * r.total for r, c in inside) / many
        right = sum(r.right for r, _ in inside) / many
        brier = sum(r.right * (1 - c) ** 2 + (r.total - r.right) * c**2 for r, c in inside) / many
        print(f"{kind:>12}{many:8}{said:11.3f}{right:8.3f}{_error(inside):8.3f}{brier:8.3f}")


def _error(part: list[tuple[Row, float]]) -> float:
    """Return the expected calibration error: the gap between said and right, over the bins."""
    many = sum(r.total for r, _ in part)
    gaps = 0.0
    for low, high in pairwise(BINS):
        inside = [(r, c) for r, c in part if low <= c < high]
        gaps += abs(sum(c * r.total - r.right for r, c in inside))
    return gaps / many


def main(arguments: list[str]) -> int:
    """Do what is asked for and print the check."""
    rows = stored()
    if arguments[:1] == ["--unseen"]:
        for plan, text, gold in annotated(map(Path, arguments[1:])):
            nfc = unicodedata.normalize("NFC", text)
            rows = [r for r in rows if (r.group, r.plan) != ("unseen", _number(plan))]
            rows += rows_of(plan, nfc, gold, "unseen")
        store(rows)
    elif arguments[:1] == ["--fit"]:
        rows = [row for row in rows if row.group == "unseen"]
        for plan, text, gold in reading_score.gold_plans():
            rows += rows_of(plan, text, gold, "seen")
        folders = (reading_score.ROOT / "tests/reading", *map(Path, arguments[1:]))
        for plan, text, gold in annotated(folders):
            rows += rows_of(plan, text, gold, "seen")
        store(rows)
        write_table(rows)
    elif arguments != ["--check"]:
        print(__doc__, file=sys.stderr)
        return 2
    check()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
