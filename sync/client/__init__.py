"""The desk's end of the post: rounds of sending and fetching, files, and the truth about how far they are."""
