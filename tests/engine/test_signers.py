"""What is proposed for a name is proposed for the signature above it."""

from __future__ import annotations

import pytest

from recognizers.entities import EntityType
from recognizers.results import Reason
from redactor.model import Finding, PageArea, Rect
from redactor.signers import with_signers


def at(kind: EntityType, box: tuple[float, float, float, float], keep: str = "", page: int = 1) -> Finding:
    return Finding(
        id=f"f{box}", entity_type=kind, score=0.9, reason=Reason("test"), places=(PageArea(page, (Rect(*box),)),), keep=keep
    )  # fmt: skip


SIGNATURE = at(EntityType.SIGNATURE, (250, 230, 380, 260))
OFFICIAL = at(EntityType.PERSON, (260, 285, 354, 297), "official_capacity")
CITIZEN = at(EntityType.PERSON, (90, 285, 180, 297))


@pytest.mark.parametrize(
    ("names", "keep"),
    [
        ([OFFICIAL, CITIZEN], "official_capacity"),
        ([CITIZEN], ""),
        ([OFFICIAL, at(EntityType.PERSON, (270, 270, 340, 282))], ""),
        ([at(EntityType.PERSON, (260, 285, 354, 297), "official_capacity", page=2)], ""),
        ([at(EntityType.PERSON, (260, 400, 354, 412), "official_capacity")], ""),
        ([at(EntityType.PERSON, (260, 200, 354, 212), "official_capacity")], ""),
        ([at(EntityType.VN_ADDRESS, (260, 285, 354, 297), "office_address")], ""),
    ],
    ids=["official", "another's name beside", "a nearer name", "next page", "far below", "above", "no name"],
)
def test_a_signature_goes_with_the_nearest_name_below_it(names: list[Finding], keep: str) -> None:
    found = with_signers([SIGNATURE, *names])
    assert found[0].keep == keep
    assert found[1:] == names


def test_signatures_of_both_sides_stay_apart() -> None:
    other = at(EntityType.SIGNATURE, (80, 230, 200, 260))
    assert [f.keep for f in with_signers([other, SIGNATURE, OFFICIAL, CITIZEN])[:2]] == [
        "",
        "official_capacity",
    ]
