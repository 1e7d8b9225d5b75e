"""Tools for people who build and try the program: set-up, fonts, translations, the demo."""
