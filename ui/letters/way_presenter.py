"""What the person at this desk does about a letter's way; no widgets."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.accounts.model import Session
from desktop.application import Office
from desktop.letters.chain import recipients
from desktop.letters.model import Letter
from desktop.letters.route_model import Purpose, Recipient, Route, Stages, Watch
from desktop.office.dates import local_date
from desktop.office.ids import Id
from ui.letters.way import Deed, DeedWish, RouteWish, Surroundings, Way, stages_of

if TYPE_CHECKING:
    from desktop.letters.route_actions import RouteActions
    from desktop.letters.watch_actions import WatchActions


class WayPresenter:
    """`show` takes what `load` has read. Acts belong on the writer's lane and are durable when they return."""

    def __init__(self, office: Office, session: Session) -> None:
        self._office = office
        self._person = session.person
        self.way = Way(None, session.person)

    @property
    def today(self) -> date:
        return local_date(self._office.clock.now())

    def load(self, letter: Letter | None) -> Surroundings:
        """Reads the store; any thread."""
        if letter is None:
            return Surroundings()
        queries = self._office.route_queries
        return Surroundings(
            self._office.account_queries.posts(self.today),
            queries.watch(letter.id, self._person.id),
            queries.templates(self._person.unit.id, letter.kind.value),
            self._office.authority_queries.deputies(self.today),
        )

    def show(self, letter: Letter | None, around: Surroundings) -> None:
        self.way = Way(letter, self._person, around)

    def preview(self, stages: Stages) -> tuple[tuple[Recipient, ...], ...]:
        """Who would get it; reads the store."""
        return self._office.route_queries.preview(stages, self.today)

    def send(self, letter: Letter, wish: RouteWish) -> tuple[Id, ...]:
        """Sending on for action ends this person's own holding; copies and circulars leave it as it is."""
        own = self.way.held if wish.purpose is Purpose.ACTION and not wish.circular else None
        done = own.id if own is not None else None
        stages = stages_of(wish, self.way.around.posts, self.way.deputies)
        return self._routes.send(letter.id, stages, note=wish.note, done_route=done)

    def who_gets_it(self, wish: RouteWish, units: dict[Id, str]) -> tuple[tuple[Recipient, ...], ...]:
        """As `preview`, by what is known of the letter that is shown; `units`: names by id."""
        way = self.way
        stages = stages_of(wish, way.around.posts, way.deputies)
        return recipients(stages, units, way.around.posts, {}, way.deputies)

    def keep_as_template(self, name: str, wish: RouteWish) -> Id:
        return self._watching.define_template(
            name, stages_of(wish, self.way.around.posts), unit_id=self._person.unit.id
        )

    def do(self, wish: DeedWish) -> None:
        """Does a deed on the letter that is shown; one that is no longer to be done is left."""
        way, letter = self.way, self.way.letter
        if letter is None or wish.deed not in way.deeds:
            return
        if wish.deed in (Deed.FOLLOW, Deed.SNOOZE):
            self._keep(letter.id, wish)
        elif wish.deed is Deed.RECALL:
            self._office.letters(self._person).recall(wish.routes, wish.words)
        elif wish.deed is Deed.ASK_BACK:
            for route_id in wish.routes:
                self._routes.ask_back(route_id, wish.words)
        elif wish.deed is Deed.REMIND:
            self._routes.remind(letter.id, wish.routes, wish.words)
        elif (route := way.concerned(wish.deed)) is not None:
            self._do_on(route, wish)

    def put_back(self, letter_id: Id, deed: Deed, before: Watch) -> None:
        """As this person had it before they followed it, or put it away."""
        if deed is Deed.FOLLOW:
            self._watching.follow(letter_id, on=before.followed_at is not None)
        else:
            self._watching.snooze(letter_id, before.snoozed_until)

    def _keep(self, letter_id: Id, wish: DeedWish) -> None:
        if wish.deed is Deed.FOLLOW:
            self._watching.follow(letter_id, on=self.way.around.watch.followed_at is None)
        else:
            self._watching.snooze(letter_id, wish.until)

    def _do_on(self, route: Route, wish: DeedWish) -> None:
        if wish.deed is Deed.ACKNOWLEDGE:
            self._watching.acknowledge(route.id)
        elif wish.deed is Deed.FINISH:
            self._routes.finish(route.id)
        elif wish.deed is Deed.SEND_BACK:
            self._routes.send_back(route.id, wish.words)
        else:
            answer = self._routes.give_back if wish.agreed else self._routes.keep
            answer(route.id, wish.words)

    def seen(self) -> None:
        """Notes that the letter was opened, where that counts: a circular unread, news of a followed one."""
        letter, unread = self.way.letter, self.way.unread
        if unread is not None:
            self._watching.read(unread.id)
        if letter is not None and self.way.news:
            self._watching.follow(letter.id)

    @property
    def _routes(self) -> "RouteActions":
        """Brings SQLAlchemy with it: only for the writer's lane."""
        return self._office.routes(self._person)

    @property
    def _watching(self) -> "WatchActions":
        return self._office.watching(self._person)
