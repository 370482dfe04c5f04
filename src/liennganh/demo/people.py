"""The people of the demonstration: one for each role, and an officer for each agency."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency, Membership

MAIL = "@trinh-dien.invalid"  # marks the people of the demonstration; no mail can reach them
PASSWORD = "lien-nganh-2026"  # noqa: S105 - printed on the sign-in page of the demonstration

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
_MIDDLE = ("Thị", "Văn", "Minh", "Thanh", "Ngọc", "Quốc", "Hoài", "Đức", "Thu", "Hải")
_GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hạnh", "Khánh", "Lan", "Mai", "Nam", "Oanh")


@dataclass(frozen=True)
class Leads:
    """Those who run the programme."""

    officer: User
    second: User
    leader: User


def _name(number: int) -> str:
    """Return an invented name; the first 1,440 differ."""
    return " ".join(
        (
            _FAMILY[number % 12],
            _MIDDLE[(number // 12) % 10],
            _GIVEN[(number * 7 + number // 120) % 12],
        )
    )


def add_person(
    username: str, agency: Agency, role: Role, title: str, since: dt.date, number: int
) -> User:
    """Make one person with one hat, or return the one who bears that name already."""
    user, made = User.objects.get_or_create(
        username=username,
        defaults={
            "email": f"{username}{MAIL}",
            "full_name": _name(number),
            "title": title,
            "password": _hash(),
        },
    )
    if made:
        Membership.objects.create(user=user, agency=agency, role=role, valid_from=since)
    return user


_hashed: list[str] = []


def _hash() -> str:
    """Hash the one password once: Argon2 takes a quarter of a second on purpose."""
    if not _hashed:
        _hashed.append(make_password(PASSWORD))
    return _hashed[0]


def make_leads(lead: Agency, committee: Agency, since: dt.date) -> Leads:
    """Make the officers of the lead agency, its administrator, the leader and the auditor."""
    officer = add_person("canbo", lead, Role.PROGRAMME_OFFICER, "Chuyên viên", since, 1)
    second = add_person("canbo2", lead, Role.PROGRAMME_OFFICER, "Phó Trưởng phòng", since, 14)
    leader = add_person("lanhdao", committee, Role.LEADER, "Phó Chủ tịch", since, 27)
    if lead != committee:
        add_person("giamdoc", lead, Role.LEADER, "Giám đốc", since, 35)
    add_person("kiemsoat", committee, Role.AUDITOR, "Chuyên viên thanh tra", since, 40)
    add_person("quantri", lead, Role.ADMINISTRATOR, "Quản trị hệ thống", since, 53)
    add_person("doi178", lead, Role.INSPECTOR, "Thành viên đội kiểm tra", since, 66)
    add_person("tinbao", lead, Role.TIP_RECEIVER, "Người tiếp nhận tin báo", since, 79)
    add_person("congtac", lead, Role.SOCIAL_WORKER, "Nhân viên công tác xã hội", since, 92)
    return Leads(officer, second, leader)


def make_officers(
    communes: Iterable[Agency], agencies: Iterable[Agency], since: dt.date
) -> dict[int, User]:
    """Make an officer for each agency that has none; returns agency id → officer."""
    wanted = [(agency, Role.COMMUNE_OFFICER, "xa") for agency in communes]
    wanted += [(agency, Role.AGENCY_OFFICER, "so") for agency in agencies]
    roles = (Role.COMMUNE_OFFICER, Role.AGENCY_OFFICER, Role.PROGRAMME_OFFICER)
    known = {
        row.agency_id: row.user
        for row in Membership.objects.filter(role__in=roles).select_related("user").order_by("-pk")
    }
    taken = set(User.objects.values_list("username", flat=True))
    users: list[User] = []
    hats: list[tuple[Agency, Role]] = []
    counters = {"xa": 0, "so": 0}
    for number, (agency, role, prefix) in enumerate(wanted, start=105):
        if agency.pk in known:
            continue
        counters[prefix] += 1
        while (username := f"{prefix}{counters[prefix]:02d}") in taken:
            counters[prefix] += 1
        users.append(
            User(
                username=username,
                email=f"{username}{MAIL}",
                full_name=_name(number),
                title="Công chức đầu mối",
                password=_hash(),
            )
        )
        hats.append((agency, role))
    made = User.objects.bulk_create(users)
    Membership.objects.bulk_create(
        Membership(user=user, agency=agency, role=role, valid_from=since)
        for user, (agency, role) in zip(made, hats, strict=True)
    )
    return known | {agency.pk: user for user, (agency, _role) in zip(made, hats, strict=True)}


_ALL_NAMED = (Role.PROGRAMME_OFFICER, Role.LEADER)


def one_of_each() -> tuple[Membership, ...]:
    """Return a hat of each role of the demonstration, the lead agency's first.

    Programme officers and leaders are all named; of the many officers of agencies and communes, one each.
    """
    rows = Membership.objects.filter(user__email__endswith=MAIL).order_by("pk")
    found: dict[str, Membership] = {}
    for row in rows.select_related("user", "agency__unit"):
        key = f"{row.role}{row.pk}" if row.role in _ALL_NAMED else row.role
        found.setdefault(key, row)
    return tuple(found.values())
