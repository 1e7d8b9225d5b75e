"""Who works here: the office, its units, its people, and unlocking a desk without the line."""
