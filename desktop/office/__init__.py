"""Words that every room shares: ids, money, Thai dates and digits, clock, errors, changes."""
