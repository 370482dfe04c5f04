"""Forms of the review. Each turns what is typed into the data of an item, or says what is wrong."""

from .base import AddForm, ItemForm
from .fields import PartialDateField
from .head import HeaderForm, PasteForm, UploadForm
from .items import FORMS

__all__ = [
    "FORMS",
    "AddForm",
    "HeaderForm",
    "ItemForm",
    "PartialDateField",
    "PasteForm",
    "UploadForm",
]
