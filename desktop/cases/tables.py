"""Cases, what happened to them, and the office's own kinds. Rows of events, answers and files never change."""

from sqlalchemy import Index

from desktop.office.tables import key, number, text, travelling

citizen_case = travelling(
    "citizen_case",
    text("series", required=True),
    number("year_be", required=True),
    number("number", required=True),
    text("counter", required=True),
    text("kind", required=True),
    text("kind_version", required=True),
    text("text", required=True),
    text("category", required=True),
    text("channel", required=True),
    text("place", required=True),
    text("moo", required=True),
    number("lat_e6"),
    number("lon_e6"),
    number("accuracy_m"),
    text("place_source", required=True),
    text("received_at", required=True),
    number("restricted", required=True),
    number("hidden", required=True),
    key("intake_unit_id", required=True),
    text("opened_by", required=True),
    key("device_id", required=True),
    text("state", required=True),
    text("clock", required=True),
    key("unit_id", required=True),
    key("staff_id"),
    text("since", required=True),
    text("found_by", required=True),
    text("proof"),
)
"""`state`, `clock`, `unit_id`, `staff_id` and `since` say what the events say, so that lists need not read them.

Degrees are in millionths (WGS84); `found_by` is normalised; `proof`: the text of the QR code, signed at the opening.
"""

case_event = travelling(
    "case_event",
    key("case_id", required=True),
    text("step", required=True),
    text("from_state", required=True),
    text("to_state"),
    text("clock"),
    text("effect"),
    text("text", required=True),
    text("agency", required=True),
    key("unit_id"),
    key("staff_id"),
    text("item", required=True),
    number("score"),
    number("cost_satang"),
    key("other_id"),
    key("actor_id", required=True),
    text("actor_name", required=True),
    text("at", required=True),
)

case_answer = travelling(
    "case_answer",
    key("case_id", required=True),
    key("event_id", required=True),
    text("field", required=True),
    text("value", required=True),
    text("at", required=True),
)
"""What stood in a field; of several the one of the latest `at` counts."""

case_file = travelling(
    "case_file",
    key("case_id", required=True),
    key("event_id", required=True),
    text("use", required=True),
    text("name", required=True),
    text("media_type", required=True),
    text("public_sha256", required=True),
    number("lat_e6"),
    number("lon_e6"),
    text("added_at", required=True),
)
"""A picture without what the camera wrote into it: what everybody who sees the case may see."""

case_original = travelling(
    "case_original",
    key("case_id", required=True),
    key("file_id", required=True),
    text("sha256", required=True),
)
"""The picture as it came; seen where the reporter is seen, because it may say where they live."""

case_reporter = travelling(
    "case_reporter",
    key("case_id", required=True),
    key("person_id"),
    key("house_id"),
    text("name", required=True),
    text("phone", required=True),
    text("address", required=True),
    text("found_by", required=True),
)
"""Who asks: a row of its own, because who works in the field may not see it where the case says `hidden`."""

case_kind = travelling(
    "case_kind",
    text("code", required=True),
    text("version", required=True),
    text("definition", required=True),
    text("defined_at", required=True),
    text("withdrawn_at"),
)
"""A kind of the office's own, as its file says it (JSON)."""

Index(None, citizen_case.c.year_be, citizen_case.c.number)
Index(None, citizen_case.c.clock, citizen_case.c.received_at)
Index(None, citizen_case.c.received_at)
Index(None, citizen_case.c.lat_e6)
Index(None, case_event.c.case_id)
Index(None, case_answer.c.case_id)
Index(None, case_file.c.case_id)
Index(None, case_original.c.case_id)
Index(None, case_reporter.c.case_id)
Index(None, case_reporter.c.person_id)
Index(None, case_reporter.c.house_id)
Index(None, case_kind.c.code)
