"""Gather the licence texts of everything that a package carries, from what is installed here.

    python installer/licences.py TARGET_FOLDER

Exits with 1 and names the packages whose text could not be found, so that no package ships without.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXT = re.compile(r"(^|[/\\])(licen[cs]e|copying|notice|authors)[^/\\]*$", re.IGNORECASE)


def needed(name: str, seen: set[str] | None = None) -> set[str]:
    """A package and all that it needs here, by their plain names."""
    seen = set() if seen is None else seen
    plain = re.sub(r"[-_.]+", "-", name).lower()
    if plain in seen:
        return seen
    try:
        requires = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return seen  # for another system or another Python
    seen.add(plain)
    for line in requires:
        if "extra ==" not in line:
            needed(re.split(r"[ ;<>=!~\[(]", line, maxsplit=1)[0], seen)
    return seen


def direct() -> list[str]:
    """What pyproject.toml names."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [re.split(r"[ ;<>=!~\[(]", line, maxsplit=1)[0] for line in project["dependencies"]]


def texts_of(name: str) -> list[tuple[str, bytes]]:
    """File name and content of a package's licence texts; its metadata's word where it ships no text."""
    distribution = metadata.distribution(name)
    found = [
        (
            str(file).replace("\\", "/").rsplit("/", 1)[-1],
            Path(str(distribution.locate_file(file))).read_bytes(),
        )
        for file in distribution.files or []
        if TEXT.search(str(file)) and Path(str(distribution.locate_file(file))).is_file()
    ]
    if found:
        return found
    said = distribution.metadata.get("License-Expression") or distribution.metadata.get("License") or ""
    said = said or ", ".join(c for c in distribution.metadata.get_all("Classifier") or [] if "License" in c)
    return [("LICENSE-as-declared.txt", said.encode())] if said else []


def gather(target: Path) -> list[str]:
    """Write all texts below ``target``; returns the names of packages without any."""
    names: set[str] = set()
    for name in direct():
        needed(name, names)
    missing = []
    for name in sorted(names):
        texts = texts_of(name)
        if not texts:
            missing.append(name)
        for number, (file, content) in enumerate(texts):
            path = target / name / (file if number == 0 else f"{number}-{file}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    own = target / "che-du-lieu"
    own.mkdir(parents=True, exist_ok=True)
    for path in (ROOT / "LICENSE", ROOT / "redactor" / "tessdata" / "NOTICE.md"):
        (own / path.name).write_bytes(path.read_bytes())
    return missing


if __name__ == "__main__":
    without = gather(Path(sys.argv[1]))
    if without:
        print("no licence text:", ", ".join(without), file=sys.stderr)
    sys.exit(1 if without else 0)
