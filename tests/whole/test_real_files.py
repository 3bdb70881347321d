"""Real files of the UN and of civil society, whole and broken: each gives text or a clear problem."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline import gather, steps
from pipeline.engine import Done, Pool
from pipeline.models.findings import Findings, SetAsideReason
from pipeline.models.passages import RawStatement
from pipeline.problems import has_errors
from tests.programs import presession

AUSTRALIA = "drw_accessnow_australia_upr37.pdf"
OLD_WORD = "Advance_questions_Slovenia_first_batch.doc"
NEW_WORD_CALLED_DOC = "AdvancedQuestionsSlovenia.doc"
SCAN = "Letter-OHCHR-HC-Slovenia.pdf"
QUESTIONS = "UPR-wg48-Advance-Questions-Slovenia.docx"
SUMMARIES = ("g0917123.pdf", "g1414064.pdf", "g2420410.pdf")
REFUSED = {SCAN: "FI06"}

Broken = Mapping[str, RawStatement]


@pytest.fixture(scope="module")
def samples(shared: Path) -> dict[str, bytes]:
    files = sorted(path for path in (shared / "samples").iterdir() if path.suffix != ".md")
    return {path.name: path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def read(samples: dict[str, bytes]) -> dict[str, RawStatement]:
    return read_all(samples)


@pytest.fixture(scope="module")
def broken(samples: dict[str, bytes]) -> Broken:
    """The same files as bad mail and bad disks leave them; the name says how."""
    made: dict[str, bytes] = {}
    for name, data in samples.items():
        for share in (10, 50, 90):
            made[f"first {share} % of {name}"] = data[: len(data) * share // 100]
        made[f"without its beginning {name}"] = data[len(data) // 2 :]
        made[f"zeros inside {name}"] = data[: len(data) // 3] + bytes(5_000) + data[len(data) // 3 + 5_000 :]
        if name.endswith(".pdf"):
            at = data.rfind(b"startxref")
            made[f"table elsewhere {name}"] = data[:at] + b"startxref\n7\n%%EOF\n"
            made[f"no table {name}"] = data[:at].replace(b"/XRef", b"/Xxxx").replace(b"\nxref", b"\nyref")
    return read_all(made)


def read_all(files: Mapping[str, bytes]) -> dict[str, RawStatement]:
    """What is made of `files`, read as a build reads them: in workers, under its limits."""
    calls = [(data, name) for name, data in files.items()]
    with Pool(2) as pool:
        found = dict(pool.each(steps.read_statement, calls, gather.READ_SECONDS, gather.READ_MEBIBYTES))
    outcomes = {name: found[index] for index, name in enumerate(files)}
    assert {name: outcome for name, outcome in outcomes.items() if not isinstance(outcome, Done)} == {}
    return {name: outcome.value for name, outcome in outcomes.items()}


def findings(raw: RawStatement, state: str) -> Findings:
    return steps.extract_from(raw, steps.state_called(state), "en")


def test_every_real_file_gives_text_or_says_why_not(read: dict[str, RawStatement]) -> None:
    """A scan is refused with its reason; all others have passages."""
    refused = {name: {p.code for p in raw.problems} for name, raw in read.items() if has_errors(raw.problems)}
    assert refused == {name: {code} for name, code in REFUSED.items()}
    assert [name for name, raw in read.items() if name not in REFUSED and not raw.passages] == []


def test_no_reader_failed_on_a_broken_file(broken: Broken) -> None:
    """Each gives text with a warning, or an error that a person can act on; never both, never neither."""
    for name, raw in broken.items():
        assert bool(raw.passages) is not has_errors(raw.problems), name
        assert raw.problems, f"{name} is read as if nothing were wrong with it"


def test_a_file_cut_in_half_is_never_taken_for_the_whole(broken: Broken) -> None:
    """Half a file is refused: half a statement without a word about it would be worse than none."""
    halves = {name: raw for name, raw in broken.items() if name.startswith("first ")}
    assert [name for name, raw in halves.items() if not has_errors(raw.problems)] == []


def test_a_pdf_whose_table_is_lost_keeps_its_words(broken: Broken, read: dict[str, RawStatement]) -> None:
    """PDFium rebuilds it; the text is the same, and staff are told."""
    for name, raw in broken.items():
        kind, _, whole = name.partition("elsewhere ")
        if kind == "table " and whole not in REFUSED and not has_errors(raw.problems):
            assert [p.text for p in raw.passages] == [p.text for p in read[whole].passages]
            assert "FI22" in {p.code for p in raw.problems}


def test_a_docx_that_calls_itself_doc_is_read(read: dict[str, RawStatement]) -> None:
    """The bytes count, not the name; staff are told."""
    raw = read[NEW_WORD_CALLED_DOC]
    assert {p.code for p in raw.problems} == {"FI07"}
    assert len(findings(raw, "SI").questions) > 5


def test_the_items_below_a_stem_are_found_across_a_page_break(read: dict[str, RawStatement]) -> None:
    """The Australian submission: seven numbered items, 26 to 32, after the stem of paragraph 25."""
    raw = read[AUSTRALIA]
    found = findings(raw, "AU").recommendations
    stem = "We recommend that the government of Australia:"
    markers = {raw.passages[r.spans[0].passage].marker for r in found if r.stem == stem}
    assert markers >= {f"{number}." for number in range(26, 33)}
    for recommendation in found:
        words = [raw.passages[s.passage].text[s.start : s.end] for s in recommendation.spans]
        assert all(word in recommendation.text for word in words)


@pytest.mark.parametrize("name", SUMMARIES)
def test_what_others_recommended_is_set_aside(name: str, read: dict[str, RawStatement]) -> None:
    """A summary by OHCHR reports: "JS1 recommended that ..." is nobody's recommendation in the room."""
    found = findings(read[name], "SI")
    reported = [aside for aside in found.set_aside if aside.reason is SetAsideReason.REPORTED]
    assert len(reported) > 40
    assert len(found.recommendations) < len(reported) / 10


def test_a_list_of_questions_holds_no_recommendation(read: dict[str, RawStatement]) -> None:
    """Advance questions are questions."""
    found = findings(read[QUESTIONS], "SI")
    assert (len(found.questions) > 10, found.recommendations) == (True, ())


def test_thematic_lists_are_read_as_previous_recommendations(samples: dict[str, bytes]) -> None:
    """All three generations of OHCHR's form; a theme made of several is parted by commas and blanks."""
    lists = {name: data for name, data in samples.items() if "hematic" in name}
    assert len(lists) == 3
    for name, data in lists.items():
        found, problems = steps.read_previous(data, name)
        assert len(found) > 150, name
        assert problems == ()
        assert all(item.text and item.states and item.theme for item in found), name


@pytest.mark.parametrize(
    ("name", "exit_code", "code"),
    [(AUSTRALIA, 0, None), (NEW_WORD_CALLED_DOC, 0, "FI07"), (OLD_WORD, 0, None), (SCAN, 3, "FI06")],
)
def test_the_command_tells_what_happened(
    name: str, exit_code: int, code: str | None, samples: dict[str, bytes], tmp_path: Path
) -> None:
    """Exit code, the problem with the name of the file, and no traceback."""
    (tmp_path / name).write_bytes(samples[name])
    done = presession("extract", name, "--language", "en", "--format", "json", cwd=tmp_path)
    assert done.returncode == exit_code, done.stderr
    assert "Traceback" not in done.stderr
    if exit_code:
        assert f"{name}: error {code}" in done.stderr
        return
    found = json.loads(done.stdout)
    assert found["recommendations"] or found["questions"]
    assert [problem["code"] for problem in found["problems"]] == ([code] if code else [])
