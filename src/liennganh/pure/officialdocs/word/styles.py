"""The styles of the DOCX: one paragraph style for every element, Times New Roman throughout."""

from docx.oxml.xmlchemy import BaseOxmlElement

from liennganh.pure.officialdocs.elements import LETTERS, Element, Letters
from liennganh.pure.officialdocs.word.xml import twips, w

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
_LINE = 240  # single spacing, in 240ths of a line


def _fonts() -> BaseOxmlElement:
    return w("rFonts", {"ascii": FONT, "hAnsi": FONT, "eastAsia": FONT, "cs": FONT})


def _language() -> BaseOxmlElement:
    return w("lang", {"val": LANGUAGE, "eastAsia": LANGUAGE, "bidi": LANGUAGE})


def _letters(letters: Letters, element: Element) -> BaseOxmlElement:
    made = w("rPr", None, _fonts())
    if letters.bold:
        made.extend([w("b"), w("bCs")])
    if letters.italic:
        made.extend([w("i"), w("iCs")])
    # The stamp of urgency is printed in bright red (III.2.b), all the rest in black (I.4).
    made.append(w("color", {"val": "FF0000" if element is Element.URGENCY else "000000"}))
    half_points = round(letters.size_pt * 2)
    made.extend([w("sz", {"val": half_points}), w("szCs", {"val": half_points}), _language()])
    return made


def _paragraph(letters: Letters) -> BaseOxmlElement:
    made = w("pPr")
    if letters.keep_next:
        made.append(w("keepNext"))
    made.append(w("widowControl"))
    exact = letters.exact_pt is not None
    made.append(
        w(
            "spacing",
            {
                "before": round(letters.before_pt * 20),
                "after": round(letters.after_pt * 20),
                "line": round((letters.exact_pt or 0) * 20)
                if exact
                else round(letters.line * _LINE),
                "lineRule": "exact" if exact else "auto",
            },
        )
    )
    made.append(w("ind", {"firstLine": twips(letters.first_line_mm)}))
    made.append(w("jc", {"val": letters.align}))
    if letters.outline is not None:
        made.append(w("outlineLvl", {"val": letters.outline}))
    return made


def _element_style(element: Element) -> BaseOxmlElement:
    letters = LETTERS[element]
    return w(
        "style",
        {"type": "paragraph", "customStyle": 1, "styleId": element.style_id},
        w("name", {"val": f"VB {letters.name}"}),
        w("basedOn", {"val": "Normal"}),
        w("qFormat"),
        _paragraph(letters),
        _letters(letters, element),
    )


def fill_styles(styles: BaseOxmlElement) -> None:
    """Replace all that a styles part holds by ours."""
    for child in list(styles):
        styles.remove(child)
    base = w("rPr", None, _fonts(), w("sz", {"val": 28}), w("szCs", {"val": 28}), _language())
    styles.append(
        w("docDefaults", None, w("rPrDefault", None, base), w("pPrDefault", None, w("pPr")))
    )
    for kind, style_id, name in (
        ("paragraph", "Normal", "Normal"),
        ("character", "DefaultParagraphFont", "Default Paragraph Font"),
        ("table", "TableNormal", "Normal Table"),
        ("numbering", "NoList", "No List"),
    ):
        style = w("style", {"type": kind, "default": 1, "styleId": style_id})
        style.append(w("name", {"val": name}))
        styles.append(style)
    for element in Element:
        styles.append(_element_style(element))
