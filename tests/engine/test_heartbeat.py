"""Signs of life while something long runs, and silence once it has taken longer than it may."""

from __future__ import annotations

import time

from redactor.heartbeat import heartbeat


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
