"""The table of what must hold and when, so that any harness holds all of it with one call."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tests.convergence.invariants import (
    acts,
    cases,
    feed,
    files,
    identity,
    liveness,
    money,
    notes,
    numbers,
    papers,
    rows,
    ways,
)
from tests.convergence.invariants.scene import Scene
from tests.helpers.town import TownDesk


class When(StrEnum):
    ALWAYS = "always"
    AT_REST = "at rest"
    """Lines are whole, and everybody has said and read everything."""


@dataclass(frozen=True)
class Law:
    """`name` is its number in the sync design (S, L), or in the life of a letter (E); `check` raises AssertionError."""

    name: str
    when: When
    check: Callable[[Scene], None]


def _each(check: Callable[[Scene, TownDesk], object]) -> Callable[[Scene], None]:
    def whole(scene: Scene) -> None:
        for desk in scene.desks:
            check(scene, desk)

    return whole


def acts_of_a_desk(scene: Scene, desk: TownDesk) -> None:
    whole = str(desk.folder) not in scene.thin
    acts.nothing_done_is_lost(scene.town, desk, scene.printer, whole=whole)


def what_is_on_top(scene: Scene, desk: TownDesk) -> None:
    if str(desk.folder) not in scene.behind:
        acts.pending_acts_lie_on_top(desk, scene.printer.acked)


def receipts(scene: Scene, desk: TownDesk) -> None:
    money.receipts_never_change(scene.town, desk, scene.printer, all_here=str(desk.folder) not in scene.behind)


LAWS = (
    Law("S1 S2", When.ALWAYS, _each(acts_of_a_desk)),
    Law("S2 S4", When.AT_REST, numbers.what_is_printed_is_known),
    Law("S4 S6", When.ALWAYS, lambda on: numbers.numbers_are_unique(on.printer)),
    Law("S5", When.ALWAYS, _each(lambda on, desk: numbers.every_number_is_accounted_for(on.town, desk, on.printer))),
    Law("S5", When.AT_REST, lambda on: numbers.the_register_has_no_hole(on.town)),
    Law("S7", When.ALWAYS, _each(receipts)),
    Law("S8", When.AT_REST, lambda on: money.money_is_the_same_everywhere(on.town, on.desks, on.printer)),
    Law("S8", When.AT_REST, lambda on: money.no_payment_goes_unsaid(on.town)),
    Law("S9", When.ALWAYS, lambda on: feed.feed_is_sound(on.town)),
    Law("S9", When.ALWAYS, feed.the_head_only_grows),
    Law("S9", When.AT_REST, lambda on: feed.feed_tells_every_row(on.town)),
    Law("S10", When.AT_REST, _each(lambda on, desk: rows.desk_equals_centre(on.town, desk))),
    Law("S11", When.AT_REST, _each(lambda on, desk: rows.nothing_is_held_without_right(desk))),
    Law("S11", When.AT_REST, _each(lambda on, desk: files.no_file_is_kept_without_right(desk))),
    Law("S12", When.ALWAYS, _each(lambda on, desk: feed.whole_transactions_are_here(on.town, desk))),
    Law("S13", When.ALWAYS, _each(lambda on, desk: acts.acts_are_in_order(on.town, desk))),
    Law("S14", When.ALWAYS, _each(what_is_on_top)),
    Law("S15", When.ALWAYS, _each(lambda on, desk: acts.both_sides_are_kept(on.town, desk))),
    Law("S16", When.AT_REST, _each(lambda on, desk: files.files_are_whole(on.town, desk, complete=True))),
    Law("S16", When.AT_REST, lambda on: files.centre_has_all_files(on.town)),
    Law("S17", When.ALWAYS, _each(feed.rows_go_only_when_told)),
    Law("S18", When.ALWAYS, _each(identity.trusted_time_only_grows)),
    Law("E1", When.ALWAYS, _each(notes.no_note_is_lost)),
    Law("E1", When.ALWAYS, notes.notes_stand_once),
    Law("E1", When.AT_REST, notes.every_deed_left_its_note),
    Law("E2", When.ALWAYS, _each(notes.what_is_kept_back_is_no_act)),
    Law("E2", When.AT_REST, _each(notes.nothing_stays_kept_back)),
    Law("E3", When.ALWAYS, ways.a_step_has_one_holder),
    Law("E4", When.AT_REST, papers.a_signature_has_one_letter),
    Law("E5", When.ALWAYS, notes.orders_are_heeded),
    Law("E6", When.AT_REST, ways.receipts_are_the_acts),
    Law("E6", When.AT_REST, _each(ways.the_matrix_is_its_receipts)),
    Law("E7", When.ALWAYS, ways.nothing_is_twofold),
    Law("E8", When.AT_REST, papers.papers_are_where_it_was_said),
    Law("E9", When.ALWAYS, cases.cases_stand_as_their_events_say),
    Law("E9", When.AT_REST, _each(cases.cases_stand_so_at_a_desk)),
    Law("E9", When.AT_REST, cases.every_step_left_its_event),
    Law("L3", When.ALWAYS, _each(liveness.what_is_stuck_is_told)),
    Law("L4", When.ALWAYS, _each(liveness.green_is_true)),
)
"""Beside these: S3 `replays_change_nothing`, S19 `a_copy_is_refused`, S20 `no_word_above_scope`, L1
`everything_drains`, L2 `a_poisoned_act_delays_nobody`, L5 `little_is_sent_twice`, which need a deed of the harness.
"""


def hold(scene: Scene, *when: When) -> None:
    """Holds every law of these times against the scene."""
    for law in LAWS:
        if law.when in when:
            law.check(scene)
            scene.checked.update(law.name.split())
