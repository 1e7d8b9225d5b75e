"""The post between a desk and the centre: the written protocol, the desk's end, the centre's end."""
