"""Where the tab key stops, in reading order, and how the focus gets into an area.

Qt goes through widgets in the order in which they were made and put into their parents, which is not the order in
which they are read and changes with every part made later. Windows and dialogs step by what stands here instead:
layouts are followed as they are laid out, and only what can be seen and pressed is a stop.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QLayout, QScrollArea, QWidget

_STRAIGHT = Qt.FindChildOption.FindDirectChildrenOnly
"""Asked with its kind: of all children at once Python would look through every class of Qt, 15 ms the first time."""


def stops(root: QWidget) -> list[QWidget]:
    """Every stop below a widget, itself included."""
    return list(_stops(root))


def step(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to the stop after or before the present one, round the window; False where there is none."""
    found = stops(window)
    if not found:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    focus, by = QApplication.focusWidget(), 1 if forward else -1
    beside = _beside(focus, found) if focus is not None else []
    if beside:
        _give(beside[0 if forward else -1], reason)
    else:
        _give(found[(_place_of(focus, found) + by) % len(found)], reason)
    return True


def _place_of(focus: QWidget | None, found: Sequence[QWidget]) -> int:
    """Where the focus is among the stops: on one, or in the innermost that holds it; before the first otherwise."""
    if focus in found:
        return found.index(focus)
    return max((at for at, one in enumerate(found) if focus is not None and one.isAncestorOf(focus)), default=-1)


def _beside(focus: QWidget, found: Sequence[QWidget]) -> list[QWidget]:
    """The stops nearest to what has the focus and can keep it no longer: it was hidden or disabled just now."""
    if focus.isVisible() and focus.isEnabled():
        return []
    around = focus.parentWidget()
    while around is not None and not around.isWindow():
        if inside := [one for one in found if around.isAncestorOf(one)]:
            return inside
        around = around.parentWidget()
    return []


def enter(area: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> bool:
    """Put the focus where an area begins; False where nothing in it can take it."""
    proxy = area.focusProxy()
    wanted = proxy if proxy is not None and _is_stop(proxy) else next(_stops(area), None)
    if wanted is not None:
        _give(wanted, reason)
    return wanted is not None


def bring_into_sight(part: QWidget) -> None:
    """Scroll whatever holds it so that it is seen."""
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()


def _give(stop: QWidget, reason: Qt.FocusReason) -> None:
    stop.setFocus(reason)
    bring_into_sight(stop)


def _is_stop(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.isVisible() and _takes_tab(widget)


def _takes_tab(widget: QWidget) -> bool:
    """By its own word; of buttons that exclude one another the chosen one alone, whatever had the focus last."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and (chosen := group.checkedButton()) is not None:
        return chosen is widget
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    whole = widget.focusProxy() is None and _is_stop(widget)
    if not whole or isinstance(widget, QScrollArea):  # what is a stop by itself has its own keys inside
        for part in _parts(widget):
            yield from _stops(part)
    if whole:  # what scrolls comes after what can be pressed in it
        yield widget


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """The widgets straight below one, as they are read."""
    if isinstance(widget, QScrollArea):
        inner = [widget.widget()]
    elif (layout := widget.layout()) is not None:
        inner = list(_laid_out(layout))
    else:
        inner = [one for one in widget.findChildren(QWidget, options=_STRAIGHT) if not one.isWindow()]
    return (one for one in inner if one is not None)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for part in sorted(_members(layout), key=partial(_place, layout)):
        if isinstance(part, QLayout):
            yield from _laid_out(part)
        else:
            yield part


def _members(layout: QLayout) -> list[QWidget | QLayout]:
    """What lies straight in a layout, asked of its owners: see ``widgets.cards.empty`` for why not of its items."""
    holder = layout.parentWidget()
    assert holder is not None  # what is walked is shown, so its layouts lie on something
    widgets = [one for one in holder.findChildren(QWidget, options=_STRAIGHT) if layout.indexOf(one) >= 0]
    return [*widgets, *layout.findChildren(QLayout, options=_STRAIGHT)]


def _place(layout: QLayout, part: QWidget | QLayout) -> tuple[int, ...]:
    """Where a part is read: by row and column in a grid, else by its turn."""
    index = layout.indexOf(part)
    return layout.getItemPosition(index)[:2] if isinstance(layout, QGridLayout) else (index,)  # type: ignore[index]
