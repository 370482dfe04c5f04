"""The head and foot of a report as they are proposed: issuer, symbol, signature, recipients."""

import datetime as dt
import re
from dataclasses import asdict, dataclass, fields
from typing import Any

from liennganh.agencies.models import Agency
from liennganh.drafting.words import lower_first
from liennganh.programmes.models import Programme
from liennganh.pure.vietnamese import fold
from liennganh.reporting.models import Round
from liennganh.territory.models import Level


@dataclass(frozen=True, slots=True)
class Header:
    """What is printed around the text; every part can be edited before issue.

    ``superior`` "" for a people's committee, which has none in print. ``authority`` is "TM. ỦY BAN
    NHÂN DÂN" or "". ``signer`` stays "" until the office says who signs.
    """

    superior: str = ""
    issuer: str = ""
    issuer_in_text: str = ""
    symbol: str = ""
    place: str = ""
    subject: str = ""
    addressees: tuple[str, ...] = ()
    authority: str = ""
    titles: tuple[str, ...] = ()
    signer: str = ""
    recipients: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain JSON values; ``header_from`` reads them back."""
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in asdict(self).items()
        }


def header_from(data: dict[str, Any]) -> Header:
    """Read what ``Header.as_json`` wrote; parts of other versions are left out."""
    known = {field.name for field in fields(Header)}
    kept: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in data.items()
        if key in known
    }
    return Header(**kept)


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of agency signs: the letters in its symbol, authority and title of the signer."""

    sign: str
    authority: str = ""
    titles: tuple[str, ...] = ("GIÁM ĐỐC",)


_COLLECTIVE = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
#: By kind of agency (agencies.kinds). A department's head signs in the own name; bodies that decide
#: together sign "TM." (Decree 30/2020, App. I, II.7.a).
STYLES: dict[str, Style] = {
    "ubnd": Style("UBND", "TM. ỦY BAN NHÂN DÂN", _COLLECTIVE),
    "so_y_te": Style("SYT"),
    "so_ldtbxh": Style("SLĐTBXH"),
    "so_noi_vu": Style("SNV"),
    "so_tu_phap": Style("STP"),
    "so_tai_chinh": Style("STC"),
    "so_giao_duc": Style("SGDĐT"),
    "so_van_hoa": Style("SVHTTDL"),
    "so_nong_nghiep_moi_truong": Style("SNNMT"),
    "cong_an": Style("CA"),
    "ban_chi_dao_138": Style("BCĐ", "TM. BAN CHỈ ĐẠO", ("TRƯỞNG BAN",)),
    "doi_178": Style("ĐKTLN", "", ("ĐỘI TRƯỞNG",)),
    "mttq": Style("MTTQ", "TM. BAN THƯỜNG TRỰC", ("CHỦ TỊCH",)),
    "hoi_phu_nu": Style("BTV", "TM. BAN THƯỜNG VỤ", ("CHỦ TỊCH",)),
}
_SMALL_WORDS = {"và", "của", "về", "tỉnh", "thành", "phố", "xã", "phường"}
_BEFORE_THE_NAME = re.compile(
    r"^(?:(?:kế hoạch|về việc|về|triển khai|tổ chức|thực hiện)\s+)+", re.IGNORECASE
)


def propose(round_: Round, *, on: dt.date) -> Header:
    """Propose the head of the round's report from the lead agency and its unit.

    The number and the day are no part of it: the registry gives them at issue.
    """
    programme = round_.programme
    agency = programme.lead_agency
    style = style_of(agency)
    addressees = _addressees(round_, on)
    return Header(
        superior=_superior(agency, on),
        issuer=agency.name,
        issuer_in_text=in_text(agency, on),
        symbol=f"BC-{style.sign}",
        place=agency.unit.naming_on(on).name,
        subject=_subject(programme, round_),
        addressees=addressees,
        authority=style.authority,
        titles=style.titles,
        recipients=(
            *(("Như trên",) if addressees else ()),
            "Các cơ quan, đơn vị, địa phương thực hiện kế hoạch",
            "Lưu: VT",
        ),
    )


def style_of(agency: Agency) -> Style:
    """Return how the agency signs; a kind without a row gets the capitals of its words."""
    if agency.kind in STYLES:
        return STYLES[agency.kind]
    title = "TRƯỞNG PHÒNG" if agency.kind.startswith("phong_") else "GIÁM ĐỐC"
    return Style(initials(agency.name), "", (title,))


def initials(name: str) -> str:
    """Return the first letters of the words in capitals: "Sở Công Thương" → "SCT"."""
    words = re.findall(r"\w+", name)
    return "".join(word[0].upper() for word in words if word.lower() not in _SMALL_WORDS)


def in_text(agency: Agency, on: dt.date) -> str:
    """Write an agency in running text, with its unit: "Sở Y tế tỉnh Hương Giang"."""
    naming = agency.unit.naming_on(on)
    if fold(naming.name) in fold(agency.name):
        return agency.name
    word = naming.kind.lower()
    bare = re.sub(rf"\s+{re.escape(word)}$", "", agency.name, flags=re.IGNORECASE)
    return f"{bare} {word} {naming.name}"


def _superior(agency: Agency, on: dt.date) -> str:
    if agency.kind == "ubnd" or agency.mode == "de_nghi" or style_of(agency).authority:
        return ""
    if agency.kind == "cong_an" and agency.unit.level == Level.PROVINCE:
        return "Bộ Công an"
    naming = agency.unit.naming_on(on)
    return f"Ủy ban nhân dân {naming.kind.lower()} {naming.name}"


def _addressees(round_: Round, on: dt.date) -> tuple[str, ...]:
    """Return those whom the duty names, without the issuer itself; else the committee above."""
    agency = round_.programme.lead_agency
    own = {fold(agency.name), fold(in_text(agency, on))}
    naming = agency.unit.naming_on(on)
    committee = f"Ủy ban nhân dân {naming.kind.lower()} {naming.name}"
    found = []
    for name in re.split(r"[;,\n]", round_.duty.recipients):
        # "(qua Sở Y tế)" says by which way, not to whom.
        bare = re.sub(r"\s*\((?:qua|thông qua)[^)]*\)", "", name).strip()
        full = re.sub(r"\bUBND\b", "Ủy ban nhân dân", bare)
        if fold(full) in {"uy ban nhan dan", f"uy ban nhan dan {fold(naming.kind)}"}:
            full = committee
        if full and fold(full) not in own:
            found.append(full[:1].upper() + full[1:])
    if not found and agency.kind != "ubnd":
        found = [committee]
    return tuple(dict.fromkeys(found))


def _subject(programme: Programme, round_: Round) -> str:
    title = " ".join(programme.title.split()).rstrip(".")
    bare = _BEFORE_THE_NAME.sub("", title) or title
    named = (
        bare if re.match(r"(?i)chương trình|kế hoạch|đề án|công tác", bare) else lower_first(bare)
    )
    return f"Kết quả thực hiện {named}, {lower_first(round_.label)}"
