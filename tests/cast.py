"""The known cast: one user for each role in a small province of our own invention.

Tỉnh Hương Giang has three communes. Lan leads the programme at Sở Y tế, Minh is her leader, Cường
serves at the police, Hoa, Bình and Sơn in the three communes, An keeps the log, Yến is an outsider
of another province.
"""

import datetime as dt
from dataclasses import dataclass

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency, Membership
from liennganh.pure.vietnamese import fold
from liennganh.territory.models import Level, Unit, UnitName
from liennganh.territory.naming import key_fields

START = dt.date(2025, 7, 1)


def make_unit(
    name: str,
    kind: str,
    level: Level,
    parent: Unit | None = None,
    valid_from: dt.date = START,
) -> Unit:
    """Make a unit with one name, valid from the first day of the two-level system."""
    key = "t-" + fold(name).replace(" ", "-")
    unit = Unit.objects.create(
        key=key,
        level=level,
        parent=parent,
        path=f"{parent.path}{key}/" if parent else f"/{key}/",
        valid_from=valid_from,
    )
    UnitName.objects.create(
        unit=unit,
        name=name,
        kind=kind,
        **key_fields(name),
        valid_from=valid_from,
    )
    return unit


def make_agency(unit: Unit, kind: str, name: str, *, mode: str = "giao") -> Agency:
    """Make an agency of a unit."""
    return Agency.objects.create(
        key=f"{unit.key}:{kind}:{fold(name).replace(' ', '-')}"[:80],
        unit=unit,
        kind=kind,
        name=name,
        folded=fold(name),
        mode=mode,
    )


def make_user(username: str, full_name: str, agency: Agency, role: Role) -> User:
    """Make a user who wears one hat since 1 July 2025. The password is "mat-khau-thu"."""
    user = User.objects.create_user(
        username=username,
        email=f"{username}@example.invalid",
        password="mat-khau-thu",
        full_name=full_name,
    )
    Membership.objects.create(user=user, agency=agency, role=role, valid_from=START)
    return user


@dataclass(frozen=True)
class Cast:
    """Everybody, and where they work."""

    province: Unit
    communes: tuple[Unit, Unit, Unit]
    province_ubnd: Agency
    health: Agency
    police: Agency
    court: Agency
    commune_agencies: tuple[Agency, Agency, Agency]
    outside_agency: Agency
    lan: User  # programme officer of the lead agency
    thao: User  # a second programme officer of the lead agency
    minh: User  # leader
    cuong: User  # agency officer, police
    dung: User  # agency officer, court (asked, not ordered)
    hoa: User  # commune officer of the first commune
    binh: User  # commune officer of the second
    son: User  # commune officer of the third
    khanh: User  # inspector
    tam: User  # tip receiver
    nga: User  # social worker
    an: User  # auditor
    quan: User  # administrator
    yen: User  # programme officer of another province

    @property
    def everybody(self) -> dict[str, User]:
        """Return one user for each role, and the outsider."""
        return {
            "programme_officer": self.lan,
            "leader": self.minh,
            "agency_officer": self.cuong,
            "commune_officer": self.hoa,
            "inspector": self.khanh,
            "tip_receiver": self.tam,
            "social_worker": self.nga,
            "auditor": self.an,
            "administrator": self.quan,
            "outsider": self.yen,
        }


def make_cast() -> Cast:
    """Make the province, its agencies and its people."""
    province = make_unit("Hương Giang", "Tỉnh", Level.PROVINCE)
    communes = (
        make_unit("An Bình", "Phường", Level.COMMUNE, province),
        make_unit("Bãi Sậy", "Xã", Level.COMMUNE, province),
        make_unit("Cồn Tiên", "Đặc khu", Level.COMMUNE, province),
    )
    elsewhere = make_unit("Sông Vàng", "Tỉnh", Level.PROVINCE)
    ubnd = make_agency(province, "ubnd", "Ủy ban nhân dân tỉnh Hương Giang")
    health = make_agency(province, "so_y_te", "Sở Y tế")
    police = make_agency(province, "cong_an", "Công an tỉnh")
    court = make_agency(province, "toa_an", "Tòa án nhân dân tỉnh", mode="de_nghi")
    commune_agencies = (
        make_agency(communes[0], "ubnd", "Ủy ban nhân dân phường An Bình"),
        make_agency(communes[1], "ubnd", "Ủy ban nhân dân xã Bãi Sậy"),
        make_agency(communes[2], "ubnd", "Ủy ban nhân dân đặc khu Cồn Tiên"),
    )
    outside = make_agency(elsewhere, "so_y_te", "Sở Y tế")
    return Cast(
        province=province,
        communes=communes,
        province_ubnd=ubnd,
        health=health,
        police=police,
        court=court,
        commune_agencies=commune_agencies,
        outside_agency=outside,
        lan=make_user("lan", "Trần Thị Lan", health, Role.PROGRAMME_OFFICER),
        thao=make_user("thao", "Lê Phương Thảo", health, Role.PROGRAMME_OFFICER),
        minh=make_user("minh", "Nguyễn Văn Minh", ubnd, Role.LEADER),
        cuong=make_user("cuong", "Phạm Mạnh Cường", police, Role.AGENCY_OFFICER),
        dung=make_user("dung", "Vũ Tiến Dũng", court, Role.AGENCY_OFFICER),
        hoa=make_user("hoa", "Đỗ Thị Hoa", commune_agencies[0], Role.COMMUNE_OFFICER),
        binh=make_user("binh", "Hoàng Thanh Bình", commune_agencies[1], Role.COMMUNE_OFFICER),
        son=make_user("son", "Bùi Ngọc Sơn", commune_agencies[2], Role.COMMUNE_OFFICER),
        khanh=make_user("khanh", "Đặng Quốc Khánh", health, Role.INSPECTOR),
        tam=make_user("tam", "Ngô Minh Tâm", police, Role.TIP_RECEIVER),
        nga=make_user("nga", "Lý Thị Nga", health, Role.SOCIAL_WORKER),
        an=make_user("an", "Trịnh Hoài An", ubnd, Role.AUDITOR),
        quan=make_user("quan", "Phan Anh Quân", health, Role.ADMINISTRATOR),
        yen=make_user("yen", "Mai Hải Yến", outside, Role.PROGRAMME_OFFICER),
    )
