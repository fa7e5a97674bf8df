"""What an entry shares with others."""

import numpy as np

from recognizers import tagger_groups
from recognizers.folding import BORDER, fold
from recognizers.tagger_groups import COLUMNS, LINES, PAPERS, grouping, groups_of, heard
from recognizers.words import words


def test_means_of_groups_are_told_to_their_entries_only() -> None:
    group = grouping([1, -1, 0, 1])
    values = np.array([[1.0, 2], [9, 9], [5, 6], [3, 4]], np.float32)
    means = group.means(values)
    assert means.tolist() == [[5, 6], [2, 3]]
    assert group.told(means).tolist() == [[2, 3], [0, 0], [5, 6], [2, 3]]


def test_a_group_nobody_is_in_is_silent() -> None:
    group = grouping([2, 0, -1])
    assert group.count == 3
    assert group.means(np.ones((3, 2), np.float32)).tolist() == [[1, 1], [0, 0], [1, 1]]
    nobody = grouping([-1, -1])
    assert nobody.told(nobody.means(np.ones((2, 4), np.float32))).tolist() == [[0] * 4] * 2


def test_lines_hear_the_lines_beside_them() -> None:
    groups = groups_of(words(fold("một hai\nba")), None)
    values = np.array([[2.0], [4], [0], [6]], np.float32)  # the break belongs to the line it begins
    assert heard(LINES, values, groups).tolist() == [[0, 3, 3], [3, 3, 0]]


def test_texts_read_in_one_go_are_papers_of_their_own(monkeypatch) -> None:
    w = words(fold(f"một hai\n{BORDER}\n\nba"))
    groups = groups_of(w, None)
    assert groups[PAPERS].count == 2
    assert groups[PAPERS].of[0] != groups[PAPERS].of[-1]
    assert groups[COLUMNS].count == 0
    monkeypatch.setattr(tagger_groups, "_LONGEST_PAPER", 2)
    assert groups_of(words(fold("một hai ba bốn năm")), None)[PAPERS].of.tolist() == [0, 0, 1, 1, 2]
