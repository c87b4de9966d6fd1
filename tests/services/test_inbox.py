"""Kotak Tugas: each role's list, its counts and its words."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.errors import NotFound, OtherSeksi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action, Langkah, Status
from kinerja_desktop.services import inbox, section_report
from kinerja_desktop.services.changes import NOTHING, Change
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.inbox import Lingkup, Tugas
from tests.office import ANDI, DEWI, HASAN, JOKO, RAHMA, TW1, TW2, TW3, Kantor


def rows(ctx: Context, lingkup: Lingkup = Lingkup.SAYA) -> list[Tugas]:
    return [task for group in inbox.load(ctx, lingkup).kelompok for task in group.tugas]


def titles(ctx: Context, lingkup: Lingkup = Lingkup.SAYA) -> list[str]:
    return [task.judul for task in rows(ctx, lingkup)]


# --- the afternoon of the picture --------------------------------------------------------------


@pytest.fixture
def afternoon(kantor: Kantor) -> Kantor:
    """14 July, 15.12: one late, one due within the hour, one still with the analyst."""
    kantor.at(7, 10, 7, 40)
    kantor.assign()
    kantor.order("PEL")
    kantor.order("PEM")
    kantor.order("TRA")
    kantor.at(7, 13, 10, 55)
    kantor.submit_bahan("PEL")
    kantor.submit_bahan("PEM")
    kantor.at(7, 13, 14, 5)
    kantor.submit("PEM")
    kantor.submit("PEL")
    kantor.at(7, 14, 9, 52)
    kantor.send_back("PEL", TW2, ("1.3", "Register mencatat 500."))
    kantor.at(7, 14, 14, 41)
    ctx, case = kantor.kasubag("PEL"), kantor.case("PEL")
    view = section_report.load(ctx, case.id)
    figure = replace(view.isi.of("1.3"), realisasi=view.isi.of("1.4").realisasi)
    reasoned = replace(figure, alasan_peringatan="Sudah dicocokkan dengan register.")
    section_report.save_draft(ctx, case.id, [reasoned], seen=0)
    kantor.submit("PEL")
    kantor.at(7, 14, 15, 12)
    return kantor


def test_the_kabids_list(afternoon: Kantor) -> None:
    box = inbox.load(afternoon.kabid)
    assert [(g.judul, g.keterangan, len(g.tugas)) for g in box.kelompok] == [
        ("Terlambat", "", 1),
        ("Hari ini", "sampai 16.00", 1),
    ]
    assert [(t.chip, t.judul, t.kalimat) for g in box.kelompok for t in g.tugas] == [
        (
            "Menunggu Pemeriksaan",
            "Periksa laporan Seksi Pemerintahan",
            "Hasan Perumpamaan, S.Sos. mengajukan Senin 13 Juli, 14.05",
        ),
        (
            "Diajukan Kembali (ke-1)",
            "Periksa laporan Seksi Pelayanan",
            "Siti Misalnya, S.Sos. mengajukan kembali hari ini, 14.41",
        ),
    ]
    assert box.ringkasan == "2 tugas menunggu Anda: 1 terlambat, 1 harus selesai hari ini."
    assert box.sesudah_ini == (
        "Sesudah ini: 15 Juli 2026 sampai 16.00, Kasubag Perencanaan menyusun Laporan Triwulan II."
    )


def test_the_quarters_report_comes_after_the_reports_of_the_seksi(kantor: Kantor) -> None:
    kantor.at(7, 10, 7, 40)
    kantor.assign()
    expected = "Sesudah ini: 15 Juli 2026 sampai 16.00, Kasubag Perencanaan menyusun Laporan Triwulan II."
    assert inbox.load(kantor.kabid).sesudah_ini == expected
    kantor.order("PEL")
    assert inbox.load(kantor.kabid).sesudah_ini == expected


def test_whoever_has_the_quarters_report_to_write_is_not_told_that_it_comes(kantor: Kantor) -> None:
    for seksi in ("PEM", "PEL", "TRA"):
        kantor.play(seksi)
    box = inbox.load(kantor.ctx(RAHMA))
    assert [task.judul for group in box.kelompok for task in group.tugas] == ["Susun Laporan Triwulan II 2026"]
    assert box.sesudah_ini == "Sesudah ini: 12 Oktober 07.30, penugasan data Triwulan III 2026."


def test_a_returned_report_is_summed_up_by_its_return(kantor: Kantor) -> None:
    kantor.at(7, 10, 7, 40)
    kantor.assign()
    kantor.order("PEL")
    kantor.at(7, 13, 10, 55)
    kantor.submit_bahan("PEL")
    kantor.submit("PEL")
    kantor.send_back("PEL", TW2, ("1.3", "Register mencatat 500."))
    ctx = kantor.kasubag("PEL")
    task = next(one for group in inbox.load(ctx).kelompok for one in group.tugas)
    assert inbox.preview(ctx, task.key).ringkasan[0].teks == "Dikembalikan untuk Diperbaiki"


def test_counts_are_the_lengths_of_the_lists(afternoon: Kantor) -> None:
    for ctx in (afternoon.kabid, afternoon.kasubag("PEL"), afternoon.analis("TRA"), afternoon.ctx(RAHMA)):
        box = inbox.load(ctx)
        assert {scope: len(rows(ctx, scope)) for scope in Lingkup} == box.jumlah
        assert inbox.counts(ctx)[ctx.actor] == box.jumlah[Lingkup.SAYA]
        assert sum(box.per_langkah.values()) == box.jumlah[Lingkup.SAYA]


def test_the_scopes_of_the_kabid(afternoon: Kantor) -> None:
    afternoon.approve("PEM")
    assert titles(afternoon.kabid) == ["Periksa laporan Seksi Pelayanan"]
    assert titles(afternoon.kabid, Lingkup.BERJALAN) == ["Laporan Seksi Ketenteraman"]
    assert titles(afternoon.kabid, Lingkup.SELESAI) == ["Laporan Seksi Pemerintahan"]
    assert titles(afternoon.kabid, Lingkup.SEMUA) == [
        "Periksa laporan Seksi Pelayanan",
        "Laporan Seksi Pemerintahan",
        "Laporan Seksi Ketenteraman",
    ]


def test_a_seksi_sees_itself_alone(afternoon: Kantor) -> None:
    assert titles(afternoon.analis("TRA")) == ["Isi Lembar Kerja Seksi Ketenteraman"]
    assert titles(afternoon.kasubag("PEL"), Lingkup.SEMUA) == ["Laporan Seksi Pelayanan"]
    assert titles(afternoon.kasubag("PEL"), Lingkup.BERJALAN) == ["Laporan Seksi Pelayanan"]
    assert titles(afternoon.ctx(JOKO), Lingkup.SEMUA) == []


def test_opening_takes_the_dot_away_until_something_happens(afternoon: Kantor) -> None:
    case = afternoon.case("PEL")
    first = inbox.opened(afternoon.kabid, case.id)
    again = inbox.opened(afternoon.kabid, case.id)

    assert (first, again) == (frozenset({Change.READ}), NOTHING)
    assert {t.seksi.kode: t.baru for t in rows(afternoon.kabid) if t.seksi} == {"PEM": True, "PEL": False}
    section_report.withdraw(afternoon.kasubag("PEL"), case.id, seen=case.versi)
    afternoon.submit("PEL")
    assert all(t.baru for t in rows(afternoon.kabid))


def test_steps_done_late_are_flagged(afternoon: Kantor) -> None:
    afternoon.at(7, 15, 9)
    afternoon.submit_bahan("TRA")
    (task,) = rows(afternoon.kasubag("TRA"))
    assert (task.judul, task.tanda) == ("Susun laporan Seksi Ketenteraman", ("bahan terlambat",))


def test_the_preview_tells_what_changed(afternoon: Kantor) -> None:
    shown = inbox.preview(afternoon.kabid, afternoon.case("PEL").id)
    assert (shown.judul, shown.subjudul, shown.versi) == (
        "Laporan Data Kinerja",
        "Seksi Pelayanan · Triwulan II 2026",
        "versi 2",
    )
    assert "".join(piece.teks for piece in shown.ringkasan) == (
        "Setelah Anda mengembalikan laporan ini, Kasi Pelayanan memperbaiki 1 angka "
        "dan menandai 1 dari 1 catatan selesai."
    )
    assert [piece.teks for piece in shown.ringkasan if piece.tebal] == ["1 angka", "1 dari 1 catatan"]
    assert dict(shown.baris) | {"Rata-rata capaian": ""} == {
        "Batas waktu": "hari ini sampai 15.41 (masih 29 menit)",
        "Indikator": "6: 5 terhitung, 1 tahunan",
        "Rata-rata capaian": "",
        "Bukti dukung": "6 catatan",
        "Dikembalikan": "1 kali",
    }
    assert [(k.judul, k.oleh) for k in shown.riwayat] == [
        ("Diajukan Kembali (ke-1)", "Siti Misalnya, S.Sos., Kasi Pelayanan"),
        ("Dikembalikan untuk Diperbaiki", "Anda, sebagai Kabid"),
        ("Diajukan", "Siti Misalnya, S.Sos., Kasi Pelayanan"),
    ]
    assert shown.tombol == "Periksa Laporan"


def test_each_desk_has_its_words(afternoon: Kantor) -> None:
    afternoon.approve("PEL")
    (task,) = rows(afternoon.kasubag("PEL"))
    assert (task.judul, task.tombol, task.langkah) == (
        "Serahkan laporan Seksi Pelayanan",
        "Buka Laporan",
        Langkah.SERAH,
    )
    shown = inbox.preview(afternoon.analis("TRA"), afternoon.case("TRA").id)
    assert (shown.tombol, dict(shown.baris)["Indikator"]) == ("Buka Lembar Kerja", "1")


def test_a_preview_of_another_seksi_is_refused(afternoon: Kantor) -> None:
    with pytest.raises(OtherSeksi):
        inbox.preview(afternoon.kasubag("TRA"), afternoon.case("PEL").id)
    with pytest.raises(NotFound):
        inbox.preview(afternoon.kabid, "tidak ada")


# --- step 1 ------------------------------------------------------------------------------------


def test_the_order_is_a_task_from_its_morning_on(kantor: Kantor) -> None:
    kantor.at(7, 9, 16)
    assert inbox.load(kantor.kabid).kosong == (
        "Tidak ada tugas untuk Anda. Berikutnya: 10 Juli 2026, data Triwulan II."
    )
    assert titles(kantor.kabid) == []
    kantor.at(7, 10, 7, 30)
    (task,) = rows(kantor.kabid)
    assert (task.judul, task.kalimat, task.langkah, task.case_id) == (
        "Tugaskan penyusunan data Triwulan II 2026",
        "3 unit belum ditugaskan",
        Langkah.TUGAS,
        None,
    )
    shown = inbox.preview(kantor.kabid, task.key)
    assert dict(shown.baris)["Unit kerja"] == "Seksi Pelayanan, Seksi Pemerintahan, Seksi Ketenteraman"
    kantor.assign("PEL", "PEM")
    assert rows(kantor.kabid)[0].kalimat == "1 unit belum ditugaskan"
    kantor.assign("TRA")
    assert titles(kantor.kabid) == []
    assert inbox.load(kantor.kabid).kosong == (
        "Tidak ada tugas untuk Anda. Berikutnya: 15 Juli 2026 sampai 16.00, "
        "Kasubag Perencanaan menyusun Laporan Triwulan II."
    )


def test_a_past_quarter_is_asked_for_only_where_the_office_had_begun(kantor: Kantor) -> None:
    kantor.at(10, 12, 8)
    assert [t.triwulan for t in rows(kantor.kabid)] == [TW3]
    kantor.at(4, 10, 8)
    kantor.play("PEL", TW1)
    kantor.at(10, 12, 8)
    assert [t.triwulan for t in rows(kantor.kabid)] == [TW1, TW2, TW3]


def test_everybody_sees_that_a_seksi_waits_for_its_order(kantor: Kantor) -> None:
    (task,) = rows(kantor.kasubag("PEL"), Lingkup.SEMUA)
    assert (task.status, task.kalimat, task.case_id) == (Status.NEW, "Belum ada disposisi", None)
    assert inbox.preview(kantor.kasubag("PEL"), task.key).case_id is None


# --- step 6 and several roles ------------------------------------------------------------------


def test_the_last_hand_over_is_the_planners_task(kantor: Kantor) -> None:
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    (task,) = rows(kantor.ctx(RAHMA))
    assert (task.judul, task.tombol, task.triwulan) == (
        "Susun Laporan Triwulan II 2026",
        "Buka Laporan Triwulan",
        TW2,
    )
    assert len(rows(kantor.ctx(RAHMA), Lingkup.SELESAI)) == 3
    shown = inbox.preview(kantor.ctx(RAHMA), task.key)
    assert (shown.judul, shown.subjudul) == ("Laporan Triwulan", "Triwulan II 2026")


def test_the_planner_waits_for_what_is_approved_and_not_handed_over(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.APPROVE)
    assert titles(kantor.ctx(RAHMA), Lingkup.BERJALAN) == ["Laporan Seksi Pelayanan"]
    assert titles(kantor.kabid, Lingkup.SELESAI) == ["Laporan Seksi Pelayanan"]


def test_tasks_of_another_role_are_not_hidden(kantor: Kantor) -> None:
    kantor.assign()
    kantor.order("PEM")
    as_kasubag = kantor.ctx(HASAN, Role.KASUBAG)
    (other,) = inbox.load(as_kasubag).peran_lain
    assert (other.actor.role, other.jumlah, other.contoh) == (
        Role.ANALIS,
        1,
        "Isi Lembar Kerja Seksi Pemerintahan",
    )
    assert {a.role: n for a, n in inbox.counts(as_kasubag).items()} == {Role.KASUBAG: 0, Role.ANALIS: 1}
    assert inbox.load(kantor.ctx(ANDI, Role.CAMAT)).peran_lain == ()


def test_only_the_ordered_analyst_has_the_task(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.ORDER)
    assert titles(kantor.ctx(DEWI)) == []
    assert titles(kantor.ctx(DEWI), Lingkup.BERJALAN) == ["Laporan Seksi Pelayanan"]


# --- where a task is listed --------------------------------------------------------------------


def test_a_settled_case_of_another_quarter_is_listed_under_its_own(kantor: Kantor) -> None:
    kantor.at(4, 10, 8)
    case = kantor.play("PEL", TW1)
    kantor.at(8, 3, 8)
    found = inbox.where(kantor.kabid, case.id)
    assert found is not None
    assert found == (Lingkup.SELESAI, TW1)
    assert inbox.where(kantor.kasubag("PEM"), case.id) is None
