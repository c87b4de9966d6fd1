"""What can be refused, as facts: fields here, sentences in ``kinerja_desktop.messages``.

Four families, one per exit code of the command line. To add a refusal: a class with its fields below the family
it belongs to, and one entry in ``messages`` (a test fails while that is missing).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
class KinerjaError(Exception):
    """A situation of the user, not a fault of the program. Children carry facts as fields.

    They are made and shown as dataclasses are; this base does it, because making so many of those is a tenth of
    the time until the log-in is painted.
    """

    facts: ClassVar[tuple[str, ...]] = ()
    """Names of the fields, in order."""

    def __init_subclass__(cls) -> None:
        cls.facts = (*cls.facts, *cls.__annotations__)

    def __init__(self, *given: object, **named: object) -> None:
        vars(self).update(zip(self.facts, given, strict=False), **named)
        known = vars(self).keys() <= set(self.facts) and all(hasattr(self, fact) for fact in self.facts)
        if not known or len(given) > len(self.facts):
            raise TypeError(f"{type(self).__name__} takes: {', '.join(self.facts)}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{fact}={getattr(self, fact)!r}' for fact in self.facts)})"


class WrongUse(KinerjaError):
    """The command or call cannot be understood (exit 2)."""


class InputRefused(KinerjaError):
    """What was given breaks a rule; nothing was changed (exit 3)."""


class IntegrityFailed(KinerjaError):
    """Stored data or a backup is not what it was when written (exit 4)."""


class KnownFault(KinerjaError):
    """The surroundings do not allow it: disk, lock, stick, newer version (exit 5)."""


class NotAllowed(KinerjaError):
    """This person may not do this, now (exit 6)."""


# --- wrong use ---------------------------------------------------------------------------------


class RoleNotChosen(WrongUse):
    """Somebody holds several roles and named none."""

    choices: tuple[str, ...]


class PasswordNotGiven(WrongUse):
    """A password is needed and there is no terminal to ask at."""


class NoConflict(WrongUse):
    """A cell was chosen that did not change on both sides; ``bentrok`` are those that did."""

    sel: str
    bentrok: tuple[str, ...]


# --- input refused -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kesalahan:
    """One fault in a foreign file; the fields are the contract of ``--json`` (``kesalahan``)."""

    berkas: str
    lembar: str | None
    sel: str | None
    nilai: str | None
    sebab: str
    saran: str


class FileRefused(InputRefused):
    """A workbook or other foreign file with every fault that was found in it."""

    kesalahan: tuple[Kesalahan, ...]


class ReasonTooShort(InputRefused):
    """A compulsory reason has fewer letters than the rule asks."""

    letters: int
    minimum: int


class TextTooLong(InputRefused):
    """A text is longer than its field holds."""

    what: str
    letters: int
    maximum: int


class Incomplete(InputRefused):
    """Something must be filled before this act; ``missing`` names each gap."""

    missing: tuple[str, ...]


class ChecksMissing(InputRefused):
    """A decision was asked for before everything was ticked by hand."""

    missing: tuple[str, ...]


class NoHolder(InputRefused):
    """Nobody holds a role on a day, or the named person does not."""

    where: str
    role: str
    tanggal: date


class NotFound(InputRefused):
    """What was asked for is not in this office."""

    what: str
    key: str


class NoSheetWaits(InputRefused):
    """No Lembar Kerja waits for who asks."""


class NoOffice(InputRefused):
    """The folder holds no office."""

    folder: str


class FileMissing(InputRefused):
    """A named file is not there or cannot be read as what it should be."""

    path: str


class NotOurFile(InputRefused):
    """A file that this program did not make."""

    path: str


class NotAScan(InputRefused):
    """A file that was to be a scan of a signed sheet and is neither a readable PDF nor a JPEG."""

    path: str


class NoEvidence(InputRefused):
    """A triwulan for which no evidence was handed in."""

    triwulan: str


class SebabBukti(Enum):
    """Why a file cannot be evidence."""

    TIDAK_ADA = "tidak_ada"
    FOLDER = "folder"
    TIDAK_TERBACA = "tidak_terbaca"
    KOSONG = "kosong"
    TERLALU_BESAR = "terlalu_besar"
    JENIS = "jenis"
    HEIC = "heic"
    MAKRO = "makro"
    TIDAK_COCOK = "tidak_cocok"
    RUSAK = "rusak"
    BERSANDI = "bersandi"
    GAMBAR_RAKSASA = "gambar_raksasa"


class BuktiDitolak(InputRefused):
    """A file that cannot be taken in as evidence; nothing was kept."""

    berkas: str
    sebab: SebabBukti


class SebabPembaruan(Enum):
    """Why an update that is genuine may not be installed."""

    TANPA_KUNCI = "tanpa kunci"
    LEBIH_LAMA = "lebih lama"
    SAMA = "sama"
    SKEMA_LAMA = "skema lama"
    PEMASANG_HILANG = "pemasang hilang"


class UpdateRefused(InputRefused):
    """``paket`` is the name of its file, ``versi`` and ``berkas`` (the installer) are empty where nothing was read.

    ``terpasang`` is the version of this program.
    """

    paket: str
    sebab: SebabPembaruan
    terpasang: str
    versi: str = ""
    berkas: str = ""


class StaleWrite(InputRefused):
    """Somebody else changed it since it was read; both versions are named."""

    what: str
    seen: int
    current: int


class WorkbookOutdated(InputRefused):
    """The office changed between the trial of a workbook and its import, so the counts that were shown are not true."""

    berkas: str


class PasswordTooWeak(InputRefused):
    """A new password breaks the rule of length."""

    minimum: int


class PasswordCommon(InputRefused):
    """A new password is one that others would try first."""


class SebabAngka(Enum):
    """Why a text is no figure."""

    BUKAN_ANGKA = "bukan_angka"
    ADA_HURUF = "ada_huruf"
    KOMA_SEBELUM_TITIK = "koma_sebelum_titik"
    TITIK_TIDAK_TERATUR = "titik_tidak_teratur"
    TERLALU_BESAR = "terlalu_besar"
    TERLALU_RINCI = "terlalu_rinci"
    BUKAN_PREDIKAT = "bukan_predikat"


class AngkaSalah(InputRefused):
    """A text that cannot be read as a figure; ``teks`` is what was typed."""

    teks: str
    sebab: SebabAngka


class SebabNip(Enum):
    """Why a text is no NIP."""

    BUKAN_ANGKA = "bukan_angka"
    PANJANG = "panjang"
    TIDAK_PUNYA = "tidak_punya"


class NipSalah(InputRefused):
    """A text that cannot be somebody's NIP; only its length is told, for a NIP is personal data."""

    sebab: SebabNip
    panjang: int


class TriwulanSalah(InputRefused):
    """A text that names no quarter of a year."""

    teks: str


class KalenderKosong(InputRefused):
    """A limit reaches into a year that has no table of holidays."""

    tahun: int


class SebabKalender(Enum):
    """Why a day cannot stand in a year's table of holidays."""

    DUA_KALI = "dua_kali"
    LUAR_TAHUN = "luar_tahun"
    RAMADAN = "ramadan"


class KalenderSalah(InputRefused):
    """A day cannot stand in a year's table: twice, of another year, or no Ramadan of that year."""

    tahun: int
    tanggal: date
    sebab: SebabKalender


class JamKerjaSalah(InputRefused):
    """Office hours whose four times do not follow one another."""

    buka: time
    istirahat_mulai: time
    istirahat_selesai: time
    tutup: time


class PolaSalah(InputRefused):
    """A number pattern that cannot be filled: unknown field, no running number, or a lost brace."""

    pola: str


class SebabKode(Enum):
    """Why a text is no check code."""

    BUKAN_TANDA = "bukan_tanda"
    PANJANG = "panjang"
    SALAH_KETIK = "salah_ketik"


class KodeSalah(InputRefused):
    """A mistyped check code; ``posisi`` are the places of the slip, or the length for PANJANG."""

    teks: str
    sebab: SebabKode
    posisi: tuple[int, ...]


class SebabIsian(Enum):
    """Why a text may not stand in a field."""

    KOSONG = "kosong"
    TERLALU_PANJANG = "terlalu_panjang"
    BUKAN_BULAT = "bukan_bulat"
    LUAR_BATAS = "luar_batas"
    BUKAN_PILIHAN = "bukan_pilihan"
    BUKAN_JAM = "bukan_jam"
    BUKAN_POLA = "bukan_pola"
    BUKAN_NAMA = "bukan_nama"
    BUKAN_GAMBAR = "bukan_gambar"
    BUKAN_TANGGAL = "bukan_tanggal"
    TIDAK_ADA = "tidak_ada"
    TERBALIK = "terbalik"
    SUDAH_LEWAT = "sudah_lewat"
    LUAR_TAHUN = "luar_tahun"
    GANDA = "ganda"
    TERLALU_PENDEK = "terlalu_pendek"
    BERANGKA = "berangka"
    MASIH_DIPAKAI = "masih_dipakai"
    TANDA_TERSEMBUNYI = "tanda_tersembunyi"


@dataclass(frozen=True, slots=True)
class IsianSalah:
    """One wrong field; ``batas`` are the least and greatest whole number where the field has them."""

    kunci: str
    label: str
    sebab: SebabIsian
    batas: tuple[int, int] = (0, 0)


class FieldsRefused(InputRefused):
    """Texts that may not stand in their fields; all of them are named."""

    isian: tuple[IsianSalah, ...]


class PlanFixed(InputRefused):
    """The year's plan is fixed; targets change only by a Perjanjian Kinerja Perubahan."""

    tahun: int


class PlanReasonNeeded(InputRefused):
    """In a fixed plan ``medan`` of the indikator change only with a reason of at least so many letters."""

    kode: str
    medan: tuple[str, ...]
    minimum: int


class PlanFaulty(InputRefused):
    """A plan with faults is not fixed; ``pertama`` is the first of them in words."""

    tahun: int
    jumlah: int
    pertama: str


class Pemakaian(Enum):
    """What holds an indikator in a plan: an earlier plan, the fixing, an order, a draft, what was handed in."""

    RENCANA_LALU = "rencana_lalu"
    DITETAPKAN = "ditetapkan"
    DISPOSISI = "disposisi"
    DRAF = "draf"
    REALISASI = "realisasi"


class IndikatorInUse(InputRefused):
    """An indikator that was used is ended, not removed."""

    nama: str
    pakai: Pemakaian


class NameTaken(InputRefused):
    """Another account has this name already."""

    pengguna: str


class StillHolds(InputRefused):
    """Somebody cannot be closed while tasks wait for him and nobody else holds the role."""

    nama: str
    tugas: int


class LastAdmin(InputRefused):
    """The office would be left without anybody who may administer it."""


class FolderTaken(InputRefused):
    """A new office needs a folder without one."""

    folder: str


class PlaceTaken(InputRefused):
    """A folder is written only where nothing stands."""

    path: str


class SebabLembar(Enum):
    """Why words are no recovery sheet."""

    TIDAK_DIKENAL = "tidak_dikenal"
    JUMLAH = "jumlah"
    TIDAK_COCOK = "tidak_cocok"


class LembarSalah(InputRefused):
    """The words of a recovery sheet are mistyped; ``posisi`` counts from 1, 0 where the place is not known."""

    sebab: SebabLembar
    jumlah: int
    posisi: int = 0
    kata: str = ""
    usul: str = ""


class OtherOffice(InputRefused):
    """A backup of another office than the one that the folder holds."""

    path: str
    found: str
    expected: str


# --- integrity ---------------------------------------------------------------------------------


class DataDamaged(IntegrityFailed):
    """The check found differences; ``findings`` says what and where, first bad row first."""

    findings: tuple[str, ...]


class DraftDamaged(IntegrityFailed):
    """What was typed is not what was saved; ``kind`` is the kind of the draft, ``pada`` when it was saved, as stored.

    Nothing else is stopped by it. The draft lies where it was until who saved it, or an Admin, has looked at it.
    """

    kind: str
    pada: str


class BackupDamaged(IntegrityFailed):
    """A backup cannot be opened or does not hold what its manifest says."""

    path: str
    detail: str


class KeyMissing(IntegrityFailed):
    """Neither the office key nor the words of the recovery sheet open this backup."""

    path: str


class WritingStopped(IntegrityFailed):
    """Nothing is written any more, because what is stored is not what was written; ``findings`` as in DataDamaged."""

    findings: tuple[str, ...]


class SebabPaket(Enum):
    """Why an update is not to be believed."""

    KUNCI_LAIN = "kunci lain"
    RUSAK = "rusak"
    PEMASANG_UKURAN = "ukuran pemasang"
    PEMASANG_ISI = "isi pemasang"


class UpdateDamaged(IntegrityFailed):
    """A package of an update, or the installer that it names (``berkas``), is not what was released."""

    paket: str
    sebab: SebabPaket
    berkas: str = ""


# --- surroundings ------------------------------------------------------------------------------


class DiskFull(KnownFault):
    """No room left where this was to be written; ``kurang`` is how many bytes more are needed, 0 where not known.

    ``dilepas`` is True where the room put by was given up, so that a second try may succeed.
    """

    path: str
    kurang: int = 0
    dilepas: bool = False


class OutputLost(KnownFault):
    """The result of a command could not be written to where it was sent: disk full, reader gone."""


class HeldByOther(KnownFault):
    """Another running program holds this office; ``oleh`` is who works in it, since when, empty where not known."""

    folder: str
    oleh: str = ""


class ReadOnlyPlace(KnownFault):
    """The place does not allow writing."""

    path: str


class ReadOnlyOffice(KnownFault):
    """The office is open for reading alone, because its folder allows no writing."""

    folder: str


class FolderClosed(KnownFault):
    """The account of the PC in which somebody works may not look into the data folder."""

    folder: str


class NewerVersion(KnownFault):
    """Made by a newer version of the program than this one."""

    path: str
    found: int
    known: int


class UnsafePlace(KnownFault):
    """A network, cloud or removable folder, where a live database may not stand."""

    folder: str
    why: str


class PlaceGone(KnownFault):
    """A flashdisk or folder that was there when the work began and is not any more."""

    path: str


class OutOfMemory(KnownFault):
    """The work asked for more memory than this PC gives; it was taken back."""


class StorageFault(KnownFault):
    """The disk refused in another way; ``detail`` is for the technical helper."""

    path: str
    detail: str


# --- not allowed -------------------------------------------------------------------------------


class WrongLogin(NotAllowed):
    """Name or password does not match; which of the two is never said."""


class TooManyTries(NotAllowed):
    """Log-in is refused until a moment."""

    until: datetime


class AccountLocked(NotAllowed):
    """So many wrong tries in a row that the account opens only with help."""

    gagal: int


class PasswordMustChange(NotAllowed):
    """The one-time code fits; before anything else its owner gives himself a password."""


class CodeExpired(NotAllowed):
    """The one-time code fits but is not good any more."""


class PasswordNeeded(NotAllowed):
    """An act for which the own password must be given anew."""


class Berdua(Enum):
    """What is done by two: the Admin, and one more official who types his own password for it."""

    PERAN = "peran"
    AKUN = "akun"
    LEMBAR = "lembar"
    LANJUT = "lanjut"
    PEMULIHAN = "pemulihan"


class SecondNeeded(NotAllowed):
    """Something is done by two; ``pejabat`` are those who may be the second: user name, name and title.

    ``tentang`` is who gets something by it, and which roles he has then.
    """

    untuk: Berdua
    pejabat: tuple[tuple[str, str], ...]
    tentang: str = ""


class SebabBantuan(Enum):
    """Why two people may not help somebody to a new password."""

    SAMA = "sama"
    DIRI_SENDIRI = "diri sendiri"
    BUKAN_PEJABAT = "bukan pejabat"
    TANPA_PIMPINAN = "tanpa pimpinan"


class HelperWrong(NotAllowed):
    """The password of somebody who wants to help does not fit."""

    pengguna: str
    nama: str


class HelpRefused(NotAllowed):
    """Who wants to help with a forgotten password may not; ``nama`` is who it fails at."""

    sebab: SebabBantuan
    nama: str


class WrongRole(NotAllowed):
    """The role in which somebody acts may not do this."""

    role: str
    allowed: tuple[str, ...] = ()


class RoleEnded(WrongRole):
    """The role in which somebody acts is not his any more today."""


class RoleNotHeld(WrongRole):
    """Somebody asks for a role that is not his; ``allowed`` are those that are."""


class OtherSeksi(NotAllowed):
    """The work belongs to another seksi."""

    seksi: str


class WrongState(NotAllowed):
    """The step is not open now; ``status`` says where the berkas stands."""

    action: str
    status: str


class OwnReport(NotAllowed):
    """Nobody approves the version that he handed in himself."""


class NotLoggedIn(NotAllowed):
    """The folder holds an office, and only its Admin may do this there."""

    folder: str


class NoRole(NotAllowed):
    """Name and password fit, but no role of this person is in force today."""

    nama: str


class NotYours(NotAllowed):
    """Only who gave an order may take it back."""

    giver: str


class NotYetOpen(NotAllowed):
    """A step that begins on a day which has not come."""

    what: str
    mulai: datetime


class NotOrdered(NotAllowed):
    """The order named other analysts."""

    analis: tuple[str, ...]


class AlreadyRead(NotAllowed):
    """A decision whose receiver has opened it."""

    oleh: str


class NoExceptionNeeded(NotAllowed):
    """An exception was asked for although somebody else holds the role; ``others`` is empty for another's report."""

    others: tuple[str, ...]
