"""The landing room: what waits today."""
