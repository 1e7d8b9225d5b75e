"""Questions that a desk hands to a supervisor; they travel, and so does the answer."""

from sqlalchemy import Index

from desktop.office.tables import key, text, travelling

review = travelling(
    "review",
    text("paper", required=True),
    key("paper_id"),
    text("code", required=True),
    text("data", required=True),
    text("deed", required=True),
    text("note", required=True),
    key("asked_by", required=True),
    text("asked_by_name", required=True),
    text("asked_at", required=True),
    key("device_id", required=True),
    text("state", required=True),
    text("answer"),
    key("answered_by"),
    text("answered_by_name"),
    text("answered_at"),
)
"""`paper`, `paper_id`: entity and id of the paper in question. `data`, `deed`: JSON of what was said and done.

`state`: open, settled (the supervisor saw to it), returned (the desk must act), taken_back.
"""

Index(None, review.c.paper_id)
Index(None, review.c.state)
