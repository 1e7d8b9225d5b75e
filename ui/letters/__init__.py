"""Letters on the screen: the inbox, one letter, and the desk at which a letter is registered."""
