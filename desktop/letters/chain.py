"""The municipal chain, up and down: who gets a letter next. Pure; the chain itself is data of the office."""

from collections.abc import Iterable, Sequence

from desktop.accounts.model import Person, Post, Role
from desktop.letters.deputies import Deputy
from desktop.letters.model import Letter
from desktop.letters.route_model import Part, Receipt, Recipient, Route, RouteState, Said, Stages
from desktop.office.ids import Id


def own_posts(posts: Iterable[Post], person: Person) -> tuple[Post, ...]:
    """The posts that somebody holds, the highest first."""
    return tuple(sorted((post for post in posts if post.holder_id == person.id), key=lambda post: -post.rung))


def upward(posts: Sequence[Post], person: Person) -> tuple[Post, ...]:
    """The chain above somebody, the nearest first; posts that were closed are passed over.

    Who holds no post sends up to the lowest one of their own unit.
    """
    by_id = {post.id: post for post in posts}
    held = own_posts(posts, person)
    at = _above(held[0], by_id) if held else _first(posts, person.unit.id)
    climbed: dict[Id, Post] = {}
    while at is not None and at.id not in climbed:
        climbed[at.id] = at
        at = _above(at, by_id)
    return tuple(post for post in climbed.values() if not post.is_closed)


def _above(post: Post, by_id: dict[Id, Post]) -> Post | None:
    return by_id.get(post.above_id) if post.above_id is not None else None


def _first(posts: Iterable[Post], unit_id: Id) -> Post | None:
    own = (post for post in posts if post.unit_id == unit_id and not post.is_closed)
    return min(own, key=lambda post: (post.rung, post.code), default=None)


def downward(posts: Sequence[Post], person: Person) -> tuple[Post, ...]:
    """The posts whose letters go up to one that somebody holds, the highest first."""
    held = {post.id for post in own_posts(posts, person)}
    below = (post for post in posts if post.above_id in held and not post.is_closed)
    return tuple(sorted(below, key=lambda post: (-post.rung, post.code)))


def part_for(post: Post) -> Part:
    return Part(post.unit_id, post_id=post.id)


def recipients(
    stages: Stages, units: dict[Id, str], posts: Sequence[Post], people: dict[Id, str], acting: Sequence[Deputy] = ()
) -> tuple[tuple[Recipient, ...], ...]:
    """Who would get a letter, stage by stage, by the names of now; units, people: names by id; `acting`: for posts."""
    by_id = {post.id: post for post in posts}

    def one(part: Part) -> Recipient:
        unit = units.get(part.unit_id, "")
        post = by_id.get(part.post_id) if part.post_id is not None else None
        deputies = tuple(one for one in acting if one.post.id == part.post_id)
        if part.person_id is not None:
            theirs = tuple(one.words for one in deputies if one.person.id == part.person_id)[:1]
            named = people.get(part.person_id, "")
            return Recipient(part, unit, post.name_th if post else "", named, deputies=theirs, is_deputed=bool(theirs))
        if post is None:
            return Recipient(part, unit)
        instead = tuple(one.words for one in deputies if one.is_instead)
        beside = instead or tuple(one.words for one in deputies)
        vacant = post.holder_id is None
        return Recipient(part, unit, post.name_th, post.holder_name, vacant, beside, bool(instead) or vacant)

    return tuple(tuple(one(part) for part in stage) for stage in stages)


def holding(letter: Letter, person: Person, posts: Iterable[Post] = (), acting: Sequence[Post] = ()) -> Route | None:
    """What somebody holds of a letter and has not done yet: for themselves, their posts, or their unit at large.

    `acting`: the posts for which they may act.
    """
    mine = {post.id for post in own_posts(posts, person)}
    found = [route for route in letter.routes if route.is_open and route.state is RouteState.RECEIVED]
    fitting = [route for route in found if is_for(route, person, mine, acting)]
    return max(fitting, key=lambda route: (route.holder_id == person.id, route.post_id in mine), default=None)


def is_for(route: Route, person: Person, mine: Iterable[Id], acting: Iterable[Post] = ()) -> bool:
    """Whether a routing is somebody's; what is for a vacant post is its whole unit's.

    What is for a post that they act for is theirs too, unless it was given to another person.
    """
    if any(route.post_id == post.id and route.holder_id in (None, post.holder_id) for post in acting):
        return True
    if route.unit_id != person.unit.id:
        return False
    return route.holder_id in (None, person.id) or route.post_id in set(mine)


def matrix(letter: Letter) -> tuple[Receipt, ...]:
    """A circular unit by unit: received, read, acknowledged, reminded. Those who have not come first."""
    lines = [_receipt(letter, route) for route in letter.routes if route.wants_ack and _counts(route)]
    return tuple(sorted(lines, key=lambda one: (one.acknowledged_at is not None, one.unit_name)))


def _counts(route: Route) -> bool:
    return route.state is not RouteState.RECALLED or route.acknowledged_at is not None


def _receipt(letter: Letter, route: Route) -> Receipt:
    told = [one for one in letter.route_events if one.route_id == route.id and one.kind is Said.REMINDED]
    received = route.received_at if route.state is RouteState.RECEIVED else None
    who = route.acknowledged_by_name or route.read_by_name or (route.received_by_name or "")
    return Receipt(
        route.id, route.unit_name, received, route.read_at, route.acknowledged_at, who, len(told), route.reminded_at
    )


def late_to_acknowledge(letter: Letter) -> tuple[Id, ...]:
    """The routings of a circular that nobody has acknowledged."""
    return tuple(one.route_id for one in matrix(letter) if one.acknowledged_at is None)


def may_reassign(role: str, *, of_unit: bool) -> bool:
    """A head in their own unit, an executive everywhere."""
    return role == Role.EXECUTIVE or (role == Role.HEAD and of_unit)
