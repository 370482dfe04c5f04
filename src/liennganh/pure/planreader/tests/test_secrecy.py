"""A stamp of secrecy is found wherever it stands, also where the text of a plan is not read."""

import io
import zipfile

import pytest
from docx import Document

from liennganh.pure.planreader.files import text_of
from liennganh.pure.planreader.secrecy import stamp_of

VML = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><w:p><w:r><w:pict><v:shape>'
    '<v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p></w:hdr>'
)


def saved(document: "Document") -> bytes:  # type: ignore[valid-type] # python-docx ships a function
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def plan() -> "Document":  # type: ignore[valid-type]
    document = Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Sở Y tế chủ trì tập huấn.")
    return document


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("MẬT", "MẬT"),
        ("(TỐI MẬT)", "TỐI MẬT"),
        ("M Ậ T", "MẬT"),
        ("T U Y Ệ T M Ậ T", "TUYỆT MẬT"),
        ("Độ mật: Tối mật", "TỐI MẬT"),
        ("MẬT.", "MẬT"),
        ("Mật", ""),
        ("BÍ MẬT", ""),
        ("Độ mật: Không", ""),
        ("Bảo vệ bí mật nhà nước theo độ mật: MẬT và cao hơn nữa", ""),
    ],
)
def test_a_line_that_is_nothing_but_a_stamp(line: str, level: str) -> None:
    assert stamp_of(line) == level


def test_a_stamp_in_the_head_of_a_word_files_pages_is_found() -> None:
    document = plan()
    document.sections[0].header.paragraphs[0].text = "MẬT"  # type: ignore[attr-defined]
    found = text_of(saved(document), "ke-hoach.docx")
    assert found.secrecy == "MẬT"
    assert "MẬT" not in found.text


def test_a_hidden_stamp_in_a_word_file_is_found() -> None:
    document = plan()
    run = document.add_paragraph().add_run("TỐI MẬT")  # type: ignore[attr-defined]
    run.font.hidden = True
    assert text_of(saved(document), "ke-hoach.docx").secrecy == "TỐI MẬT"


def test_a_watermark_of_a_word_file_is_looked_at() -> None:
    out = io.BytesIO(saved(plan()))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/header9.xml", VML)
    assert text_of(out.getvalue(), "ke-hoach.docx").secrecy == "MẬT"


def test_a_word_file_without_a_stamp_has_none() -> None:
    assert text_of(saved(plan()), "ke-hoach.docx").secrecy == ""


def test_a_stamp_in_what_a_page_leaves_out_is_found() -> None:
    page = "<html><body><div class='banner'>MẬT</div><p>KẾ HOẠCH năm 2025</p></body></html>"
    assert text_of(page.encode(), "ke-hoach.html").secrecy == "MẬT"


def pdf(*pages: str) -> bytes:
    """Return a PDF of one line of operators a page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        # Two letters of the stamp have codes of their own.
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 99 0 R>>",
    ]
    for n, content in enumerate(pages):
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {5 + 2 * n} 0 R>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    unicode_map = (
        "1 beginbfchar\n<40> <1EAC>\nendbfchar\n1 beginbfrange\n<41> <5A> <0041>\nendbfrange\n"
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{unicode_map}endcmap end end"
    )
    objects[2] = objects[2].replace("99 0 R", f"{len(objects) + 1} 0 R")
    objects.append(f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream")
    body = "%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(body)}\n%%EOF"
    ).encode()


def lines(*extra: str) -> str:
    body = " ".join(f"BT /F 12 Tf 60 {700 - 20 * n} Td (KE HOACH NAM) Tj ET" for n in range(5))
    return " ".join((*extra, body))


def test_a_stamp_that_heads_every_page_of_a_pdf_is_found_though_running_heads_are_left_out() -> (
    None
):
    stamped = "BT /F 14 Tf 60 800 Td (M@T) Tj ET"
    found = text_of(pdf(*[lines(stamped)] * 3), "ke-hoach.pdf")
    assert found.secrecy == "MẬT"


def test_a_watermark_across_a_pdf_page_is_looked_at() -> None:
    across = "BT /F 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (M@T) Tj ET"
    found = text_of(pdf(lines(across)), "ke-hoach.pdf")
    assert found.secrecy == "MẬT"
    assert "MẬT" not in found.text
