"""What the Berita Acara Serah Terima says, from the state of the post and from what was chosen."""

from datetime import datetime, timedelta

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.dokumen_serah_terima import BarisPihak, BarisTugas, BeritaAcaraSerahTerima
from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_tanggal, format_waktu
from kinerja_desktop.services import settings
from kinerja_desktop.services.compose.bahan import head_of_office
from kinerja_desktop.services.compose.naskah import Perihal, Pilihan, Ruang, Terbit, naskah, signer
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.filing import pattern_for_hand
from kinerja_desktop.services.holding import same_person
from kinerja_desktop.services.succession_state import KeadaanSerah, Serah, read_state
from kinerja_desktop.storage.unit_of_work import Unit

KIND, TITLE = "serah_terima", "Berita Acara Serah Terima Petugas"
_NO_TASK = "Tidak ada tugas yang menunggu petugas ini pada saat serah terima."
_NO_SETTING = "Semua pengaturan masih seperti bawaan program."


def paper(unit: Unit, ctx: Context, serah: Serah, baru: Pegawai, terbit: Terbit | None) -> BeritaAcaraSerahTerima:
    """The paper about one handing over; ``baru`` is the row that holds the post from then on."""
    keadaan = read_state(unit, ctx, unit.people.get(serah.lama))
    instansi, lama = settings.instansi(unit), keadaan.lama
    head = head_of_office(unit, ctx.today(), instansi)
    known = head.id and not any(same_person(head, party) for party in (lama, baru))
    until, since = format_tanggal(serah.mulai - timedelta(days=1)), format_tanggal(serah.mulai)
    roles = deretan(role.label for role in lama.peran)
    basis = f", berdasarkan {serah.dasar.strip().rstrip('.')}" if serah.dasar.strip() else ""
    return BeritaAcaraSerahTerima(
        naskah=_naskah(unit, ctx, terbit),
        pembuka=(
            (
                f"Pada hari ini, {format_hari_tanggal(ctx.today())}, di {instansi.nama}, kami yang bertanda tangan di "
                "bawah ini telah melakukan serah terima tugas pengumpulan data kinerja:"
            ),
        ),
        pihak=(
            BarisPihak("Nama", lama.nama, baru.nama),
            BarisPihak("Pangkat, golongan", lama.pangkat_tercetak or "-", baru.pangkat_tercetak or "-"),
            BarisPihak("Jabatan", lama.jabatan_tercetak, baru.jabatan_tercetak),
            BarisPihak("Bertugas", f"sampai dengan {until}", f"mulai {since}"),
        ),
        penyerahan=(
            (
                f"Pihak Pertama menyerahkan kepada Pihak Kedua, dan Pihak Kedua menerima, tugas {lama.jabatan} dalam "
                f"Kinerja Desktop dengan peran {roles}, terhitung mulai {since}{basis}."
            ),
        ),
        tugas=tuple(BarisTugas(t.tugas, t.masa, t.batas) for t in keadaan.tugas),
        tanpa_tugas=_NO_TASK,
        kunci=tuple(_keys(ctx, keadaan, serah, baru)),
        setelan=keadaan.setelan,
        tanpa_setelan=_NO_SETTING,
        penutup=(
            (
                "Pihak Kedua sudah memeriksa hal di atas dan melanjutkannya. Sandi tidak diserahkan; setiap petugas "
                "masuk dengan akun dan sandinya sendiri. Berita acara ini dibuat untuk digunakan sebagaimana mestinya."
            ),
        ),
        menyerahkan=signer(lama, instansi),
        menerima=signer(baru, instansi),
        mengetahui=signer(head, instansi) if known else None,
    )


def _naskah(unit: Unit, ctx: Context, terbit: Terbit | None) -> Naskah:
    instansi, day = settings.instansi(unit), ctx.today()
    ruang = Ruang(instansi, ctx.office.latihan, ctx.now())
    perihal = Perihal(TITLE, TITLE, day.year, pattern_for_hand(unit, KIND, day))
    return naskah(ruang, perihal, Pilihan(settings.kertas(unit, laporan=False), tanggal=day), terbit)


def _keys(ctx: Context, keadaan: KeadaanSerah, serah: Serah, baru: Pegawai) -> list[tuple[str, str]]:
    zone = ctx.now().tzinfo
    since = "; sesudahnya ada perubahan" if keadaan.berubah else ", memuat semua perubahan"
    copied = f"{_moment(keadaan.usb.astimezone(zone))}{since}" if keadaan.usb else "belum pernah"
    tried = "belum pernah"
    if keadaan.uji is not None:
        found = "dapat dipulihkan" if keadaan.uji.utuh else "ada temuan"
        tried = f"{_moment(keadaan.uji.pada.astimezone(zone))}, {found}"
    handed = "diserahkan kepada Pihak Kedua" if serah.lembar and keadaan.lembar else "tidak ada yang diserahkan"
    kept = deretan(f"{place} ({name or 'belum ada'})" for place, name in keadaan.penyimpan)
    sheet = f"bertanda kunci {keadaan.lembar}, disimpan oleh {kept}" if keadaan.lembar else "belum dibuat"
    return [
        ("Cadangan terakhir di flashdisk", copied),
        ("Uji pemulihan terakhir", tried),
        ("Lembar pemulihan", sheet),
        ("Lembar pada Pihak Pertama", handed),
        ("Akun Pihak Pertama", _old_account(keadaan, serah)),
        ("Akun Pihak Kedua", _new_account(serah, baru)),
    ]


def _old_account(keadaan: KeadaanSerah, serah: Serah) -> str:
    if keadaan.akun is None:
        return "tidak ada"
    return f"{keadaan.akun}; peran di atas berakhir sesudah {format_tanggal(serah.mulai - timedelta(days=1))}"


def _new_account(serah: Serah, baru: Pegawai) -> str:
    if serah.pengguna.strip():
        return f"{baru.pengguna}; baru dibuat, dengan kode sekali masuk"
    return f"{baru.pengguna}; yang sudah dimiliki" if baru.pengguna else "belum ada"


def _moment(when: datetime) -> str:
    return f"{format_tanggal(when)} pukul {format_waktu(when)}"
