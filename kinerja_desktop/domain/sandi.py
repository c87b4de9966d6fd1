"""Rules of passwords and of waiting after wrong ones; no hashing here (``services.passwords``).

Length counts, composition does not (OWASP ASVS 6.2): at least 8 letters, nothing that everybody tries first. To add a
word that everybody tries: ``_BASES``, where it also stands for the word with figures and signs around it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import timedelta

from kinerja_desktop.domain.errors import PasswordCommon, PasswordTooWeak

MIN_SANDI = 8
MAKS_GAGAL = 100
"""Wrong tries in a row after which an account opens only with help (NIST SP 800-63B 5.2.2)."""
_FREE_TRIES = 3
_LONGEST = 900
_BASES = frozenset(
    [
        "password",
        "passw",
        "passwd",
        "qwerty",
        "qwertyu",
        "qwertyui",
        "qwertyuiop",
        "asdf",
        "asdfgh",
        "asdfghjk",
        "asdfghjkl",
        "zxcvbn",
        "zxcvbnm",
        "qazwsx",
        "abc",
        "abcd",
        "abcde",
        "abcdef",
        "abcdefg",
        "abcdefgh",
        "admin",
        "administrator",
        "root",
        "user",
        "guest",
        "test",
        "testing",
        "welcome",
        "letmein",
        "login",
        "master",
        "secret",
        "iloveyou",
        "love",
        "lovely",
        "sunshine",
        "princess",
        "football",
        "superman",
        "batman",
        "monkey",
        "dragon",
        "shadow",
        "hello",
        "freedom",
        "whatever",
        "computer",
        "internet",
        "windows",
        "google",
        "facebook",
        "youtube",
        "samsung",
        "android",
        "iphone",
        "sandi",
        "katasandi",
        "katakunci",
        "rahasia",
        "rahasiaku",
        "rahasiakita",
        "bismillah",
        "bismilah",
        "alhamdulillah",
        "subhanallah",
        "allahuakbar",
        "assalamualaikum",
        "insyaallah",
        "masyaallah",
        "amin",
        "islam",
        "muhammad",
        "ramadhan",
        "ramadan",
        "lebaran",
        "indonesia",
        "indonesiaku",
        "indonesiaraya",
        "nusantara",
        "garuda",
        "pancasila",
        "merdeka",
        "proklamasi",
        "pahlawan",
        "sayang",
        "sayangku",
        "sayangkamu",
        "cinta",
        "cintaku",
        "cintamu",
        "akucintakamu",
        "akusayangkamu",
        "kangen",
        "rindu",
        "mama",
        "papa",
        "mamapapa",
        "ayah",
        "ibu",
        "ayahibu",
        "bunda",
        "keluarga",
        "keluargaku",
        "anakku",
        "anak",
        "istri",
        "istriku",
        "suami",
        "suamiku",
        "bahagia",
        "semangat",
        "sukses",
        "selalu",
        "jaya",
        "makmur",
        "sejahtera",
        "bersama",
        "berkah",
        "bersatu",
        "teman",
        "sahabat",
        "kucing",
        "bunga",
        "mawar",
        "melati",
        "bintang",
        "matahari",
        "bulan",
        "pelangi",
        "pegawai",
        "pegawaiku",
        "asn",
        "pns",
        "cpns",
        "pppk",
        "kantor",
        "kantorku",
        "kantorcamat",
        "camat",
        "pakcamat",
        "bucamat",
        "sekcam",
        "kasi",
        "kasubag",
        "kabid",
        "kecamatan",
        "kelurahan",
        "kabupaten",
        "desa",
        "lurah",
        "kades",
        "staf",
        "operator",
        "bendahara",
        "pemda",
        "pemkab",
        "pemkot",
        "dinas",
        "bupati",
        "walikota",
        "gubernur",
        "kinerja",
        "kinerjadesktop",
        "laporan",
        "lkjip",
        "sakip",
        "renja",
        "renstra",
        "pelayanan",
        "pemerintahan",
        "perencanaan",
        "umum",
        "keuangan",
        "kepegawaian",
        "analis",
        "analisdata",
        "data",
        "dokumen",
        "komputer",
        "laptop",
        "kelara",
        "jeneponto",
        "bontoramba",
        "turatea",
        "binamu",
        "tamalatea",
        "bangkala",
        "batang",
        "tarowang",
        "rumbia",
        "arungkeke",
        "gowa",
        "takalar",
        "bantaeng",
        "bulukumba",
        "makassar",
        "ujungpandang",
        "maros",
        "bone",
        "sulawesi",
        "sulsel",
        "sulawesiselatan",
        "jakarta",
        "bandung",
        "surabaya",
        "medan",
        "semarang",
        "yogyakarta",
        "jogja",
        "denpasar",
        "bali",
        "papua",
        "kalimantan",
        "sumatera",
        "jawa",
        "toraja",
        "bugis",
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "sabtu",
        "minggu",
    ]
)
_KEYBOARD = ("01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz")
_REPEATED = r"(.{1,4})\1+(?<!.{25})"
_FEW_WORDS = 2
_AROUND = "0123456789!?.,@#$%&*-_+= "
_LOOKS_LIKE = str.maketrans("013457@$!", "oieastasi")
_DATE = r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d\d|(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"


def normal(sandi: str) -> str:
    """One form for letters that keyboards compose differently; nothing else is changed."""
    return unicodedata.normalize("NFC", sandi)


def check_new(sandi: str, pribadi: Iterable[str] = ()) -> None:
    """Refuse a password that is too short or that others would try first.

    ``pribadi`` are words of the person himself (name, user name, NIP). Raises PasswordTooWeak, PasswordCommon.
    """
    text = normal(sandi)
    if len(text) < MIN_SANDI:
        raise PasswordTooWeak(MIN_SANDI)
    folded = text.casefold()
    if is_common(folded) or bare(folded) in {bare(p) for p in _own_words(pribadi)}:
        raise PasswordCommon


def is_common(text: str) -> bool:
    """True for what everybody tries: signs repeated, a run on the keyboard, a date, known words with figures around."""
    folded = text.casefold()
    letters = bare(folded)
    return (
        re.fullmatch(_REPEATED, folded) is not None
        or any(letters in line or letters in line[::-1] for line in _KEYBOARD)
        or (letters.isdigit() and re.fullmatch(_DATE, letters) is not None)
        or _all_known(folded)
        or _all_known(folded.strip(_AROUND).translate(_LOOKS_LIKE))
    )


def bare(text: str) -> str:
    """Letters and figures alone, without capitals: how near one text is to another."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _all_known(folded: str) -> bool:
    """True where nothing is left but one or two words that everybody knows; figures and signs do not count."""
    words = re.findall(r"[^\W\d_]+", folded)
    return 0 < len(words) <= _FEW_WORDS and all(word in _BASES for word in words)


def _own_words(pribadi: Iterable[str]) -> Iterator[str]:
    """Words of the person, and the day of birth that the first eight figures of a NIP tell."""
    for word in filter(None, pribadi):
        yield word
        if word.isdigit() and len(word) > MIN_SANDI:
            yield word[:8]
            yield word[6:8] + word[4:6] + word[:4]


def wait_after(gagal: int) -> timedelta:
    """How long log-in is refused after so many wrong tries in a row: 0, 0, 0, 2, 4, 8 … 900 seconds."""
    if gagal <= _FREE_TRIES:
        return timedelta(0)
    return timedelta(seconds=min(2 ** min(gagal - _FREE_TRIES, 10), _LONGEST))
