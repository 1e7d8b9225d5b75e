"""Waste-fee accounts: a house, who pays for it and how much, its monthly bills and what is owed."""
