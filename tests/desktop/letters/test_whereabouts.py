"""Where to look for a paper: two thousand moves between eight units with twenty losses planted in them."""

import random
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from desktop.letters.whereabouts import Find, Guess, Move, Paper, PaperAct, Spot, Why, likely, sweep

START = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
UNITS = tuple(bytes([place]) * 16 for place in range(1, 9))
USUAL = {unit: UNITS[(place + 1) % len(UNITS)] for place, unit in enumerate(UNITS)}
"""Where papers go from each unit, mostly."""


def _id(number: int) -> bytes:
    return number.to_bytes(16)


def _move(
    letter: int, unit: bytes, act: PaperAct = PaperAct.TAKEN, *, step: int = 0, batch: int = 0, number: int = 0
) -> Move:
    at = START + timedelta(minutes=step)
    return Move(_id(number), _id(letter), act, f"หน่วย {unit[0]}", unit, _id(batch), "ผู้ส่ง", at)


class House:
    """Papers that go between units in pouches; `truth`: where each really is."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self.log: dict[int, list[Move]] = defaultdict(list)
        self.truth: dict[int, bytes] = {}
        self.lost: set[int] = set()
        self.count = 0

    def begin(self, letters: int) -> None:
        for letter in range(letters):
            self._write(letter, UNITS[0], PaperAct.TAKEN, batch=0)
            self.truth[letter] = UNITS[0]

    def run(self, moves: int) -> None:
        while self.count < moves:
            here = self._rng.choice(UNITS)
            held = sorted(letter for letter, unit in self.truth.items() if unit == here)
            if held:
                self.send(self._rng.sample(held, min(len(held), 4)), here, self._next(here))

    def send(self, letters: list[int], here: bytes, to: bytes, *, taken: bool = True) -> None:
        batch = self.count + 1
        for letter in letters:
            self._write(letter, to, PaperAct.HANDED, batch=batch)
            if taken:
                self._write(letter, to, PaperAct.TAKEN, batch=batch + 100_000)
                self.truth[letter] = to

    def lose(self, how: int) -> int:
        """One paper gets away from what is written down of it."""
        letter, *mates = self._rng.sample(sorted(set(self.truth) - self.lost), 3)
        self.lost.add(letter)
        here = self.truth[letter]
        if how == 0:  # it was to go, and stayed on the desk
            self.send([letter], here, self._next(here), taken=False)
        elif how == 1:  # it arrived, and nobody scanned it
            to = self._next(here)
            self.send([letter], here, to, taken=False)
            self.truth[letter] = to
        elif how == 2:  # it was passed on to where papers go from here, and nobody scanned it
            self.truth[letter] = USUAL[here]
        else:  # it was to stay, and went along with those that it came with
            batch = self.count + 200_000
            for one in (letter, *mates):
                self._write(one, here, PaperAct.TAKEN, batch=batch)
            away = self._rng.choice([unit for unit in UNITS if unit != here])
            self.send(mates, here, away)
            self.truth[letter] = away
        return letter

    def guesses(self, letter: int) -> tuple[Guess, ...]:
        moves = self.log[letter]
        batches = {move.batch_id for move in moves[-2:]}
        mates = [
            other[-1] for key, other in self.log.items() if key != letter and any(m.batch_id in batches for m in other)
        ]
        return likely(moves, mates, self._habits(moves[-1].unit_id or b""))

    def _habits(self, unit: bytes) -> Counter[Spot]:
        habits: Counter[Spot] = Counter()
        for moves in self.log.values():
            for one, following in pairwise(moves):
                if one.unit_id == unit and following.unit_id not in (unit, None):
                    habits[Spot(following.unit_id, following.holder)] += 1
        return habits

    def _next(self, here: bytes) -> bytes:
        usual = self._rng.random() < 0.8
        return USUAL[here] if usual else self._rng.choice([unit for unit in UNITS if unit != here])

    def _write(self, letter: int, unit: bytes, act: PaperAct, *, batch: int) -> None:
        self.count += 1
        self.log[letter].append(_move(letter, unit, act, step=self.count, batch=batch, number=self.count))


@pytest.mark.parametrize("seed", [2567, 2568, 2569])
def test_lost_papers_are_among_the_first_three_guesses(seed: int) -> None:
    """Twenty losses in two thousand moves; only what went where nobody ever writes it may be missed."""
    house = House(seed)
    house.begin(150)
    house.run(2_000)
    lost = [house.lose(place % 4) for place in range(20)]
    found = [house.truth[letter] in {guess.unit_id for guess in house.guesses(letter)} for letter in lost]
    assert found.count(True) >= 18


def test_the_strongest_reason_is_named() -> None:
    giver, taker = UNITS[:2]
    moves = [_move(1, giver), _move(1, taker, PaperAct.HANDED, step=1)]
    assert [(guess.unit_id, guess.why) for guess in likely(moves, [], {})] == [(taker, Why.ON_WAY), (giver, Why.GIVER)]
    mates = [_move(2, UNITS[4], step=2), _move(3, UNITS[4], step=2)]
    assert Guess("หน่วย 5", UNITS[4], Why.POUCH) in likely(moves, mates, {})


def test_what_was_never_followed_has_no_guesses() -> None:
    assert likely([], [], {}) == ()
    assert likely([_move(1, UNITS[0], PaperAct.MISSING)], [], {}) == ()


def test_a_sweep_tells_exactly_what_is_missing_and_what_is_too_much() -> None:
    rng = random.Random(7)
    should = [Paper(_id(number), number, borrower="นายวิชัย" if number == 3 else "") for number in range(200)]
    gone = {3, *rng.sample(range(4, 200), 11)}
    foreign = [Paper(_id(number), number) for number in range(500, 506)]
    pile = [paper for paper in should if paper.number not in gone] + foreign
    rng.shuffle(pile)
    swept = sweep(should, pile)
    told = {find: {one.paper.number for one in swept if one.find is find} for find in Find}
    assert told[Find.EXPECTED] == gone - {3}
    assert told[Find.LENT] == {3}
    assert told[Find.FOREIGN] == set(range(500, 506))
    assert told[Find.HERE] == set(range(200)) - gone
    assert swept[0].find is Find.EXPECTED
