"""The control register (ทะเบียนคุม): which numbers exist, who holds them, what became of each."""
