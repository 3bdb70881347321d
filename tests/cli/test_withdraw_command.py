"""`presession withdraw` from end to end: every copy is found, nothing innocent is listed, the change is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.programs import ALONE, own_cache, presession
from tests.three_states import THANKS

GOOD = Path(__file__).resolve().parent.parent / "good"
STEM = "We recommend that the Government of Sampleland, in the years to come:"
SECOND = """
  - name: Sample Speaker 2
    organisation: {name: Sample Union}
    description: a member
    photo: {file: photos/two.png, alternative: A portrait, focus: [30%, 50%]}
    floor: 5
    bio: Sample Speaker 2 has worked as a teacher of mathematics.
    statement: statements/two.md
    language: en
    received: 2018-03-22 17:40
    consent: {name: yes, photo: yes, bio: yes, organisation: yes, statement: yes}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good session with a second speaker, who has a photo and shares a line with the first, built."""
    folder = tmp_path_factory.mktemp("withdraw")
    session = folder / "s" / "upr30"
    shutil.copytree(GOOD, session)
    review = session / "cuba" / "review.yaml"
    review.write_text(review.read_text("utf-8").rstrip("\n") + SECOND, "utf-8")
    words = "publish the draft law on the courts before the year ends"
    (session / "cuba/statements/two.md").write_text(
        f"{THANKS}\n\n{STEM}\n\n- {words};\n- end the fees.\n", "utf-8"
    )
    first = session / "cuba/statements/legal-aid.md"
    first.write_text(first.read_text("utf-8").rstrip("\n") + f"\n\n{STEM}\n\n- end the delays.\n", "utf-8")
    picture = Image.linear_gradient("L").resize((700, 600)).convert("RGB")
    picture.paste("#802020", (150, 100, 350, 500))
    (session / "cuba/photos").mkdir()
    picture.save(session / "cuba/photos/two.png")
    assert run(folder, "build", "s/upr30", *ALONE)[0] == 0
    return folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return shutil.copytree(built, tmp_path / "copy")


def run(workspace: Path, *arguments: str) -> tuple[int, str]:
    done = presession(*arguments, cwd=workspace, env=own_cache(workspace))
    return done.returncode, done.stdout


def withdraw(workspace: Path, *arguments: str) -> tuple[int, dict[str, str], str]:
    """Exit code, what each listed file holds, and all that was said."""
    code, said = run(workspace, "withdraw", "s/upr30", "--state", "CU", *arguments)
    listed = [line.split("  ", 1)[1].split(": ", 1) for line in said.splitlines() if "  output/" in line]
    return code, dict(listed), said


def test_every_copy_is_found_and_none_that_is_innocent(workspace: Path) -> None:
    """PDF, Word and web page of an archive, and the print run; nothing that was made anew. Then nothing."""
    for arguments in (("archive", "s/upr30"), ("print-run", "s/upr30", "--copies", "2")):
        assert run(workspace, *arguments)[0] == 0
    code, listed, _ = withdraw(workspace, "--speaker", "2")
    bag = "output/archive/upr30-room-draft-v1/data/cuba/UPR30-Cuba-briefing-pack"
    run_file = "output/print-run/upr30/UPR30-print-run.pdf"
    packs = {*(f"{bag}.{ending}" for ending in ("pdf", "docx", "html")), run_file}
    assert code == 3
    assert packs <= listed.keys()
    assert all(set(listed[name].split(", ")) == {"name", "photo", "bio", "statement"} for name in packs)
    assert all(path == run_file or path.startswith("output/archive/") for path in listed)
    shutil.rmtree(workspace / "output/archive")
    (workspace / run_file).unlink()
    assert withdraw(workspace, "--speaker", "2")[1] == {}


def test_the_room_pack_may_show_what_was_withdrawn_from_the_public_one(workspace: Path) -> None:
    """It is not listed; nor is anything else."""
    assert run(workspace, "print-run", "s/upr30", "--copies", "2")[0] == 0
    code, listed, _ = withdraw(workspace, "--speaker", "2", "--edition", "public")
    assert (code, listed) == (0, {})


def test_the_change_is_told_whatever_the_statement_does(workspace: Path) -> None:
    """One that hangs its reader costs itself; the earlier pack goes, and what kept a new one back is said."""
    review = workspace / "s/upr30/cuba/review.yaml"
    text = review.read_text("utf-8")
    review.write_text(text.replace("statements/two.md", "statements/two.pdf"), "utf-8")
    (workspace / "s/upr30/cuba/statements/two.pdf").write_bytes(endless_pdf())
    code, _, said = withdraw(workspace, "--speaker", "2", "--item", "bio", "--item", "statement")
    assert code == 3
    assert said.startswith("s/upr30/cuba/review.yaml: no in line(s) ")
    assert "statement: no}" in review.read_text("utf-8")
    assert "s/upr30/cuba/statements/two.pdf: error FI" in said
    assert "Copies of what cannot be read are not known; look for them yourself." in said


def test_why_a_pack_was_not_made_is_said_and_not_that_it_stands(workspace: Path) -> None:
    """The earlier one showed more than is agreed now, and is gone."""
    (workspace / "s/upr30/cuba/statements/legal-aid.md").write_bytes(b"")
    code, listed, said = withdraw(workspace, "--speaker", "2", "--item", "bio")
    assert (code, listed) == (3, {})
    assert "s/upr30/cuba/statements/legal-aid.md: error FI" in said
    assert "cuba: not built, there is no earlier pack." in said
    assert "cuba: its earlier pack showed more than is agreed now, and was taken away." in said
    assert "stands" not in said
    assert not (workspace / "output/upr30/cuba").exists()


def endless_pdf() -> bytes:
    """A page that draws a form, which draws the next four times, and so on: 4 to the 24th power."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        "/Resources << /XObject << /X 6 0 R >> /Font << /F 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        _stream("", "BT /F 12 Tf 72 700 Td (We ask for fair trials.) Tj ET /X Do"),
    ]
    for number in range(6, 30):
        inner = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {number + 1} 0 R >> >>"
        objects.append(_stream(inner, "/X Do " * 4))
    objects.append(_stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f"))
    data, places = "%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{data}{head}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF".encode()


def _stream(entries: str, content: str) -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"
