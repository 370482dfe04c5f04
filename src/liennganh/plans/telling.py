"""What was understood of an item, told as a sentence in Vietnamese."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from liennganh.agencies.models import Mode
from liennganh.plans import values
from liennganh.plans.meanings import sentence_of
from liennganh.plans.models import ItemKind
from liennganh.plans.partial_dates import show_partial


def tell(kind: str, data: Mapping[str, Any]) -> str:
    """Return the sentence, such as "Sở Y tế chủ trì, phối hợp với Công an tỉnh; hạn 30/06/2026"."""
    whole = values.whole(kind, data)
    if kind == ItemKind.TASK:
        return _task(whole)
    if kind == ItemKind.REPORT:
        return _report(whole)
    if kind == ItemKind.QUALITATIVE:
        return _qualitative(whole)
    if kind == ItemKind.TARGET and (sentence := sentence_of(whole)):
        return sentence
    return _sentence([values.describe(kind, whole)])


def _task(data: Mapping[str, Any]) -> str:
    facts = {"lead": _listed(data["lead"]), "support": _listed(data["support"])}
    if not data["lead"]:
        who = _("Việc chung, không giao riêng ai") if data["common"] else _("Chưa rõ ai chủ trì")
    elif data["mode"] == Mode.REQUESTED:
        who = _("Đề nghị %(lead)s chủ trì") % facts
    else:
        who = _("%(lead)s chủ trì") % facts
    if data["support"]:
        who = f"{who}, {_('phối hợp với %(support)s') % facts}"
    cycle = values.CYCLES.get(data["cycle"], "")
    return _sentence([who, str(cycle), _deadline(data)])


def _report(data: Mapping[str, Any]) -> str:
    facts = {name: _listed(data[name]) for name in ("reporters", "through", "recipients")}
    kind = str(values.REPORT_KINDS.get(data["kind"], _("chưa rõ kỳ báo cáo")))
    steps = [
        facts["reporters"],
        _("gửi %(recipients)s") % facts if facts["recipients"] else "",
        _("qua %(through)s") % facts if facts["through"] else "",
    ]
    due = values.due_words(data) if data["due"] else _("văn bản không ghi hạn nộp")
    due = f"{due[:1].lower()}{due[1:]}"
    return _sentence([kind, due, " ".join(step for step in steps if step)], mark=" · ")


def _qualitative(data: Mapping[str, Any]) -> str:
    proof = data["proof"] or data["asked_answer"].get("proof")
    shown = _("minh chứng: %(proof)s") % {"proof": proof} if proof else ""
    return _sentence([data["what"] or _("Kết quả cần có"), shown, _deadline(data)])


def _deadline(data: Mapping[str, Any]) -> str:
    if not data["deadline"]:
        return ""
    return _("hạn %(day)s") % {"day": show_partial(str(data["deadline"]))}


def _listed(names: Sequence[str]) -> str:
    """Return "A, B và C"."""
    if len(names) < 2:  # noqa: PLR2004 - a pair has an "and"
        return "".join(names)
    return _("%(first)s và %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def _sentence(parts: Sequence[str], mark: str = "; ") -> str:
    words = mark.join(part.strip(" .;") for part in parts if part.strip(" .;"))
    return f"{words[:1].upper()}{words[1:]}." if words else ""
