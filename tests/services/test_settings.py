"""What the office sets takes effect, and what it may not set is named field by field."""

import ast
import base64
import re
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.domain.aturan import Celah
from kinerja_desktop.domain.errors import FieldsRefused, SebabIsian, StaleWrite, WrongRole
from kinerja_desktop.domain.jam_kerja import PERPRES_21_2023, Zona
from kinerja_desktop.domain.kalender import AturanLibur
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.norma import NormaHariKerja, NormaMenit
from kinerja_desktop.domain.sop import SOP_2022
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services import frame, settings, settings_checks
from kinerja_desktop.services.settings_declared import BY_KEY, DECLARED, KLASIFIKASI, batas_kunci
from tests.office import JOKO, TW2, TW3, Kantor

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n lambang").decode()


def change(kantor: Kantor, **texts: str) -> None:
    """Change settings; keys with "__" for the dots."""
    view = settings.list_settings(kantor.ctx(JOKO))
    settings.change_settings(kantor.ctx(JOKO), {k.replace("__", "."): v for k, v in texts.items()}, view.versi)


def refused(kantor: Kantor, **texts: str) -> list[tuple[str, SebabIsian]]:
    with pytest.raises(FieldsRefused) as caught:
        change(kantor, **texts)
    return [(fault.kunci, fault.sebab) for fault in caught.value.isian]


def test_defaults_are_those_of_the_sop_and_the_decree(kantor: Kantor) -> None:
    with kantor.store.read() as unit:
        assert settings.jam_kerja(unit) == PERPRES_21_2023
        assert settings.zona(unit) is Zona.WITA
        assert settings.penugasan(unit) == settings.AturanPenugasan(10, AturanLibur.BERIKUTNYA)
        assert settings.aturan(unit).batas_atas is None
        assert settings.pola_nomor(unit, "lkjip").teks == "000.8.6.3/{urut:03}/{unit}/{romawi}/{tahun}"
        assert settings.revisions(unit) == (SOP_2022,)


def test_a_new_zone_moves_hour_and_name_together(kantor: Kantor) -> None:
    ctx = kantor.ctx(JOKO)
    before, hour = ctx.now(), f"{ctx.now():%H.%M}"
    assert frame.load(ctx).waktu.endswith(f"{hour} WITA")
    change(kantor, zona="WIT")
    assert ctx.now() == before
    assert frame.load(ctx).waktu.endswith(f"{before.astimezone(Zona.WIT.tzinfo):%H.%M} WIT")


def test_every_default_may_stand_in_its_field() -> None:
    settings_checks.check_settings({s.kunci: s.bawaan for s in DECLARED if s.bawaan})


def test_what_is_changed_is_what_the_getters_give(kantor: Kantor) -> None:
    change(
        kantor,
        hitung__batas_atas="110",
        hitung__celah="bersambung",
        zona="WIT",
        kertas__laporan="A4",
        penugasan__hari="5",
        penugasan__libur="sebelumnya",
        jam__jumat="07:30 – 11:00, 13.00-16.00",
        laporan__tujuan="Camat Lama",
        instansi__lambang=PNG,
        tampilan__tema="gelap",
    )

    with kantor.store.read() as unit:
        assert settings.aturan(unit).batas_atas == Decimal(110)
        assert settings.aturan(unit).celah is Celah.BERSAMBUNG
        assert settings.zona(unit) is Zona.WIT
        assert settings.kertas(unit, laporan=True) is Kertas.A4
        assert settings.penugasan(unit) == settings.AturanPenugasan(5, AturanLibur.SEBELUMNYA)
        assert settings.jam_kerja(unit).jumat.istirahat_mulai.hour == 11
        assert settings.tujuan_laporan(unit) == "Camat Lama"
        assert settings.instansi(unit).lambang == base64.b64decode(PNG)
        assert settings.tampilan(unit).tema == "gelap"


def test_what_the_office_left_open_follows_from_its_name(kantor: Kantor) -> None:
    with kantor.store.read() as unit:
        office = settings.instansi(unit)
    assert (office.tempat, office.jabatan_pimpinan, office.kode_unit) == ("Kelara", "CAMAT KELARA", "KEC-KLR")


@pytest.mark.parametrize(
    ("kunci", "teks", "sebab"),
    [
        ("instansi.nama", " ", SebabIsian.KOSONG),
        ("instansi.alamat", "x" * 4001, SebabIsian.TERLALU_PANJANG),
        ("penugasan.hari", "29", SebabIsian.LUAR_BATAS),
        ("penugasan.hari", "sepuluh", SebabIsian.BUKAN_BULAT),
        ("zona", "UTC", SebabIsian.BUKAN_PILIHAN),
        ("jam.biasa", "pagi sampai sore", SebabIsian.BUKAN_JAM),
        ("jam.biasa", "16.00-12.00, 13.00-07.30", SebabIsian.BUKAN_JAM),
        ("jam.biasa", "07.30-25.00, 13.00-16.00", SebabIsian.BUKAN_JAM),
        ("nomor.lkjip", "000.8.6.3/{tahun}", SebabIsian.BUKAN_POLA),
        ("instansi.lambang", base64.b64encode(b"GIF89a").decode(), SebabIsian.BUKAN_GAMBAR),
        ("instansi.lambang", "bukan base64!", SebabIsian.BUKAN_GAMBAR),
    ],
)
def test_a_text_that_does_not_fit_its_field_is_refused(
    kantor: Kantor, kunci: str, teks: str, sebab: SebabIsian
) -> None:
    assert refused(kantor, **{kunci.replace(".", "__"): teks}) == [(kunci, sebab)]


def test_one_wrong_field_keeps_all_from_being_stored(kantor: Kantor) -> None:
    assert refused(kantor, zona="WIB", penugasan__hari="0") == [("penugasan.hari", SebabIsian.LUAR_BATAS)]
    with kantor.store.read() as unit:
        assert settings.zona(unit) is Zona.WITA


def test_a_change_leaves_a_record_and_makes_the_next_stale(kantor: Kantor) -> None:
    seen = settings.list_settings(kantor.ctx(JOKO)).versi
    change(kantor, zona="WIB")

    with kantor.store.read() as unit:
        newest = unit.journal.records("pengaturan")[-1]
    assert (newest.subject_id, newest.isi["nilai"], newest.nama) == ("zona", "WIB", JOKO.nama)
    with pytest.raises(StaleWrite):
        settings.change_settings(kantor.ctx(JOKO), {"zona": "WIT"}, seen)


def test_only_the_admin_changes_settings(kantor: Kantor) -> None:
    with pytest.raises(WrongRole):
        settings.change_settings(kantor.kabid, {"zona": "WIB"}, 0)


# --- limits of the SOP -----------------------------------------------------------------------------


def test_new_limits_hold_from_the_next_triwulan_that_has_not_begun(kantor: Kantor) -> None:
    kantor.assign("PEL")
    view = settings.list_settings(kantor.ctx(JOKO))
    change(kantor, **{batas_kunci(Langkah.PERIKSA).replace(".", "__"): "30", "sop__batas__4": "2"})

    with kantor.store.read() as unit:
        running, coming = (settings.revisi_sop(unit, t.last_day) for t in (TW2, TW3))
        assert settings.revisi_sop(unit, kantor.clock.now().date()) == running
    assert view.batas_baru == "Triwulan III 2026"
    assert running == SOP_2022
    assert coming.tanda == "SOP Februari 2022, batas sejak Triwulan III 2026"
    assert coming.norma[Langkah.PERIKSA] == NormaMenit(30)
    assert coming.norma[Langkah.LAPORAN] == NormaHariKerja(2)
    assert coming.norma[Langkah.BAHAN] == SOP_2022.norma[Langkah.BAHAN]


def test_a_new_revision_prints_its_own_times_and_keeps_the_others(kantor: Kantor) -> None:
    change(kantor, sop__batas__5="30", sop__batas__6b="10")
    with kantor.store.read() as unit:
        coming = settings.revisions(unit)[-1]
    assert [step.waktu for step in coming.langkah] == [
        "15 Menit",
        "15 Menit",
        "1 Hari",
        "1 Hari",
        "30 menit",
        "1 hari kerja dan 10 hari kerja",
    ]


def test_limits_changed_twice_before_they_hold_are_one_revision(kantor: Kantor) -> None:
    change(kantor, sop__batas__5="30")
    change(kantor, sop__batas__5="45")
    with kantor.store.read() as unit:
        assert len(settings.revisions(unit)) == 2
    shown = {row.setelan.kunci: row.teks for row in settings.list_settings(kantor.ctx(JOKO)).daftar}
    assert shown["sop.batas.5"] == "45"


# --- no setting without effect ---------------------------------------------------------------------

PACKAGE = Path(settings.__file__).parents[1]


def getters() -> dict[str, set[str]]:
    """Functions of settings with the text constants that they name."""
    tree = ast.parse(Path(settings.__file__).read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {
        f.name: {n.value for n in ast.walk(f) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        for f in functions
    }


def test_every_setting_is_read_by_a_getter_that_somebody_calls() -> None:
    called = set()
    for file in PACKAGE.rglob("*.py"):
        if file.name not in ("settings.py", "settings_declared.py"):
            called |= set(re.findall(r"settings\.(\w+)\(", file.read_text(encoding="utf-8")))
    by_name = getters()
    within = {"instansi_given", "_limit", "tampilan"}  # called inside the module, by getters and by office_view
    reached = {text for name, texts in by_name.items() if name in called | within for text in texts}
    families = ("sop.batas.", "nomor.", "jam.")
    unread = [k for k in BY_KEY if k not in reached and not k.startswith(families)]
    assert not unread
    assert {"pola_nomor", "jam_kerja", "revisi_sop"} <= called
    assert set(KLASIFIKASI) == {k.removeprefix("nomor.") for k in BY_KEY if k.startswith("nomor.")}
