"""The status page of a build, for staff: what is missing first, then every State with links to its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from pipeline.models.ledger import Account, counted
from pipeline.models.status import StateStatus, Status
from pipeline.models.style import Style
from pipeline.problems import Problem, Severity
from pipeline.render.html.look import stylesheet
from pipeline.render.html.markup import element, identifier, words
from pipeline.render.html.page import POLICY

_WIDER = """body { max-width: 68rem } h2 { margin-top: 2.2rem }
td.count { text-align: end; font-variant-numeric: tabular-nums }
.files { table-layout: fixed } .files th:first-child { width: 45% } .files th:last-child { width: 5rem }
.files td:first-child { overflow-wrap: anywhere } @media print { section { break-before: page } }"""
_RESULTS = {
    "built": "built",
    "held back": "not built: it has errors. An earlier pack was kept if there was one",
    "failed": "not built: presession failed on it, which is a fault of ours",
    "not reached": "not built: the build was stopped before it. An earlier pack was kept if there was one",
    "not asked for": "not part of this build",
    "stands": "not part of this build; its earlier pack is made from what is there now",
    "out of date": "not part of this build; its earlier pack is made from other files, templates or program",
    "damaged": "not part of this build; the files of its earlier pack are not as they were made",
}
_SUMMED = {
    **{name: name for name in ("held back", "failed", "not reached")},
    "stands": "built earlier",
    "out of date": "built earlier and out of date",
    "damaged": "built earlier and damaged",
    "not asked for": "not asked for",
}
_KINDS = {"pdf": "PDF", "docx": "Word", "html": "HTML", "xlsx": "Excel", "csv": "CSV", "json": "JSON"}
_PACK = "-briefing-pack"


def render_status(status: Status, style: Style) -> bytes:
    """One HTML file in UTF-8 that links to the files beside it; no script, no clock, no machine."""
    parts = (
        element("h1", words(status.title)),
        element("p", words(_summary(status)), class_="lead"),
        *_files(status),
        *_missing(status),
        _table(status),
        _part("The session's own files", "session", (), status.accounts, status.problems),
        *(_of_state(state) for state in status.states),
    )
    marks = "".join(element("span", words(mark), class_="mark") + " " for mark in status.marks)
    head = element(
        "head",
        '<meta charset="utf-8">',
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="robots", content="noindex"),
        element("title", words(f"{status.title}: status")),
        element("style", stylesheet(style) + _WIDER),
    )
    note = f"Status of the build for staff, {status.edition} edition"
    header = element(
        "header", element("p", words(note)), element("p", marks, class_="marks") if marks else ""
    )
    body = element("body", header, element("main", *parts))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n".encode("utf-8", "replace")


def _summary(status: Status) -> str:
    """ "12 of 14 States built · 2 held back · 5 items awaited · 3 errors, 7 warnings"."""
    states = status.states
    built = sum(state.result == "built" for state in states)
    said = [f"{built} of {len(states)} States built"]
    for result, name in _SUMMED.items():
        count = sum(state.result == result for state in states)
        said += [f"{count} {name}"] if count else []
    awaited = sum(len(state.awaited) for state in states)
    if awaited or all(state.result != "not asked for" for state in states):
        said.append(f"{awaited} item{'s' if awaited != 1 else ''} awaited" if awaited else "nothing awaited")
    found = [*status.problems, *(found for state in states for found in state.problems)]
    for severity, name in ((Severity.ERROR, "error"), (Severity.WARNING, "warning")):
        count = sum(each.severity is severity for each in found)
        said += [f"{count} {name}{'s' if count != 1 else ''}"] if count else []
    return " · ".join(said)


def _files(status: Status) -> Iterator[str]:
    if status.files:
        links = " · ".join(element("a", words(name), href=quote(name)) for name in status.files)
        yield element("p", links)


def _missing(status: Status) -> Iterator[str]:
    """Everything that is still to come, State by State; no heading where nothing is missing."""
    rows = [
        element("li", element("b", words(state.name)), ": ", words(_awaited(state)))
        for state in status.states
        if state.awaited
    ]
    if rows:
        yield element("h2", "Still awaited")
        yield element("ul", *rows, role="list")


def _awaited(state: StateStatus) -> str:
    said = (f"{item} of speaker {number}" if number else item for number, item in state.awaited)
    return ", ".join(said)


def _table(status: Status) -> str:
    titles = ("State", "Pre-session", "Statements", "Rec.", "Quest.", "Problems", "Result", "Files")
    head = element("tr", *(element("th", words(title), scope="col") for title in titles))
    rows = (_row(state) for state in status.states)
    table = element("table", element("thead", head), element("tbody", *rows), class_="rules")
    region = element("div", table, class_="scroll", role="region", tabindex="0", aria_label="All States")
    return element("h2", "All States") + region


def _row(state: StateStatus) -> str:
    known = state.counted and state.result != "not asked for"
    counts = (
        f"{state.received} of {state.speakers}" if known else "–",
        str(state.recommendations) if known else "–",
        str(state.questions) if known else "–",
    )
    name = words(state.name)
    linked = element("a", name, href=f"#{_anchor(state.folder)}") if _of_state(state) else name
    result = _RESULTS[state.result] + (", final" if state.final else "")
    return element(
        "tr",
        element("th", linked, scope="row"),
        element("td", words(", ".join(filter(None, (state.when, state.room))))),
        *(element("td", words(count), class_="count") for count in counts),
        element("td", words(_counted(state))),
        element("td", words(result)),
        element("td", " ".join(_links(state))),
    )


def _counted(state: StateStatus) -> str:
    if state.result == "not asked for" and not state.problems:
        return "–"
    counts = ((state.count(Severity.ERROR), "error"), (state.count(Severity.WARNING), "warning"))
    return (
        ", ".join(f"{count} {name}{'s' if count != 1 else ''}" for count, name in counts if count) or "none"
    )


def _links(state: StateStatus) -> Iterator[str]:
    for name in state.files:
        stem, _, ending = name.rpartition(".")
        # what tells a pack from the main one: its language, its print edition ("fr", "fr-summary")
        which = stem.partition(_PACK)[2].strip("-").replace("-", " ")
        kind = f"{_KINDS.get(ending, name)} {which}".strip()
        title = f"{kind}, {state.name}"
        yield element("a", words(kind), href=quote(f"{state.folder}/{name}"), aria_label=title)


def _of_state(state: StateStatus) -> str:
    if state.result == "not asked for" and not state.problems:
        return ""
    facts = [f"Result: {_RESULTS[state.result]}{', final' if state.final else ''}."]
    facts += [f"Awaited: {_awaited(state)}."] if state.awaited else []
    return _part(state.name, state.folder, facts, state.accounts, state.problems)


def _part(
    name: str, folder: str, facts: Iterable[str], accounts: Sequence[Account], problems: Sequence[Problem]
) -> str:
    """What staff must know of one State, printed on a page of its own; nothing where there is nothing."""
    if not accounts and not problems:
        return ""
    return element(
        "section",
        element("h2", words(name), id=_anchor(folder)),
        *(element("p", words(fact)) for fact in facts),
        *_listed(problems),
        *_accounts(name, accounts),
    )


def _listed(problems: Iterable[Problem]) -> Iterator[str]:
    """A list of what is wrong, where, and what to do about it."""
    rows = [
        element(
            "li",
            element("span", words(found.severity.value), class_="strong"),
            " ",
            words(f"{found.code}: {found.what} {found.what_to_do}"),
            element("br"),
            element("span", words(str(found.place)), class_="small"),
        )
        for found in problems
    ]
    if rows:
        yield element("ul", *rows, role="list", class_="problems")


def _accounts(name: str, accounts: Sequence[Account]) -> Iterator[str]:
    """What became of every file, with the sum of them."""
    if not accounts:
        return
    counts = counted(accounts)
    found = counts.pop("found")
    said = ", ".join(f"{count} {fate}" for fate, count in counts.items() if count)
    yield element("p", words(f"{found} file{'s' if found != 1 else ''}: {said}."))
    head = element(
        "tr", *(element("th", title, scope="col") for title in ("File", "What became of it", "Page"))
    )
    rows = (
        element(
            "tr",
            element("td", words(each.file)),
            element("td", words(f"{each.fate}: {each.why}")),
            element("td", words(_range(each.pages)), class_="count"),
        )
        for each in accounts
    )
    table = element("table", element("thead", head), element("tbody", *rows), class_="rules files")
    label = f"Files: {name}"
    yield element("div", table, class_="scroll", role="region", tabindex="0", aria_label=label)


def _range(pages: tuple[int, ...]) -> str:
    return "–".join(str(page) for page in dict.fromkeys(pages))


def _anchor(folder: str) -> str:
    return identifier(f"problems-{folder}")
