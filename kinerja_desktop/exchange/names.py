"""Names of files and folders that Windows, Linux and a stick take, and that cannot mislead the eye.

Whatever a person or another program called a thing goes through here before a file is named after it.
"""

import re
import unicodedata

from kinerja_desktop.domain.huruf import composed

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_SPACES = re.compile(r"\s+")
MAKS = 80
"""Letters of a name, so that a path with a few of them stays below the 260 of Windows."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def safe_name(text: str, most: int = MAKS, otherwise: str = "berkas") -> str:
    """The text as one part of a path, cut to ``most`` letters; signs that turn the writing direction fall away."""
    spaced = _SPACES.sub(" ", composed(text))
    seen = "".join(sign for sign in spaced if not unicodedata.category(sign).startswith("C"))
    name = _cut(_FORBIDDEN.sub("-", seen).strip(" ."), most).strip(" .")
    return f"_{name}" if _DEVICES.fullmatch(name) else name or otherwise


def _cut(name: str, most: int) -> str:
    """No more than so many letters, where it can be at the end of a word."""
    if len(name) <= most:
        return name
    words = name[: most + 1].rpartition(" ")[0]
    return words if len(words) > most // 2 else name[:most]


def slug(text: str) -> str:
    """A code as part of a plain name of a file: letters and digits, a hyphen for every other sign."""
    return "".join(sign if sign.isalnum() else "-" for sign in text)


def safe_file_name(name: str, most: int, ending: str | None = None) -> str:
    """The name of a file; a long one loses letters before its ending. ``ending`` replaces the one it has."""
    stem, dot, own = name.strip().rpartition(".")
    if not dot:
        stem, own = own, ""
    last = safe_name(own if ending is None else ending, 10, "").replace(" ", "")
    whole = safe_name(stem, most - len(last) - 1)
    return f"{whole}.{last}" if last else whole
