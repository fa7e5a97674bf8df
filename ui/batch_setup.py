"""What a folder's run needs to know before it starts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import folder_texts
from ui.folder_field import FolderField, beside

if TYPE_CHECKING:
    from redactor.batch import BatchOptions
    from redactor.policy import Policy


class BatchSetup(QWidget):
    """``started`` when the person pressed the button and both folders are named."""

    started = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self._suffix = "_da-che"
        self._own_output = False
        self.folder, self.output = FolderField(self), FolderField(self)
        self.folder.changed.connect(self._follow)
        self.output.field.textEdited.connect(lambda _: self._output_typed())
        self.output.button.clicked.connect(lambda: self._output_typed())
        self.ask = QCheckBox(self)
        self.ask.setChecked(True)
        self.low = QCheckBox(self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._policy_name = QLabel(self)
        self._labels = [QLabel(self) for _ in range(4)]
        self.go = QPushButton(self)
        self.go.setProperty("primary", True)
        self.go.clicked.connect(self.started)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields = (self.folder, self.output, self._policy_name, self.password)
        for label, field in zip(self._labels, fields, strict=True):
            form.addRow(label, field)
            label.setBuddy(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._lead)
        layout.addLayout(form)
        layout.addWidget(self.ask)
        layout.addWidget(self.low)
        layout.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.retranslate()
        self._follow()

    def _output_typed(self) -> None:
        self._own_output = True
        self._tell()

    def _follow(self) -> None:
        """Copies go beside the folder, until someone names another place for them."""
        folder = self.folder.folder
        if folder is not None and not self._own_output:
            self.output.set_folder(beside(folder, self._suffix))
        self._tell()

    def _tell(self) -> None:
        self.go.setEnabled(self.folder.folder is not None and self.output.folder is not None)

    def show_policy(self, policy: Policy, name: str) -> None:
        """The policy that will decide, by the name it has in the top bar."""
        self._suffix = policy.output.suffix
        self._policy_name.setText(name)

    def options(self, policy: Policy) -> BatchOptions:
        """What was asked for."""
        from redactor.batch import BatchOptions

        folder, output = self.folder.folder, self.output.folder
        assert isinstance(folder, Path)
        assert isinstance(output, Path)
        return BatchOptions(
            folder,
            output,
            policy,
            attended=self.ask.isChecked(),
            low_priority=self.low.isChecked(),
            password=self.password.text(),
        )

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._lead.setText(folder_texts.BATCH_LEAD())
        names = (
            folder_texts.BATCH_FOLDER(),
            folder_texts.BATCH_OUTPUT(),
            folder_texts.BATCH_POLICY(),
            folder_texts.BATCH_PASSWORD(),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self.folder.retranslate(folder_texts.BATCH_FOLDER())
        self.output.retranslate(folder_texts.BATCH_OUTPUT())
        self.password.setAccessibleName(folder_texts.BATCH_PASSWORD())
        self.ask.setText(folder_texts.BATCH_ASK())
        self.low.setText(folder_texts.BATCH_LOW())
        self.go.setText(folder_texts.BATCH_START())
