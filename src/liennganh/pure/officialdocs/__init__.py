"""Official documents as values, and their layout by Decree 30/2020/NĐ-CP."""

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
    "Block",
    "Bullet",
    "Column",
    "Enactment",
    "Heading",
    "Level",
    "OfficialDocument",
    "Paragraph",
    "Picture",
    "Run",
    "Signature",
    "Table",
    "Urgency",
    "bullet",
    "document_number",
    "label",
    "paragraph",
    "point_letter",
    "roman",
    "write_docx",
    "written_date",
]
