"""Citizens and houses: who they are, where they live, how they are found."""
