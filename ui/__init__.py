"""Everything that is Qt: the window, its rooms and the widgets they share."""
