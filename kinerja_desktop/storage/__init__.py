"""The only room that knows SQL: opening, transactions, repositories, the journal, files by digest.

``gate`` opens and locks the file with the standard library alone, so that the log-in window need not wait for
SQLAlchemy; ``database.Store`` takes that connection over and hands out units of work. A ``Unit`` carries the
repositories; they take and return frozen values (``records`` and the classes of ``domain``), never rows.

Nothing here knows the rules of the office, permissions or sentences. One more kind of thing: its table in
``tables``, a migration, a ``*_repo`` module, a property of ``Unit``, and its comparison in ``check``.
"""

from kinerja_desktop.late_modules import lay_asleep
from kinerja_desktop.storage import late_sqlalchemy

late_sqlalchemy.install()
# SQLAlchemy imports them for drivers that are not used here
lay_asleep("asyncio", calls=("iscoroutine",))
lay_asleep("importlib.metadata")
