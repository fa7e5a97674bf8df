"""What a finding rests on: the order of resolution."""

from __future__ import annotations

from enum import IntEnum


class Tier(IntEnum):
    """What a finding rests on, strongest last; decides between overlapping findings before the score does."""

    LENGTH = 10  # nothing but its length and what else it could be
    NEIGHBOUR = 20  # what stands in the same row or paragraph
    STRUCTURE = 30  # a shape of its own
    CHECKSUM = 40  # a check digit or a closed list
    LABEL = 50  # a label or a column header
    CONTAINER = 60  # a decoded container
    RULE = 70  # the user said so
