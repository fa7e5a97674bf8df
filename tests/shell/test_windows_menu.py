from __future__ import annotations

from pathlib import Path

import pytest

from redactor.formats import SUPPORTED_SUFFIXES
from redactor.shell import Entry, Program
from redactor.shell.windows import KEY, LAUNCHER, SendTo, entries

CLASSES = "Software\\Classes"


class FakeRegistry:
    """As the real one behaves: keys without regard to case, parents made on the way, full keys not deleted."""

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {}

    def values(self, key: str) -> dict[str, str] | None:
        found = self.keys.get(key)
        return dict(found) if found is not None else None

    def subkeys(self, key: str) -> list[str]:
        start = f"{key}\\"
        return sorted({k[len(start) :].split("\\")[0] for k in self.keys if k.startswith(start)})

    def set(self, key: str, name: str, value: str) -> None:
        parts = key.split("\\")
        for n in range(1, len(parts) + 1):
            self.keys.setdefault("\\".join(parts[:n]), {})
        self.keys[key][name] = value

    def delete(self, key: str) -> None:
        if self.subkeys(key):
            raise PermissionError("a key with keys below cannot be deleted")
        self.keys.pop(key, None)


def shortcut(path: Path, target: str, arguments: str, icon: str) -> None:
    """As Windows writes one, as far as it matters: text in UTF-16."""
    path.write_bytes(b"L\0\0\0" + target.encode("utf-16-le") + arguments.encode("utf-16-le"))


@pytest.fixture
def registry() -> FakeRegistry:
    registry = FakeRegistry()
    registry.set(CLASSES, "", "")
    registry.set(f"{CLASSES}\\SystemFileAssociations\\.pdf\\shell\\Other.Verb\\command", "", "other.exe")
    registry.set(f"{CLASSES}\\Directory\\shell", "", "none")
    return registry


def made(
    registry: FakeRegistry, tmp_path: Path, program: str = "C:\\Phần mềm\\redactor-ui.exe"
) -> list[Entry]:
    return list(entries(Program((program,)), registry, tmp_path / "SendTo", shortcut))


def install(found: list[Entry]) -> None:
    for entry in found:
        entry.install()


def test_install_is_idempotent_and_remove_leaves_what_was_there(
    registry: FakeRegistry, tmp_path: Path
) -> None:
    before = {k: dict(v) for k, v in registry.keys.items()}
    found = made(registry, tmp_path)
    assert {e.state() for e in found} == {"absent"}
    install(found)
    once = {k: dict(v) for k, v in registry.keys.items()}
    assert {e.state() for e in found} == {"installed"}
    install(found)
    assert registry.keys == once
    for entry in found:
        entry.remove()
    assert registry.keys == before
    assert list((tmp_path / "SendTo").iterdir()) == []
    for entry in found:
        entry.remove()  # nothing to remove is no mistake


def test_every_type_folders_and_their_background(registry: FakeRegistry, tmp_path: Path) -> None:
    install(made(registry, tmp_path))
    for suffix in SUPPORTED_SUFFIXES:
        key = f"{CLASSES}\\SystemFileAssociations\\{suffix}\\shell\\{KEY}"
        assert registry.values(key) == {
            "MUIVerb": "Che Dữ Liệu",
            "Icon": "C:\\Phần mềm\\redactor-ui.exe,0",
            "SubCommands": "",
            "MultiSelectModel": "Player",
        }
    command = f"{CLASSES}\\Directory\\shell\\{KEY}\\shell\\1redact\\command"
    assert registry.values(command) == {"": '"C:\\Phần mềm\\redactor-ui.exe" --mode redact "%1"'}
    background = f"{CLASSES}\\Directory\\Background\\shell\\{KEY}\\shell\\3check\\command"
    assert registry.values(background) == {"": '"C:\\Phần mềm\\redactor-ui.exe" --mode check "%V"'}


def test_a_moved_program_is_noticed_and_repaired(registry: FakeRegistry, tmp_path: Path) -> None:
    install(made(registry, tmp_path))
    moved = made(registry, tmp_path, "D:\\Mới\\redactor-ui.exe")
    assert {e.state() for e in moved} == {"outdated"}
    install(moved)
    assert {e.state() for e in moved} == {"installed"}
    assert not any("C:\\Phần" in value for values in registry.keys.values() for value in values.values())


def test_leftovers_of_another_version_are_cleared(registry: FakeRegistry, tmp_path: Path) -> None:
    found = made(registry, tmp_path)
    install(found)
    old = f"{CLASSES}\\Directory\\shell\\{KEY}\\shell\\4old\\command"
    registry.set(old, "", "old.exe")
    assert "outdated" in {e.state() for e in found}
    install(found)
    assert registry.values(old) is None
    assert {e.state() for e in found} == {"installed"}


def test_the_launcher_is_used_where_it_stands_beside_the_program(
    registry: FakeRegistry, tmp_path: Path
) -> None:
    program = tmp_path / "redactor-ui.exe"
    (tmp_path / LAUNCHER).touch()
    install(made(registry, tmp_path, str(program)))
    values = registry.values(f"{CLASSES}\\Directory\\shell\\{KEY}\\shell\\1redact\\command")
    assert values is not None
    assert LAUNCHER in values[""]
    found = [e for e in made(registry, tmp_path, str(program)) if isinstance(e, SendTo)]
    assert {e.target for e in found} == {str(program)}  # Send-to gives all files to one start anyway
