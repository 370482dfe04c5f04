"""Damaged files end in a reason or in text, never in anything else."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from tests import old_fonts, round_trip, sample_plan

from liennganh.pure.planreader.files import ExtractedText, UnreadableFileError, text_of

_SHORT = (
    "\n".join(sample_plan.TEXT.splitlines()[:24])
    + "\nTT | Việc | Chủ trì\n1 | Tập huấn | Sở Y tế\n"
)


def _docx(*, packed: bool) -> bytes:
    whole = zipfile.ZipFile(io.BytesIO(round_trip.write_docx(_SHORT)))
    stream = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name in ("document", "numbering"):
            archive.writestr(f"word/{name}.xml", whole.read(f"word/{name}.xml"))
    return stream.getvalue()


def _pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=0)
    for at, words in enumerate(("KE HOACH", "1. So Y te chu tri tap huan", "- 70% xa, phuong")):
        canvas.drawString(80, 700 - 20 * at, words)
    for at in range(4):
        canvas.line(80, 600 - 30 * at, 400, 600 - 30 * at)
        canvas.line(80 + 100 * at, 510, 80 + 100 * at, 600)
    canvas.save()
    return stream.getvalue()


# Stored XML takes a change of a byte to the reader; packed, it stops at the archive.
_FILES = {
    "packed.docx": _docx(packed=True),
    "stored.docx": _docx(packed=False),
    "a.pdf": _pdf(),
    "a.html": round_trip.write_html(_SHORT),
    "a.txt": old_fonts.to_tcvn3(_SHORT),
    "a.mht": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>KE HOACH</p>",
}
_CHANGES = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.sampled_from(["set", "cut", "put", "repeat"]),
        st.binary(min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=12,
)


def _changed(data: bytes, changes: list[tuple[int, str, bytes]]) -> bytes:
    for where, how, what in changes:
        at = where % max(len(data), 1)
        if how == "set":
            data = data[:at] + what + data[at + len(what) :]
        elif how == "cut":
            data = data[:at] + data[at + what[0] :]
        elif how == "put":
            data = data[:at] + what + data[at:]
        else:
            data = data[:at] + data[at : at + 200] * (1 + what[0] % 4) + data[at:]
    return data


def _fate(data: bytes, name: str) -> ExtractedText | None:
    """Return what is read; None where the file is refused, which alone may be raised."""
    try:
        return text_of(data, name)
    except UnreadableFileError:
        return None


@pytest.mark.parametrize("name", _FILES)
@settings(max_examples=60, deadline=None)
@given(changes=_CHANGES)
def test_a_changed_file_gives_text_or_a_reason(
    name: str, changes: list[tuple[int, str, bytes]]
) -> None:
    found = _fate(_changed(_FILES[name], changes), name)
    assert found is None or any(c.isalnum() for c in found.text)


_XML = st.recursive(
    st.sampled_from(
        ["<w:r><w:t>Sở Y tế</w:t></w:r>", "<w:tab/>", "<w:vMerge/>", '<w:gridSpan w:val="3"/>',
         '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr>', '<w:sym w:char="zz"/>',
         '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', '<w:pStyle w:val="a"/>',
         '<w:gridBefore w:val="-1"/>', "<!-- x -->", "<?pi x?>", "<w:instrText>TOC</w:instrText>"]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(["p", "pPr", "rPr", "r", "tbl", "tr", "tc", "tcPr", "trPr", "sdt", "sdtContent",
                         "ins", "del", "txbxContent", "hyperlink", "moveTo"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(parts=st.lists(_XML, max_size=6))
def test_any_order_of_words_elements_gives_text_or_a_reason(parts: list[str]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{''.join(parts)}<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document>",
        )
    found = _fate(stream.getvalue(), "a.docx")
    assert found is None or "Kế hoạch" in found.text


_MARKUP = st.text(
    st.sampled_from(list("<>/=\"' atdrbolpiuhn&;#-!?[]")), max_size=120
) | st.lists(
    st.sampled_from(["<table>", "<tr>", "<td rowspan=9>", "<td colspan=7>", "</td>", "</table>", "<p>", "<ol>",
                     "<li>", "</ol>", "<div hidden>", "<script>", "</div>", "Sở Y tế", "<pre>", "<br>", "<sup>1",
                     "<!--", "-->", "<![CDATA[", "<![<!", "&nbsp", "<td rowspan=x colspan=99999>"]),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(markup=_MARKUP)
def test_any_markup_gives_text_or_a_reason(markup: str) -> None:
    found = _fate(f"<html><p>Kế hoạch</p>{markup}".encode(), "a.html")
    assert found is None or found.text.startswith("Kế hoạch")
