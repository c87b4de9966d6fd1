"""From approved copies to frozen report objects: what a paper says, before any writer lays it out.

``bahan`` reads what papers stand on, once, in one short unit; the other modules are pure. Nothing here
renders (``documents``) or files (``printing``). To add a paper: its dataclass in ``domain.laporan``, a
module here with one function that takes a ``Bahan``, its writer in ``documents``.
"""
