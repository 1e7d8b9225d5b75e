"""The letters room's rows (domain: forms 12 and 13 of the correspondence regulation)."""

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, Text

from desktop.office.tables import ROOMS, key, number, text, travelling

letter = travelling(
    "letter",
    text("register", required=True),
    number("year_be", required=True),
    number("number", required=True),
    text("received_at", required=True),
    text("channel", required=True),
    text("from_party", required=True),
    text("book_number", required=True),
    text("book_number_key", required=True),
    text("letter_date"),
    text("to_party", required=True),
    text("subject", required=True),
    text("urgency", required=True),
    text("secrecy", required=True),
    text("due_date"),
    text("remarks"),
    text("status", required=True),
    text("acted_at", required=True),
    number("stamp_page"),
    number("stamp_x"),
    number("stamp_y"),
    key("registered_by", required=True),
    key("device_id", required=True),
    text("kind", default="external"),
    text("direction", default="incoming"),
    text("urgent_deadline"),
    text("cancelled_at"),
)
"""`stamp_page` counts from 0; `stamp_x`, `stamp_y` in micrometres from the top left (whole numbers travel exactly).

`register`: see `desktop.office.series`; a desk that knows only incoming letters looks at none but `central`.
`urgent_deadline`: the moment of ด่วนภายใน; `cancelled_at`: set while the last `letter_cancellation` stands.
"""

letter_registration = travelling(
    "letter_registration",
    key("letter_id", required=True),
    text("register", required=True),
    number("year_be", required=True),
    number("number", required=True),
    text("registered_at", required=True),
    key("registered_by", required=True),
    text("registered_by_name", required=True),
    key("device_id", required=True),
)
"""One more number of a letter, in the register of a division that received it; the first one is the letter's own."""

letter_enclosure = travelling(
    "letter_enclosure",
    key("letter_id", required=True),
    number("place", required=True),
    text("title", required=True),
    number("amount", required=True),
    text("kind", required=True),
    text("taken_at"),
)
"""สิ่งที่ส่งมาด้วย, in the order of the paper; `kind` as `model.EnclosureKind`. `taken_at`: the line was taken back."""

letter_citation = travelling(
    "letter_citation",
    key("letter_id", required=True),
    number("place", required=True),
    text("book_number", required=True),
    text("book_number_key", required=True),
    text("letter_date"),
    text("taken_at"),
)
"""อ้างถึง, in the order of the paper: the letters here that bear such a number are found by `book_number_key`.

`taken_at`: the line was taken back.
"""

letter_cancellation = travelling(
    "letter_cancellation",
    key("letter_id", required=True),
    text("act", required=True),
    text("reason", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""ยกเลิก, and taking that back: a row each, never changed. `act`: cancelled or reinstated."""

letter_loan = travelling(
    "letter_loan",
    key("letter_id", required=True),
    text("borrower_name", required=True),
    key("unit_id"),
    text("lent_at", required=True),
    text("lent_by_name", required=True),
    text("due_date"),
    text("note"),
    text("returned_at"),
    text("returned_to_name"),
)
"""ยืมแฟ้ม: who has the paper, since when and until when; `returned_at` when it is back."""

letter_custody = travelling(
    "letter_custody",
    key("letter_id", required=True),
    text("act", required=True),
    text("holder", required=True),
    key("holder_id"),
    key("unit_id"),
    text("place"),
    key("batch_id", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""Where the paper went, a row each move, never changed; the latest says who has it. `act`: `whereabouts.PaperAct`."""

letter_file = travelling(
    "letter_file",
    key("letter_id", required=True),
    text("sha256", required=True),
    text("name", required=True),
    text("media_type", required=True),
    number("size", required=True),
    number("pages", required=True),
    text("source", required=True),
    text("original_sha256"),
    text("original_media_type"),
    text("added_at", required=True),
    text("added_by_name"),
    text("withdrawn_at"),
    text("withdrawn_by_name"),
    text("withdraw_reason"),
)
"""`sha256` names the PDF people read; where a picture came in, `original_sha256` names its untouched bytes.

`added_by_name`: who added it after the registration; `withdrawn_at`: it was another letter's, and does not show.
"""

NOT_WITHDRAWN = {"withdrawn_at": None, "withdrawn_by_name": None, "withdraw_reason": None}
"""A file as it comes."""

letter_channel = travelling(
    "letter_channel",
    key("letter_id", required=True),
    text("channel", required=True),
    text("came_at", required=True),
    key("noted_by", required=True),
    text("noted_by_name", required=True),
    key("device_id", required=True),
)
"""That a letter came once more, by another channel than the one it was registered with."""

letter_page_text = travelling(
    "letter_page_text",
    key("letter_id", required=True),
    text("sha256", required=True),
    number("page", required=True),
    text("text", required=True),
)
"""What stands on a page (from 0) of the letter's file, as a machine read it or the file says; only for searching."""

saved_search = travelling(
    "saved_search",
    key("unit_id", required=True),
    text("name", required=True),
    text("words", required=True),
    text("filters", required=True),
    text("made_by_name", required=True),
    text("made_at", required=True),
    key("device_id", required=True),
    text("dropped_at"),
)
"""A search that a unit keeps as a folder; `filters`: JSON text of `found.Filters`; `device_id`: where it was made."""

endorsement = travelling(
    "endorsement",
    key("letter_id", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("acted_as", required=True),
    text("action", required=True),
    text("text", required=True),
    text("at", required=True),
    text("capacity", default="own"),
    text("block"),
    key("delegation_id"),
    key("via_id"),
    text("for_name"),
    key("corrects_id"),
    key("file_id"),
    number("page"),
    number("place_x"),
    number("place_y"),
    text("page_digest"),
    text("reading"),
    number("read_seconds"),
    number("read_pages"),
    number("all_pages"),
    text("flaw"),
)
"""Never changed; `corrects_id` names the one that this puts right. `block`: the lines under the signature, frozen.

`place_x`, `place_y` in micrometres from the top left of `page` (from 0) of the file; `page_digest`: of the page as it
was. `reading`: read or not_read, with what was measured. `flaw`: what the centre found wrong with the orders named.
"""

routing = travelling(
    "routing",
    key("letter_id", required=True),
    key("unit_id", required=True),
    text("purpose", required=True),
    text("note"),
    text("due_date"),
    text("state", required=True),
    key("sent_by", required=True),
    text("sent_at", required=True),
    key("received_by"),
    text("received_at"),
    key("post_id"),
    key("held_by"),
    key("from_unit_id"),
    key("from_route_id"),
    key("plan_id"),
    number("stage"),
    text("done_at"),
    text("outcome"),
    text("asked_at"),
    text("reminded_at"),
    number("wants_ack"),
    text("read_at"),
    text("read_by_name"),
    text("acknowledged_at"),
    text("acknowledged_by_name"),
)
"""Where a letter is: `state` is sent, received or recalled (not there any more), as every release knows it.

`post_id`: the post of the chain it is for, None for the unit at large; `held_by`: whose it is, where that is settled.
`from_unit_id`, `from_route_id`: who sent it on, and the holding that ended with it. `plan_id`, `stage`: its place in a
route of several stages. `done_at`: the holder has done their part. `outcome`: why it is recalled, as `model.Outcome`.
`asked_at`: since when the sender asks for it back. `wants_ack`: 1 where everybody must acknowledge (หนังสือเวียน).
"""

route_step = travelling(
    "route_step",
    key("letter_id", required=True),
    key("plan_id", required=True),
    number("stage", required=True),
    number("place", required=True),
    key("routing_id", required=True),
    key("unit_id", required=True),
    key("post_id"),
    key("person_id"),
    text("purpose", required=True),
    text("note"),
    text("due_date"),
    number("wants_ack"),
    text("state", required=True),
)
"""A part of a route whose turn has not come: waiting, then sent (as the routing `routing_id`) or dropped."""

route_event = travelling(
    "route_event",
    key("letter_id", required=True),
    key("route_id", required=True),
    text("kind", required=True),
    text("text", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""What was said about a routing, never changed; `kind` as `model.Said`."""

letter_watch = travelling(
    "letter_watch",
    key("letter_id", required=True),
    key("person_id", required=True),
    text("followed_at"),
    text("looked_at"),
    text("snoozed_until"),
    text("snoozed_at"),
)
"""What a person keeps an eye on (ติดตาม) and what they put away until a day (พัก): one row each person and letter."""

route_template = travelling(
    "route_template",
    text("name", required=True),
    key("unit_id"),
    text("kind"),
    text("stages", required=True),
    text("made_by_name", required=True),
    text("made_at", required=True),
    text("withdrawn_at"),
)
"""A named route, of a unit or (`unit_id` None) of the office, for a kind of letter or for all; never changed.

`stages`: JSON, see `stages.stages_as_json`.
"""

letter_amendment = travelling(
    "letter_amendment",
    key("letter_id", required=True),
    text("field", required=True),
    text("before"),
    text("after"),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""What was put right after registration, a row each field; never changed."""

letter_link = travelling(
    "letter_link",
    key("letter_id", required=True),
    key("other_id", required=True),
    number("other_number", required=True),
    number("other_year_be", required=True),
    key("linked_by", required=True),
    text("linked_by_name", required=True),
    text("linked_at", required=True),
)
"""One paper registered twice, seen from `letter_id`; the other letter has a row of its own."""

letter_tag = travelling(
    "letter_tag",
    key("letter_id", required=True),
    text("tag", required=True),
    key("device_id", required=True),
    text("numbered_at"),
    text("stamped_at"),
    text("stamped_by_name"),
    key("registration_id"),
)
"""The provisional tag that a letter bore at first; `stamped_at` when the official number stood on the paper too.

`registration_id`: the tag stands for a division's number (`letter_registration`), not for the letter's own.
"""

letter_reference = Table(
    "letter_reference",
    ROOMS,
    Column("office_id", BigInteger, primary_key=True, autoincrement=False),
    Column("reference", Text, primary_key=True),
    Column("letter_id", LargeBinary(16), nullable=False),
    sqlite_with_rowid=False,
)
"""The first letter with such words on its paper; kept at the centre only, it does not travel."""

classification = travelling(
    "classification",
    key("letter_id", required=True),
    text("before", required=True),
    text("after", required=True),
    text("reason", required=True),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)
"""Who made a letter more or less secret, when and why."""

Index(None, letter.c.register, letter.c.year_be, letter.c.number)
Index(None, letter.c.status, letter.c.year_be, letter.c.number)
Index(None, letter.c.due_date)
Index(None, letter_registration.c.letter_id)
Index(None, letter_registration.c.register, letter_registration.c.year_be, letter_registration.c.number)
Index(None, letter_enclosure.c.letter_id)
Index(None, letter_citation.c.letter_id)
Index(None, letter_cancellation.c.letter_id)
Index(None, letter_loan.c.letter_id)
Index(None, letter_channel.c.letter_id)
Index(None, letter_custody.c.letter_id, letter_custody.c.at)
Index(None, letter_custody.c.unit_id, letter_custody.c.at)
Index(None, letter_custody.c.batch_id)
Index(None, letter_amendment.c.letter_id)
Index(None, letter_file.c.letter_id)
Index(None, letter_link.c.letter_id)
Index(None, letter_tag.c.letter_id)
Index(None, endorsement.c.letter_id)
Index(None, endorsement.c.delegation_id)
Index(None, endorsement.c.via_id)
Index(None, routing.c.letter_id)
Index(None, classification.c.letter_id)
Index(None, letter_page_text.c.letter_id)
Index(None, saved_search.c.unit_id)
Index(None, routing.c.unit_id, routing.c.state)
Index(None, routing.c.sent_by)
Index(None, routing.c.from_unit_id)
Index(None, routing.c.outcome)
Index(None, route_step.c.letter_id)
Index(None, route_event.c.letter_id)
Index(None, letter_watch.c.letter_id)
Index(None, letter_watch.c.person_id)
