"""The numbered copy that an approval freezes: figures, definitions, targets, names and titles of that day.

Laporan Triwulan, LKjIP and every later paper are made from such copies. To freeze more: a field of
``Salinan`` with a default, filled here.
"""

from datetime import date

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.realisasi import Isi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Act, Action
from kinerja_desktop.services.cases import Berkas
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.snapshots import Pejabat, Salinan
from kinerja_desktop.storage.unit_of_work import Unit

MURNI = "murni"


def freeze_copy(unit: Unit, ctx: Context, berkas: Berkas, submitted: Act, isi: Isi) -> Salinan:
    """The copy of the report that ``submitted`` handed in, approved by the actor now."""
    rencana = unit.planning.rencana(berkas.case.tahun)
    if rencana is None:
        raise NotFound("Rencana kinerja", str(berkas.case.tahun))
    last_day = berkas.triwulan.last_day
    own = tuple(i for i in rencana.indikator if i.seksi == berkas.seksi.kode and i.dipakai(last_day))
    return Salinan(
        nomor=berkas.keadaan.laporan_ke,
        triwulan=berkas.triwulan,
        seksi=berkas.seksi,
        isi=isi,
        indikator=own,
        target=tuple((i.kode, rencana.target_pada(i.kode, last_day)) for i in own),
        skala=rencana.skala,
        analis=_analysts(unit, berkas),
        kasubag=_as_acted(unit, submitted),
        kabid=_checker(unit, ctx),
        revisi_sop=berkas.case.revisi_sop,
        versi_rencana=_version_on(rencana, last_day),
        disetujui=ctx.today(),
    )


def _analysts(unit: Unit, berkas: Berkas) -> tuple[Pejabat, ...]:
    """Who handed the bahan in, then the others who were ordered."""
    handed = berkas.keadaan.last(Action.SUBMIT_BAHAN)
    first = () if handed is None else (_as_acted(unit, handed),)
    ordered = (unit.people.get(one) for one in berkas.case.analis if handed is None or one != handed.oleh)
    return (*first, *(_named(person, person.jabatan_tercetak) for person in ordered))


def _checker(unit: Unit, ctx: Context) -> Pejabat:
    """The actor; while others look at a draft whoever would check it today."""
    if ctx.actor.role is Role.KABID:
        return _named(unit.people.get(ctx.actor.id), ctx.actor.jabatan)
    held = unit.people.holders(Role.KABID, ctx.today())
    return _named(held[0], held[0].jabatan_tercetak) if held else Pejabat("", "", Role.KABID.label)


def _as_acted(unit: Unit, act: Act) -> Pejabat:
    person = unit.people.get(act.oleh)
    return Pejabat(act.oleh, act.nama, act.jabatan, person.nip, person.pangkat_tercetak)


def _named(person: Pegawai, jabatan: str) -> Pejabat:
    return Pejabat(person.id, person.nama, jabatan, person.nip, person.pangkat_tercetak)


def _version_on(rencana: Rencana, tanggal: date) -> str:
    """Name of the plan version in force on a day."""
    begun = [v.versi for v in rencana.versi if v.berlaku_mulai <= tanggal]
    return begun[-1] if begun else MURNI
