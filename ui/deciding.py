"""Che / giữ: what the decision commands do with a finding, a mark or a gap. Each is a step of the history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt

from redactor.model import Action, OperatorChoice, PageArea, Place, Rect
from ui import texts
from ui.controller import Controller
from ui.finding_panel import FindingPanel
from ui.going import Going
from ui.review import GapChoice, Kind, Ref, Scope
from ui.scope_menu import scope_menu
from ui.wording import type_name
from ui.workspace import Workspace


class Deciding(QObject):
    """The decision commands."""

    def __init__(self, controller: Controller, desk: Workspace, going: Going) -> None:
        super().__init__(desk)
        self._controller = controller
        self._desk = desk
        self._going = going
        desk.canvas.drawn.connect(self.drawn)
        desk.canvas.edited.connect(self._mark_edited)
        desk.sheets.marked.connect(self._mark_places)
        desk.sheets.decided.connect(self._decide_refs)
        desk.sheets.ruled.connect(self._rule_refs)
        for panel in desk.panels.values():
            panel.decided.connect(self._decide_refs)
        desk.hidden.picked.connect(self._picked_hidden)
        desk.hidden.changed.connect(lambda steps, name: controller.push(name, steps))
        desk.gaps.chosen.connect(self._gaps_chosen)
        desk.bar.hide_clicked.connect(self._bar_hide)
        desk.bar.keep_clicked.connect(lambda: self._bar_decide(Action.KEEP))
        desk.bar.scope_clicked.connect(self.show_scopes)
        desk.bar.type_chosen.connect(self.type_chosen)

    def decide(self, action: Action | None, refs: Sequence[Ref] | None = None) -> bool:
        """Give the current findings an action."""
        refs = self._desk.current_refs() if refs is None else refs
        if not refs:
            return False
        text = {Action.HIDE: texts.STEP_HIDE, Action.KEEP: texts.STEP_KEEP}.get(action, texts.STEP_POLICY)  # type: ignore[arg-type]
        return self._controller.decide(
            refs, action, text(n=self._desk.session.occurrences(refs)[0], what=self._what(refs))
        )

    def _what(self, refs: Sequence[Ref]) -> str:
        """Findings by their types, for a step's name: never by value."""
        kinds = dict.fromkeys(
            type_name(self._desk.session.files[r.file].entity_type(r.finding)) for r in refs
        )
        names = list(kinds)
        return ", ".join(names[:2]) + ("…" if len(names) > 2 else "")

    def toggle_decision(self) -> None:
        """Hide what is kept or open, keep what is hidden; stay."""
        refs = self._desk.current_refs()
        hidden = all(self._desk.session.files[r.file].action(r.finding) is Action.HIDE for r in refs)
        self.decide(Action.KEEP if hidden else Action.HIDE, refs)

    def hide_and_next(self) -> None:
        """Hide the marked text, or the current finding and go on."""
        if self._desk.canvas.hasFocus() and self._desk.canvas.selection is not None:
            self.hide_selection()
            return
        self.decide(Action.HIDE)
        self._going.go_to_open(1)

    def keep_and_next(self) -> None:
        """Keep and go on."""
        self.decide(Action.KEEP)
        self._going.go_to_open(1)

    def decide_same(self, action: Action) -> None:
        """All identical values of the job."""
        refs = [r for ref in self._desk.current_refs() for r in self._desk.session.reach(ref, Scope.JOB)]
        self.decide(action, list(dict.fromkeys(refs)))
        self._going.go_to_open(1)

    def _decide_refs(self, refs: Sequence[Ref], action: Action) -> None:
        self.decide(action, refs)

    def _rule_refs(self, refs: Sequence[Ref], operator: OperatorChoice, name: str) -> None:
        """Hide, and write this instead, as one step."""
        files = self._desk.session.files
        steps = self._desk.session.changes(refs, Action.HIDE)
        own = (files[r.file].change(Kind.OPERATOR, r.finding, operator) for r in refs)
        self._controller.push(name, [*steps, *(s for s in own if s is not None)])

    def _bar_hide(self) -> None:
        if self._desk.canvas.selection is not None:
            self.hide_selection()
        else:
            self._bar_decide(Action.HIDE)

    def _picked_hidden(self, identity: str) -> None:
        if self._desk.file is not None:
            self._desk.bar.show_finding(Ref(self._desk.file.number, identity))

    def _bar_decide(self, action: Action) -> None:
        """What the bar shows; with several rows selected in a list, all of them."""
        refs, shown = self._desk.current_refs(), self._desk.bar.ref
        self.decide(action, refs if shown in refs or shown is None else [shown])

    def hide_selection(self) -> None:
        """A mark over the text that is marked."""
        chosen, file = self._desk.canvas.selection, self._desk.file
        if chosen is None or file is None:
            return
        place = PageArea(chosen.page, chosen.rects)
        made = self._controller.add_marks([(file.number, place)], texts.STEP_TEXT(page=chosen.page))
        self._desk.canvas.clear_selection()
        self._desk.canvas.pick(made[0][1], reveal=False)

    def show_scopes(self) -> None:
        """The scope popup at the finding."""
        ref = self._desk.current_ref()
        if ref is None:
            return
        menu = scope_menu(self._desk.session, ref, lambda s, a: self.decide_scope(ref, s, a), self._desk)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._desk.bar.scope_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def decide_scope(self, ref: Ref, scope: Scope, action: Action) -> None:
        """One decision, as far as its scope reaches; *always* also goes into the user's own list."""
        if scope is Scope.ALWAYS:
            self._desk.search.remember(self._desk.session.finding(ref).value, hide=action is Action.HIDE)
        self.decide(action, self._desk.session.reach(ref, scope))

    def type_chosen(self, kind: object) -> None:
        """Another type for the current finding."""
        ref = self._desk.current_ref()
        if ref is None:
            return
        file = self._desk.session.files[ref.file]
        own = None if kind == file.findings[ref.finding].entity_type else kind
        change = file.change(Kind.TYPE, ref.finding, own)
        if change is not None:
            self._controller.push(texts.CHANGE_TYPE(type=type_name(kind)), [change])  # type: ignore[arg-type]

    def drawn(self, page: int, rects: tuple[Rect, ...]) -> None:
        """A box that a person drew."""
        file = self._desk.file
        if file is not None:
            place = PageArea(page, rects)
            made = self._controller.add_marks([(file.number, place)], texts.STEP_MARK(page=page))
            self._desk.canvas.pick(made[0][1], reveal=False)
            self._desk.picked_on_page(made[0][1])

    def _mark_places(self, places: Sequence[Place], name: str) -> None:
        if self._desk.file is not None:
            self._controller.add_marks([(self._desk.file.number, p) for p in places], name)

    def _mark_edited(self, identity: str, place: PageArea) -> None:
        file = self._desk.file
        if file is not None and identity in file.marks:
            change = file.change(Kind.MARK, identity, replace(file.marks[identity], place=place))
            if change is not None:
                self._controller.push(texts.STEP_MOVE(page=place.page), [change])

    def delete_mark(self) -> None:
        """Only a mark made by hand; a finding is never deleted."""
        file = self._desk.file
        if file is None:
            return
        identity = self._desk.canvas.current
        panel = self._desk.right.currentWidget()
        if isinstance(panel, FindingPanel) and panel.tree.hasFocus():
            mark = panel.model.node(panel.tree.currentIndex()).mark
            identity = mark[1] if mark is not None else ""
        mark_there = file.marks.get(identity)
        if mark_there is None:
            return
        page = mark_there.place.page if isinstance(mark_there.place, PageArea) else 1
        change = file.change(Kind.MARK, identity, None)
        if change is not None:
            self._controller.push(texts.STEP_DELETE(page=page), [change])

    def _gaps_chosen(self, gaps: Sequence[str], choice: GapChoice | None) -> None:
        file = self._desk.file
        if file is None:
            return
        steps = {GapChoice.COVER: texts.STEP_GAP_COVER, GapChoice.ACCEPT: texts.STEP_GAP_ACCEPT}
        text = texts.STEP_GAP_OPEN if choice is None else steps.get(choice, texts.STEP_GAP_OPEN)
        self._controller.choose_gaps(file.number, gaps, choice, text(n=len(gaps)))
