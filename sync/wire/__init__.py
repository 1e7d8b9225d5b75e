"""What both ends of the post agree on. The words are in PROTOCOL.md; nothing here knows a database or a socket."""
