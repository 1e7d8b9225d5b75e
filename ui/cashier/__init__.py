"""The counter and the receipts of the day."""
