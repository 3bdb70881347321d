"""Zip files: what is in them, and that Python's own writer would give the same bytes."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.zipped import LEVEL, Entry, zipped

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\\\0:"), min_size=1, max_size=12)


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=5))
def test_the_bytes_are_those_of_the_standard_library(files: dict[str, bytes]) -> None:
    """An archive with the earliest date and nothing of a user, as zipfile writes it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, data, compresslevel=LEVEL)
    assert zipped(Entry(name, data) for name, data in files.items()) == stream.getvalue()


def test_what_is_kept_compressed_is_the_same() -> None:
    """A constant entry is read back as it was, the first time and again."""
    for _ in range(2):
        data = zipped([Entry("fonts/a.ttf", b"outlines" * 500, constant=True), Entry("b.xml", b"<b/>")])
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            assert archive.read("fonts/a.ttf") == b"outlines" * 500
    assert data == zipped([Entry("fonts/a.ttf", b"outlines" * 500), Entry("b.xml", b"<b/>")])
