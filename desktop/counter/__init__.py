"""The citizen in front: one page of all their matters, whichever room they belong to."""
