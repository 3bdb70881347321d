"""The HTML pack: every word in order, nothing fetched, nothing run, readable on a phone and by a screen reader."""

from __future__ import annotations

import dataclasses
import functools
import importlib.resources
import itertools
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.models.document import (
    Cell,
    Contents,
    Document,
    Heading,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Part,
    Table,
)
from pipeline.render.html import render_html
from tests import build, sheets, walk
from tests.programs import program
from tests.render.pdf.test_facsimiles import facsimiles

PAGES = {"s1": 12, "recommendations": 7}


class Parsed(HTMLParser):
    """The elements and words of a file, and the nesting of its tags."""

    VOID = frozenset({"meta", "img", "br", "col"})

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.spoken: list[str] = []
        self.feed(data.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.spoken.append(data)

    @property
    def words(self) -> str:
        return "".join(self.spoken)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def rendered(document: Document | None = None) -> Parsed:
    return Parsed(render_html(document or build.a_document(), build.the_templates().style, PAGES))


def with_blocks(*blocks: object) -> Document:
    part = Part("statement", blocks)  # type: ignore[arg-type]
    return dataclasses.replace(build.a_document(), parts=(part,))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_word_of_the_document_stands_in_main_in_order() -> None:
    """Numbers of pages apart, which the Document leaves to its writers."""
    document = build.a_document()
    spoken = squeezed(rendered(document).words)
    position = 0
    for block in walk.blocks(document):
        if isinstance(block, Contents):
            continue
        for inline in walk.inlines(block):
            found = spoken.find(squeezed(inline.text), position)
            assert found >= 0, inline.text
            position = found


def test_the_page_has_one_title_and_headings_go_down_one_step_at_a_time() -> None:
    """Whatever levels a statement has."""
    levels = [int(tag[1]) for tag, _ in rendered().elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_statement_that_starts_deep_and_jumps_makes_no_gap() -> None:
    """Levels 4, 1 and 3 in a Word file that was formatted by eye."""
    headings = [Heading(level, (Inline("x"),), own=False) for level in (4, 1, 3)]
    document = with_blocks(Heading(1, (Inline("Sample Centre"),)), *headings)
    levels = [int(tag[1]) for tag, _ in rendered(document).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_link_inside_leads_somewhere_and_no_id_comes_twice() -> None:
    """Contents, numbers of demands, notes and back."""
    parsed = rendered()
    ids = [a["id"] for _, a in parsed.elements if a.get("id")]
    targets = [str(a["href"])[1:] for a in parsed.all("a") if str(a.get("href")).startswith("#")]
    assert targets
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


def test_contents_name_the_pages_of_the_printed_pack() -> None:
    """The number is that of the PDF."""
    assert "Recommendations 7" in rendered().words


def test_nothing_is_fetched_and_nothing_runs() -> None:
    """No script, style or picture from outside, and a policy that forbids them."""
    parsed = rendered()
    tags = {tag for tag, _ in parsed.elements}
    assert not tags & {"script", "link", "iframe", "object", "embed", "form", "base"}
    assert all(str(image["src"]).startswith("data:image/") for image in parsed.all("img"))
    assert any("default-src 'none'" in str(meta.get("content")) for meta in parsed.all("meta"))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https:"]
)
def test_an_address_that_is_no_web_or_mail_address_is_no_link(address: str) -> None:
    """Its words stay."""
    parsed = rendered(with_blocks(Paragraph((Inline("see here", address=address),))))
    assert "see here" in parsed.words
    assert not [a for a in parsed.all("a") if a.get("href") == address]


def test_a_web_address_is_a_link_that_tells_the_other_side_nothing() -> None:
    """No referrer: nobody learns from which pack a reader came."""
    parsed = rendered(with_blocks(Paragraph((Inline("site", address="https://example.org/a?b=1&c=2"),))))
    [link] = [a for a in parsed.all("a") if str(a.get("href")).startswith("https")]
    assert link == {"href": "https://example.org/a?b=1&c=2", "rel": "noreferrer"}


def test_another_language_and_direction_are_told_where_they_begin() -> None:
    """A paragraph in Arabic inside an English pack."""
    said = Paragraph((Inline("نوصي الدولة"),), language="ar", direction="rtl")
    paragraphs = rendered(with_blocks(said)).all("p")
    assert any((a.get("lang"), a.get("dir")) == ("ar", "rtl") for a in paragraphs)


def test_lists_in_lists_are_lists_in_lists() -> None:
    """By the depth of their items, however it jumps."""
    items = tuple(Item(f"{n}.", (Inline(f"item {n}"),), depth) for n, depth in enumerate((1, 3, 2, 1)))
    parsed = rendered(with_blocks(ItemList(items)))
    assert [f"{n}. item {n}" in parsed.words for n in range(4)] == [True] * 4
    assert len(parsed.all("ul")) == 2


def test_photos_have_their_words() -> None:
    """The alternative text of review.yaml."""
    alternatives = [image.get("alt") for image in rendered().all("img")]
    assert "Portrait of Sample Speaker 1" in alternatives


def test_a_table_has_heads_with_a_scope() -> None:
    """Columns, and rows that head a group."""
    scopes = {a.get("scope") for a in rendered().all("th")}
    assert {"col", "rowgroup", "row"} <= scopes


def test_the_same_document_gives_the_same_bytes() -> None:
    """No clock, no order of sets."""
    style = build.the_templates().style
    assert render_html(build.a_document(), style, PAGES) == render_html(build.a_document(), style, PAGES)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_no_words_can_break_out_of_their_place(text: str) -> None:
    """Markup in a statement is shown, not obeyed; tags stay balanced."""
    cell = Cell((Paragraph((Inline(text),)),))
    document = with_blocks(
        Paragraph((Inline(text, bold=True),)),
        ItemList((Item(text, (Inline(text),)),)),
        Table(((cell,),), (1.0,)),
    )
    parsed = rendered(document)
    assert parsed.open == []
    assert not parsed.all("script")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Headless Chromium."""
    from playwright.sync_api import sync_playwright

    path = program("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


def opened(browser: object, data: bytes, width: int) -> object:
    page = browser.new_page(viewport={"width": width, "height": 800}, bypass_csp=True)  # type: ignore[attr-defined]
    page.set_content(data.decode("utf-8"))
    return page


# The size of targets (WCAG 2.2, 2.5.8) is a rule that axe leaves off unless it is asked for.
AXE = "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
LANGUAGES = ("en", "fr", "ar")


@functools.cache
def pack_page(language: str) -> bytes:
    """A whole pack in a language of the sample session."""
    pack = dataclasses.replace(build.a_pack_input(), language=language)
    return render_html(build.a_document(pack), build.the_templates().style, PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 1200])
def test_axe_finds_nothing_to_say(browser: object, width: int, language: str) -> None:
    """WCAG 2.2 AA and axe's own best practices, on a phone and on a desk."""
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    page = opened(browser, pack_page(language), width)
    assert page.evaluate("document.documentElement.lang") == language  # type: ignore[attr-defined]
    page.add_script_tag(content=axe)  # type: ignore[attr-defined]
    found = page.evaluate(AXE)  # type: ignore[attr-defined]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"]]) for v in found["violations"]] == []


def test_axe_can_find_something(browser: object) -> None:
    """A planted break: a picture without words."""
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    page = opened(browser, b"<!DOCTYPE html><html><body><img src='data:,'></body></html>", 320)
    page.add_script_tag(content=axe)  # type: ignore[attr-defined]
    found = page.evaluate("axe.run()")  # type: ignore[attr-defined]
    assert {"image-alt", "html-has-lang"} <= {violation["id"] for violation in found["violations"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_spaces_letters_and_lines_loses_nothing(browser: object, language: str) -> None:
    """WCAG 2.2, 1.4.12: the page stays as wide as a phone, and no time or number is broken or cut."""
    page = opened(browser, pack_page(language), 320)
    page.add_style_tag(content=SPACED)  # type: ignore[attr-defined]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320  # type: ignore[attr-defined]
    lines = (
        "e => { const r = document.createRange(); r.selectNodeContents(e); return r.getClientRects().length }"
    )
    times = page.evaluate(f"[...document.querySelectorAll('.timeline .time')].map({lines})")  # type: ignore[attr-defined]
    assert set(times) == {1}


def test_a_printed_page_keeps_the_agenda_together_and_shows_no_link_colour(browser: object) -> None:
    page = opened(browser, pack_page("en"), 1200)
    page.emulate_media(media="print")  # type: ignore[attr-defined]
    of = "getComputedStyle(document.querySelector('{}')).{}"
    assert page.evaluate(of.format(".timeline", "breakInside")) == "avoid"  # type: ignore[attr-defined]
    assert page.evaluate(of.format(".contents a", "textDecorationLine")) == "none"  # type: ignore[attr-defined]


def test_nothing_is_wider_than_a_phone(browser: object) -> None:
    """At 320 CSS pixels nobody scrolls sideways (WCAG 2.2, 1.4.10), long words and tables included."""
    cells = tuple(Cell((Paragraph((Inline("Verfassungsgerichtsentscheidung"),)),)) for _ in range(6))
    wide = Table((cells,), (1.0,) * 6)
    long = Paragraph((Inline("https://example.org/" + "a" * 200),))
    sheet = facsimiles(sheets.embedded(1))
    for document in (build.a_document(), with_blocks(wide, long), with_blocks(*sheet)):
        page = opened(browser, render_html(document, build.the_templates().style, PAGES), 320)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320  # type: ignore[attr-defined]
