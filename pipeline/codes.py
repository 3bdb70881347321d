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
    private: bool = False
    """Whether staff alone may see it: it is in no file beside the packs."""
    alone: str = ""
    """What to do where the file is no speaker's but one that staff named; "" if that is the same."""


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: dict[str, Code] = {
    # ---- FI: any file that comes from outside (pipeline/read)
    "FI01": Code(
        E,
        "the file is empty.",
        "Ask the speaker to send it again.",
        alone="Take another copy of it, or save it anew with the program that made it.",
    ),
    "FI02": Code(
        E,
        "the file is not a statement format that can be read: its content is {kind}.",
        "Ask for .docx, .doc, .odt, .rtf, .pdf, .html, .md or .txt, or save it as one of these.",
        alone="Save it in a format of today, such as .docx, .xlsx or .pdf.",
    ),
    "FI03": Code(
        E,
        "the file is damaged and cannot be read: {reason}.",
        "Ask the speaker to send it again.",
        alone="Take another copy of it, or save it anew with the program that made it.",
    ),
    "FI04": Code(
        E,
        "the file is over a limit: {reason}.",
        "This is a protection against files made to break readers. Ask for a smaller file.",
        alone="This is a protection against files made to break readers. Make a smaller one, or divide it.",
    ),
    "FI05": Code(
        E,
        "the file is protected with a password.",
        "Ask the speaker for a copy without a password.",
        alone="Save a copy of it without a password.",
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
        W,
        "the encoding is not stated; it was read as {encoding}.",
        "Look whether accented letters are right in the pack.",
        alone="Look whether accented letters are right in the output.",
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
        "Nothing of it is in the outputs. Open the file itself only with care.",
    ),
    "FI14": Code(
        E,
        "reading the file took longer than {seconds} seconds or needed too much memory, and was stopped.",
        "The other files are not affected. Ask for the statement in another format.",
        alone="Make a smaller one, or divide it; or save it anew with the program that made it.",
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
    "FI17": Code(
        W,
        "the file is damaged in a place that is not text: {what}.",
        "The text was read without it. Compare it with the file as Word shows it.",
    ),
    "FI18": Code(
        E,
        "the file has no text.",
        "Ask the speaker to send it again, as text and not as pictures.",
    ),
    "FI19": Code(
        W,
        "the text looks wrongly encoded ({example}).",
        "Ask the speaker to send it again, or to save it as UTF-8.",
    ),
    "FI20": Code(
        W,
        "the file has a word of {letters} letters without a blank.",
        "It will be broken across lines anywhere. Look whether it belongs there.",
    ),
    "FI21": Code(
        W,
        "the file has blacked-out words that can still be read in it ({words} words); "
        "they were not read and are in no output.",
        "Tell the speaker that the words are still in the file, and ask whether somebody is to be protected.",
    ),
    "FI22": Code(
        W,
        "the file has a fault that could be got round: {reason}.",
        "Compare the statement in the pack with the file.",
    ),
    "FI23": Code(
        W,
        "its author has restricted the copying of this file; the text could be read all the same.",
        "Ask the speaker if you doubt that it may go into the pack.",
    ),
    "FI24": Code(
        E,
        "the file does not hold the statement itself: it is {what}.",
        "Ask for the document itself, as .docx or printed to a PDF.",
    ),
    "FI25": Code(
        W,
        "the file has {fields} form field(s); what is typed into them was not read.",
        "If it belongs to the statement, print the file to a PDF and use that.",
    ),
    "FI26": Code(
        W,
        "the order of the words on page {page} is not certain: {reason}.",
        "Compare the statement in the pack with the file; a .docx is safer.",
    ),
    "FI27": Code(
        W,
        "the words of {pages} page(s) come from text recognition (OCR) of a picture.",
        "Compare them with the picture: single letters are often wrong.",
    ),
    "FI28": Code(
        W,
        "the file has {pictures} picture(s); they are in no output.",
        "Look whether a picture carries words or figures that the text needs.",
    ),
    "FI29": Code(
        W,
        "the list of previous recommendations cannot be used: {reason}.",
        "Bring the official thematic list (.docx) or the database's export for this State (.csv).",
    ),
    "FI30": Code(
        W,
        "the file has crossed-out words ({words} words, {where}); they were not read and are in no output.",
        "Look at them in the file; ask the speaker if they may be meant to be said.",
        alone="Look at them in the file; take the line away if they are meant to be read.",
    ),
    "FI31": Code(
        W,
        "nearly all words of the file are crossed out ({words} words); they were read all the same.",
        "Ask the speaker whether this is the statement that is to be given.",
        alone="Look whether this is the file that is meant.",
    ),
    "FI32": Code(
        E,
        "the name says {named} but the content is {kind}, which is not read under such a name.",
        "Open the file: if it is the statement itself, let its name end in {right}; "
        "if not, ask for the statement.",
        alone="Open the file: if it is the one that is meant, let its name end in {right}; "
        "if not, fetch it again.",
    ),
    "FI33": Code(
        E,
        "the file is {what}: it only points to a document, and that is not followed.",
        "Open it and download the document itself, as .docx or PDF, or ask the speaker for that.",
        alone="Open it and download the document itself.",
    ),
    # ---- YA: YAML syntax (pipeline/read)
    "YA01": Code(E, "this is not valid YAML: {reason}.", "Correct the line; mind indentation and quotes."),
    "YA02": Code(E, "this key is given twice (first in line {first}).", "Remove one of the two."),
    "YA03": Code(
        E,
        "{construct} is not allowed in these files.",
        "Write the value out in full; put it in quotation marks if the sign belongs to it.",
    ),
    "YA04": Code(E, "the file is over a limit: {reason}.", "These files are short; look what went wrong."),
    "YA05": Code(E, "the file is not in UTF-8.", "Save it as UTF-8 text."),
    "YA06": Code(E, "{name} is missing.", "Create it; `presession new` makes an example."),
    "YA07": Code(E, "the file is empty.", "Fill it in; `presession new` makes an example."),
    "YA08": Code(
        E,
        "there is a character here that cannot be printed or that turns the order of letters ({point}).",
        "Delete it; it often comes with copied text and cannot be seen.",
    ),
    "YA09": Code(
        E,
        "inside {{ }} a comma ends a value, and what stands here is no key with a value.",
        "Put the value before it in quotation marks, together with this, if the comma belongs to it.",
    ),
    "YA10": Code(
        W,
        "the sign # behind a blank begins a comment: what stands here is left out.",
        "Put the whole value in quotation marks if this belongs to it; "
        "if it is a comment, write a blank behind the sign #.",
    ),
    # ---- FO: form of a value, in any YAML file (pipeline/validate)
    "FO01": Code(E, "{key} is missing.", "Add it: {expected}."),
    "FO02": Code(E, "{key} is {value}, which cannot be used.", "{hint}Write {expected}."),
    "FO03": Code(W, "{key} is not known here and is ignored.", "{comma}Known here: {known}."),
    "FO04": Code(E, "{key} is {length} characters long; at most {maximum} are possible.", "Shorten it."),
    "FO05": Code(
        W, "{key} has line breaks or tabs; they are read as blanks.", "Write the value on one line."
    ),
    "FO06": Code(
        E,
        "{key} is {value}, which YAML reads as nothing.",
        "Put it in quotes if the word itself is meant.",
    ),
    "FO07": Code(
        E,
        "{key} is not known here, and it looks like {near}.",
        "Write {near} if that is meant; if not, take it out: what it was to change is not done.",
    ),
    "FO08": Code(
        W,
        "{key} is still as `presession new` wrote it.",
        "Fill it in, without the signs < and >, or take the line out; a final pack cannot be made before.",
    ),
    "FO09": Code(
        E,
        "{key} is still as `presession new` wrote it, so no pack can be final.",
        "Fill it in, without the signs < and >, or take the line out; or build without --final.",
    ),
    "FO10": Code(
        W,
        "an item of {key} is cut off here: inside [ ] a comma begins another item.",
        "Put an item that has a comma in quotation marks, "
        "or write each item on a line of its own, behind a dash.",
    ),
    "FO11": Code(
        W,
        "{key} stands between the quotation marks {marks}, which are printed with it.",
        'Take them away, or write straight ones (") instead, which are not printed; '
        "if they are meant, put straight ones around them.",
    ),
    # ---- SF: files and folders of a session (pipeline/read and pipeline/validate)
    "SF01": Code(
        W,
        "this was not read: {reason}.",
        "Nothing of it is in the outputs. Remove it, or put the file itself here if it is needed.",
    ),
    "SF02": Code(
        E,
        "the folder is over a limit: {reason}.",
        "Remove what does not belong to the session.",
    ),
    "SF03": Code(
        W,
        "the folder has no review.yaml and is not a State under Review.",
        "Write one, or begin the folder's name with an underscore.",
    ),
    "SF04": Code(
        N,
        "{count} file(s) of the computer itself or of an office program were passed over ({names}).",
        "Nothing to do.",
    ),
    "SF05": Code(
        W,
        "the file's name {reason}.",
        "Rename the file, and its name in review.yaml.",
    ),
    "SF06": Code(
        W,
        "the file's name differs from {other} only in capital letters or in how accents are stored.",
        "Rename one of the two; other computers cannot keep them apart.",
    ),
    "SF07": Code(
        E,
        "outputs cannot be named after the folder {name}.",
        "Rename the folder; use letters, digits, blanks, dots, hyphens and underscores.",
    ),
    "SF08": Code(
        W,
        "this file has nearly the name {wanted} and is not read as that.",
        "Rename it to {wanted} if it is meant; Windows may hide an ending such as .txt.",
    ),
    # ---- SE: session.yaml (pipeline/validate)
    "SE01": Code(E, "the last day {last} is before the first day {first}.", "Correct one of the two."),
    "SE02": Code(
        E,
        "{value} is not the name of a time zone.",
        "Write a name of the IANA time zone database, such as Europe/Zurich.",
    ),
    "SE03": Code(
        E,
        "the least floor time, {minimum} minutes, is more than the greatest, {maximum}.",
        "Correct one of the two.",
    ),
    "SE04": Code(
        W,
        "the pre-sessions take {days} days, from {first} to {last}.",
        "Look whether both days are right.",
    ),
    "SE05": Code(
        W,
        "the Working Group meets in {month}, but the pre-sessions end on {last}.",
        "Pre-sessions are held before the Working Group; look whether both are right.",
    ),
    "SE06": Code(
        W,
        "the deadline {deadline} is after the pre-sessions begin on {first}.",
        "Look whether both are right.",
    ),
    "SE07": Code(W, "the room {room} is listed twice.", "Remove one of the two."),
    "SE08": Code(
        W,
        "the session has no State under Review.",
        "Make a folder with a review.yaml for each State.",
    ),
    "SE09": Code(
        W,
        "the front matter is not there in {language}; the pack in that language {instead}.",
        "Write it in front_matter under {language}, or take {language} out of languages.",
    ),
    "SE10": Code(
        W,
        "there is no catalogue of the pack's words in {language}; that pack says everything in English.",
        "Write templates/locale/{language}/LC_MESSAGES/presession.po, or choose among {known}.",
    ),
    # ---- RV: review.yaml (pipeline/validate)
    "RV01": Code(
        E, "this is not the ISO 3166-1 code of a State.", "Write two or three letters, such as CU. {hint}"
    ),
    "RV02": Code(
        E, "{state} already has its pre-session in {other}.", "Remove one folder, or correct its code."
    ),
    "RV03": Code(
        E,
        "the pre-session is on {day}, outside the session's days ({first} to {last}).",
        "Correct the start, or the days in session.yaml.",
    ),
    "RV04": Code(
        W,
        "the pre-session lasts from {start} to {end}, outside working hours ({earliest} to {latest}).",
        "Look whether the start is right; it is local time with 24 hours.",
    ),
    "RV05": Code(
        E,
        "{room} is taken from {start} to {end} by the pre-session of {other}.",
        "Choose another time or room for one of the two.",
    ),
    "RV06": Code(
        E,
        "the moderator is with the pre-session of {other} from {start} to {end}.",
        "Choose another time or moderator for one of the two.",
    ),
    "RV07": Code(
        E,
        "this is not one of the session's rooms.",
        "Write one of {rooms}, or add the room in session.yaml. {hint}",
    ),
    "RV08": Code(
        E,
        "{who}: {item} is awaited, so the pack cannot be final.",
        "Bring in what is awaited, or build without --final.",
    ),
    "RV09": Code(
        N,
        "no speaker is named yet; the pack is built without statements.",
        "Name the speakers, or write `awaited: []` if none will come.",
    ),
    "RV10": Code(
        W,
        "the previous review is said to be {previous}, which is not before this one ({this}).",
        "Look whether it is right.",
    ),
    "RV11": Code(
        E,
        "the statement of speaker {number} names who is withheld, so the pack cannot be final without it.",
        "Ask the speaker for a statement without the name, or for consent.",
    ),
    "RV12": Code(
        W,
        "the words to be masked stand in no statement of this State.",
        "Write them as they stand there, or take the entry away.",
    ),
    "RV13": Code(
        N,
        "the statements, photos and fact sheets of {whom} were not looked at, because of errors.",
        "Correct the errors, then check again.",
    ),
    # ---- AG: agenda of a pre-session (pipeline/validate)
    "AG01": Code(
        E,
        "opening, SuR remarks, speakers and closing take {used} of {length} minutes and leave {left} for the "
        "dialogue; it needs {minimum}.",
        "Shorten floor times by {over} minute(s) in all, or lower dialogue_minimum in session.yaml.",
    ),
    "AG02": Code(
        E,
        "floor time of {minutes} minutes is under the session's {minimum}.",
        "Lengthen it or lower floor_time.minimum in session.yaml.",
    ),
    "AG03": Code(
        E,
        "floor time of {minutes} minutes is over the session's {maximum}.",
        "Shorten it or raise floor_time.maximum in session.yaml.",
    ),
    "AG04": Code(
        E,
        "speaker {number} is the same person as speaker {first}.",
        "Name each speaker once; put statements together or correct the name.",
    ),
    # ---- SP: speakers (pipeline/validate); these sentences never hold a speaker's own data
    "SP01": Code(
        W,
        "speaker {number} has no bio.",
        "Add it, or write `awaited: [bio]` if it is still to come.",
    ),
    "SP02": Code(
        W,
        "the bio of speaker {number} has {words} words; {maximum} are asked for.",
        "Ask the speaker to shorten it by {over} word(s).",
    ),
    "SP03": Code(
        W,
        "speaker {number} has not said yes or no for {items}; that counts as no.",
        "Ask, and state it under consent.",
    ),
    "SP04": Code(
        W,
        "the name of speaker {number} is withheld ({editions} edition) and no description stands instead.",
        "Agree on a description, such as: a human rights defender.",
    ),
    "SP05": Code(
        E,
        "nothing may be shown for speaker {number} ({editions} edition): name and organisation are withheld "
        "and there is no description.",
        "Agree on a description with the speaker.",
    ),
    "SP06": Code(E, "{file} is not in the folder.", "Correct the name or bring in the file. {hint}"),
    "SP07": Code(
        E,
        "{file} is not a file of this folder.",
        "Write the path from this folder, such as statements/legal-aid.docx.",
    ),
    "SP08": Code(
        E,
        "speaker {number} has the same {item} file as speaker {first}.",
        "Give each speaker an own file.",
    ),
    "SP09": Code(
        W,
        "no speaker names this file; it is in no output.",
        "Name it in review.yaml or remove it.",
    ),
    "SP10": Code(
        E,
        "the photo of speaker {number} has no alternative text.",
        "Add `alternative:`, a few words for those who do not see the photo.",
    ),
    "SP11": Code(
        W,
        "the {item} of speaker {number} is here and is still marked as awaited.",
        "Remove it from awaited unless another version is to come.",
    ),
    "SP12": Code(
        W,
        "speaker {number} has no statement.",
        "Name the file, or write `awaited: [statement]` if it is still to come.",
    ),
    "SP13": Code(
        W,
        "the organisation of speaker {number} is {kind}, and {members} members are named.",
        "Name the members of a coalition, and of a coalition only.",
    ),
    "SP14": Code(
        N,
        "the statement of speaker {number} came on {received}, after the deadline of {deadline}.",
        "Nothing to do.",
    ),
    "SP15": Code(
        N,
        "the {item} of speaker {number} is here but consented to for no edition; it is in no output.",
        "Ask the speaker if that is not meant.",
    ),
    "SP16": Code(
        E,
        "speaker {number} agrees to be named but has no name.",
        "Add the name.",
    ),
    "SP17": Code(
        W,
        "the file's name names speaker {number}, who is withheld ({editions} edition); files beside the "
        "packs call it otherwise.",
        "Rename it, for example to {suggested}, also in review.yaml.",
    ),
    "SP18": Code(
        W,
        "what speaker {number} agreed to for {items} is not said for each edition; it counts for the room "
        "edition only.",
        "Write {{room: yes, public: yes}} if the public edition was agreed to in so many words.",
        private=True,
    ),
    "SP19": Code(
        W,
        "the public edition would show a minor: {items} of speaker {number}.",
        "Look whether a parent or guardian agreed to just that.",
        private=True,
    ),
    "SP20": Code(
        W,
        "the {item} of speaker {number} names speaker {who}, who is withheld ({editions} edition); it is "
        "left out there.",
        "Write it without the name, or ask for consent.",
    ),
    "SP21": Code(
        E,
        "there is no speaker {number} to be masked.",
        "Give the speaker's place in the speaking order, from 1.",
    ),
    "SP22": Code(
        E,
        "the statement of speaker {number} is a list of {count} file(s), but a speaker has one statement.",
        "Put everything into one file, in the order in which it is spoken, and name that without brackets.",
    ),
    # ---- ST: a statement and what was found in it (pipeline/validate)
    "ST01": Code(E, "the statement has no words to read aloud.", "Ask the speaker to send it again."),
    "ST02": Code(
        E,
        "the statement is in {language}, which is not accepted ({accepted}).",
        "Ask for a translation, or add the language to statement_languages in session.yaml.",
    ),
    "ST03": Code(
        W,
        "the statement looks {detected} but is said to be {declared}.",
        "Correct `language` in review.yaml if that is so.",
    ),
    "ST04": Code(
        W,
        "the statement has {count} {unit} and takes about {minutes} minutes aloud; "
        "the floor time is {floor}.",
        "Ask the speaker to shorten it by about {over} {unit}.",
    ),
    "ST05": Code(
        W,
        "the statement does not name {state} anywhere.",
        "Look whether it is the right file.",
    ),
    "ST06": Code(
        W,
        "the title names {other} and not {state}: {title}",
        "Look whether it is the right file; often a heading is left from another session.",
    ),
    "ST07": Code(
        W,
        "no recommendation was found in the statement.",
        "Look whether it has any; if so, the pack prints the statement but lists none of them.",
    ),
    "ST08": Code(
        N,
        "{count} item(s) that look like recommendations were set aside ({reasons}), in {places}.",
        "They are in the statement but not in the table. presession review lists them, and can take one in.",
    ),
    "ST09": Code(
        W,
        "{made} made to {other}, not to {state}{places}: {words}",
        "Look whether the right State is meant; often a name is left from another session.",
    ),
    "ST10": Code(
        E,
        "this is the same file as {other}.",
        "Remove one of the two and ask for the right one.",
    ),
    "ST11": Code(
        W,
        "the statement has the same words as {other}.",
        "Look whether both speakers sent the right file.",
    ),
    "ST12": Code(
        N,
        "the language is not stated; it was taken to be {language}.",
        "State it in review.yaml.",
    ),
    "ST13": Code(
        W,
        "the statement of speaker {number} names speaker {who} or the organisation, which consent withholds; "
        "it is in no output of this edition.",
        "Mask it with `mask: [{{speaker: {who}}}]` in review.yaml, or ask for consent or another statement.",
    ),
    "ST14": Code(
        W,
        "recommendations and questions cannot be found in {language}.",
        "Read the statement and add them to corrections.yaml; the pack prints the statement as it is.",
    ),
    "ST15": Code(
        W,
        "the statement has a person's {kind} here; it is masked.",
        "If it may stand, write it under `allow:` in review.yaml, or state consent for contact.",
    ),
    # ---- PK: packs (pipeline/steps)
    "PK01": Code(
        W,
        "the fonts have no shape for {points}; the page shows a box in their place.",
        "Look at the passage; name another font in templates/style.yaml if the language needs it.",
    ),
    # ---- PB: a finished PDF held against the rules for electronic bundles (pipeline/validate/bundle)
    "PB01": Code(
        E,
        "the page has no page number that a computer can read.",
        "Let a program number every page, cover and contents included, from 1 (guidance, paragraph 2).",
    ),
    "PB02": Code(
        E,
        "page {page} of the file {shown}.",
        "Number pages and labels as the file counts them, from 1 (guidance, paragraph 2).",
    ),
    "PB03": Code(
        E,
        "paper and screen differ: {reason}.",
        "Put it on the page for good, or take it away (guidance, paragraph 2).",
    ),
    "PB04": Code(
        E,
        "{reason}.",
        "Let every line of the contents lead to the page that it names (guidance, paragraph 3).",
    ),
    "PB05": Code(
        E,
        "{reason}.",
        "Give every document and section a bookmark with the number of its page (guidance, paragraph 3).",
    ),
    "PB06": Code(
        E,
        "the page cannot be searched: {reason}.",
        "Make it from the original file, or run text recognition (guidance, paragraph 4).",
    ),
    "PB07": Code(
        E, "the page is {way}.", "Turn it so that it reads from left to right (guidance, paragraph 5)."
    ),
    "PB08": Code(E, "{reason}.", "Set the view at opening to 100 % (guidance, paragraph 6)."),
    "PB09": Code(
        E,
        "a picture has {dots} dots per inch; at most {most} are of use.",
        "Make it smaller before it is put in (guidance, paragraph 9).",
    ),
    "PB10": Code(
        E,
        "the file is larger than necessary: {reason}.",
        "Save it anew with a program that optimises the size (guidance, paragraph 9).",
    ),
    "PB11": Code(
        N, "{count} more place(s) with {code} are not listed.", "Correct these first, then check again."
    ),
    # ---- CO: corrections.yaml, what staff decided (pipeline/validate and pipeline/decide)
    "CO01": Code(
        E,
        "an entry begins with one of recommendation, question, reported, others or missed; this has {heads}.",
        "Begin each entry with a dash, one of these words, a colon, and the words of the statement.",
    ),
    "CO02": Code(E, "{key} does not go with {other}.", "Remove one of the two."),
    "CO03": Code(
        W,
        "the words that {key} quotes are not in the statement; the decision is not applied.",
        "Quote the words as the statement has them now, or remove the entry. "
        "presession review shows what is found now.",
    ),
    "CO04": Code(
        W,
        "the statement has the words that {key} quotes only in another wording (paragraph {paragraph}); "
        "the decision is applied to that.",
        "Look whether it still holds, and quote the words as the statement has them now.",
    ),
    "CO05": Code(
        W,
        "the words that {key} quotes stand {count} times in the statement (paragraphs {paragraphs}); "
        "the decision is not applied.",
        "Add the line paragraph: with the number of the one that is meant.",
    ),
    "CO06": Code(
        E,
        "this decision and the one in line {first} are about the same words and do not agree.",
        "Remove or change one of the two.",
    ),
    "CO07": Code(
        W,
        "{name} is not a statement that review.yaml names; the decisions below it are not applied.",
        "If the statement came anew under another name, write that name here. {hint}",
    ),
    "CO08": Code(
        W,
        "the words that {key} quotes are no part of what the entry is about; the decision is not applied.",
        "Quote words that it has in common with the entry, or add them as an entry of their own with missed.",
    ),
    "CO09": Code(
        E,
        "this is not one of the 54 issues of UPR Info's list.",
        "{hint} Write issues: none for no issue at all.",
    ),
    # ---- AR: builds and bags in the archive (pipeline/archive)
    "AR01": Code(
        E,
        "there is no build here: manifest.json is missing or not one of presession's.",
        "Build the session first, or give the folder of a bag or of a build.",
    ),
    "AR02": Code(
        E, "{name} is not the file that was made: its checksum differs.", "Take it from another copy."
    ),
    "AR03": Code(E, "{name} is missing.", "Take it from another copy."),
    "AR04": Code(
        E, "{name} is there but was not made by this build.", "Look where it comes from, and move it away."
    ),
    "AR05": Code(E, "this is not a whole bag: {reason}.", "Take the bag from another copy."),
    "AR06": Code(
        E,
        "{name} says {said} for {tag}, but by the records of its packs it is {made}.",
        "Do not trust what it says; take it from another copy.",
    ),
    # ---- FS: fact sheets, bound in as facsimiles (pipeline/read, pipeline/factsheets)
    "FS01": Code(
        W,
        "the fact sheet is no PDF but {kind}: only a PDF's pages can be bound in; the pack has none of it.",
        "Print it to a PDF, or ask the speaker for one.",
    ),
    "FS02": Code(
        W,
        "the fact sheet cannot be bound in: {reason}; the pack has none of it.",
        "Ask the speaker for it as a PDF exported from the program in which it was written.",
    ),
    "FS03": Code(
        W,
        "the fact sheet has {pages} pages, where at most {maximum} are bound in; the pack has none of it.",
        "Choose the pages in review.yaml: `fact_sheet: {{file: ..., pages: [1, 2]}}`.",
    ),
    "FS04": Code(
        W,
        "page {page} of the fact sheet of speaker {number} names speaker {who} or the organisation, which "
        "consent withholds; nothing can be masked in a facsimile, so it is in no output of this edition.",
        "Choose other pages with `pages:`, or ask for consent or for a fact sheet without the name.",
    ),
    "FS05": Code(
        W,
        "page {page} of the fact sheet of speaker {number} has what is masked elsewhere ({kind}); nothing "
        "can be masked in a facsimile, so it is in no output of this edition.",
        "If it may stand, write it under `allow:` in review.yaml, or state consent for contact; or choose "
        "other pages with `pages:`.",
    ),
    "FS06": Code(
        W,
        "page {page} of the fact sheet cannot be searched for names: {reason}; the pack has none of it.",
        "Ask for a PDF exported from the program in which it was written, or choose pages with `pages:`.",
    ),
    "FS07": Code(
        N,
        "with the fact sheet of speaker {number} the PDF of the pack keeps {level}, not PDF/A-2a and "
        "PDF/UA-1: {reasons}.",
        "Nothing has to be done. For a PDF that keeps both, let the part fact-sheets show words.",
    ),
    "FS08": Code(
        W,
        "the fact sheet has no page {page}: it has {pages}; the pack has none of it.",
        "Correct `pages:` in review.yaml; they are counted from 1.",
    ),
    "FS09": Code(
        W,
        "the fact sheet of speaker {number} may be shown in the {editions} edition, but the organisation may "
        "not; its look shows whose it is, so it is left out there.",
        "Ask for consent to show the organisation, or say no to fact_sheet.",
    ),
    "FS10": Code(
        W,
        "page {page} of the fact sheet of speaker {number} has pictures, in which nobody can search for "
        "those whom this edition withholds.",
        "Look at them before the pack goes out.",
    ),
    "FS11": Code(
        E,
        "the fact sheet of speaker {number} cannot be bound in, so the pack cannot be final with it.",
        "Do what the warning about it says, or take `fact_sheet:` out of review.yaml.",
    ),
    # ---- PH: photos (pipeline/read)
    "PH01": Code(
        W,
        "this photo cannot be used: {reason}; the pack prints none.",
        "Ask the speaker for a photo as .jpg or .png.",
    ),
    "PH02": Code(
        W,
        "the photo is over a limit: {reason}; the pack prints none.",
        "Make a smaller copy; 1,000 pixels on the long side are enough.",
    ),
    # ---- TE: templates (pipeline/read and pipeline/validate)
    "TE01": Code(E, "{part} is not a part of a pack.", "{hint}"),
    "TE02": Code(E, "the part {part} is there twice.", "Remove one of the two."),
    "TE03": Code(
        W,
        "{option} is not an option of the part {part} and is ignored.",
        "Its options are: {known}.",
    ),
    "TE04": Code(E, "{key} is {value}, which is not a colour.", 'Write it as "#1b4a73", with the quotes.'),
    "TE05": Code(
        E,
        "{key} is {value}, which is not a length from {low} to {high} points.",
        "Write points (10.5) or a unit (20 mm, 2 cm, 10 pt).",
    ),
    "TE06": Code(
        E,
        "the role {role} has no style.",
        "Add it under texts, with family, size and leading.",
    ),
    "TE07": Code(
        E,
        "the catalogue cannot be read: {reason}.",
        "Correct the line; every msgid and msgstr stands in quotes.",
    ),
    "TE08": Code(
        E,
        "the translation has the gap {gap}, which the English sentence does not have.",
        "Gaps of this sentence: {known}. They are not translated.",
    ),
    "TE09": Code(
        E,
        'the translation of "{english}" has braces that are not in pairs or hold more than a name.',
        "Write gaps as in the English sentence, such as {{page}}.",
    ),
    "TE10": Code(
        W,
        'the pack has no sentence "{english}"; its translation is not used.',
        "Copy the sentence from the catalogue that comes with presession, letter by letter.",
    ),
    "TE11": Code(
        W,
        "{count} sentence(s) have no translation in the catalogue {language}; they are printed in English.",
        "Translate the entries whose msgstr is empty.",
    ),
    "TE12": Code(
        E,
        "the plural rule {rule} cannot be used with {forms} form(s).",
        "Correct Plural-Forms in the head of the file, for example nplurals=2; plural=(n != 1);",
    ),
    "TE13": Code(
        E,
        "{language} is not a language code.",
        "Name the folder by a code of two or three letters, such as fr.",
    ),
    "TE14": Code(
        E,
        "the margins leave only {width} by {height} points for the text.",
        "Make the page larger or the margins smaller.",
    ),
    "TE15": Code(
        E,
        'the translation of "{english}" needs {forms} form(s), each with words.',
        "Fill every msgstr of the entry.",
    ),
    "TE16": Code(
        E,
        "the letterhead cannot be used: {reason}.",
        "Save it in Word anew as a Word document (.docx), or take it away: packs then have none.",
    ),
    "TE17": Code(
        W,
        "the letterhead carries {what}; this is in no pack.",
        "Take it out of the file, so that you see there what packs will look like.",
    ),
    "TE18": Code(
        W,
        "the letterhead has no {what}; packs have those of presession.",
        "Nothing, or add what is missing in Word.",
    ),
    "TE19": Code(
        W,
        "{count} picture(s) of the letterhead have no alternative text; screen readers pass over them.",
        "In Word, choose Edit Alt Text for each, or mark it as decorative.",
    ),
    "TE20": Code(
        W,
        "styles of the letterhead are too pale on white: {styles}.",
        "Take darker colours: a contrast of 4.5 to 1 can be read by most people (WCAG 2.2, 1.4.3).",
    ),
}
