"""Make the Windows setup around a frozen folder. Runs on Linux too, but for the freezing itself.

    python installer/windows/build.py PAYLOAD_FOLDER OUTPUT.exe

Needs makensis, and a compiler for the launcher: x86_64-w64-mingw32-gcc, or one named by CC. The right-click menu is
written from ``redactor.shell.windows``, so that the setup and ``redactor shell`` never differ.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from redactor.shell import Program  # noqa: E402
from redactor.shell.windows import CLASSES, KEY, LAUNCHER, SendTo, VerbTree, entries, verb_keys  # noqa: E402

PROGRAM = "$INSTDIR\\redactor-ui.exe"


class _Nothing:
    """A registry that is empty and stays so: only the plan is wanted."""

    def values(self, key: str) -> dict[str, str] | None:
        return None

    def subkeys(self, key: str) -> list[str]:
        return []

    def set(self, key: str, name: str, value: str) -> None:
        raise NotImplementedError

    def delete(self, key: str) -> None:
        raise NotImplementedError


def menu_script() -> str:
    """The macros that write and remove the menu."""
    sender = Program((f"$INSTDIR\\{LAUNCHER}",), f"{PROGRAM},0")
    install, remove = ["!macro MenuInstall"], ["!macro MenuRemove"]
    for entry in entries(Program((PROGRAM,)), _Nothing(), Path("$SENDTO")):
        if isinstance(entry, VerbTree):
            root = f"{CLASSES}\\{entry.parent}\\shell\\{KEY}"
            parameter = "%V" if entry.parent.endswith("Background") else "%1"
            for below, values in verb_keys(sender, parameter).items():
                for name, value in values.items():
                    install.append(f'  WriteRegStr HKCU "{root}{below}" "{name}" {_quoted(value)}')
            remove.append(f'  DeleteRegKey HKCU "{root}"')
            above = f"{CLASSES}\\{entry.parent}\\shell"
            while above.count("\\") > CLASSES.count("\\"):
                remove.append(f'  DeleteRegKey /ifempty HKCU "{above}"')
                above = above.rpartition("\\")[0]
        elif isinstance(entry, SendTo):
            path = f"$SENDTO\\{entry.path.name}"
            install.append(f'  CreateShortCut "{path}" "{PROGRAM}" "{entry.arguments}" "{PROGRAM}" 0')
            remove.append(f'  Delete "{path}"')
    return "\n".join([*install, "!macroend", *remove, "!macroend", ""])


def files_script(payload: Path) -> str:
    """The macros that put files there and take exactly those away."""
    install, remove = ["!macro FilesInstall"], ["!macro FilesRemove"]
    folders: list[str] = []
    for folder, files in _tree(payload):
        target = "$INSTDIR" + "".join(f"\\{part}" for part in PurePosixPath(folder).parts)
        install.append(f"  SetOutPath {_quoted(target)}")
        folders.append(target)
        for file in files:
            install.append(f"  File {_quoted(str(payload / folder / file))}")
            remove.append(f"  Delete {_quoted(f'{target}{chr(92)}{file}')}")
    remove += [f"  RMDir {_quoted(folder)}" for folder in reversed(folders) if folder != "$INSTDIR"]
    return "\n".join([*install, "!macroend", *remove, "!macroend", ""])


def compile_launcher(target: Path) -> None:
    """Compile the launcher."""
    compiler = os.environ.get("CC", "x86_64-w64-mingw32-gcc")
    flags = ["-Os", "-s", "-municode", "-mwindows", "-Wall", "-Wextra", "-Werror"]
    source = HERE / "launcher.c"
    subprocess.run([compiler, *flags, "-o", target, source, "-lbcrypt", "-lshlwapi"], check=True)


def build(payload: Path, output: Path) -> Path:
    """Make the setup; returns its path."""
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        whole = work / "payload"
        shutil.copytree(payload, whole)
        if not (whole / LAUNCHER).exists():
            compile_launcher(whole / LAUNCHER)
        _write(work / "menu.nsh", menu_script())
        _write(work / "files.nsh", files_script(whole))
        separator = "\\" if os.name == "nt" else "/"
        script = (HERE / "setup.nsi").read_text("utf-8").replace("${WORK}\\", f"{work}{separator}")
        _write(work / "setup.nsi", script)
        defines = {"OUTPUT": output.resolve(), "VERSION": _version(), "LICENCE": ROOT / "LICENSE"}
        arguments = [f"-D{name}={value}" for name, value in defines.items()]
        subprocess.run(["makensis", "-V2", "-WX", *arguments, work / "setup.nsi"], check=True)
    return output


def _version() -> str:
    text = (ROOT / "redactor" / "__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "(\d+\.\d+\.\d+)', text)
    if found is None:
        raise ValueError("the version has no three numbers")
    return found[1]


def _tree(payload: Path) -> Iterator[tuple[str, list[str]]]:
    """Folders (relative, with ``/``) and the files in each, in a fixed order, outer ones first."""
    folders = [payload, *sorted(p for p in payload.rglob("*") if p.is_dir())]
    for folder in folders:
        relative = folder.relative_to(payload).as_posix()
        yield "" if relative == "." else relative, sorted(p.name for p in folder.iterdir() if p.is_file())


def _quoted(text: str) -> str:
    """A string of NSIS; ``$`` stays, since ours begin with variables of its own."""
    return "'" + text + "'" if '"' in text else f'"{text}"'


def _write(path: Path, text: str) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())  # the mark tells makensis that it is UTF-8


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("payload", type=Path)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    print(build(arguments.payload, arguments.output))


if __name__ == "__main__":
    main()
