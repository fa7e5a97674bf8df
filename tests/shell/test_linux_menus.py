from __future__ import annotations

import ast
import os
import shlex
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.shell import MIME_TYPES, Entry, Program
from redactor.shell import linux as menus
from redactor.shell.linux import Places, desktop_exec, entries

ALL = frozenset({"nautilus", "nemo", "caja", "dolphin", "thunar"})
OWN_ACTION = "<action><name>Mở terminal</name><unique-id>123-1</unique-id><command>x</command></action>"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = Places(tmp_path, tmp_path / "data", tmp_path / "config", (tmp_path / "etc",))
    made.data.mkdir()
    made.config.mkdir()
    return made


@pytest.fixture
def program() -> Program:
    return Program(("/opt/Che Dữ Liệu/redactor-ui",), "/opt/icon.svg")


def made(program: Program, places: Places, present: frozenset[str] = ALL, default: str = "") -> list[Entry]:
    return list(entries(program, places, present=present.__contains__, query_default=lambda _: default))


def tree(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() if p.is_file() else b"" for p in root.rglob("*")}


def install(found: list[Entry]) -> None:
    for entry in found:
        entry.install()


def remove(found: list[Entry]) -> None:
    for entry in reversed(found):
        entry.remove()


def test_install_twice_is_install_once_and_remove_leaves_nothing(places: Places, program: Program) -> None:
    found = made(program, places)
    before = tree(places.home)
    assert {e.state() for e in found if e.where != str(places.config / "mimeapps.list")} == {"absent"}
    install(found)
    once = tree(places.home)
    assert {e.state() for e in found} == {"installed"}
    install(found)
    assert tree(places.home) == once
    remove(found)
    assert tree(places.home) == before


def test_only_managers_that_are_there_are_served(places: Places, program: Program) -> None:
    assert {e.manager for e in made(program, places, frozenset({"thunar"}))} == {"freedesktop", "thunar"}


def test_a_moved_program_is_noticed_and_repaired(places: Places, program: Program) -> None:
    install(made(program, places))
    moved = made(Program(("/srv/neu/redactor-ui",), program.icon), places)
    assert {e.state() for e in moved if e.where != str(places.config / "mimeapps.list")} == {"outdated"}
    install(moved)
    assert {e.state() for e in moved} == {"installed"}
    assert not any(b"/opt/Che" in content for content in tree(places.home).values())


def test_folders_are_never_a_type_we_open(places: Places, program: Program) -> None:
    install(made(program, places))
    text = (places.data / "applications" / "che-du-lieu.desktop").read_text()
    assert "inode/directory" not in text
    assert "inode/directory" in (places.data / "kio" / "servicemenus" / "che-du-lieu.desktop").read_text()


def test_defaults_stay_what_they_were(places: Places, program: Program) -> None:
    path = places.config / "mimeapps.list"
    path.write_text("[Default Applications]\ntext/plain=vim.desktop\n\n[Added Associations]\nx/y=z.desktop\n")
    before = path.read_text()
    found = made(program, places, default="evince.desktop")
    install(found)
    text = path.read_text()
    assert "application/pdf=evince.desktop" in text.splitlines()
    assert "text/plain=vim.desktop" in text.splitlines()
    assert "text/plain=evince.desktop" not in text
    assert text.index("application/pdf") < text.index("[Added Associations]")
    remove(found)
    assert path.read_text() == before


def test_a_default_chosen_later_by_the_user_stays(places: Places, program: Program) -> None:
    path = places.config / "mimeapps.list"
    found = made(program, places, default="evince.desktop")
    install(found)
    pin = "\napplication/pdf=evince.desktop"
    path.write_text(path.read_text().replace(pin, "\napplication/pdf=okular.desktop"))
    remove(found)
    assert path.read_text() == "[Default Applications]\napplication/pdf=okular.desktop\n"


def test_being_the_default_ourselves_pins_nothing(places: Places, program: Program) -> None:
    install(made(program, places, default="che-du-lieu.desktop"))
    assert not (places.config / "mimeapps.list").exists()


def test_thunar_keeps_the_users_actions(places: Places, program: Program) -> None:
    path = places.config / "Thunar" / "uca.xml"
    path.parent.mkdir()
    path.write_text(f"<actions>{OWN_ACTION}</actions>", "utf-8")
    found = made(program, places, frozenset({"thunar"}))
    install(found)
    ids = [a.findtext("unique-id") or "" for a in ElementTree.parse(path).getroot()]
    assert ids[0] == "123-1"
    assert len(ids) == 7
    remove(found)
    assert [a.findtext("unique-id") for a in ElementTree.parse(path).getroot()] == ["123-1"]


def test_thunar_keeps_the_systems_actions(places: Places, program: Program) -> None:
    system = places.system_config[0] / "Thunar" / "uca.xml"
    system.parent.mkdir(parents=True)
    system.write_text(f"<actions>{OWN_ACTION}</actions>", "utf-8")
    found = made(program, places, frozenset({"thunar"}))
    install(found)
    path = places.config / "Thunar" / "uca.xml"
    assert "123-1" in path.read_text("utf-8")
    remove(found)
    assert not path.exists()  # the system's file counts again


def test_thunars_own_way_of_writing_the_file_is_no_reason_to_repair(places: Places, program: Program) -> None:
    found = made(program, places, frozenset({"thunar"}))
    install(found)
    path = places.config / "Thunar" / "uca.xml"
    text = path.read_text("utf-8").replace("<patterns>", "<range></range>\n\t<patterns>").replace(" />", "/>")
    path.write_text(text, "utf-8")
    assert {e.state() for e in found} == {"installed"}


def test_a_broken_file_of_the_user_is_not_replaced(places: Places, program: Program) -> None:
    path = places.config / "Thunar" / "uca.xml"
    path.parent.mkdir()
    path.write_text("<actions><broken")
    with pytest.raises(OSError):
        install(made(program, places, frozenset({"thunar"})))
    assert path.read_text() == "<actions><broken"


def test_thunar_serves_folders_by_an_action_of_their_own(places: Places, program: Program) -> None:
    install(made(program, places, frozenset({"thunar"})))
    actions = ElementTree.parse(places.config / "Thunar" / "uca.xml").getroot()
    for action in actions:
        folders = action.find("directories") is not None
        assert (action.findtext("patterns") == "*") is folders
        assert (action.find("other-files") is None) is folders


def test_nautilus_extension_is_python_and_starts_the_program(places: Places, program: Program) -> None:
    install(made(program, places, frozenset({"nautilus"})))
    source = (places.data / "nautilus-python" / "extensions" / "che_du_lieu.py").read_text("utf-8")
    module = ast.parse(source)
    names = {n.targets[0].id: ast.literal_eval(n.value) for n in module.body if isinstance(n, ast.Assign)}  # type: ignore[attr-defined]
    assert names["VERBS"][0][2] == [*program.command, "--mode", "redact"]
    assert ".pdf" in names["SUFFIXES"]


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_nautilus_script_hands_files_on_unharmed(places: Places, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    fake = tmp_path / 'my program\'s "x" $HOME'
    fake.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {shlex.quote(str(heard))}\n')
    fake.chmod(0o755)
    install(made(Program((str(fake),)), places, frozenset({"nautilus"})))
    script = places.data / "nautilus" / "scripts" / "Che Dữ Liệu" / "Che ngay"
    subprocess.run([script, "/a b/Đơn xin.pdf", "$(touch x).xlsx"], check=True, cwd=tmp_path)
    assert heard.read_text("utf-8").splitlines() == [
        "--mode",
        "redact",
        "/a b/Đơn xin.pdf",
        "$(touch x).xlsx",
    ]


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
def test_the_application_entry_is_valid(places: Places, program: Program) -> None:
    install(made(program, places))
    path = places.data / "applications" / "che-du-lieu.desktop"
    checked = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("gio") is None, reason="needs GLib's gio")
def test_glib_starts_it_once_with_all_files(places: Places, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    fake = tmp_path / 'có dấu & "q" $x `y` \\z'
    fake.write_text(f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" >> {shlex.quote(str(heard))}\n')
    fake.chmod(0o755)
    install(made(Program((str(fake),)), places))
    files = [tmp_path / "a & b.pdf", tmp_path / "Đơn.xlsx"]
    for file in files:
        file.touch()
    entry = places.data / "applications" / "che-du-lieu.desktop"
    subprocess.run(["gio", "launch", entry, *files], check=True, timeout=20)
    expected = ["4", "--mode", "review", *map(str, files)]
    for _ in range(100):
        if heard.exists() and len(heard.read_text("utf-8").splitlines()) == len(expected):
            break
        subprocess.run(["sleep", "0.05"], check=True)
    assert heard.read_text("utf-8").splitlines() == expected


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\n\r"), min_size=1))
def test_exec_words_survive_both_layers_of_quoting(word: str) -> None:
    """Undone as the specification says: first the file's escapes, then the quotes, then the field codes."""
    value = desktop_exec([word])
    plain = _unescape(value)
    if plain.startswith('"'):
        inner = plain[1:-1]
        out, at = "", 0
        while at < len(inner):
            at += inner[at] == "\\"
            out += inner[at]
            at += 1
        plain = out
    assert plain.replace("%%", "%") == word


def _unescape(value: str) -> str:
    out, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            at += 1
            out += {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[value[at]]
        else:
            out += value[at]
        at += 1
    return out


def test_types_named_are_those_we_read() -> None:
    assert "inode/directory" not in MIME_TYPES
    assert "application/pdf" in MIME_TYPES
    assert menus.APP_ID == "che-du-lieu"
