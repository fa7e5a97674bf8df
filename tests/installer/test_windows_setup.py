"""The Windows setup, made on this machine and run under 64-bit Wine, with a stand-in for the frozen program."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from installer.windows.build import build, files_script, menu_script
from redactor.formats import SUPPORTED_SUFFIXES

HERE = Path(__file__).resolve().parent
LAUNCHER_SOURCE = HERE.parent.parent / "installer" / "windows"
WINE = next((p for p in ("/usr/lib/wine/wine64", shutil.which("wine64") or "") if p and Path(p).exists()), "")
TOOLS = all(shutil.which(tool) for tool in ("makensis", "x86_64-w64-mingw32-gcc"))
CLASSES = "HKCU\\Software\\Classes"

needs_tools = pytest.mark.skipif(not TOOLS, reason="needs nsis and gcc-mingw-w64-x86-64")
needs_wine = pytest.mark.skipif(not (TOOLS and WINE), reason="needs nsis, gcc-mingw-w64-x86-64 and wine64")


def test_menu_script_names_every_type_and_removes_what_it_writes() -> None:
    script = menu_script()
    written = set(re.findall(r'WriteRegStr HKCU "(Software\\Classes\\[^"]+?\\CheDuLieu\.Menu)', script))
    removed = set(re.findall(r'DeleteRegKey HKCU "([^"]+)"', script))
    assert written == removed
    assert len(written) == len(SUPPORTED_SUFFIXES) + 2
    made = set(re.findall(r'CreateShortCut "([^"]+)"', script))
    assert made == set(re.findall(r'Delete "([^"]+)"', script))
    assert len(made) == 3


def test_files_script_takes_away_exactly_what_it_puts_there(tmp_path: Path) -> None:
    for name in ("a.exe", "_internal/b.dll", "_internal/Qt/c d.dll"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    script = files_script(tmp_path)
    assert script.count("  File ") == script.count("  Delete ") == 3
    assert 'Delete "$INSTDIR\\_internal\\Qt\\c d.dll"' in script
    lines = [line for line in script.splitlines() if "RMDir" in line]
    assert lines == ['  RMDir "$INSTDIR\\_internal\\Qt"', '  RMDir "$INSTDIR\\_internal"']
    assert "/r" not in script


@pytest.fixture(scope="module")
def setup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("setup")
    payload = root / "payload"
    (payload / "_internal").mkdir(parents=True)
    (payload / "_internal" / "data.txt").write_text("x")
    command = ["x86_64-w64-mingw32-gcc", "-Os", "-s", "-municode", "-mwindows", f"-I{LAUNCHER_SOURCE}"]
    window = [*command, "-o", payload / "redactor-ui.exe", HERE / "fake_window.c", "-lbcrypt", "-lshlwapi"]
    subprocess.run(window, check=True)
    return build(payload, root / "che-du-lieu-0.exe")


@needs_tools
@pytest.mark.slow
def test_setup_compiles_without_warnings(setup: Path) -> None:
    assert setup.stat().st_size > 10_000


@pytest.fixture(scope="module")
def wine(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., subprocess.CompletedProcess[bytes]]]:
    root = tmp_path_factory.mktemp("wine")
    environment = {
        **{k: v for k, v in os.environ.items() if k != "DISPLAY"},
        "WINEPREFIX": str(root / "prefix"),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",
        "CDL_HEARD": f"Z:{root}\\heard.txt".replace("/", "\\"),
    }

    started: list[subprocess.Popen[bytes]] = []

    def run(*command: object, wait: bool = True) -> subprocess.CompletedProcess[bytes]:
        arguments = [WINE, *map(str, command)]
        if not wait:
            quiet = subprocess.DEVNULL
            started.append(subprocess.Popen(arguments, env=environment, stdout=quiet, stderr=quiet))
            return subprocess.CompletedProcess(arguments, 0)
        return subprocess.run(arguments, env=environment, capture_output=True, timeout=180, check=False)

    run("wineboot", "-i")
    run.root = root  # type: ignore[attr-defined]
    yield run
    run("wineboot", "-k")
    for process in started:
        process.wait(30)


def exported(wine: Callable[..., subprocess.CompletedProcess[bytes]], key: str) -> str:
    """A part of the registry as text; "" if there is no such key."""
    target: Path = wine.root / "out.reg"  # type: ignore[attr-defined]
    target.unlink(missing_ok=True)
    wine("reg", "export", key, f"Z:{target}".replace("/", "\\"), "/y")
    return target.read_text("utf-16") if target.exists() else ""


@needs_wine
@pytest.mark.slow
def test_installed_used_and_removed(
    setup: Path, wine: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    root: Path = wine.root  # type: ignore[attr-defined]
    assert exported(wine, f"{CLASSES}\\Directory\\shell\\CheDuLieu.Menu") == ""
    wine("reg", "add", "HKCU\\Software\\Wine", "/v", "Version", "/d", "win7", "/f")
    assert wine(setup, "/S").returncode == 2  # refused in silence: too old
    wine("reg", "add", "HKCU\\Software\\Wine", "/v", "Version", "/d", "win10", "/f")
    for _ in range(2):  # installing over an installation is an update
        assert wine(setup, "/S").returncode == 0
    prefix = root / "prefix" / "drive_c" / "users"
    program = next(prefix.glob("*/AppData/Local/Programs/CheDuLieu"))
    assert (program / "_internal" / "data.txt").exists()
    text = exported(wine, f"{CLASSES}\\SystemFileAssociations\\.pdf\\shell\\CheDuLieu.Menu")
    assert '"MUIVerb"="Che Dữ Liệu"' in text
    assert '"MUIVerb"="Xem rồi che"' in text
    assert 'che-du-lieu-send.exe\\" --mode redact \\"%1\\""' in text
    assert "Che Dữ Liệu" in exported(
        wine, "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\CheDuLieu"
    )
    assert len(list(prefix.glob("*/AppData/Roaming/Microsoft/Windows/SendTo/Che Dữ Liệu*.lnk"))) == 3

    # Twenty files marked in Explorer are twenty starts of the stored command.
    launcher = program / "che-du-lieu-send.exe"
    names = [f"C:\\Hồ sơ\\Đơn số {n:02} & co.pdf" for n in range(20)]
    for name in names:
        wine(launcher, "--mode", "redact", name, wait=False)
    heard = root / "heard.txt"
    until = time.monotonic() + 60
    while not heard.exists() or heard.read_text("utf-8").count("\n") < len(names):
        assert time.monotonic() < until, heard.read_text("utf-8") if heard.exists() else "nothing heard"
        time.sleep(0.1)
    lines = heard.read_text("utf-8").splitlines()
    started = [line for line in lines if line.startswith("started")]
    told = [json.loads(line) for line in lines if not line.startswith("started")]
    assert len(started) == 1
    assert {t["mode"] for t in told} == {"redact"}
    got = [f for t in told for f in t["files"]]
    assert sorted([*got, *(n for n in names if n in started[0])]) == names

    wine(launcher, "--mode", "quit")
    time.sleep(1)
    wine(program / "uninstall.exe", "/S")
    until = time.monotonic() + 30
    while program.exists():  # the uninstaller goes on in the background
        assert time.monotonic() < until, list(program.rglob("*"))
        time.sleep(0.2)
    for key in (
        "Directory",
        "Directory\\Background",
        *(f"SystemFileAssociations\\{s}" for s in SUPPORTED_SUFFIXES),
    ):
        assert exported(wine, f"{CLASSES}\\{key}\\shell\\CheDuLieu.Menu") == ""
    assert exported(wine, "HKCU\\Software\\CheDuLieu") == ""
    assert not list(prefix.glob("*/AppData/Roaming/Microsoft/Windows/SendTo/Che Dữ Liệu*.lnk"))


if sys.platform == "win32":  # the setup runs for real there; this file is about Wine
    pytestmark = pytest.mark.skip(reason="Wine's job")
