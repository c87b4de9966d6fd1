"""One transaction with its repositories. Everything that must happen together passes through one ``Unit``.

Repositories are made when first asked for, so importing this module does not load SQLAlchemy. To add one: a property.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.storage.kept import Kept
from kinerja_desktop.storage.records import Head

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kinerja_desktop.storage.cases_repo import CasesRepo, DraftsRepo, ReadsRepo
    from kinerja_desktop.storage.figures_repo import FiguresRepo
    from kinerja_desktop.storage.journal_repo import JournalRepo
    from kinerja_desktop.storage.office_repo import CalendarRepo, NumbersRepo, SettingsRepo
    from kinerja_desktop.storage.papers_repo import PapersRepo
    from kinerja_desktop.storage.people_repo import AccountsRepo, PeopleRepo
    from kinerja_desktop.storage.planning_repo import PlanningRepo
    from kinerja_desktop.storage.sealed import SealedRow


class Unit:
    """One transaction. Without ``commit`` everything written in it is rolled back when it ends."""

    def __init__(
        self, connection: "Connection", kept: Kept, *, writing: bool = True, stopped: KinerjaError | None = None
    ) -> None:
        self.connection = connection
        """SQLAlchemy's connection, for queries of this room alone."""
        self._kept, self._writing, self._stopped = kept, writing, stopped
        self.committed: Head | None = None
        """Where the journal ended when this unit was committed, if it added to it."""

    def commit(self) -> None:
        """Make everything lasting; afterwards the unit is over. Saved means: this returned.

        Raises what writing was stopped with (see ``Store.stop``), and the known faults of the disk.
        """
        if not self._writing:
            raise RuntimeError("a reading unit was asked to commit")
        if self._stopped is not None:
            raise self._stopped
        self.connection.commit()
        self.committed = self.journal.appended
        self.connection.close()

    @cached_property
    def journal(self) -> "JournalRepo":
        """Acts and records, append-only and chained."""
        from kinerja_desktop.storage.journal_repo import JournalRepo

        return JournalRepo(self.connection)

    @cached_property
    def cases(self) -> "CasesRepo":
        """Projection of the cases."""
        from kinerja_desktop.storage.cases_repo import CasesRepo

        return CasesRepo(self.connection)

    @cached_property
    def drafts(self) -> "DraftsRepo":
        """Work not handed in yet."""
        from kinerja_desktop.storage.cases_repo import DraftsRepo

        return DraftsRepo(self.connection)

    @cached_property
    def reads(self) -> "ReadsRepo":
        """Who opened what."""
        from kinerja_desktop.storage.cases_repo import ReadsRepo

        return ReadsRepo(self.connection)

    def take_out(self, row: "SealedRow") -> None:
        """Delete a damaged draft or note; who asks for it has kept its content elsewhere."""
        from kinerja_desktop.storage import sealed

        sealed.remove(self.connection, row)

    @cached_property
    def figures(self) -> "FiguresRepo":
        """Projection of the contents."""
        from kinerja_desktop.storage.figures_repo import FiguresRepo

        return FiguresRepo(self.connection)

    @cached_property
    def people(self) -> "PeopleRepo":
        """People and seksi."""
        from kinerja_desktop.storage.people_repo import PeopleRepo

        return PeopleRepo(self.connection)

    @cached_property
    def accounts(self) -> "AccountsRepo":
        """What people log in with."""
        from kinerja_desktop.storage.people_repo import AccountsRepo

        return AccountsRepo(self.connection)

    @cached_property
    def settings(self) -> "SettingsRepo":
        """Settings as text."""
        from kinerja_desktop.storage.office_repo import SettingsRepo

        return SettingsRepo(self.connection, self._kept)

    @cached_property
    def calendar(self) -> "CalendarRepo":
        """Tables of holidays."""
        from kinerja_desktop.storage.office_repo import CalendarRepo

        return CalendarRepo(self.connection, self._kept)

    @cached_property
    def numbers(self) -> "NumbersRepo":
        """Running numbers."""
        from kinerja_desktop.storage.office_repo import NumbersRepo

        return NumbersRepo(self.connection)

    @cached_property
    def planning(self) -> "PlanningRepo":
        """Plans and budgets by year."""
        from kinerja_desktop.storage.planning_repo import PlanningRepo

        return PlanningRepo(self.connection)

    @cached_property
    def papers(self) -> "PapersRepo":
        """Register of printed papers."""
        from kinerja_desktop.storage.papers_repo import PapersRepo

        return PapersRepo(self.connection, self._kept)
