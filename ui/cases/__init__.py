"""What citizens ask: the list, a new case, the page of a case."""
