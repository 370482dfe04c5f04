"""What can be wrong with a file, said in Vietnamese with what to do about it."""


class UnreadableFileError(ValueError):
    """The file cannot be read as a plan; ``code`` is stable, ``message`` is fit to show.

    ``pages`` of a ``scanned_pdf`` are those without readable text, counted from 0.
    """

    def __init__(self, code: str, message: str, pages: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.pages = pages


MESSAGES: dict[str, str] = {
    "empty": "Tệp rỗng, không có nội dung nào. Hãy kiểm tra lại tệp rồi tải lên lần nữa.",
    "unsupported": (
        "Hệ thống chưa đọc được loại tệp này. Hãy dùng tệp Word (.docx), PDF có chữ, "
        "trang web (.html), văn bản (.txt) hoặc Markdown (.md)."
    ),
    "too_large": (
        "Tệp lớn hơn mức cho phép ({limit} MB). Hãy bỏ bớt ảnh hoặc tách phụ lục thành tệp riêng "
        "rồi tải lên lại."
    ),
    "too_long": (
        "Tệp dài hơn {pages_allowed} trang nên không đọc được một lần. Hãy tách riêng bản kế hoạch, "
        "bỏ các phụ lục số liệu, rồi tải lên lại."
    ),
    "encrypted_pdf": (
        "Tệp PDF được đặt mật khẩu nên không mở được. Hãy lưu lại bản không có mật khẩu rồi tải lên."
    ),
    "scanned_pdf": (
        "Tệp PDF chỉ có ảnh quét, không có chữ để đọc. Hãy tải lên bản Word của kế hoạch, "
        "hoặc nhận dạng chữ (OCR) trước khi tải lên."
    ),
    "picture": (
        "Đây là tệp ảnh, chữ trong ảnh phải qua nhận dạng (OCR) mới đọc được. Hãy tải lên bản Word "
        "hoặc PDF có chữ của kế hoạch, hoặc nhận dạng chữ trước khi tải lên."
    ),
    "zip_bomb": (
        "Tệp Word này giải nén ra quá lớn so với kích thước của nó nên không được mở, để bảo vệ "
        "hệ thống. Hãy mở tệp bằng Word, lưu thành tệp mới rồi tải lên."
    ),
    "no_text": "Tệp không có đoạn chữ nào. Nếu nội dung là ảnh, hãy nhận dạng chữ (OCR) trước khi tải lên.",
    "damaged": (
        "Tệp bị hỏng hoặc tải lên chưa trọn. Hãy mở thử bằng phần mềm soạn thảo, lưu lại rồi tải lên."
    ),
    "table_too_large": (
        "Trong tệp có bảng quá lớn (trên {rows} dòng hoặc {columns} cột). Hãy tách bảng đó ra tệp riêng "
        "rồi tải lên phần kế hoạch."
    ),
    "encrypted_docx": (
        "Tệp Word được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ tài "
        "liệu) rồi tải lên."
    ),
    "other_office": (
        "Đây là tệp RTF hoặc OpenDocument, hệ thống không đọc trực tiếp. Hãy mở tệp, chọn Lưu thành "
        "(Save as) loại Word (.docx) rồi tải lên."
    ),
    "legacy_doc": (
        "Đây là tệp Word đời cũ (.doc). Hãy mở tệp, chọn Lưu thành (Save as) loại Word (.docx) "
        "rồi tải lên."
    ),
}


def unreadable(code: str, pages: tuple[int, ...] = (), **values: object) -> UnreadableFileError:
    """Build the error of a code with its message filled in."""
    return UnreadableFileError(code, MESSAGES[code].format(**values), pages)
