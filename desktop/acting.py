"""What a signed-in person does at this desk, a room each."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.accounts.model import Person
from desktop.accounts.queries import AccountQueries
from desktop.letters.online import ReadsAtCentre
from desktop.store.desk import Desk
from desktop.store.journal import Journal

if TYPE_CHECKING:
    from desktop.briefing.actions import BriefingActions
    from desktop.capture.batches import Batches
    from desktop.capture.folder import WatchedFolder
    from desktop.cashier.actions import CashierActions
    from desktop.cashier.keying import Keying
    from desktop.counter.certifying import Certifying
    from desktop.interchange.arrivals import Arrivals
    from desktop.letters.actions import LetterActions
    from desktop.letters.custody_actions import CustodyActions
    from desktop.letters.endorsing_actions import EndorsingActions
    from desktop.letters.keeping_actions import KeepingActions
    from desktop.letters.past_actions import PastActions
    from desktop.letters.reading import SecretReading
    from desktop.letters.route_actions import RouteActions
    from desktop.letters.saving_actions import SavingActions
    from desktop.letters.watch_actions import WatchActions
    from desktop.people.actions import PeopleActions
    from desktop.registers.actions import RegisterActions
    from desktop.tray.actions import TrayActions


class Acting:
    """The verbs of the rooms, for whoever is signed in; each room is loaded when it is first used."""

    def __init__(self, desk: Desk, online: ReadsAtCentre) -> None:
        self.desk = desk
        self.online = online
        self.account_queries = AccountQueries(desk.reader)

    def journal(self, who: Person) -> Journal:
        """What this person is typing at this desk and has not finished."""
        return Journal(self.desk, who.id)

    def letters(self, who: Person) -> "LetterActions":
        from desktop.letters.actions import LetterActions

        return LetterActions(self.desk, who, self.online)

    def keeping(self, who: Person) -> "KeepingActions":
        """A letter's numbers in divisions, its cancellation, its file's loans."""
        from desktop.letters.keeping_actions import KeepingActions

        return KeepingActions(self.desk, who)

    def past_letters(self, who: Person) -> "PastActions":
        from desktop.letters.past_actions import PastActions

        return PastActions(self.desk, who)

    def arrivals(self, who: Person) -> "Arrivals":
        """Letters that came in files and wait for their number."""
        from desktop.interchange.arrivals import Arrivals

        return Arrivals(self.desk, who)

    def batches(self, who: Person) -> "Batches":
        """Pages that came in and wait to become documents."""
        from desktop.capture.batches import Batches

        return Batches(self.desk, who)

    def watched_folder(self, who: Person, folder: str) -> "WatchedFolder":
        """The folder into which a copier scans; any thread."""
        from desktop.capture.arriving import watched_folder

        return watched_folder(self.desk, who, Path(folder))

    def custody(self, who: Person) -> "CustodyActions":
        """Who has the papers, by the slips that go with them."""
        from desktop.letters.custody_actions import CustodyActions

        return CustodyActions(self.desk, who)

    def briefing(self, who: Person) -> "BriefingActions":
        from desktop.briefing.actions import BriefingActions

        return BriefingActions(self.desk, who)

    def endorsing(self, who: Person) -> "EndorsingActions":
        from desktop.letters.endorsing_actions import EndorsingActions

        return EndorsingActions(self.desk, who)

    def saving(self, who: Person) -> "SavingActions":
        """The searches that the person's unit keeps."""
        from desktop.letters.saving_actions import SavingActions

        return SavingActions(self.desk, who)

    def routes(self, who: Person) -> "RouteActions":
        """Sending letters on, asking for them back, returning, reminding, reassigning."""
        from desktop.letters.route_actions import RouteActions

        return RouteActions(self.desk, who)

    def watching(self, who: Person) -> "WatchActions":
        """Circulars read and acknowledged, letters followed and put away, named routes."""
        from desktop.letters.watch_actions import WatchActions

        return WatchActions(self.desk, who)

    def secrets(self, who: Person) -> "SecretReading":
        """What this person may read at the centre and no desk keeps."""
        from desktop.letters.reading import SecretReading

        return SecretReading(self.online, self.account_queries, who)

    def cashier(self, who: Person) -> "CashierActions":
        from desktop.cashier.actions import CashierActions

        return CashierActions(self.desk, who)

    def keying(self, who: Person) -> "Keying":
        from desktop.cashier.keying import Keying

        return Keying(self.desk, who)

    def certifying(self, who: Person) -> "Certifying":
        """Certificates out of cases, and who may sign them."""
        from desktop.counter.certifying import Certifying

        return Certifying(self.desk, who)

    def people(self, who: Person) -> "PeopleActions":
        """Citizens and houses."""
        from desktop.people.actions import PeopleActions

        return PeopleActions(self.desk, who)

    def tray(self, who: Person) -> "TrayActions":
        from desktop.tray.actions import TrayActions

        return TrayActions(self.desk, who)

    def registers(self, who: Person) -> "RegisterActions":
        from desktop.registers.actions import RegisterActions

        return RegisterActions(self.desk, who)
