"""Letters and registers that come in files: what waits for its number, and old registers from sheets."""
