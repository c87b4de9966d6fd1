"""The two keys of an office's backups: the office key on this PC, the recovery key on paper.

The office keeps their public halves as settings, so every backup can be locked for both though only one is here. The
recovery key's secret half leaves this module once, as the words of a sheet, and is kept nowhere. A PC that holds no
office key (after a restore elsewhere) makes one of its own; older backups then open with the sheet.
"""

from collections.abc import Sequence
from pathlib import Path

from kinerja_desktop.exchange import kunci, lembar_pemulihan
from kinerja_desktop.exchange.kata_pemulihan import secret_of, words_of
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.lembar_pemulihan import LembarPemulihan
from kinerja_desktop.services import opening, settings, trail
from kinerja_desktop.services.backup_sheet import SHEET_KEY
from kinerja_desktop.services.context import Actor, Office

OFFICE_KEY = "cadangan.kunci_kantor"


def make_keys(office: Office, actor: Actor = trail.PROGRAM) -> LembarPemulihan:
    """Give the office its keys and return the recovery sheet, whose words exist nowhere else.

    Called at set-up, once the office has its name. Called again it makes a new recovery key: backups made before open
    with the older sheet. Raises KnownFault where the office key cannot be written.
    """
    office_keys(office, actor)
    words = words_of(kunci.new_secret())
    with office.store.unit() as unit:
        instansi = settings.instansi(unit)
        now = office.clock.now()
        nama = f"{instansi.nama}, {instansi.kabupaten}".rstrip(", ") + settings.practice_mark(unit)
        sheet = LembarPemulihan(nama, now.date(), words)
        settings.put(unit, actor, now, SHEET_KEY, sheet.kunci.publik)
        unit.commit()
    return sheet


def write_sheet(office: Office, folder: Path, actor: Actor = trail.PROGRAM) -> Path:
    """Make the keys and leave the recovery sheet as ``lembar-pemulihan.txt`` in a folder. Raises KnownFault."""
    return lembar_pemulihan.write_sheet(make_keys(office, actor), folder / lembar_pemulihan.NAME)


def sheet_text(sheet: LembarPemulihan) -> str:
    """The sheet as it is shown, printed or saved."""
    return lembar_pemulihan.text_of(sheet)


def has_sheet(office: Office) -> bool:
    """True where a recovery sheet was made for this office."""
    return _public(office, SHEET_KEY) is not None


def is_of_sheet(office: Office, words: Sequence[str]) -> bool:
    """True for the words of the office's present sheet. Raises LembarSalah where they are no sheet's."""
    return _public(office, SHEET_KEY) == Kunci.from_bytes(secret_of(words)).publik


def office_keys(office: Office, actor: Actor = trail.PROGRAM) -> tuple[Kunci, ...]:
    """The office's keys on this PC, newest first; where it has none, one is made. Raises KnownFault."""
    with office.store.read() as unit:
        identity = opening.identity(unit)
    here = kunci.office_keys(identity.id)
    nama = f"{identity.nama} {kunci.PRACTICE}" if identity.latihan else identity.nama
    if here:
        kunci.name_office(identity.id, nama)
    else:
        here = (Kunci.from_bytes(kunci.new_secret()),)
        kunci.keep_office_key(identity.id, nama, here[0])
    if here[0].publik != _public(office, OFFICE_KEY):
        with office.store.unit() as unit:
            settings.put(unit, actor, office.clock.now(), OFFICE_KEY, here[0].publik)
            unit.commit()
    return here


def key_file(office: Office) -> Path:
    """Where the office's key lies on this PC."""
    with office.store.read() as unit:
        return kunci.key_file(opening.identity(unit).id)


def recipients(office: Office, keys: tuple[Kunci, ...]) -> tuple[str, ...]:
    """Public keys that a backup is locked for: this PC's, and that of the recovery sheet."""
    sheet = _public(office, SHEET_KEY)
    return (keys[0].publik,) if sheet is None else (keys[0].publik, sheet)


def _public(office: Office, which: str) -> str | None:
    with office.store.read() as unit:
        return unit.settings.get(which)
