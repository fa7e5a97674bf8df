"""What a gold document is: text or table with spans that are known by construction."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

IDENTIFIERS = frozenset(
    {
        "VN_PERSONAL_ID",
        "VN_CMND",
        "VN_PASSPORT",
        "VN_MRZ",
        "VN_ID_QR",
        "VN_VIETQR",
        "VN_PHONE",
        "EMAIL",
        "VN_BANK_ACCOUNT",
        "BANK_CARD",
        "E_WALLET",
        "VN_TAX_CODE",
        "VN_BHXH",
        "VN_BHYT",
        "VN_DRIVER_LICENSE",
        "VN_PLATE",
        "VN_VIN",
        "VN_ENGINE_NO",
        "VN_LAND_CERT",
        "VN_LAND_BOOK_NO",
        "VN_LAND_PARCEL",
        "VN_HOUSEHOLD_NO",
        "CIVIL_DOC_NO",
        "MEDICAL_RECORD_NO",
        "STUDENT_ID",
        "EMPLOYEE_ID",
        "MILITARY_ID",
        "SOCIAL_ACCOUNT",
        "CREDENTIAL",
        "IP_ADDRESS",
        "MAC_ADDRESS",
        "IMEI",
        "GEO_LOCATION",
        "VN_PROPERTY_EID",
        "CERT_SUBJECT",
    }
)
GROUPS: dict[str, frozenset[str]] = {
    "identifiers": IDENTIFIERS,
    "names": frozenset({"PERSON"}),
    "addresses": frozenset({"VN_ADDRESS"}),
    "birth dates": frozenset({"DATE_OF_BIRTH"}),
}
CORE = frozenset().union(*GROUPS.values())


class Role(StrEnum):
    """What covering a span means."""

    GOLD = "gold"
    LOOK_ALIKE = "look-alike"
    OFFICIAL = "official"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a document.

    Attributes:
        role: gold (must be covered), look-alike (must stay), official (a policy decides; scored apart) or neutral (a
            careful clerk might do either; not scored).
        kind: entity type of a gold or official mark, kind of look-alike otherwise.
    """

    role: Role
    kind: str


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` of a document's text, or of one cell of its table."""

    start: int
    end: int
    mark: Mark
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One generated paper or table.

    Attributes:
        template: ``file/name`` of its template.
        held_out: whether the template is kept aside.
        noise: names of the noises put on it; empty for a clean document.
        text: of a paper; "" for a table.
        rows: of a table, Python values as openpyxl gives them; empty for a paper.
        spans: all marks, in order.
    """

    template: str
    held_out: bool
    noise: tuple[str, ...]
    text: str = ""
    rows: tuple[tuple[object, ...], ...] = ()
    spans: tuple[Span, ...] = field(default=())

    @property
    def kind(self) -> str:
        """The group of documents it belongs to."""
        return self.template.split("/")[0]


def cell_text(value: object) -> str:
    """The text by which a cell's coverage is counted."""
    return "" if value is None else str(value)
