"""What the window remembers: geometry, language, theme, text size, folders. Never a value, never a file.

Recent files are kept encrypted (``redactor.job_file``), since their names may name people.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

SCALES = (100, 115, 130, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class WatchPrefs:
    """The watched folder: where files arrive, where copies go, where finished sources go, and whether by itself."""

    folder: Path | None = None
    output: Path | None = None
    move_to: Path | None = None
    always: bool = False


class Prefs:
    """The user's own settings of the window; ``path`` only in tests."""

    def __init__(self, path: Path | None = None) -> None:
        path = path or user_config_path("che-du-lieu", appauthor=False) / "window.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str, allowed: tuple[str, ...] = ()) -> str:
        value = str(self._store.value(key, default))
        return value if not allowed or value in allowed else default

    @property
    def language(self) -> str:
        """``vi`` or ``en``; Vietnamese whatever the system speaks."""
        return self._text("language", "vi", ("vi", "en"))

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def theme(self) -> str:
        """``system``, ``light``, ``dark`` or ``contrast``."""
        return self._text("theme", "system", ("system", "light", "dark", "contrast"))

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def scale(self) -> int:
        """Text size in percent."""
        value = self._text("scale", "100")
        return int(value) if value.isdigit() and int(value) in SCALES else 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._store.setValue("scale", percent)

    @property
    def policy(self) -> str:
        """Name of a shipped policy or path of a policy file; "" for the default."""
        return self._text("policy", "")

    @policy.setter
    def policy(self, name: str) -> None:
        self._store.setValue("policy", name)

    def export_folder(self, policy: str) -> str:
        """Where copies went last under a policy; "" for beside the source."""
        return self._text(f"export_folder/{policy or 'mac-dinh'}", "")

    def set_export_folder(self, policy: str, folder: str) -> None:
        """Remember it."""
        self._store.setValue(f"export_folder/{policy or 'mac-dinh'}", folder)

    @property
    def watch(self) -> WatchPrefs:
        """The watched folder, whether it is watched now or not."""
        folders = (self._text(f"watch/{key}", "") for key in ("folder", "output", "move_to"))
        source, output, move_to = (Path(f) if f else None for f in folders)
        return WatchPrefs(source, output, move_to, self._text("watch/always", "no") == "yes")

    @watch.setter
    def watch(self, kept: WatchPrefs) -> None:
        for key, folder in (("folder", kept.folder), ("output", kept.output), ("move_to", kept.move_to)):
            self._store.setValue(f"watch/{key}", str(folder) if folder is not None else "")
        self._store.setValue("watch/always", "yes" if kept.always else "no")

    def state(self, key: str) -> QByteArray:
        """A widget's saved state, empty if there is none."""
        value = self._store.value(f"state/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, value: QByteArray) -> None:
        """Remember a widget's state."""
        self._store.setValue(f"state/{key}", value)

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()
