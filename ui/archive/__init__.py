"""The archive's screens: forms on paper, the shelf, and destruction lists."""
