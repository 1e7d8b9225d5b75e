"""Bills and shifts as a desk lists them, worked out from their facts by triggers of its store, whoever writes."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from desktop.store.tables import DESK

bill_list = Table(
    "bill_list",
    DESK,
    Column("state", Text, primary_key=True),
    Column("due_on", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("bill_id", LargeBinary(16), primary_key=True),
    Column("payer_name", Text, nullable=False),
    Column("total_satang", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Every bill in its state of now, in the order in which lists show them."""

bill_payer = Table(
    "bill_payer",
    DESK,
    Column("name", Text, primary_key=True),
    Column("state", Text, primary_key=True),
    Column("many", BigInteger, nullable=False),
    Column("satang", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""How many bills of a state are made out to a name, and their sum: names are searched here, and sums added up."""

bill_due = Table(
    "bill_due",
    DESK,
    Column("state", Text, primary_key=True),
    Column("due_on", Text, primary_key=True),
    Column("many", BigInteger, nullable=False),
    Column("satang", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""How many bills of a state are due on a day, and their sum: lists without words are added up here."""

shift_under_way = Table(
    "shift_under_way",
    DESK,
    Column("shift_id", LargeBinary(16), primary_key=True),
    Column("closed", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Shifts that are open, or closed and in no closed day of the treasury."""

shift_edge = Table(
    "shift_edge",
    DESK,
    Column("device_id", LargeBinary(16), primary_key=True),
    Column("mseq", BigInteger, primary_key=True, autoincrement=False),
    Column("balance", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Where in a desk's chain more slips begin than end (1) or end than begin (-1): two for years without a gap."""

receipt_day = Table(
    "receipt_day",
    DESK,
    Column("device_id", LargeBinary(16), primary_key=True),
    Column("day", Text, primary_key=True),
    Column("many", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""How many receipts this desk issued on a day (in Thailand), since some weeks before this was counted."""

Index(None, bill_list.c.bill_id)
Index(None, bill_list.c.payer_name)
Index(None, bill_list.c.number)
