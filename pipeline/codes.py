"""The catalogue of problem codes: severity, what is wrong, what to do. Codes are never reused or renumbered.

One table, so that `docs/problems.md` and the tests can be held against it. The sentences are templates:
`problem("AG03", place, minutes=9, maximum=7)` fills them. To add a code take the next free number of its
group, add a row to `docs/problems.md` and a bad-input folder under `tests/bad/`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.Enum):
    """error: the State is not built. warning: built, and staff should look. note: for information."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "note").index(self.value)


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the catalogue; `what` and `what_to_do` are sentences with {named} gaps."""

    severity: Severity
    what: str
    what_to_do: str


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: dict[str, Code] = {
    # ---- FI: any file that comes from outside (pipeline/read)
    "FI01": Code(E, "the file is empty.", "Ask the speaker to send it again."),
    "FI02": Code(
        E,
        "the file is not a statement format that can be read: its content is {kind}.",
        "Ask for .docx, .pdf, .md or .txt, or save it as one of these.",
    ),
    "FI03": Code(E, "the file is damaged and cannot be read: {reason}.", "Ask the speaker to send it again."),
    "FI04": Code(
        E,
        "the file is over a limit: {reason}.",
        "This is a protection against files made to break readers. Ask for a smaller file.",
    ),
    "FI05": Code(
        E,
        "the file is protected with a password.",
        "Ask the speaker for a copy without a password.",
    ),
    "FI06": Code(
        E,
        "the file has no text: {pages} page(s) of pictures, as a scan has.",
        "Ask for the original file, or run text recognition (OCR) on it and check the result.",
    ),
    "FI07": Code(
        W,
        "the ending of the name says {named} but the content is {kind}; it was read as {kind}.",
        "Rename the file if you want to be sure.",
    ),
    "FI08": Code(
        N,
        "the encoding is not stated; it was read as {encoding}.",
        "Look whether accented letters are right in the pack.",
    ),
    "FI09": Code(
        W,
        "page {page} gives little or no text although the others do.",
        "Look at that page of the file: it may be a picture.",
    ),
    "FI10": Code(
        W,
        "the file has tracked changes ({insertions} insertions, {deletions} deletions); "
        "they were read as accepted.",
        "Ask the speaker for the final version if that is not meant.",
    ),
    "FI11": Code(
        W,
        "the file has {comments} comment(s); they are in no output.",
        "Look whether a comment says that the text is not final.",
    ),
    "FI12": Code(
        W,
        "the file has hidden text ({words} words); it was not read and is in no output.",
        "Ask the speaker whether the text should be there.",
    ),
    "FI13": Code(
        W,
        "the file carries {what} that presession does not follow or run.",
        "Nothing of it is in the outputs. Do not open the file in Word without care.",
    ),
    "FI14": Code(
        E,
        "reading the file took longer than {seconds} seconds or needed too much memory, and was stopped.",
        "The other files are not affected. Ask for the statement in another format.",
    ),
    "FI15": Code(
        W,
        "{count} character(s) cannot be shown ({points}) and were left out.",
        "Look at the passage in the file.",
    ),
    "FI16": Code(
        E,
        "the file cannot be opened: {reason}.",
        "Check that it is there, is a file, and may be read.",
    ),
    # ---- YA: YAML syntax (pipeline/read)
    "YA01": Code(E, "this is not valid YAML: {reason}.", "Correct the line; mind indentation and quotes."),
    "YA02": Code(E, "{key} is given twice (first in line {first}).", "Remove one of the two."),
    "YA03": Code(
        E,
        "{construct} is not allowed in these files.",
        "Write the value out in full.",
    ),
    "YA04": Code(E, "the file is over a limit: {reason}.", "These files are short; look what went wrong."),
    "YA05": Code(E, "the file is not in UTF-8.", "Save it as UTF-8 text."),
    "YA06": Code(E, "{name} is missing.", "Create it; `presession new` makes an example."),
    # ---- FO: form of a value, in any YAML file (pipeline/validate)
    "FO01": Code(E, "{key} is missing.", "Add it: {expected}."),
    "FO02": Code(E, "{key} is {value}, which is not {expected}.", "Write {expected}."),
    "FO03": Code(W, "{key} is not known here and is ignored.", "{hint}"),
}
