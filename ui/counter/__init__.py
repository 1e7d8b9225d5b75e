"""The citizen in front, on screen: their card, the search for them, their page and their form."""
