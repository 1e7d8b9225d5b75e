"""The tray (ต้องตรวจ): what did not pass as it was meant, with both sides kept and a way out of each."""
