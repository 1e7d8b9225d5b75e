"""Paper on its way: printed through the journal of this desk, asked about where nobody knows what came out."""
