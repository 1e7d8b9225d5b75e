"""Money at the counter: the fee catalogue, receipts from leased books, voids that keep their number."""
