"""The days room: which days the office works, and how a deadline comes about."""
