"""The numbers taken over from Qt are those of Qt."""

from PySide6.QtCore import Qt

from kinerja_desktop.ui import qt_numbers


def test_the_numbers_are_those_of_qt() -> None:
    assert {
        "ALIGN_CENTER": int(Qt.AlignmentFlag.AlignCenter),
        "ALIGN_VCENTER": int(Qt.AlignmentFlag.AlignVCenter),
        "KEY_RETURN": int(Qt.Key.Key_Return),
        "KEY_ENTER": int(Qt.Key.Key_Enter),
        "KEY_UP": int(Qt.Key.Key_Up),
        "KEY_DOWN": int(Qt.Key.Key_Down),
        "KEY_F1": int(Qt.Key.Key_F1),
    } == {name: number for name, number in vars(qt_numbers).items() if name.isupper()}
