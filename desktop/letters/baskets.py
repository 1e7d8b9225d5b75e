"""What each basket of the inbox holds, as SQL over `letter l`; named values: unit, me, acting, today, due.

`acting`: the posts for which a person acts, as `finding.acting` writes them.

Whatever its register: only the basket of all holds what came in to the central one and nothing else. The plus signs and
the open range keep SQLite from plans that took a hundred times longer with 100,000 letters.
"""

from desktop.letters.model import Basket
from desktop.letters.rules import CENTRAL

_REGISTER = f"l.register = '{CENTRAL}'"
_IN_UNIT = """
EXISTS (SELECT 1 FROM routing r WHERE r.letter_id = l.id AND +r.unit_id = :unit AND +r.state IN ('sent', 'received'))
"""
_FOR_ME = """
l.id IN (SELECT r.letter_id FROM routing r LEFT JOIN chain_post p ON p.office_id = r.office_id AND p.id = r.post_id
         WHERE r.unit_id = :unit AND r.done_at IS NULL AND coalesce(r.held_by, p.staff_id, :me) = :me AND {0}
         UNION ALL
         SELECT r.letter_id FROM chain_post p CROSS JOIN routing r ON r.unit_id = p.unit_id AND r.post_id = p.id
         WHERE hex(p.id) IN (SELECT substr(value, 1, 32) FROM json_each(:acting))
         AND r.done_at IS NULL AND coalesce(r.held_by, p.staff_id) IS p.staff_id AND {0}
         AND EXISTS (SELECT 1 FROM json_each(:acting) WHERE value IN (hex(p.id), hex(p.id) || (
             SELECT k.kind FROM letter k WHERE k.office_id = r.office_id AND k.id = r.letter_id))))
"""
"""What is for a person; for the unit at large, or for a post that nobody holds; and for a post that they act for."""
_BY_ME = "(r.sent_by = :me OR r.from_unit_id = :unit)"
_CAME_BACK = f"""
l.id IN (SELECT r.letter_id FROM routing r WHERE r.outcome > '' AND {_BY_ME}
         AND NOT EXISTS (SELECT 1 FROM routing n WHERE n.letter_id = r.letter_id AND n.sent_at > r.received_at))
"""
"""What was returned or given back, and has not been sent on since."""
_AWAKE = """
+l.id NOT IN (SELECT w.letter_id FROM letter_watch w LEFT JOIN routing m ON m.letter_id = w.letter_id
              AND m.reminded_at > w.snoozed_at AND m.unit_id = :unit
              WHERE w.person_id = :me AND w.snoozed_until > :today AND m.id IS NULL)
"""
"""Not put away: a reminder to the unit wakes what was put away before it."""
_WATCHED = "l.id IN (SELECT letter_id FROM letter_watch WHERE person_id = :me AND {})"
_SENT = f"l.id IN (SELECT r.letter_id FROM routing r WHERE r.state <> 'recalled' AND {_BY_ME})"
_CIRCULAR = f"""
l.id IN (SELECT r.letter_id FROM routing r WHERE (r.unit_id = :unit OR {_BY_ME})
         AND r.wants_ack = 1 AND r.state <> 'recalled' AND r.acknowledged_at IS NULL)
"""
_TO_RECEIVE = _FOR_ME.format("r.state = 'sent'")
_TO_ENDORSE = _FOR_ME.format("r.state = 'received' AND r.purpose = 'action'")

BASKETS = {
    Basket.ALL: _REGISTER,
    Basket.NEW: f"l.status = 'registered' AND +l.direction = 'incoming' AND l.cancelled_at IS NULL AND {_AWAKE}",
    Basket.MINE: f"l.status = 'routed' AND {_IN_UNIT} AND {_AWAKE}",
    Basket.DUE: "l.status <> 'closed' AND l.due_date BETWEEN '2' AND :due AND l.cancelled_at IS NULL",
    Basket.RECEIVE: f"{_TO_RECEIVE} AND {_AWAKE}",
    Basket.ENDORSE: f"({_TO_ENDORSE} OR {_CAME_BACK}) AND {_AWAKE}",
    Basket.CIRCULAR: f"{_CIRCULAR} AND {_AWAKE}",
    Basket.SENT: _SENT,
    Basket.FOLLOWED: _WATCHED.format("followed_at IS NOT NULL"),
    Basket.SNOOZED: _WATCHED.format("snoozed_until > :today"),
}
"""Deadlines count through being put away: what is due is never hidden."""
