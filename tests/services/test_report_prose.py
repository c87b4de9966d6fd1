"""What the reports say of figures: one sentence for each state, each thing once, nothing against the rules of prose."""

import itertools
import re
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.indikator import NilaiSkala, Riwayat, Target, Tingkat, VersiRencana
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.laporan import AnalisisSasaran, Kosong, Lkjip
from kinerja_desktop.domain.pegawai import Pegawai, StatusPegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.telaah import Cacat, read_text
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import annual, collection, quarterly, reports
from kinerja_desktop.services.compose.kalimat import banyaknya
from kinerja_desktop.services.context import Context
from tests.office import BUDGET, INDIKATOR, PLAN, RAHMA, TW2, Kantor, target

NBSP = "\N{NO-BREAK SPACE}"
PROSE = {
    *("kata_pengantar", "ikhtisar", "paragraf", "pengantar_perencanaan", "pengantar_capaian", "teks_capaian"),
    *("pengantar", "target_realisasi", "teks_tren", "teks_renstra", "teks_pembanding", "penyebab", "teks_efisiensi"),
    *("teks_program", "teks_anggaran", "kesimpulan", "penutup", "pendahuluan", "pengantar_anggaran"),
    *("pengantar_analisis", "pengantar_rekomendasi", "teks_waktu", "teks_langkah"),
}


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA)


def play_year(kantor: Kantor) -> None:
    kantor.at(1, 12, 8, tahun=2027)
    for quarter in Triwulan.of_year(2026):
        for seksi in ("PEL", "PEM", "TRA"):
            kantor.play(seksi, quarter)


def change(kantor: Kantor, kode: str, **values: object) -> None:
    """Another definition of one indikator, before anything was reported."""
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        made = tuple(replace(i, **values) if i.kode == kode else i for i in plan.indikator)  # type: ignore[arg-type]
        unit.planning.put_rencana(replace(plan, indikator=made))
        unit.commit()


def with_history(kantor: Kantor, *past: Riwayat, skala: tuple[NilaiSkala, ...] = ()) -> None:
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        unit.planning.put_rencana(replace(plan, riwayat=past, skala=skala))
        unit.commit()


def paragraphs(thing: object, name: str = "") -> list[str]:
    """Every paragraph of running text in a report."""
    if isinstance(thing, str):
        return [thing] if name in PROSE else []
    if isinstance(thing, tuple):
        return [text for part in thing for text in paragraphs(part, name)]
    if is_dataclass(thing):
        return [text for f in fields(thing) for text in paragraphs(getattr(thing, f.name), f.name)]
    return []


def said_of(report: Lkjip, part: str) -> str:
    return " ".join(text for s in report.sasaran for text in getattr(s, part)).replace(NBSP, " ")


# --- rules that hold for all of it -----------------------------------------------------------------


def test_nothing_that_is_generated_breaks_a_rule_of_prose(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    told = [
        t for r in (annual.draft(planner, 2026), quarterly.draft(planner, Triwulan(2026, 2))) for t in paragraphs(r)
    ]

    assert len(told) > 60
    assert [(t.cacat, t.kutipan) for t in read_text("bab", told)] == []
    assert [t for t in told if re.search(r"(?:^|[.!?] )\d", t)] == []
    assert [t for t in told if re.search(r"%\w* dari target \d+(?:,\d+)?%", t)] == []
    assert [t for t in told if re.search(r"(?:[Tt]ahun|Tabel|Triwulan|pukul) [\dIV]|\d (?:poin|indikator)", t)] == []


def test_no_two_neighbours_are_alike(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    for analysis in annual.draft(planner, 2026).sasaran:
        for part in (analysis.target_realisasi, analysis.teks_tren, analysis.penyebab):
            openings = [" ".join(text.split()[:2]) for text in part]
            assert all(a != b for a, b in itertools.pairwise(openings)), openings


def test_the_summary_says_each_thing_once_in_its_order(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    told = [text.replace(NBSP, " ") for text in annual.draft(planner, 2026).ikhtisar]

    for number, words in enumerate(("Perjanjian Kinerja", "mencapai atau melampaui target", "Capaian tertinggi")):
        assert words in told[number]
        assert sum(words in text for text in told) == 1
    assert "serap" in told[-2] or "realisasi" in told[-2]
    assert told[-1].startswith("Pada tahun 2027")


# --- states -----------------------------------------------------------------------------------------

_KELILING = "2.1"
"""An indikator of twelve kegiatan, all of them done."""
_YEARLY = "2.2"
_STATES = [
    ({"target": target("8", *["2"] * 4)}, "melampaui|terlampaui|mencatat capaian", "target_realisasi"),
    ({"target": target(None)}, "arget .*belum (?:ditetapkan|dicatat)", "target_realisasi"),
    ({"target_renstra": Decimal(200), "tahun_renstra": 2029}, "dalam tiga tahun", "teks_renstra"),
    ({"target_renstra": Decimal(1), "tahun_renstra": 2029}, "terlampaui", "teks_renstra"),
    (
        {"pembanding": Decimal(1), "sumber_pembanding": "Rata-rata kabupaten, 2025"},
        r"kabupaten \(2025\)",
        "teks_pembanding",
    ),
    ({"nama": "Nilai " + "kata " * 12}, "ndikator 5", "target_realisasi"),
]


@pytest.mark.parametrize(("values", "pattern", "part"), _STATES, ids=[str(n) for n in range(len(_STATES))])
def test_each_state_is_told(
    kantor: Kantor, planner: Context, values: dict[str, object], pattern: str, part: str
) -> None:
    change(kantor, _KELILING, **values)
    play_year(kantor)

    assert re.search(pattern, said_of(annual.draft(planner, 2026), part))


@pytest.mark.parametrize(
    ("lalu", "pattern"),
    [
        ((), "belum tersedia|belum tercatat|tahun pertama"),
        ((Riwayat("1.2", 2025, Decimal(1), Decimal(1)),), "naik|lebih tinggi"),
        ((Riwayat("1.2", 2025, Decimal(99000), Decimal(99000)),), "turun|lebih rendah"),
    ],
)
def test_the_year_before_is_compared(kantor: Kantor, planner: Context, lalu: tuple[Riwayat, ...], pattern: str) -> None:
    with_history(kantor, *lalu)
    play_year(kantor)

    assert re.search(pattern, said_of(annual.draft(planner, 2026), "teks_tren"))


def test_a_predicate_is_told_as_its_letters(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, satuan="Predikat")
    with_history(kantor, skala=(NilaiSkala("Predikat", "BB", Decimal(12)),))
    play_year(kantor)

    told = said_of(annual.draft(planner, 2026), "target_realisasi")

    assert "BB" in told
    assert "sebesar BB" not in told


def test_the_distance_of_two_predicates_is_no_predicate(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, satuan="Predikat", target_renstra=Decimal(13), pembanding=Decimal(13))
    with_history(kantor, skala=(NilaiSkala("Predikat", "D", Decimal(1)), NilaiSkala("Predikat", "A", Decimal(13))))
    play_year(kantor)

    report = annual.draft(planner, 2026)

    gaps = [(b.sisa, c.hasil) for s in report.sasaran for b, c in zip(s.renstra, s.pembanding, strict=True)]
    assert [(sisa.nilai, hasil.nilai) for sisa, hasil in gaps if sisa.nilai == 1] == [(Decimal(1), Decimal(-1))]
    assert not [figure for gap in gaps for figure in gap if figure.teks]


def test_levels_below_the_program_are_told_in_short(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, tingkat=Tingkat.SUB_KEGIATAN)
    play_year(kantor)

    *detailed, short = annual.draft(planner, 2026).sasaran

    assert all(len(s.tren) and s.teks_program for s in detailed)
    assert short == AnalisisSasaran("Capaian Sub Kegiatan", short.pengantar)
    assert "terdapat satu indikator, yang angkanya disajikan pada lampiran" in short.pengantar[0]


def test_levels_below_the_program_stand_in_the_lampiran_alone(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, tingkat=Tingkat.SUB_KEGIATAN)
    play_year(kantor)

    report = annual.draft(planner, 2026)

    measured = [row for group in report.pengukuran for row in group.baris]
    in_table = {row.kode for group in report.capaian.kelompok for row in group.baris}
    planned = {row.no for group in report.rencana_aksi_lampiran for row in group.baris}
    assert _KELILING not in in_table
    assert len(measured) == len(in_table) + 1 == len(planned) + 1
    assert "Rencana aksi sub kegiatan tercantum" in report.teks_rencana_aksi[0]


def test_the_measuring_annexed_has_every_quarter(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    report = annual.draft(planner, 2026)
    plan = kantor.rencana.indikator
    row = next(r for group in report.pengukuran for r in group.baris if r.nama == plan[0].nama)
    line = next(r for group in report.capaian.kelompok for r in group.baris if r.kode == plan[0].kode)
    assert [t.nilai for t in row.target] == list(plan[0].target.triwulan)
    assert (row.no, row.realisasi_tahun, row.capaian) == (line.no, line.realisasi, line.capaian)


# --- what is to be decided -----------------------------------------------------------------------


def test_a_missing_target_is_named_as_a_decision(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, target=Target())
    play_year(kantor)

    quarter, year = quarterly.draft(planner, Triwulan(2026, 2)), annual.draft(planner, 2026)

    last = quarterly.draft(planner, Triwulan(2026, 4))
    for report, tahun in ((quarter, 2026), (last, 2027), (year, 2027)):
        told = " ".join(report.ikhtisar).replace(NBSP, " ")
        assert "belum memiliki target tahun 2026" in told
        assert f"Target tahun {tahun} perlu diputuskan Camat" in told
    for rows, tahun in ((quarter.rekomendasi, 2026), (last.rekomendasi, 2027), (year.langkah_perbaikan, 2027)):
        decided = [r for r in rows if r.teks.startswith("Menetapkan target")]
        assert [r.teks.replace(NBSP, " ").endswith(f"Perjanjian Kinerja Tahun {tahun}") for r in decided] == [True]
        assert decided[0].penanggung_jawab.startswith("Camat")


def test_nothing_is_to_be_decided_where_every_target_is_there(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    report = annual.draft(planner, 2026)
    assert "perlu diputuskan" not in " ".join(report.ikhtisar)
    assert not any(r.teks.startswith("Menetapkan target") for r in report.langkah_perbaikan)


def test_much_money_left_names_its_place_and_asks_why_until_it_is_told(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    annual.force_start(planner, 2026, "Laporan triwulan disusun belakangan.", seen=0)

    view = annual.load(planner, 2026)
    chapter = next(bab for bab in view.bab if bab.kunci == "anggaran")
    assert "Sisa terbesar berada pada Program Pelayanan, yaitu Rp220.000.000" in chapter.dibuat[0].replace(NBSP, " ")
    assert any(r.teks == "Meninjau pagu dan jadwal belanja Program Pelayanan" for r in view.rekomendasi)
    assert _asks_why(view, chapter.judul)

    same = view.isi.typed_over("anggaran", chapter.dibuat, chapter.dibuat)
    annual.save_draft(planner, 2026, same, seen=view.versi_draf)
    assert _asks_why(annual.load(planner, 2026), chapter.judul)
    told = same.typed_over("anggaran", (*chapter.dibuat, "Sisa itu terjadi karena lelang gagal."), chapter.dibuat)
    annual.save_draft(planner, 2026, told, seen=view.versi_draf + 1)
    assert not _asks_why(annual.load(planner, 2026), chapter.judul)


def _asks_why(view: reports.LaporanView, bab: str) -> bool:
    return any(t.bab == bab and t.cacat is Cacat.TANPA_SEBAB for t in view.telaah)


# --- analyses with nothing to compare ------------------------------------------------------------


def test_a_table_without_anything_to_compare_gives_way_to_its_sentence(kantor: Kantor, planner: Context) -> None:
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        bare = tuple(replace(i, target_renstra=None, pembanding=None) for i in plan.indikator)
        unit.planning.put_rencana(replace(plan, indikator=bare, riwayat=()))
        unit.commit()
    play_year(kantor)

    report = annual.draft(planner, 2026)

    assert not report.renstra
    for analysis in report.sasaran:
        assert (analysis.renstra, analysis.pembanding) == ((), ())
        assert analysis.teks_renstra
        assert analysis.teks_pembanding
        assert all([y.tahun for y in trend.tahun] == [2026] for trend in analysis.tren)


def test_first_targets_stand_beside_those_that_hold_on_the_last_day(kantor: Kantor, planner: Context) -> None:
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        later = VersiRencana("Perubahan", Triwulan(2026, 4).first_day, ((_YEARLY, target("85")),))
        unit.planning.put_rencana(replace(plan, versi=(later,)))
        unit.commit()
    play_year(kantor)

    report = annual.draft(planner, 2026)

    lines = {b.kode: b for k in report.perjanjian for b in k.baris}
    murni = lines[_YEARLY].target_murni
    assert murni is not None
    assert (murni.nilai, lines[_YEARLY].target.nilai) == (Decimal(83), Decimal(85))
    assert [kode for kode, line in lines.items() if line.target_murni is not None] == [_YEARLY]
    assert "Satu indikator berubah targetnya" in report.pengantar_perencanaan[1]


def test_the_agreement_holds_what_the_head_promised_alone(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, tingkat=Tingkat.PROGRAM)
    play_year(kantor)

    report = annual.draft(planner, 2026)

    assert _KELILING in {b.kode for k in report.capaian.kelompok for b in k.baris}
    assert _KELILING not in {b.kode for k in report.perjanjian for b in k.baris}
    assert "Jumlah pelayanan keliling" not in {b.indikator for b in report.renstra}


# --- BAB I ------------------------------------------------------------------------------------------


def test_people_are_counted_by_unit_and_by_golongan(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    by_unit, by_golongan = annual.draft(planner, 2026).pendahuluan[3].tabel

    total = [angka.nilai for angka in by_unit.baris[-1].jumlah]
    assert total == [9, 9, 8]
    assert by_golongan.baris[-1].jumlah[-1].nilai == 9


def test_who_has_no_golongan_by_rule_is_not_told_as_a_gap(kantor: Kantor, planner: Context) -> None:
    with kantor.store.unit() as unit:
        unit.people.put(Pegawai("Misal Honorer", "Petugas Kebersihan", (), status=StatusPegawai.NON_ASN))
        unit.people.put(Pegawai("Umpama Lupa", "Pengelola Arsip", (), status=StatusPegawai.PNS))
        unit.commit()
    play_year(kantor)
    by_golongan = annual.draft(planner, 2026).pendahuluan[3].tabel[1]
    counted = {row.uraian: row.jumlah[0].nilai for row in by_golongan.baris}
    assert counted["Non-ASN (tanpa golongan)"] == 1
    assert "Golongan belum dicatat" in counted


def test_what_was_typed_last_year_is_where_this_year_begins(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    for quarter in Triwulan.of_year(2026):
        quarterly.fix(planner, quarter, seen=quarterly.load(planner, quarter).versi)
    typed = ("Kecamatan ini terdiri atas delapan desa.", "Penduduknya 20 ribu jiwa pada tahun 2026.")
    isi = IsiLaporan().typed_over("gambaran_umum", typed, ())
    reports.save_draft(planner, reports.TAHUNAN, reports.at_december(2026), isi, seen=0)
    annual.fix(planner, 2026, seen=annual.load(planner, 2026).versi)
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        unit.planning.put_rencana(replace(plan, tahun=2027))
        unit.commit()

    begun = annual.draft(planner, 2027)

    assert begun.pendahuluan[0].paragraf == typed
    assert "2027" in begun.kata_pengantar[0]
    kantor.at(1, 12, 8, tahun=2028)
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi, Triwulan(2027, 4))
    annual.force_start(planner, 2027, "Seksi lain belum mengisi triwulan awal.", seen=0)
    (old,) = [t for t in annual.load(planner, 2027).telaah if t.cacat is Cacat.TAHUN_LALU]
    assert (old.bab, old.kutipan) == ("I.A Gambaran Umum", "alinea 2: Penduduknya 20 ribu jiwa pada tahun 2026.")


# --- lampiran ---------------------------------------------------------------------------------------


def test_evidence_of_all_quarters_is_annexed(kantor: Kantor, planner: Context) -> None:
    play_year(kantor)
    report = annual.draft(planner, 2026)

    assert report.bukti
    assert [b.no for b in report.bukti] == [str(n) for n in range(1, len(report.bukti) + 1)]
    assert {b.indikator for b in report.bukti} == {line.no for group in report.capaian.kelompok for line in group.baris}


def test_annexed_evidence_follows_the_order_of_the_seksi_as_the_other_annexes_do(
    kantor: Kantor, planner: Context
) -> None:
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        unit.planning.put_rencana(replace(plan, indikator=(*plan.indikator[-2:], *plan.indikator[:-2])))
        unit.commit()
    play_year(kantor)
    told = dict.fromkeys(b.seksi for b in annual.draft(planner, 2026).bukti)
    assert list(told) == ["Seksi Pelayanan", "Seksi Pemerintahan", "Seksi Ketenteraman"]


def test_the_renstra_names_its_groups_as_every_other_table_does(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, target_renstra=Decimal(20))
    report = annual.draft(planner, 2026)
    groups = [group.judul for group in report.capaian.kelompok]
    assert [sasaran for sasaran, _ in itertools.groupby(line.sasaran for line in report.renstra)] == groups


def test_a_scale_of_predicates_is_marked_where_it_is_used(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, satuan="Predikat")
    with_history(kantor, skala=(NilaiSkala("Predikat", "BB", Decimal(12)),))
    table = annual.draft(planner, 2026).capaian
    marked = {b.kode for k in table.kelompok for b in k.baris if len(table.catatan_kaki) in b.catatan}
    assert table.catatan_kaki[-1].endswith("Predikat: BB = 12.")
    assert marked == {_KELILING}


@pytest.mark.parametrize(
    ("tindak_lanjut", "until"),
    [
        ("Membuka loket tambahan pada Agustus 2026", "31 Agustus 2026"),
        ("Membuka loket tambahan paling lambat 14 Juli 2026", "14 Juli 2026"),
        ("Membuka loket tambahan pada pekan pertama September 2026", "30 September 2026"),
        ("Melanjutkan hasil rapat yang digelar pada Mei 2026", "30 September 2026"),
        ("Membuka loket tambahan mulai Agustus 2026", "30 September 2026"),
        ("Membuka loket tambahan pada 45 Agustus 2026", "31 Agustus 2026"),
        ("Membuka loket tambahan", "30 September 2026"),
    ],
)
def test_a_recommendation_is_due_on_the_day_that_it_names(
    kantor: Kantor, planner: Context, tindak_lanjut: str, until: str
) -> None:
    play_quarter_with(kantor, tindak_lanjut)
    offered = quarterly.draft(planner, Triwulan(2026, 2)).rekomendasi
    assert [r.batas_waktu for r in offered if r.teks.replace(NBSP, " ") == tindak_lanjut] == [until]


def test_a_follow_up_of_several_indikator_is_recommended_once(kantor: Kantor, planner: Context) -> None:
    kantor.assign("PEL")
    kantor.order("PEL")
    kantor.fill("PEL", k1_1="50", k2_1="1")
    ctx, case = kantor.analis("PEL"), kantor.case("PEL")
    view = collection.load(ctx, case.id)
    same = [replace(view.isi.of(kode), tindak_lanjut="Menambah petugas loket") for kode in ("1.1", _KELILING)]
    saved = collection.save_draft(ctx, case.id, same, seen=view.versi_draf)
    collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=saved.versi)
    for step in (kantor.submit, kantor.approve, kantor.hand_over):
        step("PEL")
    offered = quarterly.draft(planner, Triwulan(2026, 2)).rekomendasi
    assert [r.teks for r in offered].count("Menambah petugas loket") == 1


def play_quarter_with(kantor: Kantor, tindak_lanjut: str) -> None:
    """A quarter of one seksi, far below one target, with what it will do about that."""
    kantor.assign("PEL")
    kantor.order("PEL")
    kantor.fill("PEL", k2_1="1")
    ctx, case = kantor.analis("PEL"), kantor.case("PEL")
    view = collection.load(ctx, case.id)
    row = replace(view.isi.of(_KELILING), tindak_lanjut=tindak_lanjut)
    saved = collection.save_draft(ctx, case.id, [row], seen=view.versi_draf)
    collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=saved.versi)
    for step in (kantor.submit, kantor.approve, kantor.hand_over):
        step("PEL")


def test_na_is_explained_where_it_is_printed(kantor: Kantor, planner: Context) -> None:
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    assert "n/a" not in quarterly.draft(planner, Triwulan(2026, 2)).pengantar_capaian[0]


def test_na_of_a_missing_figure_is_explained(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEL")
    assert "n/a" in quarterly.draft(planner, Triwulan(2026, 2)).pengantar_capaian[0]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((Tingkat.PROGRAM,), "satu program"),
        ((Tingkat.SUB_KEGIATAN, Tingkat.PROGRAM, Tingkat.PROGRAM), "dua program dan satu sub kegiatan"),
        ((Tingkat.SUB_KEGIATAN,) * 13 + (Tingkat.KEGIATAN,), "1 kegiatan dan 13 sub kegiatan"),
    ],
)
def test_supporting_lines_are_counted_by_their_level(lines: tuple[Tingkat, ...], words: str) -> None:
    """A sub kegiatan is no program, whoever reads the table above."""
    assert banyaknya(lines) == words


def test_efficiency_without_a_program_behind_it_asks_for_the_link(kantor: Kantor, planner: Context) -> None:
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, ())
        unit.commit()
    play_year(kantor)

    told = said_of(annual.draft(planner, 2026), "teks_efisiensi")

    assert "belum ada program yang dihubungkan dengan indikator sasaran ini" in told


def test_indikator_without_data_for_one_reason_share_its_words(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEL")
    (told,) = [n for n in quarterly.draft(planner, TW2).capaian.catatan_kaki if "Belum ada data" in n]
    assert "Jumlah dokumen kependudukan, Jumlah surat keterangan, dan Jumlah pelayanan keliling: belum lengkap" in told
    assert "Desa dengan profil lengkap: belum ada data Triwulan II;" in told


def test_a_mean_names_the_level_that_it_counts(kantor: Kantor, planner: Context) -> None:
    change(kantor, _KELILING, tingkat=Tingkat.TUJUAN)
    play_year(kantor)
    report = annual.draft(planner, 2026)
    assert "indikator sasaran bernilai)" in report.capaian.label_rata_rata
    assert "tidak menghitung indikator tujuan." in report.capaian.catatan_kaki[0]
    assert "indikator sasaran" in " ".join(report.ikhtisar)


def test_a_mean_of_indikator_that_name_no_sasaran_is_not_said_to_be_one_of_sasaran(
    kantor: Kantor, planner: Context
) -> None:
    change(kantor, _KELILING, tingkat=Tingkat.TUJUAN)
    change(kantor, "1.1", sasaran=None)
    play_year(kantor)
    report = annual.draft(planner, 2026)
    assert "indikator di luar tujuan bernilai)" in report.capaian.label_rata_rata
    assert "indikator sasaran" not in " ".join(report.ikhtisar)
    assert "indikator di luar tujuan" in " ".join(report.ikhtisar)


def test_an_indikator_with_a_long_name_is_named_where_no_table_numbers_it(kantor: Kantor, planner: Context) -> None:
    long = (
        "Jumlah dokumen perencanaan dan laporan hasil koordinasi penyusunan rencana kerja anggaran perubahan kecamatan"
    )
    for kode in ("1.1", "1.2"):
        change(kantor, kode, nama=f"{long} {kode[-1]}")
    play_year(kantor)
    report = annual.draft(planner, 2026)
    told = " ".join(text for part in report.pendahuluan for text in part.paragraf if "Strategis" in part.judul)
    assert f"{long[:1].lower()}{long[1:]}" in told.replace(NBSP, " ")
    assert f"indikator{NBSP}" not in told


def test_without_any_capaian_the_first_page_tells_how_far_the_data_has_come() -> None:
    low = {"PEM": Tingkat.PROGRAM}
    rows = tuple(replace(i, target=Target(), tingkat=low.get(i.seksi or "", i.tingkat)) for i in INDIKATOR)
    kantor = Kantor(rencana=replace(PLAN, indikator=rows))
    kantor.play("PEL")
    report = quarterly.draft(kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), TW2)
    told = [(k.angka, k.keterangan) for k in report.kotak[4:]]
    assert told[-1] == ("0 dari 1", "indikator program berisi realisasi s.d. TW II")
    assert told[0][1] == "indikator sasaran berisi realisasi s.d. TW II"
    assert told[0][0].endswith("dari 7")
    assert report.ikhtisar[-1].replace(NBSP, " ").startswith("Realisasi Triwulan II diisi untuk ")
    later = quarterly.draft(kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), Triwulan(2026, 3))
    assert later.ikhtisar[-1].replace(NBSP, " ") == (
        "Realisasi Triwulan III belum diisi, sehingga angka sampai dengan Triwulan III sama dengan keadaan "
        "sampai dengan Triwulan II."
    )


def test_the_box_of_the_money_says_why_it_is_empty(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, tuple(replace(line, pagu=None) for line in BUDGET))
        unit.commit()
    kantor.play("PEL")
    report = quarterly.draft(kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), TW2)
    assert report.kotak[3].angka == "n/a"
    assert report.kotak[3].keterangan == "realisasi anggaran s.d. TW II (pagu belum ditetapkan)"


def test_a_program_is_carried_out_by_its_kegiatan_and_not_supported_by_itself() -> None:
    low = replace(INDIKATOR[6], tingkat=Tingkat.PROGRAM, sasaran="Program Penataan Desa")
    kantor = Kantor(rencana=replace(PLAN, indikator=(*INDIKATOR[:6], low, INDIKATOR[7])))
    program = replace(BUDGET[0], uraian="PROGRAM PENATAAN DESA", indikator=(), pagu=None)
    kegiatan = replace(program, kode="01.1", tingkat=Tingkat.KEGIATAN, uraian="Pembinaan Desa")
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, (program, kegiatan))
        unit.commit()
    play_year(kantor)
    report = annual.draft(kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), 2026)
    found = next(a for a in report.sasaran if a.judul.startswith("Program I."))
    assert [line.uraian for line in found.program] == [program.uraian, kegiatan.uraian]
    assert {line.serapan.kosong for line in found.program} == {Kosong.BELUM_ADA}, "as in the table of the budget"
    assert (
        found.teks_program[0]
        .replace("\N{NO-BREAK SPACE}", " ")
        .startswith("Program ini dilaksanakan melalui satu kegiatan.")
    )
