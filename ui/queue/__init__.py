"""The queue on screen: taking tickets, calling them, the board, the day in figures, how it is set up."""
