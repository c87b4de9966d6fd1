"""The letterhead as it would stand on paper with what is typed into Pengaturan and not stored yet."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import replace

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import settings
from kinerja_desktop.services.context import Context, permits


@permits(Role.ADMIN)
def letterhead(ctx: Context, typed: Mapping[str, str]) -> bytes:
    """PDF of the letterhead alone; ``typed`` are texts by the key of their setting, the rest is what is stored."""
    from kinerja_desktop.documents.kop_pdf import render_kop

    with ctx.office.store.read() as unit:
        given, kertas = settings.instansi_given(unit), settings.kertas(unit, laporan=True)
    shown = replace(
        given,
        nama=typed.get("instansi.nama", given.nama).strip(),
        kabupaten=typed.get("instansi.kabupaten", given.kabupaten).strip(),
        alamat=typed.get("instansi.alamat", given.alamat).strip(),
    )
    if "instansi.lambang" in typed:
        shown = replace(shown, lambang=_picture(typed["instansi.lambang"]))
    return render_kop(shown, kertas)


def _picture(text: str) -> bytes | None:
    """What is no picture leaves the room for it empty, as on paper."""
    try:
        return base64.b64decode(text, validate=True) or None
    except (binascii.Error, ValueError):
        return None
