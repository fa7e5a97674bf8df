"""Colours, spacing and the style sheet: light, dark and high contrast, one accent.

Marks on a page keep their colours in every theme, since paper stays white. Contrasts of text on its ground are at
least 4.5 : 1 (WCAG 2.2, 1.4.3); a test measures them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

_RESOURCES = Path(__file__).resolve().parent / "resources"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme, as ``#rrggbb``."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    accent_soft: str
    hover: str
    danger: str
    warning: str
    success: str
    unread: str
    kept: str
    manual: str
    canvas: str


LIGHT = Colours(
    window="#f5f6f8",
    surface="#ffffff",
    raised="#fbfcfd",
    text="#1c2127",
    muted="#5a6470",
    border="#d8dde3",
    accent="#0b6470",
    on_accent="#ffffff",
    accent_soft="#dcecee",
    hover="#edf1f4",
    danger="#b3261e",
    warning="#8a5300",
    success="#1b6e3c",
    unread="#6a2c91",
    kept="#5f6973",
    manual="#1557a8",
    canvas="#e3e7eb",
)
DARK = Colours(
    window="#1a1d21",
    surface="#22262b",
    raised="#282d33",
    text="#e9ecef",
    muted="#a6b0ba",
    border="#3b424a",
    accent="#56b8c4",
    on_accent="#0a2226",
    accent_soft="#1f3f45",
    hover="#2e343b",
    danger="#ff8a80",
    warning="#f2b75c",
    success="#7fd09b",
    unread="#cfa0ec",
    kept="#a9b2bb",
    manual="#8ab8f5",
    canvas="#121417",
)
CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    raised="#000000",
    text="#ffffff",
    muted="#ffffff",
    border="#ffffff",
    accent="#ffd400",
    on_accent="#000000",
    accent_soft="#333300",
    hover="#2a2a2a",
    danger="#ff9d94",
    warning="#ffc14d",
    success="#7dff9c",
    unread="#e3b5ff",
    kept="#d0d0d0",
    manual="#9cc8ff",
    canvas="#000000",
)
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class MarkColours:
    """Marks on white paper."""

    sure: str = "#c01f1f"
    check: str = "#a85d00"
    hide: str = "#1c2127"
    keep: str = "#6f7982"
    manual: str = "#1557a8"
    unread: str = "#6a1b9a"
    focus: str = "#0b6470"
    selection: str = "#2f8fd6"


MARKS = MarkColours()


def system_theme() -> str:
    """``dark`` if the desktop is dark, ``contrast`` if it asks for more contrast, else ``light``."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None:
        preference = accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def palette(c: Colours) -> QPalette:
    """The palette that widgets without a style rule use."""
    p = QPalette()
    roles = {
        QPalette.ColorRole.Window: c.window,
        QPalette.ColorRole.WindowText: c.text,
        QPalette.ColorRole.Base: c.surface,
        QPalette.ColorRole.AlternateBase: c.raised,
        QPalette.ColorRole.Text: c.text,
        QPalette.ColorRole.Button: c.surface,
        QPalette.ColorRole.ButtonText: c.text,
        QPalette.ColorRole.ToolTipBase: c.raised,
        QPalette.ColorRole.ToolTipText: c.text,
        QPalette.ColorRole.PlaceholderText: c.muted,
        QPalette.ColorRole.Highlight: c.accent_soft,
        QPalette.ColorRole.HighlightedText: c.text,
        QPalette.ColorRole.Link: c.accent,
        QPalette.ColorRole.Mid: c.border,
        QPalette.ColorRole.Light: c.raised,
        QPalette.ColorRole.Dark: c.border,
        QPalette.ColorRole.Accent: c.accent,
    }
    for role, colour in roles.items():
        p.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        p.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.muted))
    return p


_SHEET = """
QWidget { color: @text; }
QMainWindow, QDialog, #page { background: @window; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 5px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenuBar { background: @surface; border-bottom: 1px solid @border; padding: 1px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @accent_soft; }
QMenu { background: @surface; border: 1px solid @border; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 22px; border-radius: 4px; }
QMenu::item:selected { background: @accent_soft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 5px 8px; }
#topBar { background: @surface; border-bottom: 1px solid @border; }
#panel { background: @surface; }
#decisionBar { background: @surface; border-top: 1px solid @border; }
QStatusBar { background: @surface; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; padding: 1px 9px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:checked { background: @accent_soft; border-color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 6px 14px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @accent_soft; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { color: @muted; background: @window; }
QPushButton[primary="true"] { background: @accent; color: @on_accent; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @border; color: @muted; border-color: @border; }
QPushButton[quiet="true"] { border-color: transparent; background: transparent; color: @accent; }
QPushButton[quiet="true"]:hover { background: @hover; }
QPushButton[quiet="true"]:focus { border-color: @accent; }
QPushButton[chip="true"] { border-radius: 11px; padding: 2px 10px; min-height: 16px; }
QPushButton[chip="true"]:checked { background: @accent_soft; border-color: @accent; }
QPushButton[chip="true"]:!checked { color: @muted; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit, QTextBrowser {
  background: @surface; border: 1px solid @border; border-radius: 6px; padding: 4px 8px;
  selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus { border-color: @accent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 20px; border: none; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(@up); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(@arrow); width: 10px; height: 10px; }
QAbstractSpinBox QLineEdit { border: none; padding: 0 6px; background: transparent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(@arrow); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; selection-background-color: @accent_soft;
  selection-color: @text; padding: 4px; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; font-size: @base; }
QTabBar::tab { padding: 8px 9px; border: none; border-bottom: 2px solid transparent; color: @muted;
  background: transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:hover { color: @text; }
QTabBar:focus { border: 1px dotted @accent; }
QAbstractItemView { background: @surface; border: none; outline: none; alternate-background-color: @raised; }
QTreeView::item, QListView::item { padding: 2px 0; border: 1px solid transparent; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected { background: @accent_soft; color: @text; }
QTreeView::item:focus, QListView::item:focus { border: 1px solid @accent; }
QHeaderView { background: @surface; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
  padding: 4px 8px; }
QTableView { gridline-color: @border; }
QTableView QTableCornerButton::section { background: @surface; border: none; border-bottom: 1px solid @border; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; width: 0;
  height: 0; }
QProgressBar { background: @border; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: @side; height: @side; border: 1px solid @muted; border-radius: 4px;
  background: @surface; }
QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(@tick); }
QCheckBox:focus { color: @accent; }
QCheckBox::indicator:focus { border: 2px solid @accent; }
QGroupBox { border: 1px solid @border; border-radius: 8px; margin-top: 1.2em; padding: 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; color: @muted; }
QLabel[muted="true"] { color: @muted; }
QLabel[heading="true"] { font-size: @heading; font-weight: 600; }
QLabel[title="true"] { font-size: @title; font-weight: 600; }
QLabel[danger="true"] { color: @danger; }
QLabel[warning="true"] { color: @warning; }
QLabel[success="true"] { color: @success; }
#frozenEdge { background: @muted; border: none; }
#card { background: @surface; border: 1px solid @border; border-radius: 10px; }
#dropZone { border: 2px dashed @border; border-radius: 14px; background: @surface; }
#dropZone[active="true"] { border-color: @accent; background: @accent_soft; }
"""


def style_sheet(c: Colours, base_points: float) -> str:
    """The style sheet of a theme; headings follow the base font size."""
    sheet = _SHEET.replace("@heading", f"{base_points * 1.2:.1f}pt").replace(
        "@title", f"{base_points * 1.7:.1f}pt"
    )
    sheet = sheet.replace("@base", f"{base_points:.1f}pt")
    arrow = _RESOURCES / f"arrow-{'dark' if c is LIGHT else 'light'}.svg"
    tick = _RESOURCES / f"tick-{'light' if c is LIGHT else 'dark'}.svg"
    sheet = sheet.replace("@up", arrow.with_name(arrow.name.replace("arrow", "up")).as_posix())
    sheet = sheet.replace("@arrow", arrow.as_posix()).replace("@tick", tick.as_posix())
    sheet = sheet.replace("@side", f"{round(base_points * 1.5)}px")
    # Longest names first: "@accent_soft" begins with "@accent".
    for name in sorted((f.name for f in fields(c)), key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", getattr(c, name))
    return sheet
