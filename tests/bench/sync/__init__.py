"""Our post beside other systems that carry rows between a server and clients that work offline, all in one run."""
