"""How one printed target is to be followed, and what the plan does not print of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from liennganh.agencies.forms import DayField
from liennganh.agencies.models import Agency
from liennganh.indicators.catalogue import GROUPS
from liennganh.indicators.models import Indicator, Measure, Source
from liennganh.plans import values
from liennganh.programmes.clauses import EVERY
from liennganh.programmes.models import Reporters
from liennganh.programmes.own_indicators import NewIndicator, new_indicator
from liennganh.programmes.proposals import Binding
from liennganh.programmes.targets import (
    FURTHER,
    open_asks,
    plain_target,
    sentence_for,
    understood,
    with_meaning,
)
from liennganh.pure.rollup import Meaning, Target
from liennganh.pure.vietnamese import format_date

from .fields import ManyField, NumberField

OWN, NONE, PLAIN = "own", "none", "plain"
_BETTER: dict[str, bool | None] = {"up": True, "down": False, "none": None}
# Before a whole in words: the sentences say it themselves.
_TOTAL = "tổng số "


@dataclass(frozen=True)
class Offer:
    """What the fields of every target on a page offer to choose from.

    A field shows only what is likely, since the whole lists stand in the page once and the script
    adds them; ``opened`` is the prefix of the form that shows them without the script.
    """

    catalogue: Mapping[str, Indicator]  # by primary key as text
    agencies: Mapping[str, Agency]  # likewise
    opened: str = ""

    def by_group(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the catalogue as groups of a select."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for key, one in self.catalogue.items():
            groups.setdefault(GROUPS.get(one.group, one.group), []).append(
                (key, f"{one.code} – {one.name}")
            )
        return list(groups.items())

    def agency_choices(self) -> list[tuple[str, str]]:
        return [(key, str(agency)) for key, agency in self.agencies.items()]

    def lists(self) -> dict[str, list[tuple[str, Any]]]:
        """Return the lists that stand in the page once, by the name of their template."""
        stated = TargetForm.base_fields
        return {
            "agencies": self.agency_choices(),
            "horizon": list(values.choices_of("horizon", {}).items()),
            **{name: list(stated[name].choices) for name in ("measure", "better", "every")},  # type: ignore[attr-defined]
        }

    def show_agencies(self, bound: forms.BoundField) -> None:
        """Accept every agency; show the first, which leads, and those that are chosen."""
        bound.field.choices = every = self.agency_choices()  # type: ignore[attr-defined]
        if bound.form.prefix != self.opened:
            value = bound.value()
            chosen = {str(one) for one in (value if isinstance(value, list) else [value])}
            shown = [one for at, one in enumerate(every) if at == 0 or one[0] in chosen]
            bound.field.widget.choices = shown


class TargetForm(forms.Form):
    """One printed target: its indicator, who reports it, what it means, by when."""

    indicator = forms.ChoiceField(label=_("Chỉ số"))
    label = forms.CharField(label=_("Tên trong chương trình"), max_length=300)
    measure = forms.ChoiceField(label=_("Đếm gì"), choices=Measure.choices)
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=40, required=False)
    better = forms.ChoiceField(
        label=_("Chiều mong muốn"),
        choices=[
            ("up", _("càng cao càng tốt")),
            ("down", _("càng thấp càng tốt")),
            ("none", _("không có chiều tốt, xấu")),
        ],
    )
    numerator = forms.CharField(label=_("Tử số"), max_length=300, required=False)
    denominator = forms.CharField(label=_("Mẫu số"), max_length=300, required=False)
    reporters = forms.ChoiceField(label=_("Ai báo cáo"), choices=Reporters.choices)
    agencies = ManyField(label=_("Cơ quan báo cáo"), required=False)
    meaning = forms.ChoiceField(label=_("Hiểu chỉ tiêu là"))
    horizon = forms.ChoiceField(
        label=_("Tính theo thời gian"),
        required=False,
        error_messages={"required": values.QUESTIONS["horizon"]},
    )
    of = NumberField(label=_("Trên tổng số"))
    every = forms.ChoiceField(
        label=_("Chu kỳ"), required=False, choices=[("", "–"), *((one, _(one)) for one in EVERY)]
    )
    deadline = DayField(label=_("Thời hạn"), help_text="")
    baseline = NumberField(label=_("Số gốc"))

    def __init__(self, proposal: Binding, offer: Offer, data: Any = None) -> None:
        printed = proposal.printed
        if printed is None or proposal.target is None or proposal.deadline is None:
            raise ValueError("only printed targets have this form")
        self.printed, self.proposal, self.offer = printed, proposal, offer
        self.data_of = understood(printed)
        self.asks = open_asks(self.data_of)
        super().__init__(data, prefix=f"ct{printed.pk}", initial=_initial(proposal, self.asks))
        self._ask()
        self._offer_indicators()
        offer.show_agencies(self["agencies"])
        self.fields["meaning"].choices = self._meanings()  # type: ignore[attr-defined]
        for name in self.short_lists:
            self._show_chosen(self[name])
        # What these want is said once for all targets of the page, not once in each.
        for name in ("measure", "deadline", "baseline"):
            self.fields[name].widget.attrs["aria-describedby"] = "cach-ghi"
        # The plan's words stand in the page: the error says which of them is meant.
        self.name = f"{proposal.label}"

    def _ask(self) -> None:
        """Ask for what the plan does not print and nobody has answered; nothing is chosen before."""
        stated = list(values.choices_of("horizon", {}).items())
        horizon = self.fields["horizon"]
        if "horizon" in self.asks:
            horizon.required, horizon.widget = True, forms.RadioSelect()
            horizon.label = values.QUESTIONS["horizon"]
        elif not self.proposal.horizon:
            stated = [("", _("như văn bản ghi")), *stated]
        horizon.choices = stated  # type: ignore[attr-defined]
        if ways := values.choices_of("unit", self.data_of) if "unit" in self.asks else {}:
            self.fields["change_in"] = forms.ChoiceField(
                label=values.QUESTIONS["unit"], choices=list(ways.items()), widget=forms.RadioSelect
            )
        if "baseline" in self.asks:
            self.fields["against"] = forms.CharField(
                label=values.QUESTIONS["baseline"], max_length=300, help_text=_("Ví dụ: năm 2025.")
            )
        if "group" in self.asks:
            self.fields["group"] = forms.CharField(
                label=values.QUESTIONS["group"],
                max_length=300,
                required=False,
                help_text=_("Chưa rõ thì để trống; chương trình sẽ nhắc lại."),
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        """Return the fields that ask for what the plan does not print."""
        names = ["horizon"] if "horizon" in self.asks else []
        names += [name for name in ("change_in", "against", "group") if name in self.fields]
        return [self[name] for name in names]

    @property
    def asks_denominator(self) -> bool:
        return "denominator" in self.asks

    @property
    def sentence(self) -> str:
        """Return what the target means, in words; "" where the plan was read before meanings were."""
        return sentence_for(self.printed)

    @property
    def shows_all(self) -> bool:
        return self.prefix == self.offer.opened

    @property
    def short_lists(self) -> list[str]:
        """Return the fields whose choices are the same for every target."""
        return ["measure", "better", "every", *([] if "horizon" in self.asks else ["horizon"])]

    def _show_chosen(self, bound: forms.BoundField) -> None:
        """Show only the choice that is made, unless this target shows everything."""
        every = bound.field.choices  # type: ignore[attr-defined]
        chosen = [one for one in every if str(one[0]) == str(bound.value() or "")]
        if chosen and not self.shows_all:
            bound.field.widget.choices = chosen

    def _offer_indicators(self) -> None:
        """Offer the whole catalogue; show what fits, what is chosen, and the ways without it."""
        field, bound = self.fields["indicator"], self["indicator"]
        fitting = [(str(one.pk), f"{one.code} – {one.name}") for one in self.proposal.candidates]
        rest = [
            (OWN, str(_("Chỉ số riêng của kế hoạch này"))),
            (NONE, str(_("Không theo dõi bằng số"))),
        ]
        first: list[tuple[str, Any]] = [(str(_("Phù hợp nhất")), fitting)] if fitting else []
        first.append((str(_("Không có trong danh mục")), rest))
        field.choices = [*first, *self.offer.by_group()]  # type: ignore[attr-defined]
        if self.shows_all:
            return
        chosen = self.offer.catalogue.get(str(bound.value()))
        if chosen is not None and chosen not in self.proposal.candidates:
            first.insert(
                0, (str(_("Đã chọn")), [(str(chosen.pk), f"{chosen.code} – {chosen.name}")])
            )
        field.widget.choices = first

    def _meanings(self) -> list[tuple[str, str]]:
        """Return each way to read the target as the sentence that it makes."""
        label = self.proposal.indicator.unit
        plain = plain_target(self.printed, label)
        until = format_date(self.proposal.deadline) if self.proposal.deadline else ""
        choices = [(PLAIN, plain.phrase)]
        if plain.is_change:
            return choices
        of, every = self.proposal.target.of if self.proposal.target else None, ""
        if self.proposal.target and self.proposal.target.every:
            every = self.proposal.target.every
        for meaning in FURTHER:
            if meaning == Meaning.N_OF_M:
                words = _n_of_m(plain, of)
            else:
                words = with_meaning(plain, meaning, every=every or EVERY[1]).phrase
            choices.append((meaning.value, words.replace("đến hết thời hạn", f"đến {until}")))
        return choices

    def clean(self) -> dict[str, Any]:
        """Check the parts against each other; each error stands at the field that is wrong."""
        given = super().clean() or {}
        if given.get("indicator") == NONE:
            # Nothing is followed by a number, so nothing needs to be known of it.
            self._errors = type(self.errors)()
            return given
        if self.errors:
            return given
        chosen = self.offer.catalogue.get(given["indicator"])
        if chosen is None:
            self._check_own(given)
        elif chosen.source == Source.REGISTER:
            given["reporters"] = Reporters.REGISTER
        if given["reporters"] == Reporters.REGISTER and (
            chosen is None or chosen.source != Source.REGISTER
        ):
            self.add_error("reporters", _("Chỉ số này không có sổ theo dõi. Hãy chọn ai báo cáo."))
        elif given["reporters"] == Reporters.AGENCIES and not given["agencies"]:
            self.add_error("agencies", _("Hãy chọn ít nhất một cơ quan báo cáo."))
        if self.errors:
            return given
        try:
            given["target"] = self._target(given, chosen)
        except ValueError as error:
            wrong = "of" if given["meaning"] == Meaning.N_OF_M else "every"
            self.add_error(wrong, str(error))
        return given

    def _check_own(self, given: Mapping[str, Any]) -> None:
        if not given["unit"]:
            self.add_error("unit", _("Chỉ số riêng cần có đơn vị tính."))
        if given["measure"] != Measure.SHARE:
            return
        for part in ("numerator", "denominator"):
            if not given[part]:
                self.add_error(part, _("Tỷ lệ cần có tử số và mẫu số."))

    def _target(self, given: Mapping[str, Any], chosen: Indicator | None) -> Target:
        plain = plain_target(
            self.printed,
            chosen.unit if chosen else given["unit"],
            answers=self._answers(given, chosen),
            horizon=given["horizon"] or None,
        )
        if given["meaning"] != PLAIN:
            meaning = Meaning(given["meaning"])
            return with_meaning(plain, meaning, of=given["of"], every=given["every"])
        held = given["horizon"] == "kept_up" and not plain.is_change
        return with_meaning(plain, Meaning.KEEP_UP) if held else plain

    def _answers(self, given: Mapping[str, Any], chosen: Indicator | None) -> dict[str, str]:
        """Return the answers of intake with those given here to what was still open.

        What an indicator counts, and out of what, answers two of the questions by itself.
        """
        whole = given["denominator"] or (chosen.denominator if chosen else "")
        if whole.lower().startswith(_TOTAL):
            whole = whole[len(_TOTAL) :]
        unit = given.get("change_in") or (chosen.unit if chosen else given["unit"])
        found = {
            "horizon": given["horizon"],
            "unit": unit,
            "baseline": given.get("against", ""),
            "group": given.get("group", ""),
            "denominator": whole,
        }
        new = {ask: " ".join(found[ask].split()) for ask in self.asks if found.get(ask)}
        return {**self.printed.asked_answer, **new}

    @property
    def binding(self) -> Binding | None:
        """Return how the officer wants it followed; None for a target not followed by a number."""
        given = self.cleaned_data
        if given["indicator"] == NONE:
            return None
        chosen = self.offer.catalogue.get(given["indicator"])
        indicator: Indicator | NewIndicator = chosen or self._own(given)
        reporters = Reporters(given["reporters"])
        named: Sequence[str] = given["agencies"] if reporters == Reporters.AGENCIES else ()
        return Binding(
            printed=self.printed,
            indicator=indicator,
            label=given["label"],
            numerator=given["numerator"] or indicator.numerator,
            denominator=given["denominator"] or indicator.denominator,
            reporters=reporters,
            agencies=tuple(self.offer.agencies[key] for key in named),
            target=given["target"],
            deadline=given["deadline"],
            reason=self.proposal.reason,
            baseline=given["baseline"],
            horizon=given["horizon"],
            answers=self._answers(given, chosen),
        )

    def _own(self, given: Mapping[str, Any]) -> NewIndicator:
        """Return the indicator made on the spot; how it adds up follows from what it counts."""
        proposed = self.proposal.indicator
        share = given["measure"] == Measure.SHARE
        words: dict[str, Any] = {
            "numerator": given["numerator"] if share else "",
            "denominator": given["denominator"] if share else "",
            "higher_is_better": _BETTER[given["better"]],
        }
        same = proposed.measure == given["measure"] and given["horizon"] == self.proposal.horizon
        if isinstance(proposed, NewIndicator) and same:
            return replace(proposed, name=given["label"], unit=given["unit"], **words)
        return new_indicator(
            given["label"],
            given["unit"],
            Measure(given["measure"]),
            definition=proposed.definition if isinstance(proposed, NewIndicator) else "",
            standing=given["horizon"] == "kept_up" and given["meaning"] != Meaning.K_TIMES_A_PERIOD,
            **words,
        )


def _n_of_m(plain: Target, of: Any) -> str:
    if of is not None:
        return with_meaning(plain, Meaning.N_OF_M, of=of).phrase
    return str(_("%(part)s trên tổng số ghi ở ô “Trên tổng số”")) % {"part": plain.phrase}


def _initial(proposal: Binding, asks: Sequence[str]) -> dict[str, Any]:
    """Return the proposal as the fields show it; what is asked for is left empty."""
    better = {value: key for key, value in _BETTER.items()}
    own = isinstance(proposal.indicator, NewIndicator)
    target = proposal.target
    return {
        "indicator": OWN if own else str(getattr(proposal.indicator, "pk", "")),
        "label": proposal.label,
        "measure": proposal.indicator.measure,
        "unit": "" if own and "unit" in asks else proposal.indicator.unit,
        "better": better[proposal.indicator.higher_is_better],
        # Of a catalogue's indicator these stay empty: the catalogue has them.
        "numerator": proposal.numerator if own else "",
        "denominator": proposal.denominator if own and "denominator" not in asks else "",
        "horizon": proposal.horizon,
        "reporters": proposal.reporters,
        "agencies": [str(agency.pk) for agency in proposal.agencies],
        "meaning": target.meaning.value if target and target.meaning in FURTHER else PLAIN,
        "of": target.of if target else None,
        "every": target.every if target else "",
        "deadline": proposal.deadline,
        "baseline": proposal.baseline,
    }
