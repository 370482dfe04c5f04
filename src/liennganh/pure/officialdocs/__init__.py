"""Official documents as values, and their layout by Decree 30/2020/NĐ-CP."""

from .checking import check
from .findings import Aspect, Finding
from .html import write_html
from .layout import Layout
from .measuring import measure
from .model import (
    Align,
    Appendix,
    Block,
    Bullet,
    Column,
    Enactment,
    Heading,
    Level,
    OfficialDocument,
    Paragraph,
    Picture,
    Run,
    Signature,
    Table,
    Urgency,
    bullet,
    paragraph,
)
from .numbering import document_number, label, point_letter, roman, written_date
from .word import write_docx

__all__ = [
    "Align",
    "Appendix",
    "Aspect",
    "Block",
    "Bullet",
    "Column",
    "Enactment",
    "Finding",
    "Heading",
    "Layout",
    "Level",
    "OfficialDocument",
    "Paragraph",
    "Picture",
    "Run",
    "Signature",
    "Table",
    "Urgency",
    "bullet",
    "check",
    "document_number",
    "label",
    "measure",
    "paragraph",
    "point_letter",
    "roman",
    "write_docx",
    "write_html",
    "written_date",
]
