"""The contrast of two colours (WCAG 2.2), however style sheets and browsers write them."""


def contrast(one: str, other: str) -> float:
    """Return the contrast, 1 to 21, of two colours written ``#rrggbb`` or ``rgb(r, g, b)``."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> list[float]:
    if colour.startswith("#"):
        return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [int(part) / 255 for part in colour.removeprefix("rgb(").rstrip(")").split(",")]
