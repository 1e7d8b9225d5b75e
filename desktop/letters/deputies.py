"""Who may act for which post of the chain, by the orders that hold at a moment. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.accounts.model import Person, Post
from desktop.letters.authority import HOLDS_THE_POST, WORDS, Capacity, Delegation, Standing, standings
from desktop.office.ids import Id


@dataclass(frozen=True)
class Deputy:
    """Somebody who may act for another's post; `standing` is how that stands on paper."""

    post: Post
    person: Person
    standing: Standing

    @property
    def is_instead(self) -> bool:
        """Whether the holder can't act, or there is none: then the letter is the deputy's."""
        return self.standing.capacity in HOLDS_THE_POST

    @property
    def words(self) -> str:
        """`นางสาวนิภา สมมติ รักษาราชการแทน`."""
        return f"{self.person.name_th} {WORDS[self.standing.capacity]}"

    def covers(self, kind: str) -> bool:
        """Whether the orders are about letters of that kind at all."""
        return all(not order.kinds or kind in order.kinds for order in self.standing.chain)


def deputies(
    posts: Sequence[Post], people: Iterable[Person], orders: Sequence[Delegation], moment: datetime
) -> tuple[Deputy, ...]:
    """Everybody who may act for a post at an aware moment; those who act in its holder's stead come first.

    Whoever is away themselves, so that somebody acts for them, acts for nobody.
    """
    found = [deputy for person in people for deputy in _deputies(posts, person, orders, moment)]
    away = {one.post.holder_id for one in found if one.standing.capacity is Capacity.ACTING}
    there = (one for one in found if one.person.id not in away)
    return tuple(sorted(there, key=lambda one: (not one.is_instead, len(one.standing.chain))))


def _deputies(
    posts: Sequence[Post], person: Person, orders: Sequence[Delegation], moment: datetime
) -> Iterator[Deputy]:
    for standing in standings(person.id, person.position_th, orders, moment):
        for post in _represented(standing, posts):
            if post.holder_id != person.id:
                yield Deputy(post, person, standing)


def _represented(standing: Standing, posts: Sequence[Post]) -> Sequence[Post]:
    """The post that the order names; by its holder where the chain calls it otherwise."""
    if not standing.chain:
        return ()
    order = standing.chain[-1]
    named = [post for post in posts if post.name_th == order.position_th]
    if named or order.holder_id is None:
        return named
    held = [post for post in posts if post.holder_id == order.holder_id]
    return sorted(held, key=lambda post: -post.rung)[:1]


def acting_for(found: Iterable[Deputy], person_id: Id) -> tuple[Post, ...]:
    """The posts for which somebody may act."""
    return tuple(one.post for one in found if one.person.id == person_id)


def in_their_stead(posts: Sequence[Post], found: Iterable[Deputy], person_id: Id) -> tuple[Post, ...]:
    """The chain as it is for somebody who stands in for others: their posts count as one's own."""
    taken = {one.post.id for one in found if one.person.id == person_id and one.is_instead}
    return tuple(replace(post, holder_id=person_id) if post.id in taken else post for post in posts)


def stands_in(found: Iterable[Deputy], post: Post) -> Deputy | None:
    """Who gets a letter for a post whose holder can't act."""
    return next((one for one in found if one.post.id == post.id and one.is_instead), None)
