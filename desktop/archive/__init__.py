"""The archive (งานเก็บ): registers on paper, how long a letter is kept, what keeps it longer, and destruction lists."""
