"""What one line of the catalogue says, and the few shapes that most lines have."""

from dataclasses import dataclass, field

from liennganh.indicators.models import Flow, Measure, OverTime, OverUnits, Source

PROPOSED = "Đề xuất theo các kế hoạch đã ban hành; chưa có biểu mẫu chính thức của chương trình"


@dataclass(frozen=True)
class Definition:
    """One indicator as data.

    ``needs``: for a printed target to be this indicator each of these must be found in it, the
    subject first; "|" parts alternatives. ``hints`` are further words that speak for it, ``never``
    words that speak against it. ``bare``: it may be meant by a clause that does not name the field,
    as plans go on from the item above ("100% giáo viên các trường học"). ``better`` is None where
    no direction is good in itself.
    """

    code: str
    name: str
    unit: str
    measure: Measure
    flow: Flow
    over_units: OverUnits
    over_time: OverTime
    better: bool | None = True
    numerator: str = ""
    denominator: str = ""
    text: str = ""
    dimensions: tuple[str, ...] = ()
    source: Source = Source.TYPED
    register: str = ""
    protected: bool = False
    counts_units: bool = False
    legal_source: str = PROPOSED
    needs: tuple[str, ...] = ()
    hints: tuple[str, ...] = field(default=())
    never: tuple[str, ...] = field(default=())
    bare: bool = False

    @property
    def keywords(self) -> str:
        """Return needs, hints, words against and the mark of a bare one, as ``suggestion`` reads them."""
        lines = [f"+ {need}" for need in self.needs]
        lines += [f"~ {hint}" for hint in self.hints]
        lines += [f"- {word}" for word in self.never]
        return "\n".join([*lines, *(["?"] if self.bare else [])])


def stock(
    code: str, name: str, unit: str, measure: Measure = Measure.OBJECTS, **rest: object
) -> Definition:
    """Build a number at the cut-off: added over units, the newest one over time."""
    return Definition(
        code,
        name,
        unit,
        measure,
        Flow.STOCK,
        OverUnits.SUM,
        OverTime.LATEST,
        **{"better": None, **rest},  # type: ignore[arg-type]
    )


def flow(
    code: str, name: str, unit: str, measure: Measure = Measure.EVENTS, **rest: object
) -> Definition:
    """Build what happened in the period: added over units and over periods."""
    return Definition(
        code,
        name,
        unit,
        measure,
        Flow.FLOW,
        OverUnits.SUM,
        OverTime.SUM,
        **rest,  # type: ignore[arg-type]
    )


def from_agency(code: str, name: str, unit: str, measure: Measure, **rest: object) -> Definition:
    """Build a figure that several agencies count, each in its way: side by side, never added."""
    return Definition(
        code,
        name,
        unit,
        measure,
        Flow.FLOW,
        OverUnits.SIDE_BY_SIDE,
        OverTime.SUM,
        **{"better": None, **rest},  # type: ignore[arg-type]
    )


def share(code: str, name: str, numerator: str, denominator: str, **rest: object) -> Definition:
    """Build a share of what stands at the cut-off: sums of numerators and denominators."""
    return Definition(
        code,
        name,
        "%",
        Measure.SHARE,
        Flow.STOCK,
        OverUnits.RATIO_OF_SUMS,
        OverTime.LATEST,
        numerator=numerator,
        denominator=denominator,
        **rest,  # type: ignore[arg-type]
    )


def reached(code: str, name: str, numerator: str, denominator: str, **rest: object) -> Definition:
    """Build a share reached since the beginning of the year; each report holds the whole year so far.

    People or places are counted once a year, so periods are never added.
    """
    return Definition(
        code,
        name,
        "%",
        Measure.SHARE,
        Flow.FLOW,
        OverUnits.RATIO_OF_SUMS,
        OverTime.CUMULATIVE,
        numerator=numerator,
        denominator=denominator,
        **rest,  # type: ignore[arg-type]
    )


def published(
    code: str, name: str, unit: str, measure: Measure, register: str, **rest: object
) -> Definition:
    """Build a distinct count of people that its register publishes for each level and stretch."""
    return Definition(
        code,
        name,
        unit,
        measure,
        Flow.FLOW,
        OverUnits.REGISTER,
        OverTime.REGISTER,
        source=Source.REGISTER,
        register=register,
        protected=True,
        **rest,  # type: ignore[arg-type]
    )


def counted(code: str, name: str, unit: str, register: str, **rest: object) -> Definition:
    """Build a count of events that a protected register gives: numbers only, small ones withheld."""
    return Definition(
        code,
        name,
        unit,
        Measure.EVENTS,
        Flow.FLOW,
        OverUnits.SUM,
        OverTime.SUM,
        source=Source.REGISTER,
        register=register,
        protected=True,
        **rest,  # type: ignore[arg-type]
    )
