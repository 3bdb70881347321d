"""What a browser shows of a page is what is read of it, and what it does not show is not."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from pipeline.read import read_statement
from tests.programs import program

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = next((ROOT / "inputs/upr30/burkina-faso/statements").glob("*.html"))
SHEET = (
    "<style>.d { display: none !important } @media (min-width: 768px) { .m { display: block !important } } "
    "div .x { display: none } [hidden] { display: none } .f { display: flex } @media print { p { display: none } } "
    "@media (max-width: 600px) { .narrow { display: none } } .o { .in { display: none } }</style>"
)
PAGES = {
    "structure": "<h1>Title</h1><p>one <b>two</b>three<br>four</p><ul><li>five<ul><li>six</ul></ul><table><caption>cap"
    "</caption><tr><th>a<th>b</tr><tr><td rowspan=2>c<td>d</tr><tr><td>e</tr></table><blockquote>said</blockquote>",
    "hidden": f"{SHEET}<p>shown</p><p class=d>gone</p><p class='d m'>wide</p><div><p class=x>inner</p></div><p hidden>no</p>"
    "<p class=narrow>desktop</p><div class=o><p class=in>nested</p></div><p style='display:none'>out</p>",
    "apart": f"{SHEET}<div class=f><span>one</span><span>two</span></div><p>re<wbr>call</p><pre>three\nfour</pre>",
    "broken": "<p>one<p>two<table>stray<tr><td>a<td>b</table></body></html><p>behind the end</p>",
    "elements": "<details open><summary>sum</summary>text</details><dialog>no</dialog><ruby>ji</ruby><dl><dt>t<dd>m</dl>",
}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", text))


def test_what_chromium_shows_is_what_is_read(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    pages = {name: f"<!DOCTYPE html><html><body>{body}".encode() for name, body in PAGES.items()}
    pages["sample"] = SAMPLE.read_bytes()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        view = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}).new_page()
        for name, data in pages.items():
            path = tmp_path / f"{name}.html"
            path.write_bytes(data)
            view.goto(path.as_uri())
            shown = words(str(view.evaluate("document.body.innerText")))
            read = read_statement(data, path.name).passages
            assert words(" ".join(one.text for one in read)) == shown, name
        browser.close()
