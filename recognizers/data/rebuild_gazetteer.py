"""Rebuild ``places.txt`` from the PyPI package vietnamadminunits (MIT): names of provinces, districts and communes.

Usage: ``python recognizers/data/rebuild_gazetteer.py vietnamadminunits-1.0.4-py3-none-any.whl [date]``
(``pip download --no-deps vietnamadminunits`` fetches the wheel).

Only the names are taken, not codes or coordinates: they are facts of the administrative map. What changed after the
package's cut-off (August 2025) is a matter of unit *types*: Đồng Nai, Quảng Ninh and Bắc Ninh became cities in 2026
(Resolutions 30, 36 and 39/2026/QH16), and a name is matched with either type word, so the list needs no change.
"""

from __future__ import annotations

import datetime
import re
import sqlite3
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

_QUERIES = {
    "province": (
        "SELECT DISTINCT provinceShort FROM admin_units_legacy",
        "SELECT DISTINCT provinceShort FROM admin_units",
    ),
    "district": ("SELECT DISTINCT districtShort FROM admin_units_legacy",),
    "ward": (
        "SELECT DISTINCT wardShort FROM admin_units_legacy",
        "SELECT DISTINCT wardShort FROM admin_units",
    ),
}
_MEMBER = "vietnamadminunits/data/dataset.db"


def _clean(name: str) -> str:
    """Return a name as it is looked up: NFC, lower case, apostrophes and hyphens as single spaces."""
    name = unicodedata.normalize("NFC", name).lower()
    name = re.sub(r"['’`\-–]", " ", name)
    return " ".join(name.split())


def rebuild(wheel: Path, day: str) -> str:
    """Return the text of ``places.txt``."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as archive:
            archive.extract(_MEMBER, folder)
        base = sqlite3.connect(Path(folder) / _MEMBER)
        try:
            lines = [
                f"# {wheel.name} (MIT), administrative units before and after 1 July 2025; rebuilt {day}"
            ]
            for level, queries in _QUERIES.items():
                names = {_clean(name) for query in queries for (name,) in base.execute(query) if name}
                names = {name for name in names if not name.isdigit()}
                lines.append(f"{level}={'|'.join(sorted(names))}")
        finally:
            base.close()
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    today = sys.argv[2] if len(sys.argv) > 2 else datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    target = Path(__file__).with_name("places.txt")
    target.write_text(rebuild(Path(sys.argv[1]), today), encoding="utf-8")
