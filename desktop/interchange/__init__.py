"""Letters that come in and go out as files: old registers, mail, archives, and the XML of other agencies."""
