"""The ways in which a target can stand."""

from enum import StrEnum


class AttainmentStatus(StrEnum):
    """How a target stands; after the horizon only met, behind or insufficient."""

    MET = "met"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BEHIND = "behind"
    INSUFFICIENT = "insufficient"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    AttainmentStatus.MET: "Đạt",
    AttainmentStatus.ON_TRACK: "Đúng tiến độ",
    AttainmentStatus.AT_RISK: "Có nguy cơ",
    AttainmentStatus.BEHIND: "Chậm",
    AttainmentStatus.INSUFFICIENT: "Chưa đủ số liệu",
}
