"""Names with signs that nobody sees, refused by their label: the rule is ``domain.tanda``.

Services name each text as (key of its field, label, text).
"""

from collections.abc import Iterator

from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, SebabIsian
from kinerja_desktop.domain.tanda import hides

Name = tuple[str, str, str]


def hidden_in(*names: Name) -> Iterator[IsianSalah]:
    """Those of them that hold such a sign."""
    return (IsianSalah(kunci, label, SebabIsian.TANDA_TERSEMBUNYI) for kunci, label, teks in names if hides(teks))


def refuse_hidden(*names: Name) -> None:
    """Raise FieldsRefused where any of them does."""
    if found := tuple(hidden_in(*names)):
        raise FieldsRefused(found)
