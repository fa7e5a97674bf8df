"""Write the lock files again from pyproject.toml: exact versions with hashes, for every system and Python ≥ 3.11.

Needs ``uv`` on the path. No index address is written into the files.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = "hatchling\neditables\n"  # to install the project itself without fetching anything unlocked


def main() -> None:
    """One lock for running, one with the developers' tools on top."""
    for name, groups in (
        ("requirements.lock", []),
        ("requirements-dev.lock", ["--group", "dev", "--extra", "distributed"]),
    ):
        command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--quiet"]
        command += ["--python-version", "3.11", *groups, "pyproject.toml", "-", "-o", name]
        subprocess.run(command, cwd=ROOT, check=True, input=BUILD, text=True)


if __name__ == "__main__":
    main()
