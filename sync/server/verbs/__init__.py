"""What operators may type, by topic: each file ends with `VERBS`, and `cli` makes one command line of them all."""
