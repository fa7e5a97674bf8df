"""The user's own words: hide always, keep always. One YAML file in the form of ``recognizers.custom_rules``."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_config_path


class OwnWords:
    """The lists as they stand in the file; ``path`` only in tests."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_config_path("che-du-lieu", appauthor=False) / "tu-rieng.yaml"

    def read(self) -> dict[str, list[str]]:
        """Both lists; empty if there is no file.

        Raises:
            OSError, yaml.YAMLError: the file cannot be read.
        """
        import yaml

        if not self.path.exists():
            return {"always_hide": [], "always_keep": []}
        data = yaml.safe_load(self.path.read_text("utf-8")) or {}
        return {k: [str(w) for w in data.get(k) or []] for k in ("always_hide", "always_keep")}

    def add(self, word: str, *, hide: bool) -> bool:
        """Put a word on one list and take it off the other; True if it stood there."""
        import yaml

        lists = self.read()
        wanted, other = ("always_hide", "always_keep") if hide else ("always_keep", "always_hide")
        moved = word in lists[other]
        lists[other] = [w for w in lists[other] if w != word]
        if word not in lists[wanted]:
            lists[wanted].append(word)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".new")
        # The words are the user's own and may name people: for the user's eyes only.
        handle = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            yaml.safe_dump({k: v for k, v in lists.items() if v}, stream, allow_unicode=True, sort_keys=False)
        draft.replace(self.path)
        return moved
