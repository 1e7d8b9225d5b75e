"""A letter's way as one person sees it: what is theirs, what they may do about it, whom it would go to. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.accounts.model import Person, Post
from desktop.letters.chain import downward, holding, is_for, late_to_acknowledge, own_posts, upward
from desktop.letters.deputies import Deputy, acting_for, in_their_stead, stands_in
from desktop.letters.model import Letter
from desktop.letters.route_model import Part, Purpose, Route, RouteState, Stages, Template, Watch
from desktop.office.ids import Id


class Deed(StrEnum):
    """What may be done about a letter's way beside receiving and sending on."""

    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    FINISH = "finish"
    SEND_BACK = "send_back"
    RECALL = "recall"
    ASK_BACK = "ask_back"
    REMIND = "remind"
    FOLLOW = "follow"
    SNOOZE = "snooze"


AT_ONCE = frozenset({Deed.ACKNOWLEDGE, Deed.FINISH, Deed.FOLLOW})
"""Done with one key; the others need a word or a day."""


@dataclass(frozen=True)
class RouteWish:
    """What the route panel was filled with. `units` in the order chosen; ids of posts may stand among them."""

    units: tuple[Id, ...]
    purpose: Purpose = Purpose.ACTION
    due: date | None = None
    note: str | None = None
    circular: bool = False
    in_order: bool = False


@dataclass(frozen=True)
class DeedWish:
    """A deed with its word: on which routings, until which day; `agreed` of an answer."""

    deed: Deed
    words: str = ""
    routes: tuple[Id, ...] = ()
    until: date | None = None
    agreed: bool = True


@dataclass(frozen=True)
class Surroundings:
    """What is read beside the letter: the chain, what the person keeps of it, the templates that fit it, who acts for
    whom today."""

    posts: tuple[Post, ...] = ()
    watch: Watch = field(default_factory=Watch)
    templates: tuple[Template, ...] = ()
    deputies: tuple[Deputy, ...] = ()


@dataclass(frozen=True)
class Way:
    letter: Letter | None
    person: Person
    around: Surroundings = field(default_factory=Surroundings)

    @property
    def chain(self) -> tuple[Post, ...]:
        """The posts a letter may go to from here: up, the nearest first, then down."""
        posts = in_their_stead(self.around.posts, self.deputies, self.person.id)
        return tuple(dict.fromkeys((*upward(posts, self.person), *downward(posts, self.person))))

    @property
    def deputies(self) -> tuple[Deputy, ...]:
        """Who acts for whom today in letters of this kind."""
        kind = self.letter.kind.value if self.letter else ""
        return tuple(one for one in self.around.deputies if one.covers(kind))

    @property
    def acting(self) -> tuple[Post, ...]:
        """The posts for which this person may act."""
        return acting_for(self.deputies, self.person.id)

    @property
    def to_receive(self) -> Route | None:
        """The routing by which the letter waits for this person."""
        return next((one for one in self._mine() if one.state is RouteState.SENT), None)

    @property
    def held(self) -> Route | None:
        """What this person holds and has not done yet."""
        return holding(self.letter, self.person, self.around.posts, self.acting) if self.letter else None

    @property
    def to_acknowledge(self) -> Route | None:
        return next((one for one in self._mine() if one.wants_ack and one.acknowledged_at is None), None)

    @property
    def unread(self) -> Route | None:
        """The circular that nobody of the unit has opened yet."""
        return next((one for one in self._mine() if one.wants_ack and one.read_at is None), None)

    @property
    def asked_of_me(self) -> Route | None:
        """What the sender asks back from this person's unit."""
        unit = self.person.unit.id
        return next((one for one in self._open() if one.asked_at and one.unit_id == unit), None)

    @property
    def to_recall(self) -> tuple[Route, ...]:
        """What this person's unit sent and nobody has received: it comes back at once."""
        return tuple(one for one in self._open() if one.state is RouteState.SENT and self._is_sender(one))

    @property
    def to_ask_for(self) -> tuple[Route, ...]:
        """What this person's unit sent and somebody received: it can only be asked for."""
        sent = (one for one in self._open() if one.state is RouteState.RECEIVED and one.asked_at is None)
        return tuple(one for one in sent if self._is_sender(one))

    @property
    def to_remind(self) -> tuple[Route, ...]:
        return tuple(one for one in self._open() if self._is_sender(one) and self._owes(one))

    @property
    def news(self) -> bool:
        """Whether something was done with a followed letter since this person looked at it."""
        looked = self.around.watch.looked_at
        last = max((route.sent_at for route in self.letter.routes), default=None) if self.letter else None
        said = max((event.at for event in self.letter.route_events), default=None) if self.letter else None
        return looked is not None and any(at is not None and at > looked for at in (last, said))

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What may be done now, the most pressing first."""
        if self.letter is None:
            return ()
        mine = self.held or self.to_receive
        may = {
            Deed.ACKNOWLEDGE: self.to_acknowledge is not None,
            Deed.ANSWER: self.asked_of_me is not None,
            Deed.FINISH: self.held is not None and not self.held.wants_ack,
            Deed.SEND_BACK: mine is not None,
            Deed.RECALL: bool(self.to_recall),
            Deed.ASK_BACK: bool(self.to_ask_for),
            Deed.REMIND: bool(self.to_remind),
            Deed.FOLLOW: True,
            Deed.SNOOZE: True,
        }
        return tuple(deed for deed in Deed if may[deed])

    def concerned(self, deed: Deed) -> Route | None:
        """The one routing that a deed is about."""
        if deed is Deed.ACKNOWLEDGE:
            return self.to_acknowledge
        return self.asked_of_me if deed is Deed.ANSWER else self.held or self.to_receive

    def choices(self, deed: Deed) -> tuple[Route, ...]:
        """The routings that a deed may be about; which is asked where there are several."""
        of = {Deed.RECALL: self.to_recall, Deed.ASK_BACK: self.to_ask_for, Deed.REMIND: self.to_remind}
        return of.get(deed, ())

    def _mine(self) -> Sequence[Route]:
        mine, acting = {post.id for post in own_posts(self.around.posts, self.person)}, self.acting
        return [one for one in self._open() if is_for(one, self.person, mine, acting)]

    def _open(self) -> tuple[Route, ...]:
        return tuple(one for one in self.letter.routes if one.is_open) if self.letter else ()

    def _is_sender(self, route: Route) -> bool:
        return route.sent_by == self.person.id or route.from_unit_id == self.person.unit.id

    def _owes(self, route: Route) -> bool:
        late = late_to_acknowledge(self.letter) if self.letter else ()
        return route.id in late if route.wants_ack else route.purpose is Purpose.ACTION


def stages_of(wish: RouteWish, posts: Sequence[Post], deputies: Sequence[Deputy] = ()) -> Stages:
    """A wish as a route: side by side, or one after the other.

    `deputies`: who acts for whom in letters of this kind. What is for a post whose deputy sits in another unit goes
    there, into their own hands: else their desk would not have it.
    """
    known = {post.id: post for post in posts}
    purpose = Purpose.COPY if wish.circular else wish.purpose

    def part(chosen: Id) -> Part:
        post = known.get(chosen)
        if post is None:
            return Part(chosen, purpose, None, None, wish.due, wish.circular)
        deputy = stands_in(deputies, post)
        if deputy is None or deputy.person.unit.id == post.unit_id:
            return Part(post.unit_id, purpose, post.id, None, wish.due, wish.circular)
        return Part(deputy.person.unit.id, purpose, post.id, deputy.person.id, wish.due, wish.circular)

    parts = tuple(part(chosen) for chosen in wish.units)
    return tuple((one,) for one in parts) if wish.in_order else (parts,)


def wish_of(template: Template) -> RouteWish:
    """A template as the route panel shows it."""
    parts = [part for stage in template.stages for part in stage]
    chosen = tuple(part.post_id or part.unit_id for part in parts)
    return RouteWish(chosen, parts[0].purpose, circular=parts[0].wants_ack, in_order=len(template.stages) > 1)
