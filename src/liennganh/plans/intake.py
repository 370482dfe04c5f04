"""Where the plan reader is called: a file or a pasted text becomes plain rows for review.

Nothing here touches the database, so that a file can be refused before anything is kept of it.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from liennganh.errors import DomainError
from liennganh.plans import values
from liennganh.plans.models import ItemKind
from liennganh.plans.money import standings
from liennganh.plans.numbering import gaps
from liennganh.pure import planreader
from liennganh.pure.planreader import files
from liennganh.pure.vietnamese import nfc
from liennganh.scanning import ScanningError, apart, legacy

_log = logging.getLogger(__name__)

_PAGE = 2_500  # characters
LONGEST_TEXT = 600 * _PAGE

Doubts = Sequence[Sequence[float]]  # start, end in the text, certainty 0..1


@dataclass(frozen=True)
class FoundItem:
    """An item as read: the fields of ``IntakeItem`` that come from the reader."""

    kind: str
    start: int
    end: int
    section: list[str]
    data: dict[str, Any]
    confidence: float


@dataclass(frozen=True)
class Found:
    """What a reading yields for review."""

    text: str
    header: dict[str, Any]
    outline: list[dict[str, Any]]
    items: list[FoundItem]
    warnings: list[dict[str, Any]]
    doubts: list[list[float]] = field(default_factory=list)
    # Short names of bodies that the text defines: short, full.
    abbreviations: list[list[str]] = field(default_factory=list)


class UnreadableError(DomainError):
    """The file or text cannot be read as a plan; ``text`` is what could be taken from it."""

    def __init__(self, message: str, *, code: str, text: str = "") -> None:
        super().__init__(message, field="file")
        self.code = code
        self.text = text


class SecretError(DomainError):
    """The text bears a stamp of state secrecy and must not be kept here."""


class ScanFoundError(Exception):
    """The file, or some pages of it (from 1), are pictures; None stands for all of them."""

    def __init__(self, pages: Sequence[int] | None) -> None:
        super().__init__(pages)
        self.pages = pages


def secret(mark: str) -> SecretError:
    """Return the refusal of a file that bears this mark."""
    return SecretError(
        _("Văn bản có dấu chỉ mức độ mật “%(mark)s” nên không được đưa vào hệ thống này. Tệp "
          "và nội dung không được lưu lại. Hãy xử lý văn bản theo chế độ bảo vệ bí mật nhà "
          "nước.") % {"mark": mark},
        field="file",
    )  # fmt: skip


def read_file(content: bytes, filename: str, *, insist: bool = False) -> Found:
    """Read a file. ``insist`` reads on even where the text does not look like a plan.

    Raises:
        UnreadableError: no text in it, encrypted, damaged, or no plan.
        SecretError: it is stamped MẬT, TỐI MẬT or TUYỆT MẬT.

    """
    extracted = extract(content, filename)
    if extracted.scanned_pages:
        # Of its pages with text it is known by now whether they are secret.
        read_text(extracted.text, insist=True)
        raise ScanFoundError([number + 1 for number in extracted.scanned_pages])
    return read_text(extracted.text, insist=insist, doubts=extracted.doubts)


def extract(
    content: bytes, filename: str, recognised: Mapping[int, files.RecognisedPage] | None = None
) -> files.ExtractedText:
    """Return the text of a file, with the recognised text of its pages (from 0) that are pictures.

    An old Word file is turned into a new one first.

    Raises:
        UnreadableError: no text in it, encrypted, damaged, too heavy.
        ScanFoundError: it is a picture, or most of its pages are.
        SecretError: a stamp of secrecy stands outside its text, as in the head of its pages.

    """
    try:
        found = apart.text_of_file(content, filename, recognised=recognised)
    except files.UnreadableFileError as error:
        if error.code in {"scanned_pdf", "picture"}:
            raise ScanFoundError([page + 1 for page in error.pages] or None) from None
        if error.code == "legacy_doc":
            found = _old_word(content)
        else:
            raise UnreadableError(error.message, code=error.code) from None
    except ScanningError as error:
        raise UnreadableError(error.message, code=error.code) from None
    except Exception:  # noqa: BLE001 - a damaged file may break a library in any way
        _log.exception("extracting the text of an uploaded file failed")
        raise UnreadableError(
            _("Không mở được tệp: tệp bị hỏng hoặc không đúng định dạng. Hãy lưu lại tệp dưới dạng "
              ".docx hoặc .pdf rồi tải lên lại, hoặc dán nội dung văn bản."),
            code="damaged",
        ) from None  # fmt: skip
    if found.secrecy:
        raise secret(found.secrecy)
    return found


def _old_word(content: bytes) -> files.ExtractedText:
    try:
        return legacy.text_of_doc(content)
    except (ScanningError, files.UnreadableFileError) as error:
        raise UnreadableError(error.message, code=error.code) from None


def read_text(text: str, *, insist: bool = False, doubts: Doubts = ()) -> Found:
    """Read a text that was extracted, recognised or pasted; the same errors as ``read_file``.

    ``doubts`` are the words of a scan that are not surely read, over ``text`` as it was recognised:
    items that lie on them are less certain.
    """
    plain = nfc(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    if not plain.strip():
        raise UnreadableError(
            _("Tệp không có chữ nào đọc được. Nếu là bản chụp, hãy nhận dạng chữ (OCR) trước, "
              "hoặc dán nội dung văn bản."),
            code="no_text",
        )  # fmt: skip
    if len(plain) > LONGEST_TEXT:
        raise UnreadableError(
            _("Văn bản dài hơn %(pages)s trang nên không đọc được một lần. Hãy tách riêng bản kế "
              "hoạch, bỏ các phụ lục số liệu, rồi tải lên lại.")
            % {"pages": LONGEST_TEXT // _PAGE},
            code="too_long",
        )  # fmt: skip
    unsure = tuple((int(start), int(end), float(sure)) for start, end, sure in doubts)
    reading = _guarded(lambda: planreader.read(plain, unsure), plain)
    if reading.secrecy:
        raise secret(reading.secrecy)
    verdict = planreader.looks_like_plan(reading)
    if verdict or insist:
        return _found(reading, unsure)
    reasons = " ".join(verdict.reasons)
    # A press item or a letter has not the form of a plan, but may well say who must do what.
    if verdict.is_plan or any(task.lead for task in reading.tasks):
        doubtful = _("Văn bản có thể không phải là kế hoạch. %s") % reasons
        return _found(reading, unsure, doubtful)
    raise UnreadableError(
        _("Văn bản này không giống một kế hoạch. %(reasons)s Nếu đúng là kế hoạch, hãy chọn “Vẫn "
          "đọc văn bản này”.") % {"reasons": reasons},
        code="not_a_plan",
        text=reading.text,
    )  # fmt: skip


def guess(kind: str, sentence: str) -> dict[str, Any] | None:
    """Return the data of the first item of this kind that the words themselves give, or None."""
    if kind == ItemKind.LEGAL_BASIS:
        lead_in, text = "KẾ HOẠCH\n\nCăn cứ ", sentence
    else:
        heading = "I. MỤC TIÊU\n\n1. Chỉ tiêu" if kind == ItemKind.TARGET else "II. NHIỆM VỤ"
        lead_in, text = f"KẾ HOẠCH\n\n{heading}\n\n- ", " ".join(sentence.split())
    reading = _guarded(lambda: planreader.read(lead_in + text), sentence)
    return next((item.data for item in _items(reading) if item.kind == kind), None)


def _guarded(read: Callable[[], planreader.Reading], text: str) -> planreader.Reading:
    try:
        return read()
    except Exception:  # noqa: BLE001 - the text is kept, and the officer told, whatever it was
        _log.exception("the plan reader failed")
        raise UnreadableError(
            _("Chưa đọc được văn bản này do lỗi của bộ đọc. Văn bản đã được giữ lại; hãy báo cho "
              "người quản trị, rồi thử lại sau khi hệ thống được cập nhật."),
            code="reader_failed",
            text=text,
        ) from None  # fmt: skip


def _found(
    reading: planreader.Reading, unsure: tuple[tuple[int, int, float], ...], warning: str = ""
) -> Found:
    outline = [
        {
            "start": heading.start,
            "end": heading.end,
            "level": heading.level,
            "label": heading.label,
            "text": heading.text,
            "section": list(heading.section),
        }
        for heading in reading.outline
    ]
    return Found(
        text=reading.text,
        header=_header(reading.document),
        outline=outline,
        items=sorted(_items(reading), key=lambda item: (item.start, item.end)),
        warnings=[*([{"code": "doubtful", "message": warning}] if warning else []), *gaps(outline)],
        doubts=[list(doubt) for doubt in unsure],
        abbreviations=[list(pair) for pair in reading.abbreviations],
    )


def _header(document: planreader.Header) -> dict[str, Any]:
    read = {
        "type": document.type or "",
        "number": document.number or "",
        "issuer": document.issuer or "",
        "date": document.date or "",
        "title": document.title or "",
        "period": list(document.period) if document.period else None,
    }
    spans = {name: [span.start, span.end] for name, span in document.spans.items()}
    return {**read, "spans": spans, "confidence": document.confidence, "as_read": read}


def _items(reading: planreader.Reading) -> Iterator[FoundItem]:
    sums = sorted((line.start, line.end) for line in reading.budget)
    standing = dict(zip(sums, standings(reading.text, sums), strict=True))
    kinds: tuple[tuple[ItemKind, Iterable[Any]], ...] = (
        (ItemKind.LEGAL_BASIS, reading.legal_bases),
        (ItemKind.TARGET, reading.targets),
        (ItemKind.QUALITATIVE, reading.qualitative),
        (ItemKind.TASK, reading.tasks),
        (ItemKind.REPORT, reading.reports),
        (ItemKind.BUDGET, reading.budget),
    )
    for kind, group in kinds:
        for item in group:
            if not 0 <= item.start < item.end <= len(reading.text):
                continue
            fields = asdict(item)
            if kind == ItemKind.BUDGET:
                fields["standing"] = standing[item.start, item.end]
            yield FoundItem(
                kind, item.start, item.end, list(item.section), _data(kind, fields), item.confidence
            )


def _data(kind: ItemKind, fields: dict[str, Any]) -> dict[str, Any]:
    meaning = fields.get("meaning") or {}
    data = {name: fields[name] for name in values.blank(kind) if name in fields}
    data = {name: list(part) if isinstance(part, tuple) else part for name, part in data.items()}
    if kind == ItemKind.TARGET:
        data["asks"] = list(meaning.get("asks", ()))
    try:
        return values.clean(kind, data)
    except DomainError:
        # What the reader found does not fit the form (a sum beyond any budget): a person fills in.
        return values.blank(kind)
