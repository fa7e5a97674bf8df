"""Set up Che Dữ Liệu on a fresh machine and run it: the README's two commands.

``demo``   makes a virtual environment, installs the locked packages and redacts the sample files.
``test``   the same, with the developers' packages and the system libraries Qt needs, then runs all tests.

Needs Python 3.11 or newer and nothing else; on Debian and Ubuntu it installs missing system packages when it may
(root or password-less sudo) and otherwise says which command to run.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OUT = ROOT / "out"

# What offscreen Qt, its tests under a virtual screen and the independent checkers of the tests need.
SYSTEM_PACKAGES = {
    "demo": ["python3-venv"],
    "test": [
        "python3-venv", "libgl1", "libegl1", "libdbus-1-3", "libglib2.0-0", "libxkbcommon0", "libfontconfig1",
        "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
        "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1", "xvfb", "xauth", "xdotool", "openbox", "imagemagick",
        "fonts-noto-core", "fonts-dejavu-core", "fontconfig", "poppler-utils", "qpdf",
    ],
}  # fmt: skip


def main() -> int:
    """Parse the one argument and do it."""
    parser = argparse.ArgumentParser(description="Set up and run Che Dữ Liệu.")
    parser.add_argument("what", choices=["demo", "test"])
    what = parser.parse_args().what
    if sys.version_info < (3, 11):
        print("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
        return 2
    install_system_packages(SYSTEM_PACKAGES[what])
    python = make_environment(developer=what == "test")
    return run_demo(python) if what == "demo" else run_tests(python)


def install_system_packages(packages: list[str]) -> None:
    """Install what is missing on Debian and Ubuntu; elsewhere there is nothing to do."""
    if shutil.which("dpkg-query") is None:
        return
    missing = [p for p in packages if not is_installed(p)]
    if not missing:
        return
    prefix = privilege()
    if prefix is None:
        print("Some system packages are missing. Please run:\n  sudo apt-get install " + " ".join(missing))
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False, env=environment)
    command = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def is_installed(package: str) -> bool:
    """Whether a Debian package is there, under its own name or its time64 successor's."""
    for name in (package, f"{package}t64"):
        query = subprocess.run(
            ["dpkg-query", "-W", "-f=${Status}", name], capture_output=True, text=True, check=False
        )
        if "install ok installed" in query.stdout:
            return True
    return False


def privilege() -> list[str] | None:
    """How to become root without asking anyone: already, by sudo, or not at all."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo"]
    return None


def make_environment(*, developer: bool) -> Path:
    """The virtual environment with the locked packages; made again only when the lock changed."""
    scripts = VENV / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    lock = ROOT / ("requirements-dev.lock" if developer else "requirements.lock")
    stamp = VENV / f".installed-{lock.stem}"
    wanted = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    print("Setting up .venv (a few minutes the first time) …", flush=True)
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)
    stamp.write_text(wanted)
    return python


def run_demo(python: Path) -> int:
    """Redact the samples into ``out/`` and say where everything is."""
    samples = sorted(p for p in (ROOT / "samples").iterdir() if p.suffix in (".pdf", ".xlsx", ".csv"))
    command = [
        str(python),
        "-m",
        "redactor",
        "redact",
        *map(str, samples),
        "--output-dir",
        str(OUT),
        "--overwrite",
    ]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    print(f"\nBản đã che và biên bản (.ban-ghi.json): {OUT}")
    return code


def run_tests(python: Path) -> int:
    """Linters, types, layers, then all tests."""
    steps = [
        [str(python), "-m", "ruff", "check", "."],
        [str(python), "-m", "ruff", "format", "--check", "."],
        [str(python), "-m", "mypy"],
        [str(python.with_name("lint-imports" + python.suffix))],
        [str(python), "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile"],
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    failed = []
    for step in steps:
        print("\n$ " + " ".join(Path(step[0]).name if i == 0 else s for i, s in enumerate(step)), flush=True)
        if subprocess.run(step, cwd=ROOT, env=environment, check=False).returncode != 0:
            failed.append(" ".join(step[1:3]) or Path(step[0]).name)
    if failed:
        print("\nFailed: " + "; ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
