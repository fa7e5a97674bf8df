"""Paths as archives really hold them: too long, composed in two ways, differing in capitals only."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.batch import BatchResult
from redactor.files import _extended, reachable
from tests.batch.line_runner import copies, put

Go = Callable[..., BatchResult]


@pytest.mark.parametrize(
    ("path", "opened"),
    [
        ("C:\\hồ sơ\\a.pdf", "C:\\hồ sơ\\a.pdf"),
        (f"C:\\{'x' * 250}\\a.pdf", f"\\\\?\\C:\\{'x' * 250}\\a.pdf"),
        (f"\\\\máy chủ\\chung\\{'x' * 250}", f"\\\\?\\UNC\\máy chủ\\chung\\{'x' * 250}"),
        (f"\\\\?\\C:\\{'x' * 250}", f"\\\\?\\C:\\{'x' * 250}"),
    ],
)
def test_windows_opens_long_paths_by_their_long_form(path: str, opened: str) -> None:
    assert _extended(path) == opened


@pytest.mark.skipif(os.name == "nt", reason="other systems")
def test_other_systems_take_paths_as_they_are() -> None:
    assert reachable(Path("x" * 300)) == Path("x" * 300)


@pytest.mark.skipif(
    os.name == "nt" or not Path("/proc").exists(), reason="names that other systems hold for equal"
)
def test_names_that_other_systems_hold_for_equal_stay_apart(tmp_path: Path, go: Go) -> None:
    composed, apart = (unicodedata.normalize(form, "hồ sơ ế") for form in ("NFC", "NFD"))
    folder = put(
        tmp_path / "in",
        {
            f"{composed}.txt": "1",
            f"{apart}.txt": "2",
            f"{composed.upper()}.txt": "3",
            f"{apart}/a.txt": "4",
            f"{composed}/a.txt": "5",
        },
    )
    assert [r.status for r in go(folder).results] == ["verified"] * 5
    names = list(copies(tmp_path / "out"))
    plain = {unicodedata.normalize("NFC", n).casefold() for n in names}
    assert len(names) == len(plain) == 5
    assert sorted(copies(tmp_path / "out").values()) == [b"1", b"2", b"3", b"4", b"5"]
    assert {r.status for r in go(folder).results} == {"unchanged"}


@pytest.mark.skipif(os.name == "nt", reason="a limit of Unix")
def test_a_path_as_long_as_the_system_takes(tmp_path: Path, go: Go) -> None:
    """The deepest file that can be opened is done; if its copy's path were longer still, that is told."""
    folder = tmp_path / "in"
    deep = folder
    while len(os.fsencode(deep)) < 3700:
        deep = deep / ("ệ" * 60)
    deep.mkdir(parents=True)
    put(deep, {"a.txt": "1"})
    put(folder, {"b.txt": "2"})
    far = tmp_path / ("o" * 200) / ("o" * 200)
    told = {
        r.path.rsplit("/", 1)[-1]: (r.status, r.params.get("cause"))
        for r in go(folder, output_dir=far).results
    }
    assert told == {"a.txt": ("failed", "name_too_long"), "b.txt": ("verified", None)}
    assert {r.status for r in go(folder).results} == {"verified"}
