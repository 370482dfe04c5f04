"""From a name as a plan prints it to the agency that is meant.

A name is never swapped in silence: where the body no longer exists on the day, the one that took
over is offered as a candidate, with a note, and a person decides.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext as _

from liennganh.pure.vietnamese import format_date
from liennganh.territory.models import Unit, in_force
from liennganh.territory.queries import ancestors

from .kinds import COMMUNE, DISTRICT, KINDS, PROVINCE, Ending
from .kinds.model import DISTRICTS_ENDED
from .models import Agency, Mode
from .naming import official_name
from .wording import Wording, loose, read

# Words that begin the names of bodies which the executive asks and does not order.
_ASKED = ("hoi ", "hiep hoi ", "lien hiep ", "lien minh ", "cau lac bo ", "cong ty ", "doan the ")


@dataclass(frozen=True)
class AgencyMatch:
    """What a printed name was found to mean.

    ``agency`` is set only where one body fits and exists on the day. Else ``candidates`` are
    offered (also several of one name), ``whole_class`` names a class ("communes", "districts",
    "levels", "departments", "associations", "press", "schools"), and ``kind``, ``unit`` and
    ``suggested_name`` are what ``create_agency`` would need.
    """

    printed: str
    agency: Agency | None = None
    candidates: tuple[Agency, ...] = ()
    whole_class: str = ""
    kind: str | None = None
    suggested_name: str = ""
    successor_note: str = ""
    mode: Mode = Mode.ORDERED
    unit: Unit | None = None


@dataclass(frozen=True)
class _Line:
    """The plan's unit and those above it, with their agencies."""

    unit: Unit
    chain: tuple[Unit, ...]  # the unit first, its province last
    on: dt.date
    agencies: tuple[Agency, ...]
    places: dict[str, tuple[Unit, ...]]  # folded proper name → units below the plan's

    def of(self, units: Iterable[Unit], kind: str) -> list[Agency]:
        keys = {unit.pk for unit in units}
        return [one for one in self.agencies if one.unit_id in keys and one.kind == kind]


def match(printed: str, *, unit: Unit, on: dt.date) -> AgencyMatch:
    """Return what one printed name means in a plan of that unit on that day."""
    return match_many([printed], unit=unit, on=on)[printed]


def match_many(printed_names: Iterable[str], *, unit: Unit, on: dt.date) -> dict[str, AgencyMatch]:
    """Return what each printed name means; at most ten queries, however many names there are."""
    names = list(dict.fromkeys(printed_names))
    chain = (unit, *reversed(ancestors(unit)))
    own = frozenset(name.folded for one in chain for name in one.names.all())
    read_names = {name: read(name, own_names=own, level=unit.level) for name in names}
    places = _places(unit, on, {w.place for w in read_names.values() if w.place} - own)
    below = [place.pk for found in places.values() for place in found]
    agencies = (
        Agency.objects.filter(Q(unit__in=[one.pk for one in chain]) | Q(unit__in=below))
        .select_related("unit")
        .prefetch_related("aliases", "successions__successor__unit")
    )
    line = _Line(unit, chain, on, tuple(agencies), places)
    return {name: _resolve(name, read_names[name], line) for name in names}


def _places(unit: Unit, on: dt.date, folded: set[str]) -> dict[str, tuple[Unit, ...]]:
    if not folded:
        return {}
    found: dict[str, list[Unit]] = {}
    below = (
        Unit.objects.within(unit)
        .exclude(pk=unit.pk)
        .filter(in_force(on), names__folded__in=folded)
        .distinct()
        .with_names()
    )
    for one in below:
        found.setdefault(one.naming_on(on).folded, []).append(one)
    return {name: tuple(units) for name, units in found.items()}


def _resolve(printed: str, wording: Wording, line: _Line) -> AgencyMatch:
    if wording.whole_class:
        return AgencyMatch(
            printed,
            whole_class=wording.whole_class,
            kind=wording.kind,
            mode=Mode.REQUESTED if wording.whole_class == "associations" else Mode.ORDERED,
            successor_note=_class_note(wording.whole_class, line.on),
        )
    if wording.kind is None:
        return _by_name(printed, line)
    units = _units(wording, line)
    first = units[0] if units else line.unit
    known = line.of(units, wording.kind)
    named = [one for one in known if loose(printed) in _names(one)]
    alive = [one for one in named or known if one.exists_on(line.on)]
    found = AgencyMatch(
        printed,
        kind=wording.kind,
        suggested_name=_suggested(printed, wording.kind, first, line.on),
        mode=Mode.REQUESTED if KINDS[wording.kind].requested else Mode.ORDERED,
        unit=first,
    )
    if alive:
        return _settled(found, alive)
    return _gone(found, named or known, first, line)


def _suggested(printed: str, kind: str, unit: Unit, on: dt.date) -> str:
    """Return the kind's name in that unit, or the printed one where that is official somewhere."""
    official = official_name(kind, unit, on)
    text, base = loose(printed), loose(KINDS[kind].label)
    kept = any(text.startswith(loose(name)) for name in KINDS[kind].also)
    return official if official and (text.startswith(base) or not kept) else _tidy(printed)


def _settled(found: AgencyMatch, alive: Sequence[Agency]) -> AgencyMatch:
    if len(alive) > 1:
        return replace(found, candidates=tuple(alive))
    only = alive[0]
    return replace(found, agency=only, mode=Mode(only.mode), unit=only.unit)


def _units(wording: Wording, line: _Line) -> tuple[Unit, ...]:
    """Return the unit whose agency is meant; several where a place name is borne twice."""
    kind = KINDS[wording.kind or ""]
    if wording.place and wording.place in line.places:
        fitting = [
            unit
            for unit in line.places[wording.place]
            if not wording.level or unit.level == wording.level
        ]
        return tuple(fitting)
    level = wording.level
    if not level and wording.unit_word:  # "thành phố": the nearest unit that is one
        cities = [one for one in line.chain if one.naming_on(line.on).kind == "Thành phố"]
        if cities:
            return (cities[0],)
    levels = [level] if level else [one.level for one in line.chain if one.level in kind.names]
    return tuple(one for one in line.chain if levels and one.level == levels[0])


def _by_name(printed: str, line: _Line) -> AgencyMatch:
    """Match a body of no known kind by its own name or one of its aliases, the nearest unit first."""
    wanted = loose(printed)
    found = AgencyMatch(
        printed,
        suggested_name=_tidy(printed),
        mode=Mode.REQUESTED if wanted.startswith(_ASKED) else Mode.ORDERED,
        unit=line.unit,
    )
    for unit in line.chain:
        named = [one for one in line.agencies if one.unit_id == unit.pk and wanted in _names(one)]
        alive = [one for one in named if one.exists_on(line.on)]
        if alive:
            return replace(_settled(found, alive), kind=alive[0].kind)
        if named:
            return _gone(replace(found, kind=named[0].kind), named, unit, line)
    return found


def _gone(found: AgencyMatch, known: Sequence[Agency], unit: Unit, line: _Line) -> AgencyMatch:
    """Offer who took over from a body that does not exist on the day, and say so."""
    steps = [
        step for one in known for step in one.successions.all() if step.effective_on <= line.on
    ]
    if steps:
        note = _(
            "%(name)s không còn từ ngày %(day)s (%(basis)s). Đơn vị tiếp nhận: %(into)s. "
            "Hãy xác nhận cơ quan nhận việc."
        ) % {
            "name": steps[0].predecessor.name,
            "day": format_date(steps[0].effective_on),
            "basis": steps[0].legal_basis,
            "into": ", ".join(step.successor.name for step in steps),
        }
        alive = [step.successor for step in steps if step.successor.exists_on(line.on)]
        return replace(found, candidates=tuple(alive), successor_note=note)
    endings = [
        ending
        for ending in (KINDS[found.kind].ends(unit.level) if found.kind else ())
        if ending.on <= line.on
    ]
    if endings:
        candidates = [one for ending in endings for one in _heirs(ending, line)]
        return replace(
            found,
            candidates=tuple(dict.fromkeys(candidates)),
            successor_note=_ending_note(found.suggested_name, endings),
        )
    if known:  # it begins later, or ended with nobody named
        return replace(
            found,
            candidates=tuple(known),
            successor_note=_(
                "Theo danh bạ, %(name)s chưa có hoặc không còn vào ngày %(day)s, ngày của kế hoạch. "
                "Nếu đúng là cơ quan này, hãy cứ chọn; nếu không, hãy chọn cơ quan khác."
            )
            % {"name": known[0].name, "day": format_date(line.on)},
        )
    return found


def _heirs(ending: Ending, line: _Line) -> list[Agency]:
    units = [one for one in line.chain if one.level == ending.into_level]
    return [one for one in line.of(units, ending.into) if one.exists_on(line.on)]


_LEVELS = {PROVINCE: "cấp tỉnh", DISTRICT: "cấp huyện", COMMUNE: "cấp xã"}


def _ending_note(name: str, endings: Sequence[Ending]) -> str:
    first = endings[0]
    parts = [
        f"{KINDS[ending.into].label} {_LEVELS[ending.into_level]} ({ending.field})"
        for ending in endings
    ]
    unread = "" if first.verified else _(" – căn cứ chưa xác minh")
    return _(
        "%(name)s không còn từ ngày %(day)s (%(basis)s%(unread)s). Việc được chuyển cho: %(into)s. "
        "Hãy xác nhận cơ quan nhận việc."
    ) % {
        "name": name,
        "day": format_date(first.on),
        "basis": first.basis,
        "unread": unread,
        "into": "; ".join(parts),
    }


def _class_note(whole_class: str, on: dt.date) -> str:
    if whole_class == "districts" and on >= DISTRICTS_ENDED:
        return _(
            "Từ ngày 01/7/2025 không còn cấp huyện. Hãy xác nhận có giao việc này cho Ủy ban nhân "
            "dân các xã, phường, đặc khu hay không."
        )
    return ""


def _names(agency: Agency) -> set[str]:
    return {loose(agency.name)} | {loose(alias.name) for alias in agency.aliases.all()}


def _tidy(printed: str) -> str:
    text = " ".join(printed.split()).strip(" .,;:-–")
    return text[:1].upper() + text[1:]


__all__ = ["AgencyMatch", "match", "match_many"]
