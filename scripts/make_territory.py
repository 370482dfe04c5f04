"""Write the table of administrative units that the product ships.

Reads the data files of the MIT package ``vietnamadminunits`` 1.0.4 (the state of October 2025: the
34 provinces with their communes, the former 63 with districts and communes, and which commune
became which), leaves out its coordinates, adds the changes since, and writes five CSV files into
``src/liennganh/territory/data``. The package's code is not imported: it needs a GPL library.

    python scripts/make_territory.py           write the files
    python scripts/make_territory.py --check   say whether the files in the repository are these

Where each fact comes from, and what nobody has read yet, stands in docs/decisions/0002-territory.md.
"""

import argparse
import csv
import importlib.metadata
import importlib.util
import io
import json
import sqlite3
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from liennganh.pure.vietnamese import fold, nfc

PACKAGE, VERSION = "vietnamadminunits", "1.0.4"
TARGET = Path(__file__).parents[1] / "src" / "liennganh" / "territory" / "data"

REFORM = "2025-07-01"
LEGACY_STATE = "2025-03-01"  # the last change before the reform: 1365/NQ-UBTVQH15
SIXTY_THREE = "2008-08-01"  # Hà Tây joined Hà Nội: 15/2008/QH12

KINDS = (
    "Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Tỉnh", "Quận", "Huyện", "Phường", "Xã",
)  # fmt: skip

LAWS = {
    "15/2008": "Nghị quyết số 15/2008/QH12",
    "124/2004": "Quyết định số 124/2004/QĐ-TTg (bảng mã, đã được cập nhật nhiều lần)",
    "1365": "Nghị quyết số 1365/NQ-UBTVQH15",
    "175/2024": "Nghị quyết số 175/2024/QH15",
    "202/2025": "Nghị quyết số 202/2025/QH15 ngày 12/6/2025",
    "203/2025": "Nghị quyết số 203/2025/QH15 ngày 16/6/2025",
    "30/2026": "Nghị quyết số 30/2026/QH16",
    "36/2026": "Nghị quyết số 36/2026/QH16",
    "39/2026": "Nghị quyết số 39/2026/QH16",
    "237": "Nghị quyết số 237/NQ-UBTVQH16",
    "388": "Nghị quyết số 388/NQ-UBTVQH16",
}

# The 34 resolutions on communes, numbered 1654 to 1687, in the order of their numbers, by the code
# of today's province.
COMMUNE_RESOLUTIONS = (
    "91", "96", "01", "04", "24", "48", "66", "11", "75", "82", "52", "42", "33", "56", "92",
    "31", "12", "68", "20", "15", "37", "46", "25", "51", "40", "22", "44", "14", "80", "19",
    "08", "79", "38", "86",
)  # fmt: skip
COMMUNE_LAW = {code: str(1654 + place) for place, code in enumerate(COMMUNE_RESOLUTIONS)}
LAWS |= {n: f"Nghị quyết số {n}/NQ-UBTVQH15 ngày 16/6/2025" for n in COMMUNE_LAW.values()}

# Units that changed their kind and stayed themselves: (code, new kind, from, law).
CHANGES_OF_KIND = (
    ("75", "Thành phố", "2026-04-30", "30/2026"),
    ("22", "Thành phố", "2026-09-01", "36/2026"),
    ("24", "Thành phố", "2026-09-20", "39/2026"),
    *(
        (code, "Phường", "2026-04-30", "237")
        for code in (
            "25270", "25357", "25363", "26116", "26170",
            "26248", "26326", "26368", "26425", "26485",
        )
    ),
    *(
        (code, "Phường", "2026-09-20", "388")
        for code in (
            "07294", "07375", "07399", "07444", "07840", "09193",
            "09292", "09313", "09319", "09454", "09475", "09496",
        )
    ),
)  # fmt: skip

# (level, first day, first day no longer, law): the days whose list of units the table holds whole.
COVERAGE = (
    ("province", SIXTY_THREE, "", "15/2008"),
    ("district", LEGACY_STATE, "", "1365"),
    ("commune", LEGACY_STATE, "", "1365"),
)

Row = dict[str, str]


@dataclass
class Table:
    """The rows of the CSV files, in the order they are written."""

    units: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    successions: list[Row] = field(default_factory=list)

    def unit(self, key: str, level: str, parent: str, area: str, *, since: str, until: str) -> None:
        self.units.append(
            {"key": key, "level": level, "parent": parent, "area": area,
             "valid_from": since, "valid_to": until}
        )  # fmt: skip

    def name(self, unit: str, printed: str, code: str, *, since: str, until: str, law: str) -> None:
        kind, bare = split_kind(printed)
        self.names.append(
            {"unit": unit, "name": bare, "kind": kind, "code": code,
             "valid_from": since, "valid_to": until, "law": law, "verified": ""}
        )  # fmt: skip

    def succession(self, predecessor: str, successor: str, kind: str, law: str) -> None:
        self.successions.append(
            {"predecessor": predecessor, "successor": successor, "kind": kind,
             "effective": REFORM, "share": "", "law": law, "verified": ""}
        )  # fmt: skip


@dataclass(frozen=True)
class Source:
    """What the package says: rows of today, former rows, and the two maps from old to new."""

    today: list[Row]
    former: list[Row]
    provinces: dict[str, list[str]]
    communes: dict[str, set[tuple[str, str]]]


def split_kind(printed: str) -> tuple[str, str]:
    """Split "Thị Trấn Ái Tử" into ("Thị trấn", "Ái Tử")."""
    text = " ".join(nfc(printed).split())
    for kind in KINDS:
        if text.casefold().startswith(f"{kind.casefold()} "):
            return kind, text[len(kind) + 1 :]
    raise ValueError(f"no known kind in {printed!r}")


def read_source() -> Source:
    """Read the package's data files without importing it."""
    if importlib.metadata.version(PACKAGE) != VERSION:
        raise SystemExit(f"needs {PACKAGE} {VERSION}")
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed")
    data = Path(spec.origin).parent / "data"
    connection = sqlite3.connect(f"file:{data / 'dataset.db'}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    today = connection.execute(
        "select province, provinceCode, provinceKey, ward, wardCode, wardKey from admin_units"
    )
    former = connection.execute(
        "select province, provinceCode, provinceKey, district, districtCode, districtKey,"
        " ward, wardCode, wardKey from admin_units_legacy"
    )
    converter = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
    communes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for province, targets in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for target, olds in targets.items():
            for old in olds:
                communes[old].add((province, target))
    for province, olds in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, targets in olds.items():
            communes[old] |= {(province, target["newWardKey"]) for target in targets}
    source = Source(
        sorted((dict(row) for row in today), key=lambda r: (r["provinceCode"], r["wardCode"])),
        sorted(
            (dict(row) for row in former),
            key=lambda r: (r["provinceCode"], r["districtCode"], r["wardCode"] or ""),
        ),
        converter["DICT_PROVINCE"],
        dict(communes),
    )
    connection.close()
    return source


def add_provinces(table: Table, source: Source) -> tuple[dict[str, str], dict[str, str]]:
    """Add the provinces; return for each former province its unit and today's province.

    A province that took part in no merger is one unit through the reform.
    """
    today = {r["provinceKey"]: (r["provinceCode"], r["province"]) for r in source.today}
    former = {r["provinceKey"]: (r["provinceCode"], r["province"]) for r in source.former}
    unit_of: dict[str, str] = {}
    area_of: dict[str, str] = {}
    for new in sorted(today, key=lambda k: today[k][0]):
        code, printed = today[new]
        olds = source.provinces[new]
        merged = len(olds) > 1
        since = REFORM if merged else ""
        table.unit(code, "province", "", code, since=since, until="")
        if code == "46":
            table.name(
                code, "Tỉnh Thừa Thiên Huế", code, since="", until="2025-01-01", law="124/2004"
            )
            table.name(code, printed, code, since="2025-01-01", until="", law="175/2024")
        else:
            law = "202/2025" if merged else "124/2004"
            table.name(code, printed, code, since=since, until="", law=law)
        for old in sorted(olds, key=lambda k: former[k][0]):
            old_code, old_printed = former[old]
            area_of[old] = code
            unit_of[old] = f"{old_code}-cu" if merged else code
            if merged:
                table.unit(unit_of[old], "province", "", code, since="", until=REFORM)
                table.name(
                    unit_of[old], old_printed, old_code, since="", until=REFORM, law="124/2004"
                )
                table.succession(unit_of[old], code, "merge", "202/2025")
    return unit_of, area_of


def add_former(table: Table, source: Source, unit_of: Row, area_of: Row) -> dict[str, Row]:
    """Add districts and former communes; return the rows by the converter's key, with their unit."""
    by_key: dict[str, Row] = {}
    seen: set[str] = set()
    for row in source.former:
        province, district = row["provinceKey"], row["districtCode"]
        area = area_of[province]
        has_communes = bool(row["ward"])
        if district not in seen:
            seen.add(district)
            table.unit(district, "district", unit_of[province], area, since="", until=REFORM)
            table.name(district, row["district"], district, since="", until=REFORM, law="124/2004")
            if has_communes:
                table.succession(district, "", "abolish", "203/2025")
        unit = district
        if has_communes:
            unit = f"{row['wardCode']}-cu"
            table.unit(unit, "commune", district, area, since="", until=REFORM)
            table.name(unit, row["ward"], row["wardCode"], since="", until=REFORM, law="124/2004")
        by_key[f"{province}_{row['districtKey']}_{row['wardKey'] or ''}"] = row | {"unit": unit}
    return by_key


def add_today(table: Table, source: Source) -> dict[tuple[str, str], Row]:
    """Add today's communes; return their rows by the converter's keys."""
    by_key: dict[tuple[str, str], Row] = {}
    for row in source.today:
        code, province = row["wardCode"], row["provinceCode"]
        table.unit(code, "commune", province, province, since=REFORM, until="")
        table.name(code, row["ward"], code, since=REFORM, until="", law=COMMUNE_LAW[province])
        by_key[row["provinceKey"], row["wardKey"]] = row
    return by_key


def add_commune_successions(
    table: Table, source: Source, olds: dict[str, Row], news: dict[tuple[str, str], Row]
) -> None:
    """Add old → new; the source gives no shares of divided communes, so none are written."""
    if set(olds) != set(source.communes):
        raise SystemExit("the converter does not map every former commune")
    parts: dict[tuple[str, str], int] = defaultdict(int)
    for targets in source.communes.values():
        for target in targets:
            parts[target] += 1
    for key, old in olds.items():
        targets = source.communes[key]
        for target in sorted(targets, key=lambda t: news[t]["wardCode"]):
            new = news[target]
            if len(targets) > 1:
                kind = "split"
            elif parts[target] > 1:
                kind = "merge"
            else:
                kind = kind_of_single(old["ward"] or old["district"], new["ward"])
            law = COMMUNE_LAW[new["provinceCode"]]
            table.succession(old["unit"], new["wardCode"], kind, law)


def kind_of_single(old: str, new: str) -> str:
    """Name what happened to a commune that became exactly one commune by itself."""
    (old_kind, old_name), (new_kind, new_name) = split_kind(old), split_kind(new)
    if old_kind != new_kind:
        return "raise"
    # Differences of spelling only (Ea H'leo, Ea H'Leo) are no new name.
    return "keep" if fold(old_name) == fold(new_name) else "rename"


def add_changes_of_kind(table: Table) -> None:
    """Close the name row in force and open one with the new kind."""
    for code, kind, since, law in CHANGES_OF_KIND:
        place, row = next(
            (i, r) for i, r in enumerate(table.names) if r["unit"] == code and not r["valid_to"]
        )
        if row["kind"] == kind:
            raise SystemExit(f"{code} is a {kind} already")
        row["valid_to"] = since
        table.names.insert(
            place + 1, row | {"kind": kind, "valid_from": since, "valid_to": "", "law": law}
        )


def build() -> dict[str, str]:
    """Return the CSV files by name."""
    source, table = read_source(), Table()
    unit_of, area_of = add_provinces(table, source)
    olds = add_former(table, source, unit_of, area_of)
    news = add_today(table, source)
    add_commune_successions(table, source, olds, news)
    add_changes_of_kind(table)
    laws = [{"law": law, "citation": citation} for law, citation in sorted(LAWS.items())]
    coverage = [
        dict(zip(("level", "valid_from", "valid_to", "law"), row, strict=True)) for row in COVERAGE
    ]
    return {
        "units.csv": to_csv(table.units),
        "names.csv": to_csv(table.names),
        "successions.csv": to_csv(table.successions),
        "laws.csv": to_csv(laws),
        "coverage.csv": to_csv(coverage),
    }


def to_csv(rows: list[Row]) -> str:
    """Write rows that all have the same columns."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main() -> int:
    """Write or check the files; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for name, text in build().items():
        path = TARGET / name
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
            print(f"{name}: {text.count(chr(10)) - 1} rows")
    if stale:
        print("not what the script makes:", ", ".join(stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
