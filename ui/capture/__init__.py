"""How pages come in: from a file, dropped, pasted, or from the scanner."""
