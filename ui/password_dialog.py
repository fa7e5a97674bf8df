"""Asks for the password of one file. It is kept for this run only, never written down."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import texts


class PasswordDialog(QDialog):
    """``password`` is "" when the person skipped the file."""

    def __init__(self, name: str, *, wrong: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.password = ""
        self.setWindowTitle(texts.PASSWORD_TITLE())
        self.setMinimumWidth(420)
        question = QLabel(texts.PASSWORD_FOR(name=name), self)
        question.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(question.text())
        question.setBuddy(self.field)
        show = QCheckBox(texts.SHOW_PASSWORD(), self)
        show.toggled.connect(
            lambda on: self.field.setEchoMode(
                QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(question)
        if wrong:
            warning = QLabel(texts.PASSWORD_WRONG(), self)
            warning.setProperty("danger", True)
            warning.setWordWrap(True)
            layout.addWidget(warning)
        layout.addWidget(self.field)
        layout.addWidget(show)
        buttons = QDialogButtonBox(self)
        go = QPushButton(texts.PASSWORD_OPEN(), self)
        go.setProperty("primary", True)
        go.setDefault(True)
        go.setEnabled(False)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts.SKIP_FILE(), QDialogButtonBox.ButtonRole.RejectRole)
        self.field.textChanged.connect(lambda t: go.setEnabled(bool(t)))
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _take(self) -> None:
        self.password = self.field.text()
        self.field.clear()
        self.accept()
