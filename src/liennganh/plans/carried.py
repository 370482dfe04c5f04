"""Two plans side by side: what of the upper one is carried out here, how far, and what is not."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from liennganh.plans.models import CarriedOut, Intake, Plan
from liennganh.plans.sides import Shown, Side
from liennganh.pure.planreader.carrying import Link, carry
from liennganh.pure.planreader.comparing import compare
from liennganh.pure.vietnamese import fold


class Relation(TextChoices):
    """How an item here stands to the one above it; the order is that of urgency."""

    MISSING = "thieu", _lazy("chưa có ở đây")
    LOWER = "thap-hon", _lazy("thấp hơn cấp trên")
    LATER = "muon-hon", _lazy("hạn muộn hơn")
    UNLIKE = "can-hoi", _lazy("chưa so được, cần hỏi")
    EQUAL = "bang", _lazy("bằng cấp trên")
    HIGHER = "cao-hon", _lazy("cao hơn cấp trên")
    CARRIED = "thuc-hien", _lazy("được thực hiện")
    ONLY_HERE = "chi-co-o-day", _lazy("chỉ có ở đây")


_TONES = {
    Relation.MISSING: "warn",
    Relation.LOWER: "bad",
    Relation.LATER: "warn",
    Relation.UNLIKE: "warn",
    Relation.EQUAL: "good",
    Relation.HIGHER: "good",
    Relation.CARRIED: "good",
    Relation.ONLY_HERE: "",
}
_SHAPES = {"bad": "triangle", "warn": "diamond", "good": "check", "": "ring"}
_OF_FIGURES = {
    "equal": Relation.EQUAL,
    "higher": Relation.HIGHER,
    "lower": Relation.LOWER,
    "later": Relation.LATER,
    "unlike": Relation.UNLIKE,
}

_SUREST = 99  # per cent: a proposal is never certain


@dataclass(frozen=True)
class Standing:
    """A relation as it is shown: word, tone, and the sentence that tells why."""

    relation: Relation
    sentence: str = ""

    @property
    def word(self) -> str:
        """The word for it."""
        return str(self.relation.label)

    @property
    def tone(self) -> str:
        """The class of its badge."""
        return _TONES[self.relation]

    @property
    def shape(self) -> str:
        """The icon that tells it without colour."""
        return _SHAPES[self.tone]


@dataclass(frozen=True)
class Here:
    """An item here beside the one above: as proposed, or as an officer has said."""

    shown: Shown
    standing: Standing
    percent: int  # how sure the proposal is; 0 where an officer drew the link
    shared: tuple[str, ...]
    said: bool | None  # None: nobody has looked; True: carries out; False: does not

    @property
    def removed(self) -> bool:
        """Whether an officer said that this is no link."""
        return self.said is False


@dataclass(frozen=True)
class Line:
    """An item above with what is here of it; without ``above`` an item that is only here."""

    above: Shown | None
    here: tuple[Here, ...]
    standings: tuple[Standing, ...]

    @property
    def key(self) -> str:
        """The key of its anchor."""
        return f"tren-{self.above.key}" if self.above else f"day-{self.here[0].shown.key}"

    @property
    def is_task(self) -> bool:
        """Whether it is about a task."""
        return self.above.is_task if self.above else self.here[0].shown.is_task


def words_of(intake: Intake, upper: Plan) -> dict[tuple[str, str], CarriedOut]:
    """Return what officers said of pairs of items, by the keys of both; one query."""
    said = CarriedOut.objects.filter(intake=intake, upper=upper).select_related("item")
    return {(one.lower_key, one.upper_key): one for one in said}


def lines_of(
    lower: Side, upper: Side, said: Mapping[tuple[str, str], CarriedOut]
) -> tuple[Line, ...]:
    """Return the items above in the order of their text, each with those here; then the rest.

    What officers said counts before what the reader proposes. No query.
    """
    links = {
        (link.lower, link.upper): link
        for link in carry(lower.items, upper.items, (*lower.places, *upper.places))
    }
    pairs = [*links, *(pair for pair in said if pair not in links)]
    here: dict[str, list[Here]] = {}
    carrying = set()
    for below, above in pairs:
        if below in lower.shown and above in upper.shown:
            one = _here(lower, upper, (below, above), links, said)
            here.setdefault(above, []).append(one)
            carrying |= set() if one.removed else {below}
    lines = [_line(one, here.get(one.key, ())) for one in upper.shown.values()]
    alone = [one for one in lower.shown.values() if one.key not in carrying]
    only = Standing(Relation.ONLY_HERE)
    lines += [Line(None, (Here(one, only, 0, (), None),), (only,)) for one in alone]
    return tuple(sorted(lines, key=lambda line: (line.is_task, line.above is None)))


def _here(
    lower: Side,
    upper: Side,
    pair: tuple[str, str],
    links: Mapping[tuple[str, str], Link],
    said: Mapping[tuple[str, str], CarriedOut],
) -> Here:
    one, above = lower.shown[pair[0]], upper.shown[pair[1]]
    link, word = links.get(pair), said.get(pair)
    return Here(
        shown=one,
        standing=_standing(one, above, same_issuer=fold(lower.issuer) == fold(upper.issuer)),
        percent=min(round(link.score * 100), _SUREST) if link else 0,
        shared=link.shared if link else (),
        said=word.confirmed if word else None,
    )


def _standing(here: Shown, above: Shown, *, same_issuer: bool) -> Standing:
    one, two = here.item.target, above.item.target
    if two is None:
        return Standing(Relation.CARRIED)
    if one is None:
        return Standing(
            Relation.UNLIKE,
            _("Cấp trên: %(figure)s; ở đây không ghi mức: cần hỏi.") % {"figure": above.words},
        )
    found = compare(one, two, same_territory=same_issuer)
    return Standing(_OF_FIGURES[found.relation], found.sentence)


def _line(above: Shown, here: Iterable[Here]) -> Line:
    rows = tuple(sorted(here, key=lambda one: (one.removed, not one.said, -one.percent)))
    live = tuple(one.standing for one in rows if not one.removed)
    return Line(above, rows, live or (Standing(Relation.MISSING),))


def chosen(lines: Sequence[Line], *, kind: str, relation: str) -> list[Line]:
    """Return the lines of a kind ("chi-tieu", "nhiem-vu") and a relation; "" is all."""
    return [
        line
        for line in lines
        if (not kind or line.is_task == (kind == "nhiem-vu"))
        and (not relation or any(one.relation == relation for one in line.standings))
    ]


@dataclass(frozen=True)
class Tally:
    """How many items stand in a relation."""

    standing: Standing
    number: int


def tallies_of(lines: Sequence[Line]) -> list[Tally]:
    """Return how many lines there are of each relation that occurs, the most urgent first."""
    numbers = Counter(
        relation for line in lines for relation in {one.relation for one in line.standings}
    )
    return [Tally(Standing(one), numbers[one]) for one in Relation if numbers[one]]


def lower_here(lines: Sequence[Line]) -> list[Here]:
    """Return the items here that ask for less than the plan above."""
    return [
        one
        for one in chain.from_iterable(line.here for line in lines)
        if not one.removed and one.standing.relation == Relation.LOWER
    ]
