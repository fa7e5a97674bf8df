"""The menu's keys in a registry that we did not write: Wine's, through its own ``reg`` program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.shell import VERBS, Program
from redactor.shell.windows import CLASSES, VerbTree, verb_keys

WINE = next((p for p in ("/usr/lib/wine/wine64", shutil.which("wine64") or "") if p and Path(p).exists()), "")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400), pytest.mark.skipif(not WINE, reason="needs wine64")]

PROGRAM = Program(("C:\\Phần mềm\\Che Dữ Liệu\\redactor-ui.exe",))


class WineRegistry:
    """The same four things as the real one, asked of Wine. Changes go in together, as a file, when something is read."""

    def __init__(self, prefix: Path) -> None:
        self._prefix = prefix
        self._changes: list[str] = []
        self._keys: dict[str, dict[str, str]] | None = None
        self._reg("wineboot", "-i")

    def values(self, key: str) -> dict[str, str] | None:
        return self.all().get(key)

    def subkeys(self, key: str) -> list[str]:
        start = f"{key}\\"
        return sorted({k[len(start) :].split("\\")[0] for k in self.all() if k.startswith(start)})

    def set(self, key: str, name: str, value: str) -> None:
        left = f'"{_escaped(name)}"' if name else "@"
        self._change(f'[HKEY_CURRENT_USER\\{key}]\n{left}="{_escaped(value)}"')

    def delete(self, key: str) -> None:
        if key in self.all():
            assert not self.subkeys(key)
            self._change(f"[-HKEY_CURRENT_USER\\{key}]")
            assert self._keys is not None
            del self._keys[key]  # what Wine has made of it is read after the whole

    def _change(self, text: str) -> None:
        self._changes.append(text)
        if not text.startswith("[-"):
            self._keys = None

    def all(self, *, fresh: bool = False) -> dict[str, dict[str, str]]:
        """Every key below ``Software\\Classes``; ``export`` keeps Vietnamese, which ``query`` does not."""
        if self._keys is None or fresh:
            disk = self._prefix / "drive_c"
            if self._changes:
                text = "\n\n".join(["Windows Registry Editor Version 5.00", *self._changes, ""])
                (disk / "in.reg").write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
                self._reg("reg", "import", "C:\\in.reg")
                self._changes.clear()
            self._reg("reg", "export", f"HKCU\\{CLASSES}", "C:\\out.reg", "/y")
            self._keys = _parsed((disk / "out.reg").read_text("utf-16"))
        return {key: dict(values) for key, values in self._keys.items()}

    def _reg(self, *arguments: str) -> None:
        environment = {
            **{k: v for k, v in os.environ.items() if k != "DISPLAY"},
            "WINEPREFIX": str(self._prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "LC_ALL": "C.UTF-8",
        }
        done = subprocess.run(
            [WINE, *arguments], env=environment, capture_output=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _parsed(text: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    key = ""
    for line in text.splitlines():
        if line.startswith("["):
            key = line.strip("[]").removeprefix("HKEY_CURRENT_USER\\")
            found[key] = {}
        elif entry := re.fullmatch(r'(@|"(?:[^"\\]|\\.)*")="((?:[^"\\]|\\.)*)"', line):
            name = "" if entry[1] == "@" else entry[1][1:-1]
            found[key][name] = re.sub(r"\\(.)", r"\1", entry[2])
    return found


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WineRegistry]:
    registry = WineRegistry(tmp_path_factory.mktemp("wine"))
    registry.set(
        f"{CLASSES}\\SystemFileAssociations\\.pdf\\shell\\Của người khác", "MUIVerb", "Mở bằng thứ khác"
    )
    yield registry
    registry._reg("wineboot", "-k")


@pytest.mark.parametrize(
    ("kind", "parameter"), [("SystemFileAssociations\\.pdf", "%1"), ("Directory\\Background", "%V")]
)
def test_keys_are_written_repaired_and_removed_without_a_trace(
    registry: WineRegistry, kind: str, parameter: str
) -> None:
    before = registry.all(fresh=True)
    tree = VerbTree(registry, kind, verb_keys(PROGRAM, parameter))
    assert tree.state() == "absent"
    tree.install()
    assert tree.state() == "installed"
    root = f"{CLASSES}\\{kind}\\shell\\CheDuLieu.Menu"
    assert registry.values(root) == {
        "MUIVerb": "Che Dữ Liệu",
        "Icon": f"{PROGRAM.command[0]},0",
        "SubCommands": "",
        "MultiSelectModel": "Player",
    }
    assert len(registry.subkeys(f"{root}\\shell")) == len(VERBS)
    command = registry.values(f"{root}\\shell\\1redact\\command")
    assert command == {"": f'"{PROGRAM.command[0]}" --mode redact "{parameter}"'}
    written = registry.all(fresh=True)
    tree.install()
    assert registry.all(fresh=True) == written

    moved = VerbTree(registry, kind, verb_keys(Program(("D:\\redactor-ui.exe",)), parameter))
    assert moved.state() == "outdated"
    moved.install()
    assert moved.state() == "installed"
    assert not any(
        PROGRAM.command[0] in value
        for values in registry.all(fresh=True).values()
        for value in values.values()
    )
    moved.remove()
    assert registry.all(fresh=True) == before
