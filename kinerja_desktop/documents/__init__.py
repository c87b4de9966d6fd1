"""The office's papers: one frozen report object in, the bytes of one file out.

Points, fonts and looks live here and nowhere else; figures, dates and names arrive final. The ground of
every paper: ``style`` (sheets, type, colours), ``text`` (the one gate from words to paragraphs), ``page``
(frames, letterhead, code zone), ``tables``, ``blocks``, ``signature``, ``charts``, ``pdfa``. To add a paper:
its frozen object in ``domain.laporan`` and one ``*_pdf`` module that puts these together.

Importing this room registers the fonts: ReportLab decides on its fall-back font when ``platypus`` is first
imported, and a paper must hold no font that is not embedded.
"""

from kinerja_desktop.documents.fonts import register_fonts

register_fonts()
