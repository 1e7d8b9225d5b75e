"""What a letter's pages seem to say: its fields, each with its place and how far it is to be trusted."""
