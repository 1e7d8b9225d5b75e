"""Plain data to paper: one layout in millimetres, drawn by any back end."""
