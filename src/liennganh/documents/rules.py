"""Who may see and add documents."""

from django.db.models import Q

from liennganh.accounts.models import User
from liennganh.accounts.roles import Role
from liennganh.agencies.models import Agency
from liennganh.agencies.queries import hat_of
from liennganh.agencies.rules import province_path

from .models import Direction

# Those who check what agencies hand in as proof: the officers and leaders of the province.
_CHECKERS = (Role.PROGRAMME_OFFICER, Role.LEADER)
# Keep the log and the accounts, and never read contents (see the table of roles in the design).
_NO_CONTENTS = (Role.AUDITOR, Role.ADMINISTRATOR)
# Those who hold the archive of their agency.
_KEEPERS = (
    Role.PROGRAMME_OFFICER,
    Role.AGENCY_OFFICER,
    Role.COMMUNE_OFFICER,
    Role.LEADER,
)


def may_add_document(user: User | None, agency: Agency) -> bool:
    """Tell whether somebody may put a document into an agency's archive: its own officers.

    None is the system itself, which stores what it issues.
    """
    if user is None:
        return True
    hat = hat_of(user)
    return hat is not None and hat.agency_id == agency.pk and hat.role in _KEEPERS


def visible(user: User) -> Q:
    """Return the condition that a document may be seen.

    1. Everything of one's own agency.
    2. Issued documents of the agencies in one's line: the units above and those below one's own.
    3. Evidence of any agency of the province, for its programme officers and leaders at province
       level, who check it. Nobody else sees another agency's evidence.

    Incoming documents stay with the agency that received them. Auditors see none.
    """
    hat = hat_of(user)
    if hat is None or hat.role in _NO_CONTENTS:
        return Q(pk__in=())
    path = hat.agency.unit.path
    keys = path.strip("/").split("/")
    line = Q(agency__unit__key__in=keys) | Q(agency__unit__path__startswith=path)
    condition = Q(agency=hat.agency_id) | (Q(direction=Direction.ISSUED) & line)
    if hat.role in _CHECKERS and path == province_path(path):
        condition |= Q(direction=Direction.EVIDENCE) & Q(agency__unit__path__startswith=path)
    return condition
