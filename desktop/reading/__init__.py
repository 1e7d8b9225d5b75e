"""Reading a page's picture: its words in Thai and English, where they stand, and how far they are to be trusted."""
