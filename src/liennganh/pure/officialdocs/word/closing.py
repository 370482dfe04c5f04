"""The end of a document: the signature at the right, the recipients at the left."""

from docx.oxml.xmlchemy import BaseOxmlElement

from liennganh.pure.officialdocs.elements import Element
from liennganh.pure.officialdocs.model import OfficialDocument, Signature
from liennganh.pure.officialdocs.word.heading import fitted
from liennganh.pure.officialdocs.word.xml import (
    TEXT_WIDTH_MM,
    cell,
    layout_table,
    paragraph,
    w,
)
from liennganh.pure.officialdocs.wording import Line, recipient_lines, signature_lines

_LEFT_MM = 72
_BEFORE_PT = 12
_SIGNING_SPACE_PT = 90  # for a signature and a seal of real size, while there is no name


def _signature(signature: Signature, width_mm: float) -> list[BaseOxmlElement]:
    lines = signature_lines(signature)
    made = [paragraph(fitted(one, width_mm)[0], breaks=True) for one in lines]
    if not signature.name and made:
        made[-1][0].append(w("spacing", {"after": _SIGNING_SPACE_PT * 20}))
    return made


def _recipients(document: OfficialDocument, before_pt: int = 0) -> list[BaseOxmlElement]:
    made = [paragraph(line) for line in recipient_lines(document)]
    if made and before_pt:
        made[0][0].append(w("spacing", {"before": before_pt * 20}))
    return made


def closing(document: OfficialDocument) -> list[BaseOxmlElement]:
    """Return the signature block, which stays on one page with the last lines above it.

    With a second signature (minutes, model 1.9) the secretary's stands at the left and the
    recipients below it.
    """
    right = TEXT_WIDTH_MM - _LEFT_MM
    keep = w("trPr", None, w("cantSplit"))
    signature = cell(right, *_signature(document.signature, right))
    if document.co_signature is None:
        rows = [w("tr", None, keep, cell(_LEFT_MM, *_recipients(document)), signature)]
    else:
        other = cell(_LEFT_MM, *_signature(document.co_signature, _LEFT_MM))
        rows = [w("tr", None, keep, other, signature)]
        if document.recipients:
            second = w("trPr", None, w("cantSplit"))
            below = cell(_LEFT_MM, *_recipients(document, _BEFORE_PT))
            rows.append(w("tr", None, second, below, cell(right)))
    return [_gap(), layout_table((_LEFT_MM, right), *rows)]


def _gap() -> BaseOxmlElement:
    spacing = w("spacing", {"before": _BEFORE_PT * 20})
    return paragraph(Line(Element.SPACER, ()), w("keepNext"), spacing)
