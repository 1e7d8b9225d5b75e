"""What a citizen asks: kinds of cases as data, one engine that carries them, and why each is due when it is."""
