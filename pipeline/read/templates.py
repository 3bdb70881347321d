"""The templates: the defaults that come with presession, and over them those of a workspace or a session."""

from __future__ import annotations

import codecs
import functools
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.models.letterhead import Letterhead
from pipeline.models.raw import RawFile, RawMap, laid_over
from pipeline.models.templates import RawCatalogue, RawMessage, RawTemplates
from pipeline.problems import Place, Problem, problem
from pipeline.read.folder import Entry, list_folder, printable_path, read_file
from pipeline.read.yaml import read_yaml

if TYPE_CHECKING:
    from babel.messages.catalog import Message

__all__ = ["read_starter", "read_templates"]

MAX_CATALOGUE_BYTES = 2_000_000
MAX_LANGUAGES = 60

_PACKAGE = Path(__file__).resolve().parent.parent
_YAML_FILES = ("pack.yaml", "style.yaml", "prints.yaml")
_CATALOGUE = "presession.po"
_LETTERHEAD = "reference.docx"
_SOURCE = "en"
_LINE = re.compile(r'\s*(#.*|((msgid|msgid_plural|msgctxt|msgstr(\[\d\])?)\s*)?"([^"\\]|\\.)*"\s*)?')


def read_templates(folders: Path | Sequence[Path] | None = None) -> RawTemplates:
    """Read the default templates and those in `folders`, of which the last is the strongest.

    A folder need not exist and need not hold every file. YAML files are layered key by key (a list is
    replaced as a whole), catalogues message by message. What is wrong with a file is in `problems`.
    """
    given = () if folders is None else (folders,) if isinstance(folders, Path) else tuple(folders)
    reading = _Reading()
    for folder, shown in _layers(given):
        reading.add(folder, shown)
    return reading.result()


def read_starter(name: str) -> str:
    """The example of a new session's file `name` ("session.yaml", "review.yaml"), with {gaps} to fill."""
    return (_default() / "new" / name).read_text("utf-8")


def _layers(given: Sequence[Path]) -> list[tuple[Path, str]]:
    """Each folder once with what messages call it, the defaults first."""
    default = _default()
    layers = [(default, "templates")]
    seen = {default.resolve()}
    for folder in given:
        if folder.is_dir() and folder.resolve() not in seen:
            seen.add(folder.resolve())
            layers.append((folder, _shown(folder)))
    return layers


def _default() -> Path:
    """Inside the package when installed from a wheel, else beside it."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def _shown(folder: Path) -> str:
    """As staff would write it: relative to the folder the command was started with, where possible."""
    here = Path.cwd()
    path = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return printable_path(path.as_posix())


class _Reading:
    """Layers folder over folder and remembers what was read and what was wrong."""

    def __init__(self) -> None:
        self._maps: dict[str, RawMap] = {}
        self._catalogues: dict[str, RawCatalogue] = {}
        self._problems: list[Problem] = []
        self._files: list[tuple[str, str]] = []
        self._sentences: tuple[RawMessage, ...] = ()
        self._letterhead: Letterhead | None = None

    def result(self) -> RawTemplates:
        """Everything, layered; languages sorted."""
        catalogues = tuple(self._catalogues[language] for language in sorted(self._catalogues))
        pack, style, prints = (self._maps.get(name) for name in _YAML_FILES)
        problems, files = tuple(self._problems), tuple(self._files)
        read = (pack, style, catalogues, problems, files, self._sentences, prints)
        return RawTemplates(*read, self._letterhead)

    def add(self, folder: Path, shown: str) -> None:
        """Lay the files of one folder over what was read before."""
        listing = list_folder(folder, shown, "")
        self._problems += listing.problems
        for entry in listing.entries:
            if entry.name in _YAML_FILES:
                self._add_yaml(entry)
            elif entry.name == _LETTERHEAD:
                self._add_letterhead(entry)
            elif entry.name == "locale" and entry.is_folder:
                self._add_languages(entry)

    def _add_yaml(self, entry: Entry) -> None:
        data = self._bytes(read_file(entry))
        if data is None:
            return
        value, problems = read_yaml(data, entry.shown)
        self._problems += problems
        if isinstance(value, RawMap):
            self._maps[entry.name] = laid_over(self._maps.get(entry.name), value)
        elif value is not None:
            expected = "keys and values, each key on a line of its own"
            self._problems.append(
                problem(
                    "FO02", value.place, key=entry.name, value="a list or text", expected=expected, hint=""
                )
            )

    def _add_letterhead(self, entry: Entry) -> None:
        """A letterhead stands instead of one of a weaker folder: two of them cannot be mixed."""
        from pipeline.read.letterhead import read_letterhead

        data = self._bytes(read_file(entry))
        if data is not None:
            self._letterhead, problems = read_letterhead(data, entry.shown)
            self._problems += problems

    def _add_languages(self, locale: Entry) -> None:
        listing = list_folder(locale.real, locale.shown, locale.path)
        self._problems += listing.problems
        for language in [entry for entry in listing.entries if entry.is_folder][:MAX_LANGUAGES]:
            folder = language.real / "LC_MESSAGES"
            if folder.is_dir():
                inner = list_folder(folder, f"{language.shown}/LC_MESSAGES", language.path)
                for entry in inner.entries:
                    if entry.name == _CATALOGUE:
                        self._add_catalogue(language.name, entry)

    def _add_catalogue(self, language: str, entry: Entry) -> None:
        data = self._bytes(read_file(entry, MAX_CATALOGUE_BYTES))
        if data is None:
            return
        catalogue = _catalogue(data, language, entry.shown)
        if isinstance(catalogue, Problem):
            self._problems.append(catalogue)
        else:
            if language == _SOURCE and not self._sentences:
                self._sentences = catalogue.messages
            self._catalogues[language] = _layered(self._catalogues.get(language), catalogue)

    def _bytes(self, file: RawFile) -> bytes | None:
        self._problems += file.problems
        if file.data is not None:
            self._files.append((file.shown, file.sha256))
        return file.data


def _layered(base: RawCatalogue | None, special: RawCatalogue) -> RawCatalogue:
    """The special messages before those of `base` that they do not replace."""
    if base is None:
        return special
    replaced = {message.english for message in special.messages if any(message.translations)}
    kept = {message.english for message in base.messages} - replaced
    messages = (
        *(message for message in special.messages if message.english not in kept),
        *(message for message in base.messages if message.english in kept),
    )
    return RawCatalogue(special.language, messages, special.plural_rule, special.forms, special.place)


@functools.lru_cache(maxsize=MAX_LANGUAGES)
def _catalogue(data: bytes, language: str, shown: str) -> RawCatalogue | Problem:
    """A .po file. The translation of an entry marked fuzzy is not used, as gettext does it.

    Remembered while a session is watched: the catalogues take a fifth of a build after a save.
    """
    from babel.messages.pofile import PoFileError, read_po

    data = data.removeprefix(codecs.BOM_UTF8)
    if line := _odd_line(data):
        return problem("TE07", Place(shown, line), reason="the line is no comment and no quoted text")
    try:
        catalog = read_po(io.BytesIO(data), abort_invalid=True)
        messages = tuple(_message(message, shown) for message in catalog if message.id)
        rule, forms = str(catalog.plural_expr), int(catalog.num_plurals)
    except PoFileError as error:
        return problem("TE07", Place(shown, error.lineno + 1), reason=str(error).split(" on ")[0])
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        # Babel lets bare errors of its header and string parsers through.
        return problem("TE07", Place(shown), reason=str(error) or "its header cannot be read")
    return RawCatalogue(language, messages, rule, forms, Place(shown))


def _odd_line(data: bytes) -> int:
    """The first line that is none of a .po file, 0 for none; babel would read half of it and say nothing."""
    lines = data.decode("utf-8", "replace").replace("\r", "").split("\n")
    return next((number for number, line in enumerate(lines, start=1) if not _LINE.fullmatch(line)), 0)


def _message(message: Message, shown: str) -> RawMessage:
    english = _texts(message.id)
    return RawMessage(
        english[0],
        english[1] if len(english) > 1 else "",
        ("",) if "fuzzy" in message.flags else _texts(message.string),
        Place(shown, message.lineno or 0),
    )


def _texts(value: object) -> tuple[str, ...]:
    """One text or the forms of a plural."""
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),) if value else ("",)
