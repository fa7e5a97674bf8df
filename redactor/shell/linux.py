"""Linux: the application's entry, and the menus of Nautilus, Nemo, Caja, Dolphin and Thunar, all below the home folder.

Folders are never named as a type that the application opens: on an account without chosen defaults that would make it
*the* program for folders (measured with GIO). For the types it does name, the programs that open them now are written
down as chosen before the entry is added, for the same reason, and taken out again when it is removed.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree  # the user's own file, not a document

from redactor.formats import SUPPORTED_SUFFIXES
from redactor.shell import MENU, MIME_TYPES, VERBS, Entry, Program, State, Verb
from redactor.shell.pieces import FilePiece, write_whole

APP_ID = "che-du-lieu"
_PIN = f"# {APP_ID}: "
_DEFAULTS = "[Default Applications]"

QueryDefault = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the user's files live."""

    home: Path
    data: Path
    config: Path
    system_config: tuple[Path, ...] = (Path("/etc/xdg"),)

    @classmethod
    def of_user(cls) -> Places:
        """As the environment says, by the XDG base directory specification."""
        home = Path.home()
        system = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        return cls(
            home,
            Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"),
            Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config"),
            tuple(Path(p) for p in system.split(":") if p),
        )


def entries(
    program: Program,
    places: Places | None = None,
    *,
    present: Callable[[str], bool] | None = None,
    query_default: QueryDefault | None = None,
) -> Sequence[Entry]:
    """The entries for the file managers that are there.

    Args:
        program: what they start.
        places: where the user's files live; None for the real ones.
        present: says whether a program is installed; None asks the search path.
        query_default: which application opens a type now, as ``xdg-mime`` tells it; "" for none.
    """
    places = places or Places.of_user()
    present = present or is_installed
    applications = places.data / "applications"
    found: list[Entry] = [
        MimeDefaults(places.config / "mimeapps.list", query_default or _ask_xdg_mime),
        FilePiece(
            "freedesktop",
            applications / f"{APP_ID}.desktop",
            application_entry(program).encode(),
            places.data,
        ),
    ]
    if present("nautilus"):
        found += _scripts("nautilus", places.data / "nautilus" / "scripts", program, places.data)
        extension = places.data / "nautilus-python" / "extensions" / "che_du_lieu.py"
        found.append(FilePiece("nautilus", extension, nautilus_extension(program).encode(), places.data))
    if present("caja"):
        found += _scripts("caja", places.config / "caja" / "scripts", program, places.config)
    if present("nemo"):
        found += [
            FilePiece(
                "nemo",
                # Nemo sorts its menu by the files' names.
                places.data / "nemo" / "actions" / f"{APP_ID}-{number}-{verb.mode}.nemo_action",
                nemo_action(program, verb).encode(),
                places.data,
            )
            for number, verb in enumerate(VERBS, 1)
        ]
    if present("dolphin"):
        menu = dolphin_menu(program).encode()
        for folder in (places.data / "kio" / "servicemenus", places.data / "kservices5" / "ServiceMenus"):
            path = folder / f"{APP_ID}.desktop"
            found.append(FilePiece("dolphin", path, menu, places.data, executable=True))
    if present("thunar"):
        found.append(ThunarActions(places, program))
    return found


def is_installed(name: str) -> bool:
    """Whether a program is on the search path."""
    return shutil.which(name) is not None


def desktop_exec(arguments: Sequence[str]) -> str:
    """A command as an ``Exec`` value, quoted by the desktop entry specification."""
    return " ".join(_exec_word(a) for a in arguments)


def application_entry(program: Program) -> str:
    """The application in menus and under "Open with"; its actions show in launchers and docks."""
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.0",
        f"Name={MENU}",
        "GenericName=Che dữ liệu cá nhân",
        "GenericName[en]=Personal data redactor",
        "Comment=Tìm và che dữ liệu cá nhân trong PDF và bảng tính, ngay trên máy này",
        "Comment[en]=Find and redact personal data in PDFs and spreadsheets, on this computer",
        f"Exec={desktop_exec(program.with_mode(Verb('review', '')))} %F",
        f"Icon={_value(program.icon or APP_ID)}",
        "Terminal=false",
        "Categories=Office;",
        f"MimeType={';'.join(MIME_TYPES)};",
        f"Actions={';'.join(v.mode for v in VERBS)};",
    ]
    return "\n".join([*lines, *_actions(program)]) + "\n"


def dolphin_menu(program: Program) -> str:
    """The service menu of Plasma 5 and 6; folders count here, since it opens nothing by itself."""
    lines = [
        "[Desktop Entry]",
        "Type=Service",
        f"Name={MENU}",
        "X-KDE-ServiceTypes=KonqPopupMenu/Plugin",
        f"MimeType={';'.join(MIME_TYPES)};inode/directory;",
        f"Actions={';'.join(v.mode for v in VERBS)};",
        f"X-KDE-Submenu={MENU}",
        f"Icon={_value(program.icon or APP_ID)}",
    ]
    return "\n".join([*lines, *_actions(program)]) + "\n"


def nemo_action(program: Program, verb: Verb) -> str:
    """One line in Nemo's menu."""
    suffixes = ";".join(sorted(s.lstrip(".") for s in SUPPORTED_SUFFIXES))
    lines = [
        "[Nemo Action]",
        "Active=true",
        f"Name={MENU}: {verb.text}",
        f"Exec={desktop_exec(program.with_mode(verb))} %F",
        "Selection=notnone",
        f"Extensions={suffixes};dir;",
        "Quote=double",
        f"Icon-Name={_value(program.icon or APP_ID)}",
    ]
    return "\n".join(lines) + "\n"


def nautilus_extension(program: Program) -> str:
    """A sub-menu at the top level of Nautilus' menu; loaded where the package python3-nautilus is installed."""
    return _EXTENSION.format(
        menu=json.dumps(MENU, ensure_ascii=False),
        verbs=repr([(v.mode, v.text, list(program.with_mode(v))) for v in VERBS]),
        suffixes=repr(tuple(sorted(SUPPORTED_SUFFIXES))),
    )


@dataclass(frozen=True, slots=True)
class ThunarActions:
    """Our actions in ``uca.xml``, which holds the user's own as well."""

    places: Places
    program: Program
    manager: str = "thunar"

    @property
    def path(self) -> Path:
        """The user's file."""
        return self.places.config / "Thunar" / "uca.xml"

    @property
    def where(self) -> str:
        """See ``Entry``."""
        return str(self.path)

    def state(self) -> State:
        """See ``Entry``."""
        ours = [_plain_xml(a) for a in self._ours(self._read())]
        if not ours:
            return "absent"
        return "installed" if ours == [_plain_xml(a) for a in self._wanted()] else "outdated"

    def install(self) -> None:
        """See ``Entry``."""
        if self.state() == "installed":
            return
        root = self._read()
        if root is None:
            # Without a file of the user's own, Thunar shows the system's actions; ours must not hide them.
            system = self._system()
            root = system if system is not None else ElementTree.Element("actions")
        for action in self._ours(root):
            root.remove(action)
        root.extend(self._wanted())
        self._write(root)

    def remove(self) -> None:
        """See ``Entry``."""
        root = self._read()
        ours = self._ours(root)
        if root is None or not ours:
            return
        for action in ours:
            root.remove(action)
        system = self._system()
        untouched = [_plain_xml(a) for a in root] == [
            _plain_xml(a) for a in (system if system is not None else [])
        ]
        if untouched:
            self.path.unlink()
            with contextlib.suppress(OSError):  # Thunar keeps more in this folder
                self.path.parent.rmdir()
        else:
            self._write(root)

    def _wanted(self) -> list[ElementTree.Element]:
        return [self._action(verb, folders) for verb in VERBS for folders in (False, True)]

    def _action(self, verb: Verb, folders: bool) -> ElementTree.Element:
        """Patterns must fit folders' names too, so files and folders need an action each."""
        action = ElementTree.Element("action")

        def add(tag: str, text: str = "") -> None:
            ElementTree.SubElement(action, tag).text = text or None

        patterns = "*" if folders else ";".join(f"*{s};*{s.upper()}" for s in sorted(SUPPORTED_SUFFIXES))
        add("icon", self.program.icon or APP_ID)
        add("name", verb.text)
        add("submenu", MENU)
        add("unique-id", f"{APP_ID}-{verb.mode}-{'folders' if folders else 'files'}")
        add("command", f"{shlex.join(self.program.with_mode(verb))} %F")
        add("description", "Tìm và che dữ liệu cá nhân, ngay trên máy này")
        add("patterns", patterns)
        for tag in ("directories",) if folders else ("image-files", "other-files", "text-files"):
            add(tag)
        return action

    def _ours(self, root: ElementTree.Element | None) -> list[ElementTree.Element]:
        actions = root.findall("action") if root is not None else []
        return [a for a in actions if (a.findtext("unique-id") or "").startswith(f"{APP_ID}-")]

    def _read(self) -> ElementTree.Element | None:
        return _parse_xml(self.path)

    def _system(self) -> ElementTree.Element | None:
        found = (_parse_xml(folder / "Thunar" / "uca.xml") for folder in self.places.system_config)
        return next((root for root in found if root is not None), None)

    def _write(self, root: ElementTree.Element) -> None:
        ElementTree.indent(root, "\t")
        content = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
        write_whole(self.path, content + b"\n")


@dataclass(frozen=True, slots=True)
class MimeDefaults:
    """The programs that open our types now, written down as chosen, so that adding ours changes nothing."""

    path: Path
    query_default: QueryDefault = field(repr=False)
    manager: str = "freedesktop"

    @property
    def where(self) -> str:
        """See ``Entry``."""
        return str(self.path)

    def state(self) -> State:
        """See ``Entry``. Where no default needs to be kept it counts as installed."""
        lines = self._lines()
        if any(line.startswith(_PIN) for line in lines):
            return "installed"
        return "absent" if self._missing(lines) else "installed"

    def install(self) -> None:
        """See ``Entry``."""
        lines = self._lines()
        pins = [f"{mime}={app}" for mime, app in self._missing(lines)]
        if not pins:
            return
        if _DEFAULTS not in lines:
            lines += [_DEFAULTS]
        at = lines.index(_DEFAULTS) + 1
        lines[at:at] = [line for pin in pins for line in (f"{_PIN}{pin}", pin)]
        self._write(lines)

    def remove(self) -> None:
        """See ``Entry``. What the user has chosen differently since stays."""
        lines = self._lines()
        pins = {line.removeprefix(_PIN) for line in lines if line.startswith(_PIN)}
        if not pins:
            return
        kept = [line for line in lines if not line.startswith(_PIN) and line.rstrip(";") not in pins]
        if [line for line in kept if line.strip()] in ([], [_DEFAULTS]):
            self.path.unlink()
        else:
            self._write(kept)

    def _missing(self, lines: Sequence[str]) -> list[tuple[str, str]]:
        chosen = {line.partition("=")[0] for line in _section(lines, _DEFAULTS)}
        wanted = ((mime, self.query_default(mime)) for mime in MIME_TYPES if mime not in chosen)
        return [(mime, app) for mime, app in wanted if app and app != f"{APP_ID}.desktop"]

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text("utf-8").splitlines()
        except FileNotFoundError:
            return []

    def _write(self, lines: Sequence[str]) -> None:
        write_whole(self.path, ("\n".join(lines) + "\n").encode())


def _scripts(manager: str, folder: Path, program: Program, base: Path) -> list[Entry]:
    """Scripts get the marked files as arguments, in the folder that is shown."""
    return [
        FilePiece(
            manager,
            folder / MENU / verb.text,
            f'#!/bin/sh\nexec {shlex.join(program.with_mode(verb))} "$@"\n'.encode(),
            base,
            executable=True,
        )
        for verb in VERBS
    ]


def _actions(program: Program) -> list[str]:
    lines: list[str] = []
    for verb in VERBS:
        lines += ["", f"[Desktop Action {verb.mode}]", f"Name={verb.text}"]
        lines += [
            f"Exec={desktop_exec(program.with_mode(verb))} %F",
            f"Icon={_value(program.icon or APP_ID)}",
        ]
    return lines


def _exec_word(word: str) -> str:
    word = word.replace("%", "%%")
    if not any(c in word for c in " \t\n\"'\\><~|&;$*?#()`"):
        return word
    for special in ("\\", '"', "`", "$"):
        word = word.replace(special, f"\\{special}")
    return '"' + _value(word) + '"'


def _value(text: str) -> str:
    """A string value of a desktop entry: the file's own escapes, on top of those of ``Exec``."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _section(lines: Sequence[str], title: str) -> list[str]:
    inside, found = False, []
    for line in lines:
        if line.startswith("["):
            inside = line.strip() == title
        elif inside and line.strip() and not line.startswith("#"):
            found.append(line)
    return found


def _parse_xml(path: Path) -> ElementTree.Element | None:
    """The actions of a file, or None if there is none.

    Raises:
        OSError: it is there and cannot be read; it is the user's, and not replaced.
    """
    try:
        return ElementTree.fromstring(path.read_bytes())  # noqa: S314 - the user's own settings
    except FileNotFoundError:
        return None
    except ElementTree.ParseError:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path)) from None


def _plain_xml(element: ElementTree.Element) -> list[tuple[str, str]]:
    """An action without what does not matter: Thunar writes the file anew in its own order, with an empty range."""
    children = ((child.tag, (child.text or "").strip()) for child in element)
    return sorted(child for child in children if child != ("range", ""))


def _ask_xdg_mime(mime: str) -> str:
    try:
        asked = subprocess.run(
            ["xdg-mime", "query", "default", mime], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip()


_EXTENSION = """# Written by Che Dữ Liệu; "redactor shell remove" takes it away.
import subprocess

from gi.repository import GObject, Nautilus

VERBS = {verbs}
SUFFIXES = {suffixes}


class CheDuLieu(GObject.GObject, Nautilus.MenuProvider):
    def get_file_items(self, *args):
        files = args[-1]  # older versions give the window first
        if not files or not all(map(self._fits, files)):
            return []
        top = Nautilus.MenuItem(name="CheDuLieu::top", label={menu})
        menu = Nautilus.Menu()
        top.set_submenu(menu)
        for mode, label, command in VERBS:
            item = Nautilus.MenuItem(name="CheDuLieu::" + mode, label=label)
            item.connect("activate", self._start, command, files)
            menu.append_item(item)
        return [top]

    def _fits(self, file):
        if file.get_uri_scheme() != "file":
            return False
        return file.is_directory() or file.get_name().lower().endswith(SUFFIXES)

    def _start(self, item, command, files):
        paths = [file.get_location().get_path() for file in files]
        subprocess.Popen(command + paths, start_new_session=True)
"""
