"""What can go wrong with a scan, said in Vietnamese with what to do about it."""

from liennganh.errors import DomainError


class ScanningError(DomainError):
    """A file or page cannot be turned into text; ``code`` is stable, ``message`` fit to show."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message, field="file")
        self.code = code


class PageError(ScanningError):
    """One page failed; the others may go on."""


class CancelledError(Exception):
    """Whoever asked for the reading wants it no longer."""


MESSAGES: dict[str, str] = {
    "no_tesseract": (
        "Máy chủ chưa cài phần mềm nhận dạng chữ nên chưa đọc được bản quét. Hãy nhờ người quản trị "
        "cài gói tesseract-ocr và tesseract-ocr-vie, hoặc tải lên bản Word của văn bản."
    ),
    "no_vietnamese": (
        "Phần mềm nhận dạng chữ trên máy chủ chưa có dữ liệu tiếng Việt. Hãy nhờ người quản trị cài "
        "gói tesseract-ocr-vie, hoặc tải lên bản Word của văn bản."
    ),
    "no_converter": (
        "Máy chủ chưa cài phần mềm mở tệp Word đời cũ (.doc). Hãy nhờ người quản trị cài gói "
        "libreoffice-writer-nogui hoặc antiword, hoặc mở tệp, lưu thành .docx rồi tải lên lại."
    ),
    "doc_failed": (
        "Không mở được tệp Word đời cũ (.doc) này: tệp bị hỏng hoặc có mật khẩu. Hãy mở tệp, lưu "
        "thành .docx rồi tải lên lại, hoặc dán nội dung văn bản."
    ),
    "too_heavy": (
        "Tệp này đòi quá nhiều thời gian hoặc bộ nhớ để mở nên hệ thống đã dừng, để bảo vệ máy chủ. "
        "Hãy mở tệp, lưu thành tệp Word (.docx) mới hoặc in ra PDF rồi tải lên, hoặc dán nội dung."
    ),
    "busy": (
        "Máy chủ đang mở nhiều tệp khác nên chưa mở được tệp này. Tệp đã được giữ lại; hãy bấm thử "
        "lại sau một phút."
    ),
    "damaged": (
        "Không mở được bản quét: tệp bị hỏng hoặc tải lên chưa trọn. Hãy quét hoặc lưu lại tệp rồi "
        "tải lên lần nữa."
    ),
    "encrypted": (
        "Tệp PDF được đặt mật khẩu nên không mở được. Hãy lưu lại bản không có mật khẩu rồi tải lên."
    ),
    "too_many_pages": (
        "Bản quét có {pages} trang, nhiều hơn {limit} trang cho một lần đọc. Hãy tách riêng bản kế "
        "hoạch rồi tải lên lại."
    ),
    "too_many_pixels": (
        "Ảnh có kích thước quá lớn nên không được mở, để bảo vệ hệ thống. Hãy quét lại ở 300 dpi "
        "rồi tải lên."
    ),
    "page_damaged": "Trang bị hỏng, không mở được ảnh của trang.",
    "page_timeout": "Nhận dạng trang này quá {seconds} giây nên đã dừng.",
    "page_failed": "Phần mềm nhận dạng chữ không xử lý được trang này.",
}


def scanning_error(code: str, **values: object) -> ScanningError:
    """Build the error of a code with its message filled in."""
    kind = PageError if code.startswith("page_") else ScanningError
    return kind(code, MESSAGES[code].format(**values))
