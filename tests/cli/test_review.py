"""`presession review`: the draft in the State's folder, and that staff lose nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline import reviewing
from pipeline.cli import presession
from pipeline.problems import CommandError
from pipeline.run import Options, check
from pipeline.run import review as run_review

GOOD = Path(__file__).resolve().parent.parent / "good"
LAWYER = "guarantee access to a lawyer from the first hour of detention"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(GOOD, tmp_path / "upr30"))


def review(*arguments: str) -> Result:
    return CliRunner().invoke(presession, ["review", "upr30", "--jobs", "1", *arguments])


def found_in(session: Path) -> list[str]:
    checked = check(session, Options(jobs=1))
    [contribution] = checked.packs["cuba"].contributions
    return [item.text for item in contribution.findings.recommendations]


def test_it_writes_a_draft_with_reasons_and_no_name(session: Path) -> None:
    """Every item with its number in the pack; the speaker by number."""
    result = review()
    text = (session / "cuba" / "corrections.yaml").read_text("utf-8")
    assert result.exit_code == 0
    assert "corrections.yaml written: 2 entries, 2 undecided." in result.output
    assert f"  - recommendation: >\n      {LAWYER}\n    decision:\n" in text
    assert "#: R1, paragraph 7: " in text
    assert "speaker 1, English" in text
    assert "Sample Speaker" not in text


def test_a_draft_changes_nothing_in_the_pack(session: Path) -> None:
    """Review, then build: the same findings, no problem."""
    before = found_in(session)
    review()
    assert found_in(session) == before
    assert check(session, Options(jobs=1)).problems == ()


def test_reviewing_twice_writes_once(session: Path) -> None:
    """The file is not touched when nothing is new."""
    review()
    file = session / "cuba" / "corrections.yaml"
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    assert "is up to date" in review().output
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert not (session / "cuba" / "corrections.yaml.bak").exists()


def test_decisions_are_kept_and_applied(session: Path) -> None:
    """Rejected in the file, gone from the pack; the old file stays beside the new one."""
    review()
    file = session / "cuba" / "corrections.yaml"
    decided = file.read_text("utf-8").replace("decision:\n", "decision: reject  # only a wish\n", 1)
    file.write_text(decided, "utf-8")
    assert LAWYER not in found_in(session)
    assert "2 entries, 1 undecided" in review().output
    text = file.read_text("utf-8")
    assert "    decision: reject  # only a wish\n" in text
    assert "#: rejected, paragraph 7: " in text
    assert (session / "cuba" / "corrections.yaml.bak").read_text("utf-8") == decided


def test_a_new_statement_brings_new_entries_beside_the_decided(session: Path) -> None:
    """What was added is listed; what was decided stays; what is gone is told."""
    review()
    file = session / "cuba" / "corrections.yaml"
    file.write_text(file.read_text("utf-8").replace("decision:\n", "decision: accept\n"), "utf-8")
    statement = session / "cuba" / "statements" / "legal-aid.md"
    words = statement.read_text("utf-8").replace(f"{LAWYER};", "abolish the sample levy on books;")
    statement.write_text(f"{words}- train all judges in the sample treaty.\n", "utf-8")
    result = review()
    assert "CO03" in result.output
    assert "1 decided but not applied" in result.output
    text = file.read_text("utf-8")
    assert text.index("train all judges") < text.index("not found in the statement any more")
    assert text.index("not found in the statement any more") < text.index(LAWYER)
    assert review().exit_code == 0
    assert file.read_text("utf-8") == text


def renamed(session: Path) -> Path:
    """The session after decisions, a statement under a new name and another review; its corrections.yaml."""
    review()
    file = session / "cuba" / "corrections.yaml"
    decided = file.read_text("utf-8").replace("decision:\n", "decision: accept\n    because: a note\n")
    file.write_text(decided.replace("  - ", "  # agreed on Monday\n  - ", 1), "utf-8")
    statements = session / "cuba" / "statements"
    (statements / "legal-aid.md").rename(statements / "Statement v2-final.md")
    described = session / "cuba" / "review.yaml"
    named = described.read_text("utf-8").replace("legal-aid.md", "Statement v2-final.md")
    described.write_text(named, "utf-8")
    result = review()
    assert "CO07" in result.output
    return file


@pytest.mark.parametrize("form", ["{}", "'{}'", "./{}"])
@pytest.mark.parametrize("indent", ["  ", "", "    "])
def test_decisions_about_a_statement_under_a_new_name_are_kept_as_the_file_says(
    session: Path, form: str, indent: str
) -> None:
    """The new name is written over the old one, though the new file is listed already: nothing is lost."""
    file = renamed(session)
    fresh, old = file.read_text("utf-8").split("#: ==== ", 1)
    count = old.count("decision: accept\n")
    assert (count > 1, fresh.count("decision:\n")) == (True, count)
    new = form.format("statements/Statement v2-final.md")
    old = old.replace("statements/legal-aid.md", new).replace("\n  ", f"\n{indent}")
    file.write_text(f"{fresh}#: ==== {old}", "utf-8")
    checked = check(session, Options(jobs=1))
    assert [each.code for each in checked.problems] == []
    [contribution] = checked.packs["cuba"].contributions
    assert contribution.findings.recommendations[0].decided
    result = review()
    assert f"{count} entries, 0 undecided" in result.output
    text = file.read_text("utf-8")
    assert (text.count("Statement v2-final.md"), text.count("====")) == (1, 0)
    assert (text.count("decision: accept\n"), text.count("because: a note")) == (count, count)
    assert text.count("# agreed on Monday") == 1
    assert review().exit_code == 0
    assert file.read_text("utf-8") == text


def test_decisions_in_both_places_of_a_statement_are_put_together(session: Path) -> None:
    """Staff went on with the new list before they saw the old one."""
    file = renamed(session)
    fresh, old = file.read_text("utf-8").split("#: ==== ", 1)
    entries = old.split("  - ")
    new = "statements/Statement v2-final.md"
    kept = "  - ".join(entries[:2]).replace("statements/legal-aid.md", new)
    fresh = "decision: reject\n".join(fresh.rsplit("decision:\n", 1))
    file.write_text(f"{fresh}#: ==== {kept}", "utf-8")
    result = review()
    assert (result.exit_code, "CO06" in result.output) == (0, False)
    text = file.read_text("utf-8")
    assert (text.count("decision: accept\n"), text.count("decision: reject\n"), text.count(new)) == (1, 1, 1)
    assert text.count("decision:") == fresh.count("decision:")


def test_two_decisions_about_the_same_words_in_both_places_are_an_error(session: Path) -> None:
    """Nobody chooses between them for staff."""
    file = renamed(session)
    text = file.read_text("utf-8").replace("statements/legal-aid.md", "statements/Statement v2-final.md")
    file.write_text(text.replace("decision:\n", "decision: reject\n"), "utf-8")
    assert "CO06" in {each.code for each in check(session, Options(jobs=1)).problems}
    before = file.read_text("utf-8")
    assert (review().exit_code, file.read_text("utf-8")) == (3, before)


def test_a_speaker_without_consent_needs_no_corrections(session: Path) -> None:
    """Nothing of the statement is written into the file."""
    file = session / "cuba" / "review.yaml"
    file.write_text(file.read_text("utf-8").replace("statement: yes", "statement: no"), "utf-8")
    assert "nothing was found to decide" in review().output
    assert not (session / "cuba" / "corrections.yaml").exists()


@pytest.mark.parametrize(
    "text",
    [
        "statements/legal-aid.md:\n  - recommendation: 'not closed\n",
        f"statements/legal-aid.md:\n  - recommendation: {LAWYER}\n    decision: perhaps\n",
        f"statements/legal-aid.md:\n  - missed: {LAWYER}\n  - recommendation: {LAWYER}\n    decision: reject\n",
    ],
)
def test_a_file_with_an_error_is_left_alone(session: Path, text: str) -> None:
    """Staff correct it first; exit code 3."""
    file = session / "cuba" / "corrections.yaml"
    file.write_text(text, "utf-8")
    result = review()
    assert result.exit_code == 3
    assert "corrections.yaml:" in result.output
    assert file.read_text("utf-8") == text


def test_a_damaged_statement_costs_only_itself(session: Path) -> None:
    """What was decided about it is left as it stands."""
    file = session / "cuba" / "corrections.yaml"
    text = f"statements/legal-aid.md:\n  # ours\n  - recommendation: {LAWYER}\n    decision: accept\n"
    file.write_text(text, "utf-8")
    (session / "cuba" / "statements" / "legal-aid.md").write_bytes(b"")
    assert review().exit_code == 0
    assert text in file.read_text("utf-8")


def test_a_file_that_changes_meanwhile_is_not_written_over(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves it in an editor while the statements are read."""
    file = session / "cuba" / "corrections.yaml"
    real = reviewing._desks

    def meanwhile(*arguments: object) -> object:
        file.write_text("# saved just now\n", "utf-8")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reviewing, "_desks", meanwhile)
    with pytest.raises(CommandError, match="changed meanwhile"):
        run_review(session, Options(jobs=1))
    assert file.read_text("utf-8") == "# saved just now\n"


def test_a_link_is_not_followed(session: Path) -> None:
    """As everywhere in a session."""
    (session / "elsewhere.yaml").write_text("# mine\n", "utf-8")
    (session / "cuba" / "corrections.yaml").symlink_to("../elsewhere.yaml")
    assert review().exit_code == 3
    assert (session / "elsewhere.yaml").read_text("utf-8") == "# mine\n"


def test_json_for_programs(session: Path) -> None:
    """The same as sentences."""
    shown = json.loads(review("--format", "json").stdout)
    assert [draft["undecided"] for draft in shown["drafts"]] == [2]
    assert shown["held"] == []


def test_undecided_items_do_not_keep_a_pack_from_being_final(session: Path) -> None:
    """Staff decide what they like."""
    review()
    assert check(session, Options(jobs=1, final=True)).held == ()


def test_the_sample_session_is_drafted_whole_and_the_same_twice(sample: Path, tmp_path: Path) -> None:
    """All States and languages of the sample; nothing in the packs changes."""
    session = Path(shutil.copytree(sample, tmp_path / "upr30"))
    before = check(session, Options())
    first = run_review(session, Options())
    assert first.held == ()
    assert sum(draft.entries for draft in first.drafts) > 200
    assert not any(draft.changed for draft in run_review(session, Options()).drafts)
    after = check(session, Options())
    assert after.problems == before.problems
    assert {n: p.contributions for n, p in after.packs.items()} == {
        n: p.contributions for n, p in before.packs.items()
    }
