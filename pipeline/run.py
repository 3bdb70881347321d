"""START HERE. A whole build, one call a line: read, validate, extract, assemble, render, publish.

Everything the commands do is one function of this room. Outside files are read, and packs are made, in
worker processes (`engine`), on values alone (`steps`), so that one bad file or one State costs only itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import archive, deliver, gather, labelling, overview, read, reviewing, starter, steps, validate
from pipeline.engine import Failed, Pool
from pipeline.models.findings import Findings
from pipeline.models.pack import PackInput
from pipeline.models.raw import RawSession
from pipeline.models.session import Edition, Review, Session
from pipeline.models.templates import Templates
from pipeline.problems import InputError, Problem, has_errors, sorted_problems

Watch = gather.Watch
Bugs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What a user can choose. `states`: codes, folders or names, () for all; `jobs`: 0 for every core."""

    states: tuple[str, ...] = ()
    output: Path = Path("output")
    final: bool = False
    edition: Edition = "room"
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """A session after all checks. `packs`: what every chosen State without an error is made from, by folder.

    `held`: folders of the chosen States with an error; `bugs`: (State's folder, report) of our own faults;
    `look`: SHA-256 of every template file by its shown path. `examined`: what was found in every chosen State
    whose review.yaml can be used, also of those held, with what its pack would be made from.
    """

    raw: RawSession
    session: Session
    templates: Templates
    packs: Mapping[str, PackInput]
    held: tuple[str, ...]
    problems: tuple[Problem, ...]
    bugs: Bugs
    look: Mapping[str, str]
    examined: Mapping[str, tuple[PackInput, steps.Examined]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The corrections.yaml that are up to date now; `held`: folders of States whose file was left alone."""

    drafts: tuple[reviewing.Drafted, ...]
    held: tuple[str, ...]
    problems: tuple[Problem, ...]
    bugs: Bugs


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: where the files are, folders of the States made, and of those held back.

    `removed`: folders of States that have left the session, whose packs were taken away; `left_out`: States
    that the programme could not take up, because their review.yaml cannot be used.
    """

    folder: Path
    made: tuple[str, ...]
    held: tuple[str, ...]
    removed: tuple[str, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    bugs: Bugs


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one document holds, and what reading it reported."""

    findings: Findings
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelling did: the file written, the new columns, and what reading the table reported.

    `formulas` is the number of cells that were there and that a spreadsheet program may run as a formula.
    """

    output: Path
    labels: labelling.Labels
    formulas: int
    problems: tuple[Problem, ...]


def no_watch(folder: str, doing: str, share: float) -> None:
    """Look at nothing."""


def check(folder: Path, options: Options, watch: Watch = no_watch) -> Checked:
    """Read and check a session, build nothing. Raises InputError if the session as a whole is unusable."""
    with Pool(options.jobs) as pool:
        return _check(pool, folder, options, watch)


def build(folder: Path, options: Options, watch: Watch = no_watch) -> Built:
    """Build every chosen State that has no error, then the programme; publish each whole.

    Raises InputError if the session as a whole is unusable, OutputError if a file cannot be written.
    """
    target = build_folder(folder, options)
    with Pool(options.jobs) as pool:
        checked = _check(pool, folder, options, watch)
        chosen = frozenset({*checked.packs, *checked.held})
        delivery = deliver.Delivery(
            target, chosen, checked.raw, options.edition, checked.look, _seen(checked), checked.templates
        )
        with archive.alone(target, lambda: watch("", "waiting until another build of this session ends", 0)):
            archive.recover(target)
            removed = deliver.remove_gone(delivery, folder)
            return _deliver(pool, delivery, checked, removed, watch)


def _deliver(
    pool: Pool, delivery: deliver.Delivery, checked: Checked, removed: tuple[str, ...], watch: Watch
) -> Built:
    try:
        deliver.deliver_packs(pool, delivery, tuple(checked.packs.values()), watch)
        deliver.deliver_programme(pool, delivery, checked.session)
    finally:
        # also after Ctrl-C or a full disk: what was published by then must be found in the manifest
        problems = sorted_problems([*checked.problems, *delivery.problems])
        deliver.account(delivery, problems)
    held = sorted({*checked.held, *(checked.packs.keys() - delivery.records.keys())})
    left_out = deliver.left_out(checked.raw, checked.session)
    bugs = (*checked.bugs, *delivery.bugs)
    return Built(delivery.target, tuple(delivery.records), tuple(held), removed, left_out, problems, bugs)


def _seen(checked: Checked) -> overview.Seen:
    packs = {name: pack for name, (pack, _) in checked.examined.items()}
    return overview.Seen(checked.session, packs, frozenset(checked.held))


def review(folder: Path, options: Options, watch: Watch = no_watch) -> Reviewed:
    """Bring corrections.yaml of every chosen State up to date, with all that was found in its statements.

    A State whose review.yaml or corrections.yaml has an error is left alone; a statement with an error costs
    only itself. Raises InputError if the session as a whole is unusable, CommandError for a file that cannot
    be added to, OutputError if a file cannot be written.
    """
    checked = check(folder, options, watch)
    raws = {raw.folder: raw for raw in checked.raw.reviews}
    drafts = tuple(
        reviewing.write_draft(folder, raws[name], pack, examined.fits)
        for name, (pack, examined) in checked.examined.items()
        if not reviewing.is_held(raws[name], checked.problems)
    )
    written = {draft.folder for draft in drafts}
    chosen = sorted({*checked.packs, *checked.held})
    held = tuple(name for name in chosen if name not in written)
    return Reviewed(drafts, held, checked.problems, checked.bugs)


def extract_file(file: Path, state: str, language: str) -> Extracted:
    """What the document `file` holds; as `extract_data`."""
    document = read.read_document(file)
    if document.data is None:
        raise InputError(document.problems)
    return extract_data(document.data, document.shown, state, language)


def extract_data(data: bytes, name: str, state: str, language: str) -> Extracted:
    """What one document holds for the State `state` (ISO code or UN name, "" for none).

    `language` is an ISO 639-1 code, "" to detect it. Raises InputError if the document cannot be read,
    CommandError for a State or a language that does not exist.
    """
    sur, chosen = steps.state_called(state), steps.language_called(language)
    with Pool(1) as pool:
        raw = _outcome_of(pool, name, steps.read_statement, (data, name), gather.READ_MEBIBYTES)
        problems = sorted_problems(found.within(name) for found in raw.problems)
        if has_errors(problems):
            raise InputError(problems)
        return Extracted(_outcome_of(pool, name, steps.extract_from, (raw, sur, chosen)), problems)


def label_file(file: Path, output: Path, column: str, language: str, watch: Watch = no_watch) -> Labelled:
    """Write the table `file` to `output` with what is suggested about the recommendations in `column`.

    `language` is an ISO 639-1 code, "" to detect it. Raises CommandError for a column, a language or an
    ending that does not exist and for an output that is the input, InputError if the file cannot be read,
    OutputError if the output cannot be written.
    """
    chosen, ending = steps.language_called(language), labelling.check_output(file, output)
    document = read.read_document(file, labelling.MOST_BYTES)
    if document.data is None:
        raise InputError(document.problems)
    call = (document.data, document.shown, column)
    with Pool(1) as pool:
        table, found = _outcome_of(pool, document.shown, labelling.read_table, call, labelling.MEBIBYTES)
    problems = sorted_problems(each.within(document.shown) for each in found)
    table = labelling.checked(table, problems, column, document.shown)
    labels = labelling.label_rows(table, chosen, lambda share: watch(document.shown, "labelling", share))
    data = labelling.labelled(table, labels, ending)
    archive.publish_files(output.parent, {output.name: data})
    return Labelled(output, labels, labelling.formulas(table), problems)


def _outcome_of(
    pool: Pool, name: str, step: Callable[..., Any], call: tuple[Any, ...], mebibytes: int = 0
) -> Any:
    """What `step` makes of the document `name`; InputError if it hangs, dies or fails on it."""
    [(_, outcome)] = pool.each(step, [call], gather.READ_SECONDS, mebibytes)
    if isinstance(outcome, Failed):
        raise InputError([gather.reading_failed(outcome, name)])
    return outcome.value


def new_session(folder: Path, number: int, first_day: dt.date, states: Sequence[str]) -> Path:
    """Make a session folder to fill; `states` by code or name. Raises CommandError and OutputError."""
    chosen = [state for name in states if (state := steps.state_called(name))]
    return starter.new_session(folder, number, first_day, chosen)


def archive_session(folder: Path, options: Options) -> Path:
    """Put the session's build into a new bag below `output/archive`; return it.

    Raises InputError if there is no whole build, OutputError if the bag cannot be written.
    """
    return archive.archive_build(build_folder(folder, options), options.output / "archive", {})


def verify(path: Path) -> tuple[Problem, ...]:
    """What differs in a bag or a build from what its checksums say; empty if it is whole."""
    return archive.verify(path)


def build_folder(folder: Path, options: Options) -> Path:
    """Where the build of the session in `folder` is: "output/upr30", "output/upr30-public"."""
    name = folder.resolve().name
    return options.output / (name if options.edition == "room" else f"{name}-{options.edition}")


def template_folders(folder: Path) -> tuple[Path, ...]:
    """Where staff's own templates may lie, the strongest last: the workspace's, then the session's."""
    session = folder.resolve()
    return (session.parent.parent / "templates", session / "templates")


def _check(pool: Pool, folder: Path, options: Options, watch: Watch) -> Checked:
    raw = read.read_session(folder)
    session, in_session = validate.validate_session(raw)
    raw_templates = read.read_templates(template_folders(folder))
    templates, in_templates = validate.validate_templates(raw_templates)
    problems = [*raw.problems, *in_session, *in_templates]
    if session is None or templates is None:
        raise InputError(problems)
    chosen = gather.choose(session, raw, options.states)
    found = gather.gather(pool, raw, session, chosen.reviews, watch)
    problems += [*found.problems, *validate.validate_duplicates(session, raw, gather.statements(found))]
    if options.final:
        problems += [p for review in chosen.reviews for p in validate.refuse_final(review)]
    packs = {
        review.folder: _pack(session, review, found, options)
        for review in chosen.reviews
        if review.folder in found.examined
    }
    problems += [p for pack in packs.values() for p in steps.names_withheld(pack)]
    held = tuple(name for name in chosen.folders if has_errors(gather.of_state(problems, raw, name)))
    examined = {folder: (pack, found.examined[folder]) for folder, pack in packs.items()}
    packs = {folder: pack for folder, pack in packs.items() if folder not in held}
    shown = gather.of_chosen(problems, raw, chosen)
    described = archive.described_templates(raw_templates.files)
    every = sorted_problems(shown)
    return Checked(raw, session, templates, packs, held, every, found.bugs, described, examined)


def _pack(session: Session, review: Review, found: gather.Gathered, options: Options) -> PackInput:
    examined = found.examined[review.folder]
    return PackInput(
        gather.without_reviews(session),
        review,
        examined.contributions,
        found.materials[review.folder].previous,
        validate.awaited_items(review),
        options.edition,
        options.final,
        examined.relations,
    )
