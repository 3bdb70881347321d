"""Statements in Arabic and Chinese, alone and mixed with other scripts: what comes out of the finished pack.

The statements are samples written for these tests; each stands in a session once as Markdown and once as Word.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline import bundling
from pipeline.read import read_statement
from tests.programs import is_subsequence, pdf_text, presession
from tests.render.pdf.checklist import faults
from tests.render.pdf.opened import File
from tests.render.pdf.reading import DIRECTIONS, Read
from tests.whole.languages import ending
from tests.whole.test_accessible_packs import checker
from tests.whole.test_sample_session import Main, docx_words, first_difference, squeezed

GOOD = Path(__file__).resolve().parent.parent / "good"
SAMPLE = "SAMPLE: "

ARABIC = """نموذج: بيان عن المكتبات والحدائق

# الحق في القراءة

شكراً على إعطائنا الكلمة. نحن جمعية صغيرة تُعنى بالمكتبات العامّة، ونقرأ مع الأطفال كلَّ يوم خميس. قالت لنا إحدى الأمهات: «لا نطلب قصراً، بل رفّاً من الكتب قرب البيت».

في عام 2016 كانت في المدينة 14 مكتبة، وصارت 9 في عام 2018؛ أما الكتب فعددها نحو ١٢٫٥٠٠ كتاب. هل يكفي ذلك؟ لا نظن.

نوصي حكومة كوبا بما يلي:

- فتح مكتبة واحدة على الأقل في كل حيّ قبل عام 2021؛
- نشر قائمة المكتبات ومواعيدها كل سنة؛
- توفير كتب بطريقة برايل في المكتبات الكبرى.

# الحدائق

الحديقة مكان للّقاء. وينبغي لحكومة كوبا أن تحافظ على الحدائق القائمة وأن تزرع الأشجار (النخل خاصةً) في الشوارع الجديدة.

متى ستنشر الحكومة خطة الحدائق؟
"""

ARABIC_MIXED = """نموذج: بيان فيه حروف وأرقام من كل نوع (SAMPLE)

# المادة 25 والاتفاقية (CEDAW)

تشير منظمة UPR Info في وثيقتها A/HRC/30/12 (الفقرة 7، الصفحات ١٢–١٤) إلى أن 45 % من البلدات، أي ٪٤٥، لها موقع على الشبكة (Web) أو خدمة SMS للإعلانات.

في 12/04/2018 الساعة 10:30 اجتمعنا في Palais des Nations, Geneva (القاعة XXI)، وكان معنا ممثلو NGO-1 وNGO-2؛ ثم قرأنا القرار 60/251 و«خطة 2030 [SDG 5]» بنداً بنداً.

نوصي حكومة كوبا بما يلي:

- التصديق على البروتوكول (OP-CRC-IC) في غضون 18 شهراً؛
- نشر ميزانية مكتب Ombudsman، وهي 3,5 مليون (أو 3.5 million)، على الإنترنت.

1. ما حصة التعليم (%) في ميزانية 2018/2019؟
2. هل سيُترجَم تقرير The Right to Read (2017), p. 25 إلى العربية؟
"""

CHINESE = """样本：关于图书馆与花园的发言

# 阅读的权利

感谢给我们发言的机会。我们是一个小协会，每逢星期四与儿童一起读书。一位母亲对我们说：“我们要的不是宫殿，只是家门口的一排书。”

2016年全市有14个图书馆，2018年只剩下9个；藏书约一万二千五百册。这够吗？我们认为不够。

我们建议古巴政府：

- 在2021年之前，每个街区至少开设一个图书馆；
- 每年公布图书馆名单和开放时间；
- 在大型图书馆提供盲文书籍。

# 花园

花园是相聚的地方。古巴政府应当保护现有的花园，并在新的街道上种植树木（特别是棕榈树）。

政府什么时候公布花园计划？
"""

CHINESE_MIXED = """样本：含有各种文字和数字的发言（SAMPLE）

# 第25条与《公约》（CEDAW）

UPR Info组织在文件A/HRC/30/12（第7段，第12—14页）中指出，45%的乡镇有网站（Web），或提供SMS通知服务。

2018年4月12日10时30分，我们在 Palais des Nations, Geneva（第XXI会议室）开会，NGO-1和NGO-2的代表也在场；随后逐条阅读了第60/251号决议和“2030年议程［SDG 5］”。

我们建议古巴政府：

- 在18个月内批准《任择议定书》（OP-CRC-IC）；
- 在互联网上公布 Ombudsman 办公室的预算，即3.5 million（350万）。

1. 教育在2018/2019年预算中占百分之几（%）？
2. 《The Right to Read》（2017），第25页，会译成中文吗？
"""

TEXTS = {"ar": (ARABIC, ARABIC_MIXED), "zh": (CHINESE, CHINESE_MIXED)}
STATES = {"cuba": ("CU", "10:00"), "canada": ("CA", "14:00")}
LANGUAGES = ("en", "ar", "zh")


def as_docx(text: str, language: str) -> bytes:
    """The same words as a Word file: paragraphs that run as the language does, a run for each script."""
    import docx
    from docx.oxml import OxmlElement

    file = docx.Document()
    for line in filter(None, text.split("\n")):
        styles = {"# ": "Heading 1", "- ": "List Bullet"}
        style, words = styles.get(line[:2]), line[2:] if line[:2] in styles else line
        paragraph = file.add_paragraph(style=style)
        if language == "ar":
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for part in re.split(r"([A-Za-z][A-Za-z ]*[A-Za-z])", words):
            run = paragraph.add_run(part)
            if language == "ar" and not part.isascii():
                run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def statements(language: str) -> dict[str, bytes]:
    """File name to bytes: the two texts in both forms. The same words twice in a State are a fault (ST06)."""
    plain, mixed = TEXTS[language]
    return {"plain.md": plain.encode(), "mixed.docx": as_docx(mixed, language)}


def other_forms(language: str) -> dict[str, bytes]:
    plain, mixed = TEXTS[language]
    return {"mixed.md": mixed.encode(), "plain.docx": as_docx(plain, language)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two States with four speakers each: two in Arabic, two in Chinese; packs in English, Arabic, Chinese."""
    folder = tmp_path_factory.mktemp("scripts")
    session = shutil.copytree(GOOD, folder / "upr30")
    settings = session / "session.yaml"
    text = settings.read_text("utf-8")
    text = text.replace("language: en", f"languages: [{', '.join(LANGUAGES)}]", 1)
    settings.write_text(text.replace("[en, fr, es]", "[en, ar, zh]"), "utf-8")
    head, _, one = (session / "cuba" / "review.yaml").read_text("utf-8").partition("  - name:")
    shutil.rmtree(session / "cuba")
    for state, (code, time) in STATES.items():
        place = session / state / "statements"
        place.mkdir(parents=True)
        speakers = ""
        for name, language, data in files(state):
            (place / name).write_bytes(data)
            number = len(re.findall("- name", speakers)) + 1
            speakers += (
                ("  - name:" + one)
                .replace("Sample Speaker 1", f"Sample Speaker {number}")
                .replace("Sample Centre for Legal Aid, acronym: SCLA", f"Sample Centre {number}")
                .replace("legal-aid.md", name)
                .replace("language: en", f"language: {language}")
            )
        review = head.replace("state: CU", f"state: {code}").replace("10:00", time) + speakers
        (session / state / "review.yaml").write_text(review, "utf-8")
    done = presession("build", "upr30", "--output", "out", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out" / "upr30"


def files(state: str) -> list[tuple[str, str, bytes]]:
    """What the speakers of a State sent: name of the file, language, bytes."""
    forms = statements if state == "cuba" else other_forms
    return [
        (f"{language}-{name}", language, data) for language in TEXTS for name, data in forms(language).items()
    ]


def pack(built: Path, state: str, language: str) -> Path:
    (found,) = (built / state).glob(f"*-briefing-pack{ending(language)}.pdf")
    return found


EACH = pytest.mark.parametrize(
    ("state", "language"), [(state, language) for state in STATES for language in LANGUAGES]
)


@EACH
def test_pdftotext_gives_every_statement_word_for_word(built: Path, state: str, language: str) -> None:
    """In the order in which it is read, whatever the language of the pack around it.

    Chinese has no blanks between words: of a Chinese statement every character counts.
    """
    told = pdf_text(pack(built, state, language)).translate(DIRECTIONS)
    found = {"ar": told.split(), "zh": re.sub(r"\s", "", told)}
    for name, spoken, data in files(state):
        for passage in read_statement(data, name).passages:
            said = passage.text.split() if spoken == "ar" else re.sub(r"\s", "", passage.text)
            assert is_subsequence(said, found[spoken]) is None, (name, passage.text)


@EACH
def test_docx_and_html_say_what_the_pdf_says(built: Path, state: str, language: str) -> None:
    """The same words in the same order; what is painted counts, and what a screen reader is given."""
    pdf = pack(built, state, language)
    read = Read(pdf.read_bytes())
    painted = squeezed(read.painted())
    from_docx = squeezed("".join(docx_words(pdf.with_suffix(".docx").read_bytes())))
    from_html = squeezed("".join(Main(pdf.with_suffix(".html").read_text("utf-8")).said))
    read_aloud = squeezed("".join(read.words(element) for element in read.all("Document")))
    assert first_difference(painted, from_docx) is None
    assert first_difference(painted, from_html) is None
    assert first_difference(painted, read_aloud) is None


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_pdftotext_gives_the_words_of_the_pack_itself(built: Path, language: str) -> None:
    """Every text of the pages in the pack's own language and direction, word for word.

    pdftotext decides once for a page which way it runs, by its letters: those pages are looked at on which
    words of the pack's language prevail.
    """
    pdf = pack(built, "cuba", language)
    told = pdf_text(pdf).translate(DIRECTIONS).replace("-\n", "-")
    found = told.split() if language == "ar" else re.sub(r"\s", "", told)
    texts = Texts(pdf.with_suffix(".html").read_text("utf-8")).found
    own = [text for part, text in texts if part in OWN]
    assert len(own) > 20
    for text in own:
        said = text.translate(DIRECTIONS).split() if language == "ar" else re.sub(r"\s", "", text)
        assert is_subsequence(said, found) is None, text


OWN = ("cover", "contents", "how-to-use", "agenda", "about")
"""Parts of a pack in which its own words prevail."""


class Texts(HTMLParser):
    """The texts of paragraphs, headings, items and cells, each with the part in which it stands."""

    BLOCKS = frozenset(["p", "h1", "h2", "h3", "h4", "li", "td", "th", "div", "section"])

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._part = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "section" and "part" in classes:
            self._part = classes[-1]
        if tag in self.BLOCKS:
            self.found.append((self._part, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.BLOCKS:
            self.found.append((self._part, ""))

    def handle_data(self, data: str) -> None:
        if self.found:
            part, text = self.found[-1]
            self.found[-1] = part, text + data


def test_checkers_find_nothing(built: Path, tmp_path: Path) -> None:
    """outloud, pdfua, the checklist of PDF/A-2a and the rules of electronic bundles."""
    pdfs = sorted(built.rglob("*.pdf"))
    report = tmp_path / "report.json"
    command = [checker("outloud"), "--json", str(report), "--fail-on", "never", *map(str, pdfs)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = [
        (Path(result["path"]).name, finding["rule"], finding["message"])
        for result in json.loads(report.read_text("utf-8"))["results"]
        for finding in result["findings"]
        if finding["severity"] in ("error", "warning")
    ]
    assert found == []
    command = [checker("pdfua"), "check", "--min-severity", "warning", *map(str, pdfs)]
    done = subprocess.run(command, check=False, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stdout.decode("utf-8")
    assert {pdf.name: said for pdf in pdfs if (said := faults(File(pdf.read_bytes())))} == {}
    for pdf in (pdf for pdf in pdfs if "briefing-pack" in pdf.name):
        judged, problems = bundling.judge(pdf.read_bytes())
        assert [str(each) for rule in judged for each in rule.problems] == [], pdf.name
        assert len(judged) == 10, problems
