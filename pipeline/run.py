"""START HERE. A whole build, one call a line: read, validate, extract, assemble, render, publish.

Everything the commands do is one function of this room. Outside files are read, and packs are made, in
worker processes (`engine`), on values alone (`steps`), so that one bad file or one State costs only itself.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline import (
    again,
    archive,
    bundling,
    deliver,
    further,
    gather,
    labelling,
    overview,
    read,
    reviewing,
    starter,
    steps,
    validate,
)
from pipeline.engine import Failed, Pool, empty, store_folder
from pipeline.labelling import Labelled, Labelling
from pipeline.models.build import Bugs, Built, Options, build_folder, template_folders
from pipeline.models.bundle import Judged
from pipeline.models.findings import Findings
from pipeline.models.pack import PackInput
from pipeline.models.raw import RawSession
from pipeline.models.session import Review, Session
from pipeline.models.templates import Templates
from pipeline.problems import InputError, Problem, has_errors, sorted_problems
from pipeline.units import Plan
from pipeline.working import Watch, Work, with_results, workers

__all__ = [
    "Built",
    "Checked",
    "Extracted",
    "Labelled",
    "Labelling",
    "Options",
    "Reviewed",
    "Watch",
    "archive_session",
    "build",
    "build_folder",
    "check",
    "check_pack",
    "empty_kept",
    "extract_data",
    "extract_file",
    "label_file",
    "new_session",
    "no_watch",
    "review",
    "template_folders",
    "verify",
    "workers",
]


@dataclass(frozen=True, slots=True)
class Checked:
    """A session after all checks. `packs`: what every chosen State without an error is made from, by folder.

    `held`: folders of the chosen States with an error; `bugs`: (State's folder, report) of our own faults;
    `look`: SHA-256 of every template file by its shown path. `examined`: what was found in every chosen State
    whose review.yaml can be used, also of those held, with what its pack would be made from. `plans` say what
    each of these depends on, `looks` what the status page tells of it. What is large is fetched when it is
    asked for, so that memory does not grow with the number of States.
    """

    raw: RawSession
    session: Session
    templates: Templates
    packs: Mapping[str, PackInput]
    held: tuple[str, ...]
    problems: tuple[Problem, ...]
    bugs: Bugs
    look: Mapping[str, str]
    examined: Mapping[str, tuple[PackInput, steps.Examined]]
    plans: Mapping[str, Plan]
    looks: Mapping[str, steps.Counts]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The corrections.yaml that are up to date now; `held`: folders of States whose file was left alone."""

    drafts: tuple[reviewing.Drafted, ...]
    held: tuple[str, ...]
    problems: tuple[Problem, ...]
    bugs: Bugs


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one document holds, and what reading it reported."""

    findings: Findings
    problems: tuple[Problem, ...]


def no_watch(folder: str, doing: str, share: float, left: float | None = None) -> None:
    """Look at nothing."""


def check(folder: Path, options: Options, watch: Watch = no_watch) -> Checked:
    """Read and check a session with all its files; build nothing. Raises InputError if it is unusable."""
    return with_results(folder, options, watch, lambda work: _check(work, folder, options, whole=True))


def build(folder: Path, options: Options, watch: Watch = no_watch, pool: Pool | None = None) -> Built:
    """Build what changed of every State without an error, and of the programme; publish each whole.

    `pool` are workers of an earlier build that are to do it. Raises InputError if the session as a whole is
    unusable, OutputError if a file cannot be written or the build there is of another folder of this name.
    """
    before = again.inputs(folder, options)
    running = contextlib.nullcontext(pool) if pool else None
    return with_results(folder, options, watch, lambda work: _build(work, folder, options, before), running)


def _build(work: Work, folder: Path, options: Options, before: str) -> Built:
    target = build_folder(folder, options)
    whole = False
    if not options.take_over:
        archive.check_origin(target, folder)  # before a minute's work is done for nothing
    work.pool.start()  # workers load what they need while this process reads
    try:
        checked, seen = _check(work, folder, options), archive.digest_of_file(target / archive.MANIFEST)
        with archive.alone(
            target, lambda: work.watch("", "waiting until another build of this session ends", 0)
        ):
            archive.recover(target)
            archive.claim(target, folder, options.take_over)
            overtaken = archive.digest_of_file(target / archive.MANIFEST) != seen
            if overtaken and (now := again.inputs(folder, options)) != before:
                # another build published meanwhile what may be newer than what this one has read
                before, checked = now, _check(work, folder, options)
            written = validate.reviews_as_written(checked.raw, checked.session)
            checked = replace(checked, raw=checked.raw.without_values())  # held as long as packs are made
            delivery = _delivery(folder, options, checked)
            removed = deliver.remove_gone(delivery, folder)
            built = _deliver(work, delivery, checked, removed, written)
            again.remember(folder, options, built, before)
        whole = not options.states
        return built
    finally:
        work.forecast.save()
        work.keeper.close(whole)


def _delivery(folder: Path, options: Options, checked: Checked) -> deliver.Delivery:
    target = build_folder(folder, options)
    return deliver.Delivery(
        target=target,
        chosen=frozenset({*checked.packs, *checked.held}),
        raw=checked.raw,
        edition=options.edition,
        look=checked.look,
        seen=_seen(checked),
        templates=checked.templates,
        final=options.final,
        before=archive.read_manifest(target) or archive.Manifest("", "", {}),
        found=checked.problems,
    )


def _deliver(
    work: Work,
    delivery: deliver.Delivery,
    checked: Checked,
    removed: tuple[str, ...],
    written: Sequence[Review],
) -> Built:
    withdrawn = deliver.remove_withdrawn(delivery, written, checked.packs.keys())
    try:
        deliver.deliver_all(work, delivery, checked.plans, checked.packs)
        # a pack that could not be made leaves its earlier one, which may show too much
        withdrawn += deliver.remove_withdrawn(delivery, written, delivery.records.keys())
    finally:
        # also after Ctrl-C or a full disk: what was published by then must be found in the manifest
        problems = sorted_problems([*checked.problems, *delivery.problems])
        deliver.account(delivery, problems)
    held = sorted({*checked.held, *(checked.packs.keys() - delivery.records.keys())})
    made = tuple(name for name in checked.packs if name in delivery.records)
    return Built(
        folder=delivery.target,
        made=made,
        held=tuple(held),
        removed=removed,
        left_out=deliver.left_out(checked.raw, checked.session),
        problems=problems,
        bugs=(*checked.bugs, *delivery.bugs),
        anew=tuple(name for name in made if name in delivery.anew),
        reasons=tuple(work.keeper.reasons),
        withdrawn=withdrawn,
    )


def _seen(checked: Checked) -> overview.Seen:
    awaited = {each.folder: validate.awaited_items(each) for each in checked.session.reviews}
    return overview.Seen(checked.session, checked.looks, frozenset(checked.held), awaited)


def review(folder: Path, options: Options, watch: Watch = no_watch) -> Reviewed:
    """Bring corrections.yaml of every chosen State up to date, with all that was found in its statements.

    A State whose review.yaml or corrections.yaml has an error is left alone; a statement with an error costs
    only itself. Raises InputError if the session as a whole is unusable, CommandError for a file that cannot
    be added to, OutputError if a file cannot be written.
    """
    return with_results(folder, options, watch, lambda work: _review(work, folder, options))


def _review(work: Work, folder: Path, options: Options) -> Reviewed:
    checked = _check(work, folder, options)
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


def empty_kept() -> tuple[int, int]:
    """Take away all that earlier builds of any session kept; how many files and bytes that was."""
    folder = store_folder()
    return empty(folder) if folder else (0, 0)


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
        unread = _outcome_of(pool, name, steps.unread, (raw, chosen, name))
        found = _outcome_of(pool, name, steps.extract_from, (raw, sur, chosen))
        return Extracted(found, (*problems, *unread))


def check_pack(file: Path) -> tuple[Judged, ...]:
    """The ten rules for electronic bundles, each with what does not hold of the PDF `file`.

    Raises InputError if it cannot be read, CommandError if it is no PDF.
    """
    document = read.read_document(file, bundling.MOST_BYTES)
    if document.data is None:
        raise InputError(found.alone() for found in document.problems)
    limits = (bundling.SECONDS, bundling.MEBIBYTES)
    judged, problems = _of_own(document.shown, bundling.judge, (document.data,), limits)
    if not judged:
        raise bundling.refused(problems, document.shown)
    return bundling.placed(judged, document.shown)


def label_file(wanted: Labelling, watch: Watch = no_watch) -> Labelled:
    """Write a table with what is suggested about its recommendations.

    Raises CommandError for a column, a language or an ending that does not exist and for an output that is
    the input, InputError if the file cannot be read, OutputError if the output cannot be written or is there.
    """
    chosen = steps.language_called(wanted.language)
    ending = labelling.check_output(wanted.file, wanted.output)
    document = read.read_document(wanted.file, labelling.MOST_BYTES)
    if document.data is None:
        raise InputError(found.alone() for found in document.problems)
    call = (document.data, document.shown, wanted.column)
    limits = (gather.READ_SECONDS, labelling.MEBIBYTES)
    table, found = _of_own(document.shown, labelling.read_table, call, limits)
    problems = sorted_problems(each.within(document.shown).alone() for each in found)
    table = labelling.checked(table, problems, wanted.column, document.shown)
    labels = labelling.label_rows(table, chosen, lambda share: watch(document.shown, "labelling", share))
    data = labelling.labelled(table, labels, ending)
    if not wanted.force:
        labelling.check_new(wanted.output, data)
    archive.publish_files(wanted.output.parent, {wanted.output.name: data})
    remarks = tuple(labelling.remarks(table))
    return Labelled(wanted.output, labels, labelling.formulas(table), problems, remarks)


def _outcome_of(
    pool: Pool, name: str, step: Callable[..., Any], call: tuple[Any, ...], mebibytes: int = 0
) -> Any:
    """What `step` makes of the document `name`; InputError if it hangs, dies or fails on it."""
    [(_, outcome)] = pool.each(step, [call], gather.READ_SECONDS, mebibytes)
    if isinstance(outcome, Failed):
        raise InputError([gather.reading_failed(outcome, name)])
    return outcome.value


def _of_own(name: str, step: Callable[..., Any], call: tuple[Any, ...], limits: tuple[float, int]) -> Any:
    """What `step` makes of the file `name`, which is no speaker's; InputError if it fails."""
    with Pool(1) as pool:
        [(_, outcome)] = pool.each(step, [call], *limits)
    if isinstance(outcome, Failed):
        raise InputError([gather.reading_failed(outcome, name).alone()])
    return outcome.value


def new_session(folder: Path, number: int, first_day: dt.date, states: Sequence[str]) -> Path:
    """Make a session folder to fill; `states` by code or name. Raises CommandError and OutputError."""
    chosen = [state for name in states if (state := steps.state_called(name))]
    return starter.new_session(folder, number, first_day, chosen)


def archive_session(folder: Path, options: Options, facts: Mapping[str, str]) -> Path:
    """Put the session's build into a new bag below `output/archive`, with `facts` in bag-info.txt; return it.

    Raises InputError if there is no whole build, OutputError if the bag cannot be written.
    """
    built = build_folder(folder, options)
    archive.check_origin(built, folder)
    return archive.archive_build(built, options.output / "archive", facts)


def verify(path: Path) -> tuple[Problem, ...]:
    """What differs in a bag or a build from what its checksums say; empty if it is whole."""
    return archive.verify(path)


def _check(work: Work, folder: Path, options: Options, *, whole: bool = False) -> Checked:
    """As `check`; files of States that are not built are looked at only for the `whole`."""
    raw = read.read_session(folder)
    session, in_session = validate.validate_session(raw)
    raw_templates = read.read_templates(template_folders(folder))
    templates, in_templates = validate.validate_templates(raw_templates)
    problems = [*raw.problems, *in_session, *in_templates]
    if session is None or templates is None:
        raise InputError([*problems, *(validate.not_looked_at(raw.reviews, raw.shown) if whole else ())])
    templates = templates.with_prints(options.prints)
    problems += validate.validate_wordings(session, templates)
    chosen = gather.choose(session, raw, options.states)
    looking = gather.Looking(lambda found, name: _pack(found, name, options), options.edition, options.final)
    found = gather.gather(work, raw, session, chosen.reviews, looking)
    problems += [*found.problems, *gather.duplicates(found, session, raw)]
    if options.final:
        problems += validate.refuse_unfilled(in_session)
        problems += [p for review in chosen.reviews for p in validate.refuse_final(review)]
    packs = gather.Loaded(found.plans, lambda name: _pack(found, name, options))
    problems += [problem for withheld in found.withheld.values() for problem in withheld]
    held = gather.held(problems, raw, chosen)
    more, bugs = further.look_further(work, raw, session, held, looking) if whole else ((), ())
    return Checked(
        raw=raw,
        session=session,
        templates=templates,
        packs=gather.Loaded([name for name in found.plans if name not in held], packs.__getitem__),
        held=held,
        problems=sorted_problems(gather.of_chosen([*problems, *more], raw, chosen)),
        bugs=(*found.bugs, *bugs),
        look=archive.described_templates(raw_templates.files),
        examined=gather.Loaded(found.plans, lambda name: (packs[name], found.examined[name])),
        plans=found.plans,
        looks={name: found.counts[name] for name in found.plans},
    )


def _pack(found: gather.Gathered, name: str, options: Options) -> PackInput:
    examined, plan = found.examined[name], found.plans[name]
    return PackInput(
        plan.bare,
        plan.review,
        examined.contributions,
        found.previous(name),
        validate.awaited_items(plan.review),
        options.edition,
        options.final,
        examined.relations,
    )
