"""A photographed sheet without the shadow of who took it, and without the colour of the lamp."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_COARSE = 16
_PAPER = 245
_LEAST_LIGHT = 0.4
"""Of the brightest part: what is darker is print or a picture and no shadow."""


def evened(sheet: "Image") -> "Image":
    """Every part as bright as white paper is, in each colour; the same size."""
    import numpy as np
    from PIL import Image
    from scipy import ndimage

    small = sheet.resize((max(sheet.width // _COARSE, 1), max(sheet.height // _COARSE, 1)), Image.Resampling.BOX)
    light = ndimage.maximum_filter(np.asarray(small, np.float32), size=(9, 9, 1))
    light = ndimage.gaussian_filter(light, sigma=(6, 6, 0))
    light = np.maximum(light, _LEAST_LIGHT * np.percentile(light, 95, axis=(0, 1)))
    channels = []
    for place, channel in enumerate(sheet.split()):
        paper = Image.fromarray(light[:, :, place].astype(np.uint8)).resize(sheet.size, Image.Resampling.BICUBIC)
        whitened = np.asarray(channel, np.float32) * (_PAPER / np.maximum(np.asarray(paper, np.float32), 1))
        channels.append(Image.fromarray(np.clip(whitened, 0, 255).astype(np.uint8)))
    return Image.merge("RGB", channels)
