"""A pack: its parts in the order of templates/pack.yaml, and the head and foot of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pipeline.assemble import facts
from pipeline.assemble.agenda import agenda_parts
from pipeline.assemble.bios import bio_parts
from pipeline.assemble.cover import cover_parts
from pipeline.assemble.dates import clock, day, moment, ordinal
from pipeline.assemble.demands import question_parts, recommendation_parts
from pipeline.assemble.desk import Desk, Options, lay_out
from pipeline.assemble.factsheets import fact_sheet_parts
from pipeline.assemble.glance import glance_parts
from pipeline.assemble.guide import about_parts, awaited_parts, contents_parts, how_to_use_parts
from pipeline.assemble.indexes import issue_index_parts, speaker_index_parts
from pipeline.assemble.inlines import compose, direction, plain, strong
from pipeline.assemble.previous import previous_parts
from pipeline.assemble.sides import with_sides
from pipeline.assemble.statements import statement_parts
from pipeline.assemble.summary import summary_parts
from pipeline.models.document import Document, Furniture, Part
from pipeline.models.pack import PackInput
from pipeline.models.templates import PARTS, Templates

# To add a part: write its maker in a room of its own, name it here, and its options in models/templates.py.
MAKERS: Mapping[str, Callable[[Desk, Options], tuple[Part, ...]]] = {
    "cover": cover_parts,
    "contents": contents_parts,
    "how-to-use": how_to_use_parts,
    "awaited": awaited_parts,
    "agenda": agenda_parts,
    "at-a-glance": glance_parts,
    "recommendations": recommendation_parts,
    "questions": question_parts,
    "statement": statement_parts,
    "fact-sheets": fact_sheet_parts,
    "since-previous-review": previous_parts,
    "bios": bio_parts,
    "index-of-speakers": speaker_index_parts,
    "index-of-issues": issue_index_parts,
    "about": about_parts,
    "summary": summary_parts,
}


def assemble_pack(pack: PackInput, templates: Templates) -> Document:
    """The Document of one pack, in the pack's own language.

    A language without a catalogue gives a pack in English. Parts that would have nothing to say are left out.
    """
    desk = lay_out(pack, templates)
    words, session = desk.words, desk.session
    title = words(
        "{state}: briefing pack, {ordinal} session of the UPR",
        state=desk.state,
        ordinal=ordinal(session.number, words),
    )
    made = Document(
        title=title,
        language=words.language,
        parts=tuple(_parts(desk)),
        furniture=_furniture(desk),
        author=session.organiser.name,
        subject=facts.session_line(session, words),
        keywords=("UPR", desk.state, *facts.marks(session, words, draft=not desk.final)),
        created=desk.review.start.date().isoformat(),
        direction=direction(words.language),
        contents_title=words("Contents"),
    )
    return with_sides(made)


def _parts(desk: Desk) -> Iterator[Part]:
    for plan in desk.plans:
        defaults = {name: option.default for name, option in PARTS[plan.id].items()}
        yield from MAKERS[plan.id](desk, {**defaults, **plan.options})


def _furniture(desk: Desk) -> Furniture:
    words, session, start = desk.words, desk.session, desk.review.start
    return Furniture(
        head_left=compose(
            words.pattern("Pre-session on {state} (UPR {number})"),
            state=(*plain(desk.article), *strong(desk.state)),
            number=session.number,
        ),
        head_right=plain(moment(day(start, words), clock(start, words), words)),
        foot_left=plain(f"{session.organiser.name} · {words('Briefing pack for delegations')}"),
        marks=facts.marks(session, words, draft=not desk.final),
        page_of=words.pattern("{page} of {pages}"),
        blank=words("This page is intentionally left blank."),
    )
