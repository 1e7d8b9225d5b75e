"""The centre: one PostgreSQL, any number of stateless processes. Everything is keyed by the office."""
