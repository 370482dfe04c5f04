"""What a target means: more than a number and a sign."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from liennganh.pure.vietnamese import format_number

from .errors import RuleError


class Meaning(StrEnum):
    """The meanings found in plans.

    ``AT_LEAST_ONCE_BY`` counts distinct things reached by a day; ``AMONG_IN_NEED`` is a share of
    those who need and qualify; ``KEEP_UP`` must hold in every period.
    """

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    INCREASE_BY = "increase_by"
    DECREASE_BY = "decrease_by"
    KEEP_UP = "keep_up"
    AT_LEAST_ONCE_BY = "at_least_once_by"
    N_OF_M = "n_of_m"
    K_TIMES_A_PERIOD = "k_times_a_period"
    AMONG_IN_NEED = "among_in_need"


_COMPARATORS = {
    ">=": Meaning.AT_LEAST,
    ">": Meaning.MORE_THAN,
    "<=": Meaning.AT_MOST,
    "<": Meaning.LESS_THAN,
    "=": Meaning.EXACTLY,
}
_WORDS = {
    Meaning.AT_LEAST: "ít nhất ",
    Meaning.MORE_THAN: "trên ",
    Meaning.AT_MOST: "không quá ",
    Meaning.LESS_THAN: "dưới ",
    Meaning.EXACTLY: "",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A target with its meaning.

    ``bound`` is the plain comparison inside the meaning (at least, exactly, …), of a change the
    comparison of its size. ``value`` is in the target's unit (70 for 70%); ``upper`` closes a
    range; ``of`` is the m of "n of m"; ``every`` the Vietnamese name of the period of "k times a
    …" ("tháng"); ``unit`` is printed after the number ("%", "xã"). Of a change, ``against`` names
    what it is held against ("năm 2020"; "" is the year before), and ``absolute`` says that its size
    is in the figure's own unit (percentage points of a share) and no percentage of the old value.
    """

    meaning: Meaning
    value: Decimal
    bound: Meaning = Meaning.AT_LEAST
    upper: Decimal | None = None
    unit: str = ""
    of: Decimal | None = None
    every: str = ""
    per_year: bool = False
    against: str = ""
    absolute: bool = False

    @property
    def is_change(self) -> bool:
        return self.meaning in (Meaning.INCREASE_BY, Meaning.DECREASE_BY)

    @property
    def phrase(self) -> str:  # noqa: PLR0911 - one return for each meaning
        """Return the target in words, to stand after "chỉ tiêu"."""
        size = format_number(self.value)
        if self.upper is not None:
            size = f"{size}-{format_number(self.upper)}"
        unit = "điểm phần trăm" if self.absolute and self.unit == "%" else self.unit
        size = size + (unit if unit in ("%", "‰") else f" {unit}".rstrip())
        plain = f"{_WORDS[self.bound]}{size}"
        yearly = " mỗi năm" if self.per_year else ""
        against = f"so với {self.against or 'năm trước'}"
        match self.meaning:
            case Meaning.INCREASE_BY:
                return f"tăng {plain} {against}"
            case Meaning.DECREASE_BY:
                return f"giảm {plain} {against}"
            case Meaning.KEEP_UP:
                return f"duy trì {plain}"
            case Meaning.AT_LEAST_ONCE_BY:
                return f"{plain}, mỗi nơi ít nhất một lần đến hết thời hạn"
            case Meaning.N_OF_M if self.of is not None:
                return f"{_WORDS[self.bound]}{format_number(self.value)}/{format_number(self.of)} {self.unit}".rstrip()
            case Meaning.K_TIMES_A_PERIOD:
                return f"{_WORDS[self.bound]}{format_number(self.value)} lần mỗi {self.every}"
            case Meaning.AMONG_IN_NEED:
                return f"{plain} người có nhu cầu và đủ điều kiện"
            case _:
                return f"{plain}{yearly}"


def meaning_of(
    comparator: str,
    unit: str,
    value: Decimal,
    upper: Decimal | None = None,
    *,
    per_year: bool = False,
    of: Decimal | None = None,
    every: str = "",
    kept_up: bool = False,
    once_by: bool = False,
    in_need: bool = False,
    unit_label: str = "",
) -> Target:
    """Return the meaning of a target as the plan reader gives it.

    ``comparator`` is one of ``>= > <= < = + -``; ``unit`` one of ``percent count rate currency``.
    The rest is what the words around the quantity say and the officer confirms: ``of`` the m of
    "149/223", ``every`` the period of "một tháng một lần" ("tháng"), ``kept_up`` "duy trì",
    ``once_by`` "ít nhất một lần đến năm …", ``in_need`` "có nhu cầu và đủ điều kiện".
    ``unit_label`` is the unit in print, where it is not "%".

    Raises:
        RuleError: the comparator is unknown, the range is upside down, or two meanings are asked.

    """
    label = unit_label or {"percent": "%", "currency": "đồng"}.get(unit, "")
    if upper is not None and upper < value:
        raise RuleError(f"Khoảng {value}-{upper} có số sau nhỏ hơn số trước.")
    if comparator in ("+", "-"):
        change = Meaning.INCREASE_BY if comparator == "+" else Meaning.DECREASE_BY
        return Target(change, value, Meaning.EXACTLY, upper, label, per_year=True)
    if comparator not in _COMPARATORS:
        raise RuleError(f"Không có phép so sánh “{comparator}”.")
    bound = _COMPARATORS[comparator]
    meanings = [
        meaning
        for meaning, asked in (
            (Meaning.KEEP_UP, kept_up),
            (Meaning.AT_LEAST_ONCE_BY, once_by),
            (Meaning.AMONG_IN_NEED, in_need),
            (Meaning.K_TIMES_A_PERIOD, bool(every)),
            (Meaning.N_OF_M, of is not None and not kept_up),
        )
        if asked
    ]
    if len(meanings) > 1:
        raise RuleError(f"Chỉ tiêu không thể vừa là {meanings[0]} vừa là {meanings[1]}.")
    meaning = meanings[0] if meanings else bound
    return Target(meaning, value, bound, upper, label, of=of, every=every, per_year=per_year)
