"""Languages: their codes, how fast they are read aloud, and which one a text is in."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.models.passages import Kind, Passage

__all__ = [
    "CODES",
    "NAMES",
    "count_aloud",
    "detect_language",
    "detect_line",
    "find_language",
    "is_counted_in_characters",
    "is_detectable",
    "language_name",
    "rate",
    "reading_minutes",
    "spoken_text",
]

# ISO 639-1, as registered in 2023.
_ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
    el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io
    is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn
    mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se
    sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo
    wa wo xh yi yo za zh zu
"""
CODES: Mapping[str, str] = {code: code for code in _ISO_639_1.split()}
NAMES: Mapping[str, str] = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
    "zh": "Chinese",
}

# Units a minute, words unless noted. English: 130, a clear public reading. Guidance for UN meetings with
# interpretation asks for 100 to 120 words a minute and free speech runs at about 150; 600 to 900 words for
# 5 to 7 minutes, as speakers are told, is 120 to 129. Other languages: 130 times their rate over that of
# English when paragraphs of equal content are read aloud (IReST; Trauzettel-Klosinski, Dietz et al. 2012,
# "Standardized assessment of reading performance", Invest. Ophthalmol. Vis. Sci. 53:5452-5461, means:
# ar 138, de 179, en 228, es 218, fi 161, fr 195, he 187, it 188, ja 357 characters, nl 202, pl 166, pt 181,
# ru 184, sl 180, sv 199, tr 166, zh 255 characters), to the nearest 5.
_RATES: Mapping[str, int] = {
    "ar": 80,
    "de": 100,
    "en": 130,
    "es": 125,
    "fi": 90,
    "fr": 110,
    "he": 105,
    "it": 105,
    "ja": 205,
    "nl": 115,
    "pl": 95,
    "pt": 105,
    "ru": 105,
    "sl": 105,
    "sv": 115,
    "tr": 95,
    "zh": 145,
}
_OTHER_RATE = 105  # the mean of the IReST languages, 184, over 228
_IN_CHARACTERS = frozenset({"ja", "zh"})

# The vowel signs of Arabic and Hebrew are no letters, but stand inside words.
_WORD = re.compile(r"\w[\w\u0591-\u05bd\u064b-\u065f\u0670'’‑-]*")
_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[A-Za-z0-9]+")
_PLAUSIBLE = ("ar", "de", "en", "es", "fr", "it", "pt", "ru", "zh")
_ENOUGH_LETTERS = 60
_SAMPLE = 20_000
_NEARLY_SURE, _QUITE_SURE, _IN_DOUBT = 0.9, 0.8, 0.7

# Words that nearly every sentence has; a few are in two languages ("das", "con") and lend neither a lead.
_WORDS_BY_LANGUAGE = {
    "de": "und der das ist nicht mit von für auf dem den zu werden wird auch sich eine einer",
    "en": "the and of to that is are with by this which from was have been their for it not",
    "es": "el los las y del con una por su sus lo como han más también pero está entre",
    "fr": "le les et des du est dans au aux sur qui ce cette ces par pas ont leurs être",
    "it": "il di della che è gli nel sono delle dei per alla nella degli anche non più con",
    "pt": "o os do da dos das em uma não ao pelo pela são no na nos nas mais foi também",
}
_FREQUENT = {code: frozenset(words.split()) for code, words in _WORDS_BY_LANGUAGE.items()}
_SCRIPTS: Mapping[str, str] = {"ar": "[\u0600-\u06ff]", "ru": "[\u0400-\u04ff]", "zh": "[\u3400-\u9fff]"}
_CLEAR_WORDS, _CLEAR_SHARE, _CLEAR_LEAD = 40, 0.12, 4


def language_name(code: str) -> str:
    """The language in English for messages: "French (fr)"; the bare code where nobody has a name for it."""
    name = NAMES.get(code) or _rare(code)
    return f"{name} ({code})" if name else code


def _rare(code: str) -> str:
    """The English name of a language that is rare here, by Unicode CLDR; "" for none."""
    from babel import Locale

    return str(Locale("en").languages.get(code, ""))


def find_language(name: str) -> str:
    """The ISO 639-1 code for a code in any case ("ES", "es-419") or an English name; "" if there is none."""
    code = re.split(r"[-_]", name.strip().casefold())[0]
    called = {english.casefold(): known for known, english in NAMES.items()}
    return code if code in CODES else called.get(code, "")


def is_counted_in_characters(language: str) -> bool:
    """Whether length is counted in characters: Chinese and Japanese do not part words with blanks."""
    return language in _IN_CHARACTERS


def spoken_text(passages: Sequence[Passage]) -> str:
    """What is read aloud: everything but footnotes, a passage a line."""
    return "\n".join(passage.text for passage in passages if passage.kind is not Kind.FOOTNOTE)


def count_aloud(passages: Sequence[Passage], language: str) -> int:
    """Words read aloud; for Chinese and Japanese characters (a Latin word or number counts as one)."""
    pattern = _CHARACTER if is_counted_in_characters(language) else _WORD
    return sum(1 for _ in pattern.finditer(spoken_text(passages)))


def reading_minutes(count: int, language: str) -> float:
    """How long `count` words (characters) take aloud, in minutes; for the rates see above."""
    return count / rate(language)


def rate(language: str) -> int:
    """Words (characters) a minute when read aloud."""
    return _RATES.get(language, _OTHER_RATE)


def detect_language(passages: Sequence[Passage], also: Sequence[str] = ()) -> str:
    """The ISO 639-1 code of the language that the text is in, "" where there is too little text to tell.

    Chosen among the languages of UN meetings, German, Italian, Portuguese, and those in `also`.
    """
    text = spoken_text(passages)[:_SAMPLE]
    wide = len(re.findall(r"[\u3400-\u9fff]", text))
    if sum(map(str.isalpha, text)) + 2 * wide < _ENOUGH_LETTERS:
        return ""
    if set(also) <= set(_PLAUSIBLE) and (clear := _clear(text)):
        return clear
    identifier, _ = _identifier(tuple(sorted({*_PLAUSIBLE, *also})))
    return str(identifier.classify(text)[0])


def detect_line(text: str, usual: str) -> str:
    """The ISO 639-1 code of the language of a single line among all that the detector knows.

    `usual`, that of the lines around ("" if there is none), as long as nothing speaks against it; "" where
    something does without being sure.
    """
    every, _ = _identifier(())
    code, sure = every.classify(text)
    if sure >= _NEARLY_SURE:
        return str(code)
    few, _ = _identifier(_PLAUSIBLE)
    likely, quite = few.classify(text)
    if likely == code and quite >= _QUITE_SURE:
        return str(code)
    return "" if code != usual and sure >= _IN_DOUBT else usual


def _clear(text: str) -> str:
    """The language where its script or its most frequent words leave no doubt, else "".

    So that the detector is loaded only for what is in doubt: that takes most of a second. Vowel signs and
    marks of a script are no letters.
    """
    letters = sum(map(str.isalpha, text))
    for code, script in _SCRIPTS.items():
        if sum(map(str.isalpha, re.findall(script, text))) > 0.9 * letters:
            return code
    words = re.findall(r"[^\W\d_]+", text.lower())
    counted = sorted(
        ((sum(word in frequent for word in words), code) for code, frequent in _FREQUENT.items()),
        reverse=True,
    )
    (most, code), (second, _), *_ = counted
    clear = len(words) >= _CLEAR_WORDS and most > _CLEAR_SHARE * len(words) and most > _CLEAR_LEAD * second
    return code if clear else ""


def is_detectable(language: str) -> bool:
    """Whether the detector knows `language`; of one that it does not know its guess says nothing."""
    return language in _PLAUSIBLE or language in _identifier(_PLAUSIBLE)[1]


@functools.cache
def _identifier(languages: tuple[str, ...]) -> tuple[Any, frozenset[str]]:
    """The detector for these languages, () for all, and all languages that it knows."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = frozenset(identifier.labels)
    if languages:
        identifier.set_languages([code for code in languages if code in known])
    return identifier, known
