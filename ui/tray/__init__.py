"""ต้องตรวจ: what did not pass as it was meant, and one key for each way out."""
