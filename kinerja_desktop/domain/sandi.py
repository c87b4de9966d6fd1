"""Rules of passwords and of waiting after wrong ones; no hashing here (``services.passwords``).

Length counts, composition does not (OWASP ASVS 6.2): at least 8 letters, nothing that everybody tries first.
"""

import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from kinerja_desktop.domain.errors import PasswordCommon, PasswordTooWeak

MIN_SANDI = 8
_FREE_TRIES = 3
_LONGEST = 900
_COMMON_WORDS = """
12345678 123456789 1234567890 0123456789 87654321 11111111 00000000 88888888 12341234 11223344 password password1
password123 passw0rd qwertyui qwertyuiop qwerty123 asdfghjk asdfghjkl 1q2w3e4r 1qaz2wsx abcd1234 abc12345 admin123
admin1234 administrator iloveyou letmein1 welcome1 sunshine princess football superman bismillah bismillah1
bismillah123 alhamdulillah assalamualaikum indonesia indonesia1 indonesia123 indonesia45 merdeka45 merdeka123
pancasila garuda123 sayang123 sayangku cintaku1 rahasia1 rahasia123 rahasiaku katasandi katasandi1 sandi123 sandi1234
pegawai1 pegawai123 kecamatan kecamatan1 kecamatan123 kelurahan camat123 sekcam123 kantor123 kantorku kinerja1
kinerja123 laporan123 makassar makassar1 jeneponto jeneponto1 kelara123 sulawesi jakarta1 jakarta123 surabaya bandung1
januari1 februari agustus17 agustus1945 desember oktober1 september november
"""
_COMMON = frozenset(_COMMON_WORDS.split())


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
    if folded in _COMMON or len(set(folded)) == 1 or any(folded == p.casefold() for p in pribadi if p):
        raise PasswordCommon


def wait_after(gagal: int) -> timedelta:
    """How long log-in is refused after so many wrong tries in a row: 0, 0, 0, 2, 4, 8 … 900 seconds."""
    if gagal <= _FREE_TRIES:
        return timedelta(0)
    return timedelta(seconds=min(2 ** min(gagal - _FREE_TRIES, 10), _LONGEST))
