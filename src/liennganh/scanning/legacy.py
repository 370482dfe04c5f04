"""Old Word files (.doc) as new ones, or as text: LibreOffice first, antiword where it is absent.

LibreOffice keeps numbering and tables; antiword knows neither automatic numbers nor where a cell
ends. Both run without a window, in a folder that goes when they are done; macros are never run.
"""

import shutil

from liennganh.pure.planreader import normalise
from liennganh.pure.planreader.files import ExtractedText
from liennganh.pure.planreader.files.encodings import convert_fonts

from .apart import room, text_of_file
from .errors import scanning_error
from .folders import working_folder
from .programs import ProgramError, office, run

_SECONDS = 120
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def text_of_doc(data: bytes) -> ExtractedText:
    """Return the text of an old Word file, its old fonts turned into Unicode.

    Raises:
        ScanningError: no program is installed that opens it, or it is damaged.
        UnreadableFileError: there is no text in it.

    """
    if office() is not None:
        with room():
            turned = to_docx(data)
        return text_of_file(turned, "van-ban.docx")
    with room():
        text, warnings = convert_fonts(doc_text(data))
    return ExtractedText(normalise(text), "doc", warnings)


def to_docx(data: bytes) -> bytes:
    """Return an old Word file as DOCX.

    Raises:
        ScanningError: LibreOffice is missing, or cannot open the file.

    """
    program = office()
    if program is None:
        raise scanning_error("no_converter")
    with working_folder() as folder:
        source = folder / "van-ban.doc"
        source.write_bytes(data)
        settings = folder / "profile" / "user"
        settings.mkdir(parents=True)
        # No macro runs and no linked picture is fetched, whatever the file asks for.
        (settings / "registrymodifications.xcu").write_text(_SETTINGS)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore", "--nolockcheck",
            "--infilter=MS Word 97", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(folder), str(source),
        ]  # fmt: skip
        try:
            # No proxy that answers: a link in the file leads nowhere.
            run(command, seconds=_SECONDS, environment={"HOME": str(folder), **_NOWHERE})
            return source.with_suffix(".docx").read_bytes()
        except (ProgramError, OSError):
            raise scanning_error("doc_failed") from None


_NOWHERE = dict.fromkeys(
    ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9"
)


def doc_text(data: bytes) -> str:
    """Return the text of an old Word file by antiword: a line a paragraph, tables with bars.

    Raises:
        ScanningError: antiword is missing, or cannot open the file.

    """
    program = shutil.which("antiword")
    if program is None:
        raise scanning_error("no_converter")
    with working_folder() as folder:
        source = folder / "van-ban.doc"
        source.write_bytes(data)
        try:
            # -w 0: paragraphs are not wrapped.
            out = run([program, "-m", "UTF-8.txt", "-w", "0", str(source)], seconds=_SECONDS)
        except ProgramError:
            raise scanning_error("doc_failed") from None
    text = out.decode("utf-8", "replace")
    if not text.strip():
        raise scanning_error("doc_failed")
    return text
