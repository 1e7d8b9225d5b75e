"""Bills as a desk lists them, worked out from their facts by triggers of its store, whoever writes."""

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, Text

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

Index(None, bill_list.c.bill_id)
Index(None, bill_list.c.payer_name)
Index(None, bill_list.c.number)
