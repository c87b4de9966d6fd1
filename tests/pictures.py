"""``python -m tests.pictures FOLDER``: the window of every role, tab by tab, as pictures.

All tabs at 100, 125 and 150 per cent in the light look, then at 100 in the others. Names tell scale or look, role, tab.
"""

import os
import sys
from pathlib import Path

from kinerja_desktop.ui import icons, qt_words, theme
from kinerja_desktop.ui.none_guard import keep_none_alive
from kinerja_desktop.ui.theme import FACTORS, Mode, Scale, Theme
from tests.ui import walk

LOOKS = (
    *((f"{factor:.0%}".rstrip("%"), Theme(Mode.TERANG, Scale(factor))) for factor in FACTORS),
    *((mode.value.replace(" ", "-"), Theme(mode)) for mode in Mode if mode is not Mode.TERANG),
)


def photograph(folder: Path) -> int:
    """Write them all into the folder; how many."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_none_alive()
    app = theme.make_application(sys.argv[0])
    qt_words.install(app)
    folder.mkdir(parents=True, exist_ok=True)
    made = 0
    for name, look in LOOKS:
        theme.install(app, look)
        icons.load()
        for seen in walk.tabs():
            seen.window.grab().save(str(folder / f"{name}-{seen.role}-{seen.tab}.png"))
            made += 1
    return made


if __name__ == "__main__":
    sys.stdout.write(f"{photograph(Path(sys.argv[1]))} pictures\n")
