"""The package around the text: properties, settings, and a ZIP that comes out the same each time."""

import datetime as dt
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml.xmlchemy import BaseOxmlElement

from liennganh.pure.officialdocs.model import OfficialDocument
from liennganh.pure.officialdocs.word.styles import LANGUAGE
from liennganh.pure.officialdocs.word.xml import w
from liennganh.pure.officialdocs.wording import clean

_KEPT = {KIND.STYLES, KIND.SETTINGS, KIND.HEADER, KIND.FOOTER, KIND.IMAGE}
_KEPT_OF_PACKAGE = {KIND.OFFICE_DOCUMENT, KIND.CORE_PROPERTIES}
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name
_MOST_SUBJECT = 255  # what core properties hold


def prune(file: Document) -> None:
    """Take out what the empty template brings along: thumbnail, theme, numbering, other styles."""
    for rels, kept in (
        (file.part.rels, _KEPT),
        (file.part.package.rels, _KEPT_OF_PACKAGE),
    ):
        for name in [name for name, rel in rels.items() if rel.reltype not in kept]:
            del rels[name]


def fill_settings(settings: BaseOxmlElement) -> None:
    """Replace the settings by the few that matter, without traces of any editing."""
    for child in list(settings):
        settings.remove(child)
    settings.extend(
        [
            w("zoom", {"percent": 100}),
            w("defaultTabStop", {"val": 720}),
            w("characterSpacingControl", {"val": "doNotCompress"}),
            w(
                "compat",
                None,
                w(
                    "compatSetting",
                    {
                        "name": "compatibilityMode",
                        "uri": "http://schemas.microsoft.com/office/word",
                        "val": 15,
                    },
                ),
            ),
            w("themeFontLang", {"val": LANGUAGE}),
            w("decimalSymbol", {"val": ","}),
            w("listSeparator", {"val": ";"}),
        ]
    )


def fill_properties(file: Document, document: OfficialDocument) -> None:
    """Write title, issuer and language; the day is the document's own, never the machine's."""
    properties = file.core_properties
    for child in list(properties._element):  # noqa: SLF001 - python-docx has no way to empty them
        properties._element.remove(child)  # noqa: SLF001
    kind = document.kind or "CÔNG VĂN"
    properties.title = clean(f"{kind} {document.subject}")[:_MOST_SUBJECT]
    properties.author = clean(document.issuer)[:_MOST_SUBJECT]
    properties.language = LANGUAGE
    if document.date is not None:
        moment = dt.datetime.combine(document.date, dt.time(), dt.UTC)
        properties.created = properties.modified = moment


def packed(file: Document) -> bytes:
    """Return the DOCX, its entries in a fixed order with a fixed time."""
    loose = BytesIO()
    file.save(loose)
    made = BytesIO()
    with ZipFile(loose) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        first = "[Content_Types].xml"
        for name in sorted(source.namelist(), key=lambda name: (name != first, name)):
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return made.getvalue()
