"""The figures by which a paper in the hand is compared with the one that was fixed: a few, read from its frozen object.

The object lies in the history: with the act that fixed a report, or with the record of any other paper. To add a
figure: one function of the plain object in ``_FINDERS``.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kinerja_desktop.domain.frozen import thaw
from kinerja_desktop.domain.laporan import Angka
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services.trail import Kind, digest
from kinerja_desktop.storage.records import Paper
from kinerja_desktop.storage.unit_of_work import Unit

Plain = Mapping[str, Any]
Figures = tuple[tuple[str, str], ...]


def frozen_of(unit: Unit, paper: Paper) -> Plain | None:
    """The frozen object of a paper as plain values; None for a paper of a single act that was filed without it."""
    for record in unit.journal.records(Kind.PAPER.value, paper.id):
        if "laporan" in record.isi:
            return _plain(record.isi["laporan"])
    for act in unit.journal.acts(paper.case_id) if paper.case_id is not None else ():
        if act.action is Action.FIX and act.isi.get("dokumen") == paper.sha256:
            return _plain(act.isi["laporan"])
    return None


def _plain(value: Any) -> Plain:  # noqa: ANN401 - what the journal holds
    found: Plain = value
    return found


def seal_of(plain: Plain) -> str:
    """Digest of the content as it was sealed: without the words of the QR."""
    return digest({**plain, "naskah": {**plain["naskah"], "isi_qr": None}})


def key_figures(plain: Plain) -> Figures:
    """Name and value of what one looks at first, in the order of the paper."""
    return tuple(pair for finder in _FINDERS for pair in finder(plain))


def _boxes(plain: Plain) -> Iterator[tuple[str, str]]:
    """The big figures of a Laporan Triwulan."""
    for box in plain.get("kotak", ()):
        yield str(box["keterangan"]), str(box["angka"])


def _mean(plain: Plain) -> Iterator[tuple[str, str]]:
    """The mean below a table of capaian, and its kategori."""
    table = plain.get("capaian")
    if isinstance(table, Mapping):
        yield str(table["label_rata_rata"]), f"{_figure(table['rata_rata'])} ({table['kategori']})"


def _money(plain: Plain) -> Iterator[tuple[str, str]]:
    """The total of a budget table."""
    table = plain.get("anggaran")
    if isinstance(table, Mapping):
        total = table["jumlah"]
        yield "Pagu (Rp)", _figure(total["pagu"])
        yield "Realisasi anggaran (Rp)", _figure(total["realisasi"])


def _reported(plain: Plain) -> Iterator[tuple[str, str]]:
    """What a seksi reports of each indikator; an office's table has too many rows for the eye."""
    if "menyetujui" in plain:
        for group in plain["capaian"]["kelompok"]:
            for line in group["baris"]:
                yield f"Realisasi {line['nama']}", _figure(line["realisasi"])


def _promised(plain: Plain) -> Iterator[tuple[str, str]]:
    """The targets and the money of a Perjanjian Kinerja."""
    if "janji" in plain:
        for group in plain["janji"]:
            for line in group["baris"]:
                yield f"Target {line['indikator']}", _figure(line["target"])
        yield "Jumlah anggaran (Rp)", _figure(plain["jumlah"])


def _signer(plain: Plain) -> Iterator[tuple[str, str]]:
    official = plain.get("penandatangan") or plain.get("menyetujui")
    if "janji" in plain:
        official = plain["pertama"]["tanda_tangan"]
    if isinstance(official, Mapping):
        yield "Penanda tangan", str(official["nama"])


_FINDERS: tuple[Callable[[Plain], Iterator[tuple[str, str]]], ...] = (
    _boxes,
    _reported,
    _mean,
    _promised,
    _money,
    _signer,
)


def _figure(plain: Plain) -> str:
    angka = thaw(Angka, plain)
    if angka.nilai is None:
        return angka.kosong.value
    return angka.teks or format_angka(angka.nilai, angka.desimal)
