"""Reading back: a finished file whose page numbers do not hold is not handed out."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable

import pytest

from pipeline import deliver
from pipeline.engine import Failed, Pool
from pipeline.models.document import Contents, Document, Furniture, Heading, Paragraph, Part
from pipeline.problems import ExitCode
from pipeline.render import pdf as writer
from pipeline.render import render_pdf
from pipeline.render.pdf.flow import Setter
from pipeline.render.pdf.painting import paint
from pipeline.render.pdf.readback import Expected, Leading, Marking, ReferencesOff, prove
from tests.render.pdf.documents import a_document, paragraph, plain
from tests.render.pdf_style import default_style


@pytest.fixture(scope="module")
def made() -> tuple[bytes, Expected]:
    """A finished file and what must be found in it."""
    style = default_style()
    setter = Setter(a_document(), style)
    pages, _ = writer._settle(setter, style)
    return paint(setter.document, style, pages)


def test_what_is_laid_out_is_found_in_the_file(made: tuple[bytes, Expected]) -> None:
    """Feet, labels, contents, bookmarks, links and headings; every kind of them is there to be looked for."""
    data, expected = made
    assert expected.marks and expected.headings and any(expected.feet)
    assert any(link.printed for link in expected.links) and any(not link.target for link in expected.links)
    prove(data, expected)


def other_foot(expected: Expected) -> Expected:
    return expected._replace(feet=(*expected.feet[:-1], "99 of 99"))


def other_foot_in_another_script(expected: Expected) -> Expected:
    return expected._replace(feet=(*expected.feet[:-1], "صفحة 99"))


def other_target(expected: Expected) -> Expected:
    place = next(n for n, link in enumerate(expected.links) if link.target > 1)
    links = list(expected.links)
    links[place] = links[place]._replace(target=1)
    return expected._replace(links=tuple(links))


def other_place(expected: Expected) -> Expected:
    links = [link._replace(box=(0, 0, 30, 30)) if link.printed else link for link in expected.links]
    return expected._replace(links=tuple(links))


def one_link_more(expected: Expected) -> Expected:
    return expected._replace(links=(*expected.links, Leading(1, (0, 0, 9, 9), 1, False)))


def other_mark(expected: Expected) -> Expected:
    return expected._replace(marks=(*expected.marks[:-1], Marking(expected.marks[-1].title, 1)))


def one_mark_less(expected: Expected) -> Expected:
    return expected._replace(marks=expected.marks[:-1])


def heading_elsewhere(expected: Expected) -> Expected:
    return expected._replace(headings=tuple((words, 1) for words, _ in expected.headings))


def one_page_more(expected: Expected) -> Expected:
    return expected._replace(feet=(*expected.feet, ""))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (other_foot, "at its foot"),
        (other_foot_in_another_script, "at its foot"),
        (other_target, "leads to page"),
        (other_place, "prints"),
        (one_link_more, "links instead of"),
        (other_mark, "the bookmark"),
        (one_mark_less, "bookmarks instead of"),
        (heading_elsewhere, "is not on page 1"),
        (one_page_more, "pages instead of"),
    ],
)
def test_a_number_that_is_off_is_found(
    made: tuple[bytes, Expected], change: Callable[[Expected], Expected], said: str
) -> None:
    """Each of the comparisons can fail, and says where."""
    data, expected = made
    with pytest.raises(ReferencesOff, match=said):
        prove(data, change(expected))


def test_a_label_that_is_not_the_printed_number_is_found(made: tuple[bytes, Expected]) -> None:
    """The labels are part of what is read back: a file whose labels begin at 3 is refused."""
    import io

    import pypdf
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

    data, expected = made
    changed = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    label = DictionaryObject({NameObject("/S"): NameObject("/D"), NameObject("/St"): NumberObject(3)})
    changed.root_object[NameObject("/PageLabels")] = DictionaryObject(
        {NameObject("/Nums"): ArrayObject([NumberObject(0), label])}
    )
    stream = io.BytesIO()
    changed.write(stream)
    with pytest.raises(ReferencesOff, match="page 1 is labelled '3'"):
        prove(stream.getvalue(), expected)


def test_a_contents_page_that_names_a_wrong_page_stops_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole writer, with its numbers off by one: the fault is ours, and no file comes out."""
    settle = writer._settle

    def shifted(setter: Setter, style: object) -> object:
        from pipeline.render.pdf.pages import paginate

        _, numbers = settle(setter, style)  # type: ignore[arg-type]
        wrong = {anchor: page + 1 for anchor, page in numbers.items()}
        height = default_style().page.height - default_style().page.top - default_style().page.bottom
        return paginate(setter.flows(wrong), height), wrong

    monkeypatch.setattr(writer, "_settle", shifted)
    with pytest.raises(ReferencesOff) as raised:
        render_pdf(a_document(), default_style())
    assert raised.value.exit_code is ExitCode.BUG
    assert "prints" in str(raised.value)
    assert isinstance(pickle.loads(pickle.dumps(raised.value)), ReferencesOff)


def refused() -> None:
    """What a worker does when a file is refused."""
    raise ReferencesOff("the page numbers of the finished PDF do not hold: page 2 prints '3' for page 2")


def test_the_build_says_which_state_and_why() -> None:
    """The refusal comes back from a worker as any fault of ours, with its sentence."""
    with Pool(1) as pool:
        [(_, outcome)] = pool.each(refused, [()], 30)
    assert isinstance(outcome, Failed)
    assert re.search("page 2 prints '3' for page 2", deliver.failure_text(outcome))


@pytest.mark.parametrize("count", [1, 9, 10, 11, 99, 100])
def test_headings_that_end_in_figures_and_long_packs_are_read_rightly(count: int) -> None:
    """No false alarm: titles with years beside page numbers of one to three figures."""
    parts = [Part("contents", (Contents(2),))]
    parts += [
        Part("about", (Heading(1, plain(f"Year {2000 + n}"), f"a{n}"), paragraph("Words."), Paragraph(())))
        for n in range(count)
    ]
    document = Document("A title", "en", tuple(parts), Furniture(plain("Head")))
    assert render_pdf(document, default_style()).pages[f"a{count - 1}"] >= count
