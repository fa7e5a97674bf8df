"""Signs of life while something long runs, and silence once it has taken longer than it may."""

from __future__ import annotations

import time

from redactor.heartbeat import Paced, heartbeat
from redactor.model import Stage


def test_beats_while_it_runs_and_never_after():
    beats: list[int] = []
    with heartbeat(lambda: beats.append(1), 1000, 0.01):
        time.sleep(0.2)
    heard = len(beats)
    assert heard > 2
    time.sleep(0.05)
    assert len(beats) == heard


def test_what_hangs_falls_silent():
    beats: list[int] = []
    with heartbeat(lambda: beats.append(1), 3, 0.01):
        time.sleep(0.3)
    assert len(beats) == 3


def test_a_failure_passes_through():
    beats: list[int] = []
    try:
        with heartbeat(lambda: beats.append(1), 3, 0.01):
            raise KeyError
    except KeyError:
        beats.clear()
    time.sleep(0.05)
    assert not beats


def test_progress_is_told_no_more_often_than_it_is_seen():
    told: list[tuple[Stage, int, int]] = []
    now = 0.0

    def tell(stage: Stage, done: int, total: int) -> None:
        told.append((stage, done, total))

    paced = Paced(tell, 0.1, clock=lambda: now)
    for done in range(1000):
        paced(Stage.READ, done, 1000)
        now += 0.001
    assert 9 <= len(told) <= 11


def test_the_first_and_the_last_of_each_stage_and_request_are_told():
    told: list[tuple[Stage, int, int]] = []
    paced = Paced(lambda *step: told.append(step), 0.1, clock=lambda: 0.0)
    steps = [(Stage.READ, 0, 2), (Stage.READ, 1, 2), (Stage.READ, 2, 2), (Stage.DETECT, 0, 2)]
    for step in steps:
        paced(*step)
    assert told == [steps[0], steps[2], steps[3]]
    paced.begin()
    paced(Stage.DETECT, 0, 2)
    assert told[3:] == [steps[3]]
