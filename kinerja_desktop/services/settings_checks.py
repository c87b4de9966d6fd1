"""Whether a text may stand in its field of Pengaturan. To add a kind of field: its check in ``_CHECKS``."""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from datetime import time

from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, JamKerjaSalah, NotFound, PolaSalah, SebabIsian
from kinerja_desktop.domain.jam_kerja import JamHari
from kinerja_desktop.domain.penomoran import Pola
from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.domain.tanda import hides
from kinerja_desktop.services.settings_declared import BY_KEY, Ragam, Setelan

_MAKS_LAMBANG = 1_000_000


def check_settings(baru: Mapping[str, str]) -> None:
    """Refuse texts that may not stand in their field. Raises FieldsRefused."""
    for kunci in baru:
        if kunci not in BY_KEY:
            raise NotFound("Pengaturan", kunci)
    wrong = [(BY_KEY[kunci], _check(BY_KEY[kunci], teks.strip())) for kunci, teks in baru.items()]
    faults = tuple(IsianSalah(s.kunci, s.label, sebab, s.batas) for s, sebab in wrong if sebab is not None)
    if faults:
        raise FieldsRefused(faults)


_RENTANG = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})")


def read_jam(teks: str) -> JamHari:
    """Read "07.30-12.00, 13.00-16.00". Raises JamKerjaSalah or ValueError."""
    found = _RENTANG.findall(teks)
    if len(found) != 2:
        raise ValueError(teks)
    (a, b, c, d), (e, f, g, h) = (tuple(map(int, row)) for row in found)
    return JamHari(time(a, b), time(c, d), time(e, f), time(g, h))


def _check(setelan: Setelan, teks: str) -> SebabIsian | None:
    """Why a text may not stand in a field, or None."""
    if not teks:
        return SebabIsian.KOSONG if setelan.wajib else None
    return _CHECKS[setelan.ragam](setelan, teks)


def _check_text(_setelan: Setelan, teks: str) -> SebabIsian | None:
    if hides(teks):
        return SebabIsian.TANDA_TERSEMBUNYI
    return SebabIsian.TERLALU_PANJANG if len(teks) > MAKS_TEKS else None


def _check_number(setelan: Setelan, teks: str) -> SebabIsian | None:
    if not re.fullmatch(r"[0-9]{1,4}", teks):
        return SebabIsian.BUKAN_BULAT
    return None if setelan.batas[0] <= int(teks) <= setelan.batas[1] else SebabIsian.LUAR_BATAS


def _check_choice(setelan: Setelan, teks: str) -> SebabIsian | None:
    return None if teks in dict(setelan.pilihan) else SebabIsian.BUKAN_PILIHAN


def _check_jam(_setelan: Setelan, teks: str) -> SebabIsian | None:
    try:
        read_jam(teks)
    except (ValueError, JamKerjaSalah):
        return SebabIsian.BUKAN_JAM
    return None


def _check_pola(_setelan: Setelan, teks: str) -> SebabIsian | None:
    try:
        Pola(teks)
    except PolaSalah:
        return SebabIsian.BUKAN_POLA
    return None


def _check_image(_setelan: Setelan, teks: str) -> SebabIsian | None:
    try:
        image = base64.b64decode(teks, validate=True)
    except binascii.Error:
        return SebabIsian.BUKAN_GAMBAR
    if len(image) > _MAKS_LAMBANG:
        return SebabIsian.TERLALU_PANJANG
    return None if image.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) else SebabIsian.BUKAN_GAMBAR


_CHECKS: Mapping[Ragam, Callable[[Setelan, str], SebabIsian | None]] = {
    Ragam.TEKS: _check_text,
    Ragam.BULAT: _check_number,
    Ragam.PILIHAN: _check_choice,
    Ragam.JAM: _check_jam,
    Ragam.POLA: _check_pola,
    Ragam.GAMBAR: _check_image,
}
