"""The queue of the service centre: tickets, calling them, the board, and one desk of the office that keeps it all."""
