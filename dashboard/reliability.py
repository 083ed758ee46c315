"""The reliability curve as a picture: what regions promise against what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

_SIZE, _EDGE, _LEGEND = 420, 52, 150
_INKS = ("#0b7285", "#c2255c", "#5f3dc4", "#e67700", "#2b8a3e", "#364fc7", "#862e9c", "#a61e4d")


def draw(curves: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """An SVG with one line a method; the diagonal is a promise kept."""
    marks = [_frame()]
    for number, (method, curve) in enumerate(curves.items()):
        ink = "#212529" if method == "all" else _INKS[number % len(_INKS)]
        width = 2.5 if method == "all" else 1.2
        path = " ".join(f"{_x(level):.1f},{_y(observed):.1f}" for level, observed in curve)
        marks.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="{width}"/>')
        top = _EDGE + 8 + 18 * number
        marks.append(
            f'<line x1="{_SIZE + 6}" y1="{top}" x2="{_SIZE + 26}" y2="{top}" stroke="{ink}" stroke-width="{width}"/>'
            f'<text x="{_SIZE + 32}" y="{top + 4}">{escape(method)}</text>'
        )
    body = "\n".join(marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE + _LEGEND} {_SIZE + 12}" '
        f'font-family="sans-serif" font-size="12" fill="#212529">\n'
        f"<title>Reliability of the regions: nominal against observed coverage</title>\n"
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _frame() -> str:
    lines = []
    for tenth in range(0, 11, 2):
        at = tenth / 10
        lines.append(
            f'<line x1="{_x(at)}" y1="{_y(0)}" x2="{_x(at)}" y2="{_y(1)}" stroke="#e9ecef"/>'
            f'<line x1="{_x(0)}" y1="{_y(at)}" x2="{_x(1)}" y2="{_y(at)}" stroke="#e9ecef"/>'
            f'<text x="{_x(at)}" y="{_y(0) + 16}" text-anchor="middle">{at:.1f}</text>'
            f'<text x="{_x(0) - 6}" y="{_y(at) + 4}" text-anchor="end">{at:.1f}</text>'
        )
    lines.append(
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#868e96" stroke-dasharray="4 4"/>'
        f'<text x="{_x(0.5)}" y="{_SIZE + 4}" text-anchor="middle">share promised</text>'
        f'<text transform="translate(14 {_y(0.5)}) rotate(-90)" text-anchor="middle">share held</text>'
    )
    return "".join(lines)


def _x(share: float) -> float:
    return round(_EDGE + share * (_SIZE - _EDGE - 12), 1)


def _y(share: float) -> float:
    return round(_SIZE - _EDGE + 12 - share * (_SIZE - _EDGE - 12), 1)
