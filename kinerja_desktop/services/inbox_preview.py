"""What the panel beside the inbox says of one task: what changed, until when, the newest acts.

Only reading. To tell more of a kind of task: its lines in ``_facts``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja_desktop.domain.bukti import kata_jumlah
from kinerja_desktop.domain.errors import NotFound, OtherSeksi
from kinerja_desktop.domain.numerals import format_persen
from kinerja_desktop.domain.sel import CellState
from kinerja_desktop.domain.tenggat import Tenggat, kata_tenggat, keterangan_tenggat
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Jenis, Keadaan, Langkah, replay
from kinerja_desktop.services.cases import indikator_of, load_berkas
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.desk import Desks, Item, read_desks
from kinerja_desktop.services.history import Kejadian, tell
from kinerja_desktop.services.snapshots import return_of
from kinerja_desktop.services.task_words import OF_JENIS, button
from kinerja_desktop.storage.unit_of_work import Unit

if TYPE_CHECKING:
    from kinerja_desktop.services.examination import Diperiksa

NEWEST = 3
"""So many acts stand in the panel; the rest opens on request."""


@dataclass(frozen=True, slots=True)
class Potongan:
    """A piece of running text; ``tebal`` is set in bold."""

    teks: str
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """Preview of one task. ``baris`` are label and text, ``tombol`` the primary act, ``riwayat`` newest first."""

    key: str
    case_id: str | None
    judul: str
    subjudul: str
    versi: str
    ringkasan: tuple[Potongan, ...]
    tenggat: Tenggat
    baris: tuple[tuple[str, str], ...]
    tombol: str
    langkah: Langkah | None
    riwayat: tuple[Kejadian, ...]


@permits(*ALL_ROLES)
def preview(ctx: Context, key: str) -> Pratinjau:
    """What the panel shows of one task (its ``key``). Raises NotFound, OtherSeksi."""
    with ctx.office.store.read() as unit:
        desks = read_desks(unit, ctx)
        item = next((i for i in (*desks.open, *desks.quarter) if i.key == key), None)
        if item is None:
            item = _stored(unit, ctx, key)
        _check_visible(ctx, item)
        return _of_order(desks, item) if item.case is None else _of_case(unit, ctx, desks, item)


def _stored(unit: Unit, ctx: Context, key: str) -> Item:
    """A settled case of another quarter."""
    case = unit.cases.get(key)
    quarter = None if case.triwulan is None else Triwulan(case.tahun, case.triwulan)
    found = read_desks(unit, ctx, quarter).quarter
    item = next((i for i in found if i.key == key), None)
    if item is None:
        raise NotFound("Berkas", key)
    return item


def _check_visible(ctx: Context, item: Item) -> None:
    if ctx.actor.role.of_seksi and (item.seksi is None or item.seksi.kode != ctx.actor.seksi):
        raise OtherSeksi(item.seksi.nama if item.seksi is not None else OF_JENIS[item.jenis])


def heading(item: Item) -> tuple[str, str]:
    """What a piece of work is, and of whom and when: "Laporan Data Kinerja", "Seksi Pelayanan · Triwulan II 2026"."""
    period = item.triwulan.label_tahun if item.triwulan is not None else f"Tahun {item.tahun}"
    what = "Penugasan" if item.belum else OF_JENIS[item.jenis]
    return what, f"{item.seksi.nama} · {period}" if item.seksi is not None else period


def _of_order(desks: Desks, item: Item) -> Pratinjau:
    names = tuple(s.nama for s in item.belum)
    judul, subjudul = heading(item)
    tenggat = desks.tenggat(item)
    return Pratinjau(
        key=item.key,
        case_id=None,
        judul=judul,
        subjudul=subjudul,
        versi="",
        ringkasan=_order_summary(len(names)),
        tenggat=tenggat,
        baris=(_limit(tenggat), ("Unit kerja", ", ".join(names))) if names else (),
        tombol=button(item.langkah),
        langkah=item.langkah,
        riwayat=(),
    )


def _order_summary(count: int) -> tuple[Potongan, ...]:
    if not count:
        return (Potongan("Belum ada disposisi untuk unit ini."),)
    return (Potongan(f"{count} unit", tebal=True), Potongan(" belum menerima disposisi."))


def _of_case(unit: Unit, ctx: Context, desks: Desks, item: Item) -> Pratinjau:
    assert item.case is not None
    acts = unit.journal.acts(item.case.id)
    keadaan = replay(item.jenis, acts)
    told = tell(unit, ctx, item.case, acts, desks.kalender)
    found = _examined(unit, ctx, item, keadaan)
    judul, subjudul = heading(item)
    tenggat = desks.tenggat(item)
    mine = desks.waits_for(item, ctx.actor)
    return Pratinjau(
        key=item.key,
        case_id=item.case.id,
        judul=judul,
        subjudul=subjudul,
        versi=f"versi {keadaan.laporan_ke}" if keadaan.laporan_ke else "",
        ringkasan=_changes(ctx, found) if found is not None and _just_handed_in(keadaan) else _latest(told),
        tenggat=tenggat,
        baris=(_limit(tenggat), *_facts(unit, item, keadaan, found)),
        tombol=button(item.langkah if mine else None),
        langkah=item.langkah,
        riwayat=told[:NEWEST],
    )


def _just_handed_in(keadaan: Keadaan) -> bool:
    return keadaan.terakhir is not None and keadaan.terakhir.action is Action.SUBMIT


def _examined(unit: Unit, ctx: Context, item: Item, keadaan: Keadaan) -> "Diperiksa | None":
    """The report as it was handed in, while it is the newest thing to say about the berkas."""
    if item.jenis is not Jenis.BERKAS or item.case is None:
        return None
    newest = keadaan.last(Action.SUBMIT, Action.SUBMIT_BAHAN)
    if newest is None or newest.action is not Action.SUBMIT:
        return None
    from kinerja_desktop.services.examination import examine  # with all that measures; a start shows its list first

    return examine(unit, load_berkas(unit, ctx, item.case.id))


# --- sentences ---------------------------------------------------------------------------------


def _changes(ctx: Context, found: "Diperiksa") -> tuple[Potongan, ...]:
    """Say what was done since the return: "… memperbaiki 2 angka dan menandai 2 dari 2 catatan selesai."."""
    kembali, maker = found.kembali, found.act.jabatan or found.act.nama
    if kembali is None:
        return (Potongan(f"{maker} mengajukan laporan ini untuk pertama kali."),)
    giver = "Anda" if kembali.oleh == ctx.actor.id else kembali.nama
    done = sum(found.done(note) for note in found.catatan)
    pieces = [
        Potongan(f"Setelah {giver} mengembalikan laporan ini, {maker} memperbaiki "),
        Potongan(f"{len(found.perubahan)} angka", tebal=True),
    ]
    if found.catatan:
        pieces += [Potongan(" dan menandai "), Potongan(f"{done} dari {len(found.catatan)} catatan", tebal=True)]
    tail = " selesai." if found.catatan else "."
    return (*pieces, Potongan(tail))


def _latest(told: Iterable[Kejadian]) -> tuple[Potongan, ...]:
    newest = next(iter(told), None)
    if newest is None:
        return ()
    words = f" · {newest.oleh}, {newest.waktu_teks}."
    quoted = f" «{newest.teks}»" if newest.teks else ""
    return (Potongan(newest.judul, tebal=True), Potongan(f"{words}{quoted}"))


def _limit(tenggat: Tenggat) -> tuple[str, str]:
    more = keterangan_tenggat(tenggat)
    return "Batas waktu", f"{kata_tenggat(tenggat)} ({more})" if more else kata_tenggat(tenggat)


def _facts(unit: Unit, item: Item, keadaan: Keadaan, found: "Diperiksa | None") -> tuple[tuple[str, str], ...]:
    lines = _report_facts(found) if found is not None else _plain_facts(unit, item, keadaan)
    returned = keadaan.pengembalian + (keadaan.pengembalian_bahan if found is None else 0)
    return (*lines, ("Dikembalikan", f"{returned} kali")) if returned else lines


def _plain_facts(unit: Unit, item: Item, keadaan: Keadaan) -> tuple[tuple[str, str], ...]:
    if item.seksi is None or item.triwulan is None:
        return ()
    number = len(indikator_of(unit, item.triwulan, item.seksi.kode))
    notes = None if keadaan.terakhir is None else return_of(keadaan.terakhir)
    lines = (("Indikator", str(number)),)
    return (*lines, ("Catatan", str(len(notes.catatan)))) if notes is not None else lines


def _report_facts(found: "Diperiksa") -> tuple[tuple[str, str], ...]:
    mean = found.rata_rata
    percent = "–" if mean.nilai is None else f"{format_persen(mean.nilai)} · {mean.kategori}"
    evidence = kata_jumlah([b for i in found.isi.indikator for b in i.bukti])
    return (
        ("Indikator", _counted(found)),
        ("Rata-rata capaian", percent),
        ("Bukti dukung", evidence),
    )


def _counted(found: "Diperiksa") -> str:
    """Say "9: 7 terhitung, 1 tanpa data, 1 tahunan"."""
    sel = found.sel.values()
    parts = (
        (sum(s.sendiri.lengkap for s in sel), "terhitung"),
        (sum(s.state is CellState.TIDAK_ADA_DATA for s in sel), "tanpa data"),
        (sum(s.state is CellState.TERKUNCI for s in sel), "tahunan"),
    )
    return f"{len(found.sel)}: " + ", ".join(f"{n} {word}" for n, word in parts if n)
