"""Screens of waste-fee accounts: the houses, a month's bills, what is owed."""
