"""How the line is, step by step, and which desks of the office still hold work that was not sent."""
