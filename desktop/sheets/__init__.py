"""The print journal: every sheet of paper is a row before it is sent, and a person is asked what became of it."""
