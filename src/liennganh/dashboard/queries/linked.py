"""Things of other apps with the address of their page."""

from dataclasses import dataclass

from liennganh.dashboard.addresses import address
from liennganh.drafting.models import OfficialReport
from liennganh.programmes.models import TaskAssignment


@dataclass(frozen=True, slots=True)
class Share:
    """An agency's share of a task."""

    share: TaskAssignment
    what: str
    url: str

    @classmethod
    def of(cls, share: TaskAssignment) -> "Share":
        """Return the share with its page."""
        return cls(share, share.task.words, address("programmes:assignment", share.pk))


@dataclass(frozen=True, slots=True)
class Draft:
    """An official report on its way."""

    draft: OfficialReport
    url: str

    @classmethod
    def of(cls, draft: OfficialReport) -> "Draft":
        """Return the draft with its page."""
        return cls(draft, address("drafting:detail", draft.pk))
