"""Word and Excel files without the clock of the PC: the same report gives the same bytes.

Both are zip files; their makers write the present moment on every member and into the properties. What a report says
does not belong here.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def without_clock(content: bytes, tahun: int) -> bytes:
    """The same file, every member of it as old as the format allows, last changed on the first day of ``tahun``."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(target, "w") as still:
        for member in made.infolist():
            data = made.read(member)
            if member.filename == _PROPERTIES:
                data = _MODIFIED.sub(rb"\g<1>%d-01-01T00:00:00Z\g<2>" % tahun, data)
            still.writestr(ZipInfo(member.filename), data, ZIP_DEFLATED)
    return target.getvalue()
