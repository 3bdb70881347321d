"""What is painted on a page and in which order: tells which letters can be seen by a reader of the page."""

from __future__ import annotations

import ctypes
import enum
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.read.pdf.file import Layers
from pipeline.read.pdf.raw import floats, plain, struct_floats
from pipeline.read.pdf.types import Box

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
MAX_OBJECTS = 50_000
MAX_FORMS_DEEP = 6
MAX_FILLS = 400
FAINT = 14  # of 255: less difference than this from what is behind it cannot be seen
INVISIBLE_MODES = (3, 7)
Matrix = tuple[float, ...]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Sight(enum.Enum):
    """Whether letters can be seen."""

    SEEN = "seen"
    INVISIBLE = "invisible"
    COVERED = "covered"
    UNDER_PICTURE = "under a picture"
    OUTSIDE = "outside the page"


@dataclass(frozen=True, slots=True)
class Fill:
    """An opaque area of one colour, painted as the `z`-th object; no colour for pictures and shapes."""

    box: Box
    z: int
    colour: tuple[int, int, int] | None


@dataclass(slots=True)
class Scene:
    """The painted objects of a page; `z` gives each text object its place in the order of painting."""

    z: dict[int, int] = field(default_factory=dict)
    fills: list[Fill] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    paths: int = 0
    pictures: float = 0.0
    layered: frozenset[int] = frozenset()


def look(page: int, layers: Layers | None = None) -> Scene:
    """The scene of `page` (a PDFium page as integer); `layers` knows which are switched off."""
    scene = Scene()
    hidden: set[int] = set()
    for z, (item, kind, matrix) in enumerate(_objects(page)):
        if kind == TEXT:
            scene.z[item] = z
            if layers is not None and layers.possible and _in_hidden_layer(item, layers):
                hidden.add(item)
        elif kind == PATH:
            scene.paths += 1
            _add_path(scene, item, matrix, z)
        elif kind == IMAGE:
            _add_image(scene, item, matrix, z)
    scene.layered = frozenset(hidden)
    return scene


def sight(scene: Scene, item: int, box: Box) -> Sight:
    """Whether the text object `item` can be seen at `box`.

    Not seen: render modes without paint, no opacity, the colour of what is behind, under an area painted
    later, on a layer that is switched off.
    """
    mode = plain("FPDFTextObj_GetTextRenderMode")(item)
    if mode in INVISIBLE_MODES or item in scene.layered:
        return Sight.INVISIBLE
    colour = _colour(item)
    if colour is not None and colour[3] == 0 and mode == 0:
        return Sight.INVISIBLE
    x, y, z = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, scene.z.get(item, -1)
    if z < 0:
        return Sight.SEEN
    above = [fill for fill in scene.fills if fill.z > z and fill.box.holds(x, y)]
    if any(fill.colour is not None and _covers(fill.box, box) for fill in above):
        return Sight.COVERED
    crowded = len(scene.fills) >= MAX_FILLS
    if colour is not None and mode == 0 and not crowded and _same_as_behind(scene, colour, (x, y, z)):
        return Sight.INVISIBLE
    return Sight.UNDER_PICTURE if any(fill.colour is None for fill in above) else Sight.SEEN


def _same_as_behind(scene: Scene, colour: tuple[int, ...], where: tuple[float, float, int]) -> bool:
    x, y, z = where
    behind: tuple[int, int, int] | None = (255, 255, 255)
    for fill in scene.fills:
        if fill.z < z and fill.box.holds(x, y):
            behind = fill.colour
    return behind is not None and max(abs(a - b) for a, b in zip(colour, behind, strict=False)) < FAINT


def _covers(area: Box, box: Box) -> bool:
    """Whether `area` covers the most of `box`."""
    width = min(area.x1, box.x1) - max(area.x0, box.x0)
    return width >= 0.6 * (box.x1 - box.x0)


def _objects(page: int) -> Iterator[tuple[int, int, Matrix]]:
    """Every object of the page in the order of painting, with what is inside its forms."""
    stack: list[Iterator[tuple[int, Matrix]]] = [_children("FPDFPage", page, IDENTITY)]
    left = MAX_OBJECTS
    while stack and left:
        found = next(stack[-1], None)
        if found is None:
            stack.pop()
            continue
        left -= 1
        item, matrix = found
        kind = plain("FPDFPageObj_GetType")(item)
        if kind == FORM and len(stack) <= MAX_FORMS_DEEP:
            own = struct_floats("FPDFPageObj_GetMatrix", item, count=6) or IDENTITY
            stack.append(_children("FPDFFormObj", item, _times(own, matrix)))
        else:
            yield item, kind, matrix


def _children(owner: str, item: int, matrix: Matrix) -> Iterator[tuple[int, Matrix]]:
    get = plain(f"{owner}_GetObject")
    for index in range(plain(f"{owner}_CountObjects")(item)):
        child = get(item, index)
        if child:
            yield child, matrix


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _bounds(item: int, matrix: Matrix) -> Box | None:
    bounds = floats("FPDFPageObj_GetBounds", item, count=4)
    if not bounds:
        return None
    x0, y0, x1, y1 = bounds
    if matrix == IDENTITY:
        return Box(x0, y0, x1, y1)
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _add_path(scene: Scene, item: int, matrix: Matrix, z: int) -> None:
    """Keep a path as a rule (a thin line) or as a fill (an opaque rectangle)."""
    box = _bounds(item, matrix)
    if box is None or len(scene.rules) + len(scene.fills) > 4 * MAX_FILLS:
        return
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if min(width, height) <= 3 and max(width, height) >= 8:
        scene.rules.append(box)
        return
    drawn = floats("FPDFPath_GetDrawMode", item, count=2, kind=ctypes.c_int)
    if not drawn or not drawn[0] or width < 3 or height < 3 or len(scene.fills) >= MAX_FILLS:
        return
    colour = _colour(item)
    odd = colour is None or colour[3] < 250 or plain("FPDFPath_CountSegments")(item) > 9
    if colour is None or odd or plain("FPDFPageObj_HasTransparency")(item):
        scene.fills.append(Fill(box, z, None))  # a shape or a pattern: nobody knows what is behind a letter
    else:
        scene.fills.append(Fill(box, z, (colour[0], colour[1], colour[2])))


def _add_image(scene: Scene, item: int, matrix: Matrix, z: int) -> None:
    box = _bounds(item, matrix)
    if box is None:
        return
    scene.pictures += box.area
    if len(scene.fills) < MAX_FILLS and box.area > 400:
        scene.fills.append(Fill(box, z, None))


def _colour(item: int) -> tuple[int, ...] | None:
    """Red, green, blue and opacity of what fills the object, 0 to 255; None for a pattern."""
    numbers = floats("FPDFPageObj_GetFillColor", item, count=4, kind=ctypes.c_uint)
    return tuple(int(number) for number in numbers) or None


def _in_hidden_layer(item: int, layers: Layers) -> bool:
    name = _layer(item)
    return bool(name) and layers.is_off(name)


def _layer(item: int) -> str:
    """The name of the optional layer that the object is marked with, "" if none."""
    for index in range(min(plain("FPDFPageObj_CountMarks")(item), 16)):
        mark = plain("FPDFPageObj_GetMark")(item, index)
        buffer, size = ctypes.create_string_buffer(512), ctypes.c_ulong(0)
        where = ctypes.addressof(buffer)
        if not mark or not plain("FPDFPageObjMark_GetName")(mark, where, 512, ctypes.addressof(size)):
            continue
        if buffer.raw[: max(0, size.value - 2)].decode("utf-16-le", "replace") != "OC":
            continue
        done = plain("FPDFPageObjMark_GetParamStringValue")(mark, b"Name", where, 512, ctypes.addressof(size))
        return buffer.raw[: max(0, size.value - 2)].decode("utf-16-le", "replace") if done else ""
    return ""
