"""Reading templates: the defaults, what a workspace or session lays over them, and files that are broken."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.models.raw import RawList, RawMap, RawText
from pipeline.models.templates import RawTemplates
from pipeline.read import read_templates

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def po(folder: Path, language: str, entries: str, plural: str = "nplurals=2; plural=(n != 1);") -> Path:
    return write(folder, f"locale/{language}/LC_MESSAGES/presession.po", HEAD.format(plural) + entries)


def value(raw: RawTemplates, *keys: str) -> str:
    """A value of style.yaml."""
    found: object = raw.style
    for key in keys:
        assert isinstance(found, RawMap)
        found = found.values[key]
    assert isinstance(found, RawText)
    return found.text


def words(raw: RawTemplates, language: str) -> dict[str, tuple[str, ...]]:
    catalogue = next(each for each in raw.catalogues if each.language == language)
    return {message.english: message.translations for message in catalogue.messages}


def codes(raw: RawTemplates) -> list[str]:
    return [problem.code for problem in raw.problems]


def test_the_defaults_are_there_without_any_folder() -> None:
    """Parts, look, and catalogues in seven languages; every file with its checksum."""
    raw = read_templates()
    assert raw.pack
    assert raw.style
    assert [catalogue.language for catalogue in raw.catalogues] == ["ar", "en", "es", "fr", "pt", "ru", "zh"]
    assert raw.problems == ()
    assert [name for name, _ in raw.files][:1] == ["templates/locale/ar/LC_MESSAGES/presession.po"]
    assert all(len(digest) == 64 for _, digest in raw.files)


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    """A session need not have templates of its own."""
    assert read_templates(tmp_path / "none") == read_templates()


def test_one_key_of_the_style_can_be_changed_alone(tmp_path: Path) -> None:
    """Key by key, also deep inside; the place is that of the file that says it."""
    raw = read_templates(write(tmp_path, "style.yaml", "page:\n  outer: 30 mm\n"))
    assert value(raw, "page", "outer") == "30 mm"
    assert value(raw, "page", "format") == value(read_templates(), "page", "format")
    page = raw.style.values["page"] if raw.style else None
    assert isinstance(page, RawMap)
    assert page.values["outer"].place.file.endswith("style.yaml")
    assert page.values["outer"].place.line == 2


def test_the_last_folder_is_the_strongest(tmp_path: Path) -> None:
    """A session's own templates stand over those of the workspace."""
    workspace = write(tmp_path / "workspace", "style.yaml", "rule: 1\nminute: 5\n")
    session = write(tmp_path / "session", "style.yaml", "rule: 2\n")
    raw = read_templates((workspace, session))
    assert (value(raw, "rule"), value(raw, "minute")) == ("2", "5")


def test_the_list_of_parts_is_replaced_as_a_whole(tmp_path: Path) -> None:
    """An order cannot be mixed from two lists."""
    raw = read_templates(write(tmp_path, "pack.yaml", "parts:\n  - part: cover\n"))
    parts = raw.pack.values["parts"] if raw.pack else None
    assert isinstance(parts, RawList)
    assert len(parts.items) == 1


def test_one_sentence_can_be_changed_alone(tmp_path: Path) -> None:
    """Message by message; an empty translation changes nothing."""
    raw = read_templates(
        po(tmp_path, "fr", 'msgid "Agenda"\nmsgstr "Programme"\n\nmsgid "Where"\nmsgstr ""\n')
    )
    assert words(raw, "fr")["Agenda"] == ("Programme",)
    assert words(raw, "fr")["Where"] == ("Lieu",)
    assert words(raw, "fr")["Closing"] == ("Clôture",)


def test_a_new_language_is_a_new_folder(tmp_path: Path) -> None:
    """With its own plural rule."""
    rule = "nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);"
    raw = read_templates(po(tmp_path, "ru", 'msgid "Agenda"\nmsgstr "Повестка дня"\n', rule))
    russian = next(each for each in raw.catalogues if each.language == "ru")
    assert (russian.forms, russian.messages[0].translations) == (3, ("Повестка дня",))


def test_a_fuzzy_translation_is_not_used(tmp_path: Path) -> None:
    """As gettext does it."""
    raw = read_templates(po(tmp_path, "fr", '#, fuzzy\nmsgid "Agenda"\nmsgstr "Programme"\n'))
    assert words(raw, "fr")["Agenda"] == ("Ordre du jour",)


def test_a_broken_catalogue_is_a_problem_with_its_line(tmp_path: Path) -> None:
    """Not a traceback; the other files are read."""
    raw = read_templates(po(tmp_path, "fr", 'msgid "Agenda\nmsgstr "Programme"\n'))
    assert codes(raw) == ["TE07"]
    assert raw.problems[0].place.file.endswith("presession.po")
    assert raw.problems[0].place.line > 0
    assert raw.style


def test_a_style_that_is_a_list_or_not_yaml_is_a_problem(tmp_path: Path) -> None:
    """The default then stands, but the error stops the build."""
    assert codes(read_templates(write(tmp_path / "a", "style.yaml", "- page\n"))) == ["FO02"]
    assert codes(read_templates(write(tmp_path / "b", "style.yaml", "page: {\n"))) == ["YA01"]


PIECES = [
    'msgid "a"\n', 'msgstr "b"\n', 'msgstr[0] "b"\n', 'msgstr[7] "b"\n', 'msgid_plural "c"\n',
    'msgctxt "x"\n', "#~ msgid\n", "#, fuzzy\n", "#: a:-1\n", '"lone"\n', 'msgstr "\\"\n', "\xff\n",
    'msgid ""\n', '"Plural-Forms: nplurals=x; plural=;\\n"\n', '"Content-Type: text/x; charset=q\\n"\n',
    '"POT-Creation-Date: never\\n"\n', '"Language: ??\\n"\n', "msgstr[x]\n", "\n",
]  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=200),
        st.lists(
            st.sampled_from(PIECES),
            max_size=12,
        ).map(lambda lines: "".join(lines).encode()),
    )
)
def test_no_catalogue_makes_the_reader_fail(tmp_path: Path, content: bytes) -> None:
    """Whatever bytes lie there: messages or a problem."""
    write(tmp_path, "locale/fr/LC_MESSAGES/presession.po", content)
    raw = read_templates(tmp_path)
    assert set(codes(raw)) <= {"TE07"}
