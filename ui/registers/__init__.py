"""The control register on screen: books and their numbers, and the papers that wait for their official number."""
