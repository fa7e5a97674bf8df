"""Above everything: open, policy, undo, ways of looking, zoom, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from redactor.jobs import JobState
from ui import texts
from ui.commands import Commands
from ui.icons import icon
from ui.review import FileReview
from ui.theme import Colours

_ZOOM_CHOICES = (50, 75, 100, 125, 150, 200, 300, 400)


class TopBar(QWidget):
    """``policy_chosen``: a shipped policy's name or the path of the user's own; ``zoom_chosen``: 1.0 is paper size."""

    policy_chosen = Signal(str)
    zoom_chosen = Signal(float)

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._commands = commands
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 6, 12, 6)
        self._row.setSpacing(3)
        self._button("open", with_text=True)
        self._row.addSpacing(8)
        self.profile = QComboBox()
        self.profile.setMinimumWidth(130)
        self.profile.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.profile.activated.connect(lambda _: self.policy_chosen.emit(str(self.profile.currentData())))
        self._row.addWidget(self.profile)
        for group in (("undo", "redo"), ("draw", "search", "preview", "split"), ("zoom_out",)):
            self._row.addSpacing(8)
            for key in group:
                self._button(key)
        self.zoom_box = QComboBox()
        for percent in _ZOOM_CHOICES:
            self.zoom_box.addItem(f"{percent} %", percent / 100)
        self.zoom_box.setPlaceholderText("100 %")
        self.zoom_box.activated.connect(lambda _: self.zoom_chosen.emit(float(self.zoom_box.currentData())))
        self._row.addWidget(self.zoom_box)
        for key in ("zoom_in", "fit"):
            self._button(key)
        self._row.addStretch(1)
        self.export_button = QPushButton()
        self.export_button.setProperty("primary", True)
        self.export_button.clicked.connect(commands["export"].trigger)
        self._row.addWidget(self.export_button)

    def _button(self, key: str, *, with_text: bool = False) -> None:
        tool = QToolButton()
        tool.setDefaultAction(self._commands[key])
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        tool.setToolButtonStyle(beside if with_text else alone)
        self._buttons.append(tool)
        self._row.addWidget(tool)

    def show_zoom(self, zoom: float) -> None:
        """The zoom in use, whether it is among the choices or not."""
        self.zoom_box.setPlaceholderText(f"{round(zoom * 100)} %")
        self.zoom_box.setCurrentIndex(self.zoom_box.findData(round(zoom, 2)))

    def show_policy(self, name: str) -> None:
        """The policies to choose from, the one in use chosen."""
        name = name or "mac-dinh"
        self.profile.clear()
        self.profile.addItem(texts.PROFILE_DEFAULT(), "mac-dinh")
        self.profile.addItem(texts.PROFILE_STRICT(), "nghiem-ngat")
        if self.profile.findData(name) < 0:
            self.profile.addItem(texts.PROFILE_OWN(), name)
        self.profile.setCurrentIndex(self.profile.findData(name))

    def tell_export(self, file: FileReview | None) -> None:
        """Whether there is something to export, and what stands in the way."""
        working = file is not None and file.state in (JobState.EXPORTING, JobState.EXPORT_WAITING)
        enabled = file is not None and file.scan is not None and not working
        self.export_button.setEnabled(enabled)
        self._commands["export"].setEnabled(enabled)
        if file is None or file.scan is None:
            self.export_button.setToolTip(texts.EXPORT_NOTHING())
            return
        blocked = []
        if file.open_findings:
            blocked.append(texts.CHECK_OPEN(n=file.open_findings))
        if file.open_gaps:
            blocked.append(texts.CHECK_GAPS(n=file.open_gaps))
        why = "; ".join(blocked)
        self.export_button.setToolTip(texts.EXPORT_BLOCKED(why=why) if why else texts.EXPORT_READY())

    def set_theme(self, colours: Colours, icon_side: int) -> None:
        """Colours, and icons of this side in logical pixels."""
        self.export_button.setIcon(icon("export", colours.on_accent, colours.muted))
        for button in (*self._buttons, self.export_button):
            button.setIconSize(QSize(icon_side, icon_side))

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.export_button.setText(texts.EXPORT())
        self.zoom_box.setAccessibleName(texts.ZOOM())
        self.profile.setAccessibleName(texts.PROFILE())
        self.profile.setToolTip(texts.PROFILE())
