"""Numbers of Qt for what is needed before the first paint.

PySide6 builds all the enumerations of a namespace when one of them is first touched; for ``Qt`` that is a fifth of the
time to an empty window. The log-in page therefore takes the few numbers it needs from here, where Qt accepts numbers,
and touches ``Qt``, ``QEvent`` and ``QStyle`` only inside functions that run later. A test compares each with Qt.
"""

ALIGN_CENTER = 0x84
ALIGN_VCENTER = 0x80

KEY_RETURN = 0x01000004
KEY_ENTER = 0x01000005
KEY_UP = 0x01000013
KEY_DOWN = 0x01000015
KEY_F1 = 0x01000030
