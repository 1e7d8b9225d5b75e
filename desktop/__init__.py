"""The office: its words, its store, its rooms. No Qt, no HTTP."""
