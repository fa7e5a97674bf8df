"""The policy as a dialog, made from the policy's own fields: what it can say, this can set."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from recognizers.entities import EntityType
from redactor.policy import Output, Policy, Thresholds, TypeRule
from ui import texts
from ui.dialog_size import fit
from ui.policy_words import CHOICES, FIELDS, choice_word
from ui.wording import type_name

_DEFAULT = "\0default"


class SettingsDialog(QDialog):
    """``chosen`` carries the new ``Policy``."""

    chosen = Signal(object)

    def __init__(self, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self._fields: dict[tuple[str, str], QWidget] = {}
        self._types: dict[EntityType, QComboBox] = {}
        self.setWindowTitle(texts.SETTINGS_TITLE())
        fit(self, 92, 38)
        tabs = QTabWidget(self)
        tabs.addTab(
            self._page("thresholds", Thresholds, policy.thresholds, self._general()), texts.TAB_POLICY()
        )
        tabs.addTab(self._type_page(), texts.TAB_TYPES())
        tabs.addTab(self._page("output", Output, policy.output), texts.TAB_OUTPUT())
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs, 1)
        layout.addWidget(buttons)

    def _general(self) -> list[tuple[str, str, Any]]:
        """The policy's own fields that are a choice."""
        rows = []
        for name, info in Policy.model_fields.items():
            if name in FIELDS and _choices(info.annotation):
                rows.append(("", name, info.annotation))
        return rows

    def _page(
        self, section: str, kind: type, value: Any, before: list[tuple[str, str, Any]] | None = None
    ) -> QWidget:
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(18, 18, 18, 18)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for _, name, annotation in before or []:
            self._row(form, "", name, annotation, getattr(self._policy, name))
        for name, info in kind.model_fields.items():  # type: ignore[attr-defined]
            self._row(form, section, name, info.annotation, getattr(value, name))
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        return area

    def _row(self, form: QFormLayout, section: str, name: str, annotation: Any, value: Any) -> None:
        widget = _editor(name, annotation, value)
        words = FIELDS[name]()
        widget.setAccessibleName(words)
        self._fields[section, name] = widget
        if isinstance(widget, QCheckBox):
            widget.setText(words)
            form.addRow(widget)
        else:
            form.addRow(words, widget)

    def _type_page(self) -> QWidget:
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(18, 18, 18, 18)
        form.setHorizontalSpacing(16)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for kind in sorted(EntityType, key=lambda k: type_name(k).lower()):
            box = QComboBox()
            box.addItem(choice_word("rule_default"), _DEFAULT)
            for verb in ("hide", "must", "ask", "keep"):
                box.addItem(choice_word(verb), verb)
            rule = self._policy.types.get(kind)
            box.setCurrentIndex(box.findData(rule.action if rule is not None else _DEFAULT))
            box.setAccessibleName(type_name(kind))
            self._types[kind] = box
            form.addRow(type_name(kind), box)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        return area

    def _take(self) -> None:
        """The policy as the fields say; the engine's own checks have the last word."""
        data = self._policy.model_dump()
        for (section, name), widget in self._fields.items():
            target = data[section] if section else data
            target[name] = _value(widget)
        kept: dict[EntityType, Any] = {}
        for kind, box in self._types.items():
            if box.currentData() == _DEFAULT:
                continue
            old = self._policy.types.get(kind) or TypeRule()
            kept[kind] = old.model_copy(update={"action": box.currentData()}).model_dump()
        data["types"] = kept
        self.chosen.emit(Policy.model_validate(data))
        self.accept()


def _choices(annotation: Any) -> list[str | None]:
    """The words of a literal type, through unions."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    found: list[str | None] = []
    for part in get_args(annotation):
        found += [None] if part is type(None) else _choices(part)
    return found


def _editor(name: str, annotation: Any, value: Any) -> QWidget:
    choices = _choices(annotation)
    if choices:
        box = QComboBox()
        for choice in choices:
            box.addItem(choice_word(CHOICES.get((name, choice), choice or "rule_default")), choice)
        box.setCurrentIndex(box.findData(value))
        return box
    if annotation is bool:
        tick = QCheckBox()
        tick.setChecked(bool(value))
        return tick
    if annotation is float:
        spin = QDoubleSpinBox()
        spin.setRange(0.0, 1.0)
        spin.setSingleStep(0.05)
        spin.setValue(float(value))
        return spin
    return QLineEdit(str(value))


def _value(widget: QWidget) -> Any:
    if isinstance(widget, QComboBox):
        return widget.currentData()
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QDoubleSpinBox):
        return round(widget.value(), 3)
    assert isinstance(widget, QLineEdit)
    return widget.text()
