"""Reading scans: python benchmarks/scanning.py [TEXT …].

Prints our sample plan (or the given texts of plans) as LibreOffice prints it, makes scans of it at
levels of harm, recognises them, and tells for each level the seconds a page, the share of the items
kept and of the words, and the peak of memory of this process and of the programs it started.
"""

import os
import re
import subprocess
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]


def words_kept(expected: str, read: str) -> float:
    """Return the share of the words that were read as they stand, in order."""
    one, two = re.findall(r"\w+", expected), re.findall(r"\w+", read)
    matched = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matched) / max(len(one), 1)


def main(paths: list[str]) -> int:
    """Print a table for each plan."""
    from tests.round_trip import same_items, to_pdf, write_docx  # noqa: PLC0415 - after the path
    from tests.scanned import LEVELS, scan_of  # noqa: PLC0415 - after the path is set

    from liennganh.pure.planreader import read  # noqa: PLC0415 - after the path is set
    from liennganh.pure.planreader.files import text_of  # noqa: PLC0415 - after the path is set
    from liennganh.scanning import recognise  # noqa: PLC0415 - after the path is set

    sample = ROOT / "samples" / "ke-hoach-khanh-hoa-2026-2030.docx"
    named = [name.removeprefix("level=") for name in paths if name.startswith("level=")]
    texts = [Path(path) for path in paths if not path.startswith("level=")]
    print(f"{'plan':34}{'level':>12}{'pages':>6}{'s/page':>8}{'words':>8}{'items':>8}")
    for path in texts or [sample]:
        docx = path.read_bytes() if path == sample else write_docx(path.read_text("utf-8"))
        expected = read(text_of(docx, "ke-hoach.docx").text)
        pdf = to_pdf(docx)
        for level in named or LEVELS:
            scan = scan_of(pdf, LEVELS[level])
            start = time.perf_counter()
            found = recognise(scan, "scan.pdf")
            seconds = (time.perf_counter() - start) / len(found.pages)
            same = same_items(expected, read(found.text), likeness=0.9)
            print(
                f"{path.stem[:33]:34}{level:>12}{len(found.pages):6}{seconds:8.2f}"
                f"{words_kept(expected.text, found.text):8.1%}{same.share:8.1%}",
                flush=True,
            )
            for item in same.missing if "-v" in sys.argv else ():
                print("   -", item.kind, item.values, item.words[:150])
            for item in same.extra if "-v" in sys.argv else ():
                print("   +", item.kind, item.values, item.words[:150])
    print(f"peak of memory: {peak(scan_of(pdf, LEVELS['poor'])):.0f} MB")
    return 0


def peak(scan: bytes) -> float:
    """Return the peak of memory in MB of reading one page, all its processes, apart from this one."""
    work = (
        "import resource, sys; from liennganh.scanning import recognise;"
        "recognise(sys.stdin.buffer.read(), 'scan.pdf', only_pages=[1]);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", work]
    path = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, input=scan, capture_output=True, check=True, env=path)
    return int(done.stdout) / 1024


if __name__ == "__main__":
    sys.exit(main([argument for argument in sys.argv[1:] if argument != "-v"]))
