"""Five hundred desks of fifty offices on one centre: what a working day costs, and a storm of reconnecting."""
