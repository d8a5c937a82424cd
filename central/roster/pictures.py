"""A portrait as it is kept: what is no picture is refused, and what a camera wrote into it (place, time, owner) is left out."""

from __future__ import annotations

import hashlib
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from central.errors import Invalid

SIZE = (360, 480)
"""Points, 3:4 like a passport photograph; on the glass it stands some 30 mm wide."""
LARGEST = 4_000_000
"""Points of a picture that is taken: what is larger is no portrait, or wants to fill the memory."""
FORMATS = ("JPEG", "PNG")


def portrait(data: bytes) -> bytes:
    """JPEG of ``SIZE``, cut to its form around the middle. Raises ``Invalid``. Takes some milliseconds."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > LARGEST:
                raise Invalid("the picture has too many points", "picture")
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Invalid("neither JPEG nor PNG", "picture") from None
    kept = BytesIO()
    ImageOps.fit(upright, SIZE, Image.Resampling.LANCZOS).save(kept, "JPEG", quality=85)
    return kept.getvalue()


def mark_of(picture: bytes) -> str:
    return hashlib.sha256(picture).hexdigest()[:16]
