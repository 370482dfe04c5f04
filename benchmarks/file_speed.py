"""Speed of reading files: python benchmarks/file_speed.py.

Makes DOCX and PDF files of 20, 100 and 500 pages, half of them of wrapped text, half of ruled tables,
and prints for each how much processor time the text took, the growth of the time per page from size to size, and the
peak of resident memory, measured in a process of its own. A size of which the memory or the growth is
over its limit is marked; the times themselves vary on a shared machine.
"""

import io
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
SIZES = (20, 100, 500)
MOST_MB = 150
MOST_GROWTH = 1.5
LINES = 34
FONT = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
LINE = "- Sở Y tế chủ trì, phối hợp với Công an tỉnh, Sở Giáo dục và Đào tạo tổ chức tuyên"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(pages: int) -> bytes:
    """Return a PDF; every other page is a ruled table of ten rows."""
    stream = io.BytesIO()
    pdfmetrics.registerFont(TTFont("Body", FONT))
    canvas = Canvas(stream, pagesize=A4)
    for page in range(pages):
        canvas.setFont("Body", 13)
        canvas.drawString(290, 815, str(page + 1))
        for line in range(LINES):
            canvas.drawString(
                85 if line % 3 else 110, 780 - 21 * line, LINE if line % 3 == 0 else LINE[2:]
            )
        if page % 2:
            for row in range(11):
                canvas.line(80, 780 - 70 * row, 560, 780 - 70 * row)
            for x in (80, 300, 560):
                canvas.line(x, 80, x, 780)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def docx(pages: int) -> bytes:
    """Return a DOCX of as many pages, of paragraphs and of tables."""
    parts = []
    for page in range(pages):
        paragraph = (
            f"<w:p><w:pPr><w:jc w:val='both'/></w:pPr><w:r><w:t>{LINE * 3}</w:t></w:r></w:p>"
        )
        cell = f"<w:tc><w:p><w:r><w:t>{LINE}</w:t></w:r></w:p></w:tc>"
        row = f"<w:tr>{cell * 3}</w:tr>"
        parts.append(f"<w:tbl>{row * 10}</w:tbl>" if page % 2 else paragraph * 11)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        xml = f"<w:document xmlns:w='{W}'><w:body>{''.join(parts)}</w:body></w:document>"
        # Words that repeat pack better than any real file: a part is stored in blocks of its own.
        archive.writestr("word/document.xml", xml, compresslevel=1)
    return stream.getvalue()


def measure(path: Path) -> None:
    """Read a file and print the seconds of processor time and the peak of resident memory, in MB."""
    from liennganh.pure.planreader.files import text_of  # noqa: PLC0415 - after the path is set

    data = path.read_bytes()
    start = time.process_time()
    text_of(data, path.name)
    seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> int:
    """Print the table; 1 where memory or growth is over its limit."""
    over = False
    print(
        f"{'kind':>6}{'pages':>7}{'file kB':>9}{'ms':>9}{'ms/page':>9}{'growth':>8}{'peak MB':>9}"
    )
    for kind, make in (("docx", docx), ("pdf", pdf)):
        before = 0.0
        for pages in SIZES:
            with tempfile.NamedTemporaryFile(suffix=f".{kind}") as file:
                file.write(data := make(pages))
                file.flush()
                command = [sys.executable, __file__, file.name]
                result = subprocess.run(command, check=True, capture_output=True, text=True)
            seconds, peak = map(float, result.stdout.split())
            per_page = seconds * 1000 / pages
            growth = per_page / before if before else 1.0
            before = per_page
            bad = peak > MOST_MB or growth > MOST_GROWTH
            over |= bad
            print(
                f"{kind:>6}{pages:7}{len(data) // 1024:9}{seconds * 1000:9.0f}{per_page:9.2f}{growth:8.2f}"
                f"{peak:9.0f}{'  over its limit' if bad else ''}"
            )
    return int(over)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
    else:
        sys.exit(main())
