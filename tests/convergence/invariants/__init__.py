"""What must hold whatever happens (sync design 3.2): each is one function that any harness may call.

`Printer` is the witness: it remembers every paper that a person has in hand, and no store can take that back.
"""

from tests.convergence.invariants.acts import (
    acts_are_in_order,
    both_sides_are_kept,
    imprint,
    nothing_done_is_lost,
    pending_acts_lie_on_top,
    replays_change_nothing,
)
from tests.convergence.invariants.feed import (
    feed_is_sound,
    feed_tells_every_row,
    rows_go_only_when_told,
    whole_transactions_are_here,
)
from tests.convergence.invariants.files import (
    centre_has_all_files,
    files_are_whole,
    little_is_sent_twice,
    no_file_is_kept_without_right,
)
from tests.convergence.invariants.identity import a_copy_is_refused, trusted_time_only_grows
from tests.convergence.invariants.law import LAWS, Law, When, hold
from tests.convergence.invariants.liveness import (
    a_poisoned_act_delays_nobody,
    everything_drains,
    green_is_true,
    what_is_stuck_is_told,
)
from tests.convergence.invariants.money import money_is_the_same_everywhere, receipts_never_change
from tests.convergence.invariants.numbers import (
    every_number_is_accounted_for,
    numbers_are_unique,
    the_register_has_no_hole,
    what_is_printed_is_known,
)
from tests.convergence.invariants.rows import desk_equals_centre, no_word_above_scope, nothing_is_held_without_right
from tests.convergence.invariants.scene import Number, Printer, Scene, at_centre

__all__ = [
    "LAWS",
    "Law",
    "Number",
    "Printer",
    "Scene",
    "When",
    "a_copy_is_refused",
    "a_poisoned_act_delays_nobody",
    "acts_are_in_order",
    "at_centre",
    "both_sides_are_kept",
    "centre_has_all_files",
    "desk_equals_centre",
    "every_number_is_accounted_for",
    "everything_drains",
    "feed_is_sound",
    "feed_tells_every_row",
    "files_are_whole",
    "green_is_true",
    "hold",
    "imprint",
    "little_is_sent_twice",
    "money_is_the_same_everywhere",
    "no_file_is_kept_without_right",
    "no_word_above_scope",
    "nothing_done_is_lost",
    "nothing_is_held_without_right",
    "numbers_are_unique",
    "pending_acts_lie_on_top",
    "receipts_never_change",
    "replays_change_nothing",
    "rows_go_only_when_told",
    "the_register_has_no_hole",
    "trusted_time_only_grows",
    "what_is_printed_is_known",
    "what_is_stuck_is_told",
    "whole_transactions_are_here",
]
