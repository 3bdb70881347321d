"""Cutting fonts by HarfBuzz: a variable file fixed at a place of its axes, with what is wanted of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

UNUSED = ("GSUB", "DSIG", "STAT", "MVAR")
"""Tables that neither a PDF nor a DOCX uses of a font that is cut."""

OUTLINES = ("glyf", "gvar")

NAMES = 26
"""Numbers of names that have a meaning (OpenType 1.9, "name", name IDs), copyright and licence among them."""


def static_font(original: bytes, axes: Mapping[str, float]) -> bytes:
    """The TrueType font `original` fixed at `axes`, with every character; no layout features, no hints.

    Axes that are not named stand at their default. Some hundred times as fast as fontTools.varLib.instancer,
    with the same outlines and widths.
    """
    return _cut(original, axes, None, (*UNUSED, "GDEF", "GPOS"), ())


def kerning_font(original: bytes, axes: Mapping[str, float], codes: Collection[int]) -> bytes:
    """`original` fixed at `axes` with the characters `codes` and nothing but how they are kerned.

    How far pairs vary along the axes stands in GDEF.
    """
    return _cut(original, axes, codes, (*UNUSED, *OUTLINES), ("kern",))


def _cut(
    original: bytes,
    axes: Mapping[str, float],
    codes: Collection[int] | None,
    without: Collection[str],
    features: Collection[str],
) -> bytes:
    import uharfbuzz as hb

    face, wanted = hb.Face(original), hb.SubsetInput()
    wanted.unicode_set.set(face.unicodes if codes is None else set(codes))
    wanted.name_id_set.set(set(range(NAMES)))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.layout_feature_tag_set.set({_tag(name) for name in features})
    wanted.drop_table_tag_set.update({_tag(name) for name in without})
    wanted.pin_all_axes_to_default(face)
    for axis in face.axis_infos:
        if axis.tag in axes:
            wanted.pin_axis_location(face, axis.tag, axes[axis.tag])
    return bytes(wanted.subset(face).blob.data)


def _tag(name: str) -> int:
    """An OpenType tag as HarfBuzz counts it."""
    return int.from_bytes(name.encode("ascii"), "big")
