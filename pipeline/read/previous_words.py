"""The words by which lists of recommendations name columns and answers, in the languages of the UN."""

from __future__ import annotations

import re
import unicodedata

from pipeline.models.states import find_state

# Beginnings of folded column titles. OHCHR's lists: English in the three generations of the format (second
# to fourth cycle); French, Spanish, Portuguese, Russian, Arabic and Chinese after the UN's translated forms.
RECOMMENDATION = ("recommendation", "recommandation", "recomenda", "рекомендац", "توصي", "التوصي", "建议")
POSITION = ("position", "posicion", "posicao", "позици", "موقف", "الموقف", "立场")
THEMES = ("theme", "tema", "тем", "موضوع", "主题", "专题")
GOALS = ("sdg", "odd", "ods", "цур", "اهداف", "可持续")
_SOURCE = ("source", "fuente", "fonte", "источник", "مصدر", "المصدر", "来源", "资料来源")

_YES = {
    "accepted", "supported", "support", "enjoys support", "enjoy support", "enjoys the support", "yes",
    "enjoy the support", "acceptee", "acceptees", "accepte", "appuyee", "appuyees", "soutenue", "soutenues",
    "recueille l'appui", "aceptada", "aceptadas", "apoyada", "apoyadas", "cuenta con el apoyo", "aceita",
    "apoiada", "поддержана", "поддержано", "принята", "поддерживается", "تحظى بالتاييد", "مقبولة", "مؤيدة",
    "得到支持", "支持", "接受",
}  # fmt: skip
_NO = {
    "noted", "note", "rejected", "not supported", "not accepted", "notee", "notees", "pris note",
    "prise en note", "rejetee", "rejetees", "non acceptee", "anotada", "anotadas", "tomada nota",
    "se tomo nota", "rechazada", "no aceptada", "no apoyada", "tomado nota", "registrada", "rejeitada",
    "принята к сведению", "отклонена", "отмечена", "احيط علما بها", "احيط بها علما", "مرفوضة", "注意到",
    "拒绝", "不支持", "no",
}  # fmt: skip
_MARKS = re.compile(r"[\s*.;:,†‡]+$|^[\s*•-]+")


def folded(text: str) -> str:
    """`text` in lower case without accents and marks, blanks made one: for comparing words only."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def begins(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether the folded `text` begins with one of `beginnings`."""
    return folded(text).startswith(beginnings)


def names_one(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a word of `text` begins with one of `beginnings`."""
    flat = folded(text)
    return flat.startswith(beginnings) or any(word.startswith(beginnings) for word in re.split(r"\W+", flat))


def supported(position: str) -> bool | None:
    """What the words of an answer say: True or False, None for both, neither or none.

    >>> supported("Enjoys support"), supported("Noted."), supported("Supported/Noted")
    (True, False, None)
    """
    flat = _MARKS.sub("", folded(position))
    return True if flat in _YES else False if flat in _NO else None


def is_source(line: str) -> bool:
    """Whether `line` is the reference under a text ("Source of position: A/HRC/43/15 - Para 121")."""
    return begins(line, _SOURCE) and (":" in line or "：" in line or "/" in line)


def states_in(text: str) -> tuple[str, ...]:
    """The recommending States that stand in brackets where a recommendation, or a part of it, ends.

    What stands in such a bracket before another one and is a number, a year, an abbreviation of no State
    ("(ICRMW) (Peru)") or a word in small letters is no State.

    >>> states_in("Ratify it (France) (Iran (Islamic Republic of), Peru)")
    ('France', 'Iran (Islamic Republic of)', 'Peru')
    """
    groups = _closing_brackets(text)
    found: list[str] = []
    for group, last in groups:
        found += [name for name in _split(group) if last or not _abbreviation(name)]
    return tuple(dict.fromkeys(found))


def _closing_brackets(text: str) -> list[tuple[str, bool]]:
    """What stands in outer brackets that end a part, and whether it is the last of its part."""
    found: list[tuple[str, bool]] = []
    depth = start = 0
    for place, char in enumerate(text):
        if char in "(（":
            depth += 1
            start = place + 1 if depth == 1 else start
        elif char in ")）" and depth:
            depth -= 1
            after = text[place + 1 :].lstrip(" .。")
            if not depth and (not after or after[0] in ";；(（"):
                found.append((text[start:place], not after or after[0] in ";；"))
    return found


def _abbreviation(name: str) -> bool:
    return name.isupper() and name.isalpha() and name.isascii() and find_state(name) is None


def _split(group: str) -> list[str]:
    """The names in one bracket; a comma inside an inner bracket parts nothing."""
    names: list[str] = []
    for part in re.split(r"\s*[,;，；、،]\s*(?![^()]*\))", group):
        two = re.split(r"\s+(?:and|et|y|e)\s+", part)
        names += two if len(two) == 2 and all(map(find_state, two)) else [part]
    trimmed = (" ".join(re.sub(r"^(?:and|et|y)\s+", "", name).split()) for name in names)
    return [name for name in trimmed if name and not name.islower() and not any(map(str.isdigit, name))]
