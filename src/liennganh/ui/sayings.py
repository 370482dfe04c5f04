"""What the pure cores say in short, in the reader's language.

Periods, due dates, faults in typing, and why a file or a page of a scan cannot be read. ``pure``
and ``scanning`` speak Vietnamese; here their sentences meet the catalogue, each known by its
pattern. The sentences that explain a figure are not among them: they are part of the record and go
into official documents as they stand.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

# The names of placeholders say what may stand there; the last is a saying of its own.
_KINDS = {
    "year": r"\d{4}",
    "number": r"[\dIVX]+",
    "date": r"\d{1,2}(?:/\d{1,2})?(?:/\d{4})?",
    "dates": r"[\d/, ]+",
    "text": r".*",
    "meant": r".*",
    "columns": r"[\d.]+",
    "limit": r"[\d.]+",
    "page": r"\d+",
    "pages": r"[\d., ]+",
    "pages_allowed": r"[\d.]+",
    "rows": r"[\d.]+",
    "seconds": r"[\d.]+",
    "times": r"\d+",
    "saying": r".+",
}

_SAYINGS = (
    # pure.vietnamese: what was typed
    _noop("“%(text)s” không phải là ngày. Gõ theo dạng ngày/tháng/năm, ví dụ 05/6/2026."),
    _noop("Không có ngày %(date)s."),
    _noop("Năm %(year)s nằm ngoài khoảng 1900–2199. Xem lại năm."),
    _noop("“%(text)s” không phải là số. Ví dụ cách gõ đúng: 1.234,5."),
    _noop(
        "“%(text)s” có thể hiểu theo hai cách. Nếu phần sau dấu chấm là phần thập phân, "
        "hãy gõ “%(meant)s”; nếu là hàng nghìn, hãy bỏ các dấu ngăn cách."
    ),
    # pure.periods: kinds of report, periods and their days
    _noop("Báo cáo hằng tháng"),
    _noop("Báo cáo quý"),
    _noop("Báo cáo 6 tháng"),
    _noop("Báo cáo 9 tháng"),
    _noop("Báo cáo năm"),
    _noop("Báo cáo tổng kết giai đoạn"),
    _noop("Báo cáo đột xuất"),
    _noop("Tháng %(number)s năm %(year)s"),
    _noop("Quý %(number)s năm %(year)s"),
    _noop("6 tháng đầu năm %(year)s"),
    _noop("6 tháng cuối năm %(year)s"),
    _noop("9 tháng đầu năm %(year)s"),
    _noop("Năm %(year)s"),
    _noop("Tổng kết năm %(year)s"),
    _noop("từ ngày %(date)s đến ngày %(dates)s"),
    _noop("Số liệu tính theo tháng dương lịch, từ ngày đầu đến ngày cuối của kỳ."),
    # how a report stands
    _noop("Nộp đúng hạn"),
    _noop("Nộp muộn"),
    _noop("Nộp muộn %(number)s ngày"),
    _noop("Đến kỳ nộp"),
    _noop("Đến kỳ nộp, còn %(number)s ngày"),
    _noop("Chưa đến kỳ nộp"),
    _noop("Chưa đến kỳ nộp, còn %(number)s ngày"),
    _noop("Quá hạn"),
    _noop("Quá hạn %(number)s ngày"),
    # ways of naming a due date, and the sentence that comes of them
    _noop("Không ghi hạn"),
    _noop("Ngày cố định hằng năm"),
    _noop("Một ngày cụ thể"),
    _noop("Một tháng cụ thể"),
    _noop("Ngày tính theo tháng cuối kỳ"),
    _noop("Số ngày sau ngày chốt số liệu"),
    _noop("Kế hoạch không ghi hạn nộp."),
    _noop("%(saying)s; nộp đúng ngày đó đã là muộn."),
    _noop("Trước ngày %(date)s hằng năm"),
    _noop("Chậm nhất ngày %(date)s hằng năm"),
    _noop("Trước ngày %(dates)s và %(date)s hằng năm"),
    _noop("Chậm nhất ngày %(dates)s và %(date)s hằng năm"),
    _noop("Trước ngày %(date)s (một lần)"),
    _noop("Chậm nhất ngày %(date)s (một lần)"),
    _noop("Trước tháng %(number)s năm %(year)s (một lần)"),
    _noop("Trong tháng %(number)s năm %(year)s (một lần)"),
    _noop("Trước ngày cuối cùng của %(saying)s"),
    _noop("Chậm nhất ngày cuối cùng của %(saying)s"),
    _noop("Trước ngày %(date)s của %(saying)s"),
    _noop("Chậm nhất ngày %(date)s của %(saying)s"),
    _noop("tháng cuối kỳ"),
    _noop("tháng liền sau kỳ"),
    _noop("tháng thứ %(number)s sau kỳ"),
    _noop("tháng thứ %(number)s trước tháng cuối kỳ"),
    _noop("Trước ngày chốt số liệu"),
    _noop("Trong ngày chốt số liệu"),
    _noop("Trước ngày thứ %(number)s sau ngày chốt số liệu"),
    _noop("Trước ngày làm việc thứ %(number)s sau ngày chốt số liệu"),
    _noop("Trong %(number)s ngày sau ngày chốt số liệu"),
    _noop("Trong %(number)s ngày làm việc sau ngày chốt số liệu"),
    # pure.planreader.files: why a file has no text
    _noop("Tệp rỗng, không có nội dung nào. Hãy kiểm tra lại tệp rồi tải lên lần nữa."),
    _noop(
        "Hệ thống chưa đọc được loại tệp này. Hãy dùng tệp Word (.docx), PDF có chữ, trang "
        "web (.html), văn bản (.txt) hoặc Markdown (.md)."
    ),
    _noop(
        "Tệp lớn hơn mức cho phép (%(limit)s MB). Hãy bỏ bớt ảnh hoặc tách phụ lục thành tệp "
        "riêng rồi tải lên lại."
    ),
    _noop(
        "Tệp dài hơn %(pages_allowed)s trang nên không đọc được một lần. Hãy tách riêng bản "
        "kế hoạch, bỏ các phụ lục số liệu, rồi tải lên lại."
    ),
    _noop(
        "Tệp PDF được đặt mật khẩu nên không mở được. Hãy lưu lại bản không có mật khẩu rồi "
        "tải lên."
    ),
    _noop(
        "Tệp PDF chỉ có ảnh quét, không có chữ để đọc. Hãy tải lên bản Word của kế hoạch, "
        "hoặc nhận dạng chữ (OCR) trước khi tải lên."
    ),
    _noop(
        "Đây là tệp ảnh, chữ trong ảnh phải qua nhận dạng (OCR) mới đọc được. Hãy tải lên bản"
        " Word hoặc PDF có chữ của kế hoạch, hoặc nhận dạng chữ trước khi tải lên."
    ),
    _noop(
        "Tệp Word này giải nén ra quá lớn so với kích thước của nó nên không được mở, để bảo "
        "vệ hệ thống. Hãy mở tệp bằng Word, lưu thành tệp mới rồi tải lên."
    ),
    _noop(
        "Tệp không có đoạn chữ nào. Nếu nội dung là ảnh, hãy nhận dạng chữ (OCR) trước khi tải lên."
    ),
    _noop(
        "Tệp bị hỏng hoặc tải lên chưa trọn. Hãy mở thử bằng phần mềm soạn thảo, lưu lại rồi "
        "tải lên."
    ),
    _noop(
        "Trong tệp có bảng quá lớn (trên %(rows)s dòng hoặc %(columns)s cột). Hãy tách bảng "
        "đó ra tệp riêng rồi tải lên phần kế hoạch."
    ),
    _noop(
        "Tệp Word được đặt mật khẩu nên không mở được. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo"
        " vệ tài liệu) rồi tải lên."
    ),
    _noop(
        "Đây là tệp RTF hoặc OpenDocument, hệ thống không đọc trực tiếp. Hãy mở tệp, chọn Lưu"
        " thành (Save as) loại Word (.docx) rồi tải lên."
    ),
    _noop(
        "Đây là tệp Word đời cũ (.doc). Hãy mở tệp, chọn Lưu thành (Save as) loại Word "
        "(.docx) rồi tải lên."
    ),
    # scanning: why a scan, or a page of it, is not read
    _noop(
        "Máy chủ chưa cài phần mềm nhận dạng chữ nên chưa đọc được bản quét. Hãy nhờ người "
        "quản trị cài gói tesseract-ocr và tesseract-ocr-vie, hoặc tải lên bản Word của văn "
        "bản."
    ),
    _noop(
        "Phần mềm nhận dạng chữ trên máy chủ chưa có dữ liệu tiếng Việt. Hãy nhờ người quản "
        "trị cài gói tesseract-ocr-vie, hoặc tải lên bản Word của văn bản."
    ),
    _noop(
        "Máy chủ chưa cài phần mềm mở tệp Word đời cũ (.doc). Hãy nhờ người quản trị cài gói "
        "libreoffice-writer-nogui hoặc antiword, hoặc mở tệp, lưu thành .docx rồi tải lên "
        "lại."
    ),
    _noop(
        "Không mở được tệp Word đời cũ (.doc) này: tệp bị hỏng hoặc có mật khẩu. Hãy mở tệp, "
        "lưu thành .docx rồi tải lên lại, hoặc dán nội dung văn bản."
    ),
    _noop(
        "Tệp này đòi quá nhiều thời gian hoặc bộ nhớ để mở nên hệ thống đã dừng, để bảo vệ "
        "máy chủ. Hãy mở tệp, lưu thành tệp Word (.docx) mới hoặc in ra PDF rồi tải lên, hoặc"
        " dán nội dung."
    ),
    _noop(
        "Máy chủ đang mở nhiều tệp khác nên chưa mở được tệp này. Tệp đã được giữ lại; hãy "
        "bấm thử lại sau một phút."
    ),
    _noop(
        "Không mở được bản quét: tệp bị hỏng hoặc tải lên chưa trọn. Hãy quét hoặc lưu lại "
        "tệp rồi tải lên lần nữa."
    ),
    _noop(
        "Bản quét có %(pages)s trang, nhiều hơn %(limit)s trang cho một lần đọc. Hãy tách "
        "riêng bản kế hoạch rồi tải lên lại."
    ),
    _noop(
        "Ảnh có kích thước quá lớn nên không được mở, để bảo vệ hệ thống. Hãy quét lại ở 300 "
        "dpi rồi tải lên."
    ),
    _noop("Trang bị hỏng, không mở được ảnh của trang."),
    _noop("Nhận dạng trang này quá %(seconds)s giây nên đã dừng."),
    _noop("Phần mềm nhận dạng chữ không xử lý được trang này."),
    # plans: what a worker, who speaks Vietnamese, keeps of a reading
    _noop(
        "Chưa đọc được bản quét do lỗi của hệ thống. Các trang đã đọc được giữ lại; hãy thử lại, "
        "nếu vẫn lỗi thì báo cho người quản trị."
    ),
    _noop(
        "Chưa đọc được văn bản này do lỗi của bộ đọc. Văn bản đã được giữ lại; hãy báo cho người "
        "quản trị, rồi thử lại sau khi hệ thống được cập nhật."
    ),
    _noop(
        "Tệp không có chữ nào đọc được. Nếu là bản chụp, hãy nhận dạng chữ (OCR) trước, hoặc dán "
        "nội dung văn bản."
    ),
    _noop(
        "Văn bản dài hơn %(pages)s trang nên không đọc được một lần. Hãy tách riêng bản kế hoạch, "
        "bỏ các phụ lục số liệu, rồi tải lên lại."
    ),
    _noop(
        "Trang %(pages)s của bản quét chưa đọc được nên không có trong văn bản này. Hãy xem bản "
        "gốc và thêm các mục còn thiếu."
    ),
    _noop(
        "Chữ ở trang %(page)s của bản quét không rõ. Hãy đối chiếu các mục của trang này với bản "
        "gốc."
    ),
    _noop(
        "Máy đọc đã dừng giữa chừng %(times)s lần với tệp này nên không thử tiếp. Hãy quét lại, "
        "tách nhỏ tệp, hoặc dán nội dung văn bản; nếu vẫn vậy thì báo cho người quản trị."
    ),
    _noop("Máy đọc đã dừng giữa chừng %(times)s lần ở trang này nên chuyển sang trang sau."),
)


def _pattern(saying: str) -> re.Pattern[str]:
    escaped = re.escape(saying)
    return re.compile(
        re.sub(r"%\\\((\w+)\\\)s", lambda m: f"(?P<{m[1]}>{_KINDS[m[1]]})", escaped), re.DOTALL
    )


_PATTERNS = [(_pattern(saying), saying) for saying in _SAYINGS]


def said(text: str) -> str:
    """Return a saying of the pure cores in the language of the page; any other text as it is."""
    for pattern, saying in _PATTERNS:
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            if "saying" in parts:
                parts["saying"] = said(parts["saying"])
            return _(saying) % parts
    body = text.removesuffix(".")
    return f"{said(body)}." if body != text else text


def fault(error: ValueError) -> str:
    """Return the message of ``parse_number`` or ``parse_date``."""
    return said(str(error))
