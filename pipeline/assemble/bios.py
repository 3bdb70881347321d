"""The speakers: bios and photos, each only where consented."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assemble.desk import Desk, Options, capital, has_bio, kind_of
from pipeline.assemble.inlines import compose, direction, joined, muted, page_of, plain, strong
from pipeline.assemble.shown import Shown
from pipeline.models.document import Heading, Image, Inlines, Paragraph, Part, Portrait


def bio_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """No part where no speaker has a bio or photo to show."""
    portraits = [_portrait(desk, speaker) for speaker in desk.speakers if has_bio(speaker)]
    if not portraits:
        return ()
    heading = Heading(1, plain(desk.words("Speakers")), "bios")
    return (Part("bios", (heading, *portraits), new_page=bool(options["new_page"])),)


def _portrait(desk: Desk, speaker: Shown) -> Portrait:
    words = desk.words
    anchor = f"bio{speaker.number}"
    first = Paragraph(_person(desk, speaker), "own", anchor, keep=True)
    statement = desk.statement_anchor(speaker)
    reference = compose(words.pattern("statement p. {page}"), page=page_of(statement)) if statement else ()
    below = joined((plain(capital(speaker.aim)), reference))
    second = (Paragraph(below, "small"),) if below else ()
    bio = (_in_own_language(text, speaker.bio_language, desk) for text in _paragraphs(speaker.bio))
    said = words("Contact: {contact}", contact=speaker.contact) if speaker.contact else ""
    contact = (Paragraph(plain(said), "small"),) if said else ()
    return Portrait(_image(desk, speaker), (first, *second, *bio, *contact))


def _paragraphs(bio: str) -> Iterator[str]:
    """The paragraphs of a bio; within one, staff's line ends are blanks."""
    return (" ".join(part.split()) for part in bio.split("\n\n") if part.strip())


def _in_own_language(text: str, language: str, desk: Desk) -> Paragraph:
    """A paragraph of a bio, which no pack translates: it runs, breaks and is read aloud in its language."""
    if language in ("", desk.words.language):
        return Paragraph(plain(text), "text")
    return Paragraph(plain(text), "text", language=language, direction=direction(language))


def _person(desk: Desk, speaker: Shown) -> Inlines:
    """ "Sample Speaker 1, lawyer · Sample Centre for Legal Aid (SCLA)"."""
    organisation = speaker.organisation or kind_of(speaker, desk.words)
    if speaker.acronym:
        organisation += f" ({speaker.acronym})"
    if not speaker.name:
        return strong(capital(organisation))
    person = joined((strong(capital(speaker.name)), plain(speaker.role)), ", ")
    return joined((person, muted(organisation)), role="muted")


def _image(desk: Desk, speaker: Shown) -> Image | None:
    """The photo, with a text that names nobody who is withheld."""
    if speaker.picture is None:
        return None
    alternative = speaker.alternative or desk.words("Portrait of the speaker")
    return Image(speaker.picture.data, desk.style.photo_width, alternative)
