"""What happened while somebody was away, and being told of it at once."""
