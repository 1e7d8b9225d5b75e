"""How far apart two places are: WGS84, on a sphere, which is right to a metre within a municipality."""

from math import asin, cos, radians, sin, sqrt

from desktop.cases.model import Place

_RADIUS_M = 6_371_008.8
_DEGREE_M = 111_320.0


def metres(one: Place, other: Place) -> int | None:
    """None where one of them is nowhere."""
    if one.lat_e6 is None or one.lon_e6 is None or other.lat_e6 is None or other.lon_e6 is None:
        return None
    lat1, lon1, lat2, lon2 = (radians(value / 1e6) for value in (one.lat_e6, one.lon_e6, other.lat_e6, other.lon_e6))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return round(2 * _RADIUS_M * asin(sqrt(half)))


def box(lat_e6: int, lon_e6: int, within_m: int) -> tuple[int, int, int, int]:
    """South, north, west, east of a square around a place, in millionths of a degree; nothing within it is left out."""
    high = round(within_m / _DEGREE_M * 1.01e6) + 1
    wide = round(high / max(cos(radians(lat_e6 / 1e6)), 0.01)) + 1
    return lat_e6 - high, lat_e6 + high, lon_e6 - wide, lon_e6 + wide
