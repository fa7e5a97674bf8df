"""Under the page: the current finding in its sentence, why it was found, and what to do with it."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from recognizers.entities import EntityType
from redactor.model import Finding, PageArea
from ui import texts
from ui.flow_layout import FlowLayout
from ui.review import FileReview, Look, Ref, Session
from ui.theme import Colours
from ui.wording import confidence_word, look_word, place_words, reason_words, type_name

_AROUND = 70
_TYPE_CHARACTERS = 24


class DecisionBar(QWidget):
    """Signals: ``hide_clicked``, ``keep_clicked``, ``scope_clicked``; ``type_chosen`` with an ``EntityType``."""

    hide_clicked = Signal()
    keep_clicked = Signal()
    scope_clicked = Signal()
    type_chosen = Signal(object)

    def __init__(self, session: Session, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._colours = colours
        self._ref: Ref | None = None
        self._notice = ""
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._why = QLabel(self)
        self._why.setProperty("muted", True)
        self._why.setWordWrap(True)
        self._why.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._type = QComboBox(self)
        self._type.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._type.setMinimumContentsLength(_TYPE_CHARACTERS)
        self._type.activated.connect(lambda _: self.type_chosen.emit(self._type.currentData()))
        self.hide_button = QPushButton(self)
        self.hide_button.setProperty("primary", True)
        self.keep_button = QPushButton(self)
        self.scope_button = QPushButton(self)
        self.hide_button.clicked.connect(self.hide_clicked)
        self.keep_button.clicked.connect(self.keep_clicked)
        self.scope_button.clicked.connect(self.scope_clicked)
        buttons = FlowLayout()
        for widget in (self.hide_button, self.keep_button, self.scope_button, self._type):
            buttons.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 9, 16, 10)
        layout.setSpacing(5)
        layout.addWidget(self._sentence)
        layout.addWidget(self._why)
        layout.addLayout(buttons)
        self.retranslate()

    def show_finding(self, ref: Ref | None) -> None:
        """Show a finding, or the hint for none."""
        self._ref, self._notice = ref, ""
        self._refresh()

    def show_notice(self, text: str, *, can_hide: bool = False) -> None:
        """Show a sentence instead of a finding; ``can_hide`` when the hide button does something about it."""
        self._ref, self._notice = None, text
        self._refresh()
        self.hide_button.setVisible(can_hide)

    @property
    def ref(self) -> Ref | None:
        """The finding that is shown."""
        return self._ref

    def refresh(self) -> None:
        """A decision changed."""
        self._refresh()

    def _refresh(self) -> None:
        ref = self._ref
        file = self._session.files.get(ref.file) if ref is not None else None
        finding = file.findings.get(ref.finding) if file is not None and ref is not None else None
        for widget in (self._type, self.hide_button, self.keep_button, self.scope_button):
            widget.setVisible(finding is not None)
        if finding is None or file is None or ref is None:
            self._sentence.setText(html.escape(self._notice or texts.NOTHING_PICKED()))
            self._why.setVisible(False)
            self._why.clear()
            self._why.setToolTip("")
            self.setAccessibleDescription(self._notice)
            return
        self._sentence.setText(self._in_sentence(file, finding))
        same = sum(
            1 for f in self._session for x in f.findings.values() if x.group and x.group == finding.group
        )
        files = sum(any(x.group == finding.group for x in f.findings.values()) for f in self._session)
        look = file.look(finding.id)
        bits = [
            look_word(look)[:1].upper() + look_word(look)[1:],
            place_words(finding.places[0], None),
            confidence_word(finding.score),
            reason_words(finding),
        ]
        if look is Look.MUST:
            bits.append(texts.MUST_WHY())
        if same > 1:
            bits.append(texts.SAME_VALUES(n=same, files=files))
        self._why.setText(" · ".join(bits))
        self._why.setToolTip(self._why.text())
        self._why.setVisible(True)
        self._type.setCurrentIndex(self._type.findData(file.entity_type(finding.id)))
        self.hide_button.setEnabled(look is not Look.HIDE)
        must = look is Look.MUST
        self.keep_button.setEnabled(look is not Look.KEEP and not must)
        self.keep_button.setToolTip(texts.MUST_WHY() if must else "")
        if must:
            self.hide_button.setEnabled(False)
        self.setAccessibleDescription(self._why.text())

    def _in_sentence(self, file: FileReview, finding: Finding) -> str:
        """The value in the words around it, as rich text."""
        room = max(40, int(self.width() * 1.75 / max(1, self.fontMetrics().averageCharWidth())))
        before, value, after = context_of(file, finding, max(12, (room - len(finding.value)) // 2))
        c = self._colours
        style = f"background-color:{c.accent_soft}; font-weight:600"
        marked = f'<span style="{style}">&nbsp;{html.escape(value)}&nbsp;</span>'
        soft = f'<span style="color:{c.muted}">'
        return f"{soft}{html.escape(before)}</span>{marked}{soft}{html.escape(after)}</span>"

    def set_theme(self, colours: Colours) -> None:
        """Colours."""
        self._colours = colours
        self._refresh()

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.hide_button.setText(texts.HIDE())
        self.keep_button.setText(texts.KEEP())
        self.scope_button.setText(texts.SCOPE())
        self._type.setAccessibleName(texts.TYPE_OF())
        self._type.setToolTip(texts.TYPE_OF())
        current = self._type.currentData()
        self._type.clear()
        for kind in sorted(EntityType, key=lambda k: type_name(k).lower()):
            self._type.addItem(type_name(kind), kind)
        self._type.setCurrentIndex(self._type.findData(current))
        self._refresh()


def context_of(file: FileReview, finding: Finding, around: int = _AROUND) -> tuple[str, str, str]:
    """At most ``around`` characters before, the value, and as many after, from the page's text; on one line."""
    value = " ".join(finding.value.split()) or place_words(finding.places[0], None)
    place = finding.places[0]
    if not isinstance(place, PageArea) or not place.rects or not finding.value:
        return "", value, ""
    first = place.rects[0]
    for words in file.words.get(place.page, []):
        at = -1
        while (at := words.text.find(finding.value, at + 1)) >= 0:
            box = words.box(at)
            if box is None or abs(box[0] - first.x0) > 3 or abs(box[1] - first.y0) > 6:
                continue
            end = at + len(finding.value)
            before = " ".join(words.text[max(0, at - around) : at].split())
            after = " ".join(words.text[end : end + around].split())
            return (f"…{before} " if before else ""), value, (f" {after}…" if after else "")
    return "", value, ""
