"""A checked session: States under Review, their speakers, organisations, consent and times."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, field
from typing import Literal

from pipeline.models.corrections import Correction
from pipeline.models.states import State
from pipeline.problems import Place

Edition = Literal["room", "public"]
EDITIONS: tuple[Edition, ...] = ("room", "public")
ConsentItem = Literal["name", "photo", "bio", "organisation", "statement", "contact", "fact_sheet"]
CONSENT_ITEMS: tuple[ConsentItem, ...] = (
    *("name", "photo", "bio", "organisation", "statement", "contact", "fact_sheet"),
)


@dataclass(frozen=True, slots=True)
class Consent:
    """What a speaker allows, per item and edition. What is not in `given` is a no."""

    given: frozenset[tuple[ConsentItem, Edition]] = frozenset()

    def allows(self, item: ConsentItem, edition: Edition) -> bool:
        """Whether `item` may be in the `edition`."""
        return (item, edition) in self.given

    def ever(self, item: ConsentItem) -> bool:
        """Whether `item` may be in some edition."""
        return any(self.allows(item, edition) for edition in EDITIONS)


@dataclass(frozen=True, slots=True)
class Mask:
    """What staff want masked in the statements of a State, in `editions`.

    `words` as they stand there; or, where `speaker` is not 0, whatever consent withholds of that speaker,
    in every form in which it is found.
    """

    words: str = ""
    speaker: int = 0
    editions: frozenset[Edition] = frozenset(EDITIONS)
    place: Place = field(default_factory=Place)


class OrganisationKind(enum.Enum):
    """CSO, NHRI (national human rights institution) or coalition (joint statement)."""

    CSO = "CSO"
    NHRI = "NHRI"
    COALITION = "coalition"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who a speaker speaks for. `members` are those of a joint statement."""

    name: str
    acronym: str = ""
    kind: OrganisationKind = OrganisationKind.CSO
    members: tuple[str, ...] = ()
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A portrait: its path in the session folder and the text that stands for it.

    `focus`: the point that is kept in the middle when the photo is cut to the shape of a portrait, in shares
    of width and height from the upper left; None leaves the photo as it is.
    """

    path: str
    alternative: str
    focus: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class FactSheetFile:
    """A fact sheet of a speaker's own: its path in the session folder, and which of its pages are wanted.

    `pages` count from 1, in the order of the file; () for all.
    """

    path: str
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of one pre-session.

    `number` is the place in the speaking order, from 1. `description` is the agreed description that
    stands instead of a withheld name ("a woman human rights defender"). `statement` is the path of the
    file in the session folder, "" if there is none; `awaited` names what is still to come ("statement",
    "bio"). `language` is the declared ISO 639-1 code, "" if none. `place` is where the speaker stands in
    review.yaml. `contact` is an address or number to reach the speaker. `minor` and `at_risk` make consent
    stricter; no output and no message says them.
    """

    number: int
    name: str
    role: str
    organisation: Organisation
    floor_minutes: int
    description: str = ""
    bio: str = ""
    photo: Photo | None = None
    statement: str = ""
    language: str = ""
    received: dt.datetime | None = None
    awaited: frozenset[str] = frozenset()
    consent: Consent = field(default_factory=Consent)
    place: Place = field(default_factory=Place)
    contact: str = ""
    minor: bool = False
    at_risk: bool = False
    fact_sheet: FactSheetFile | None = None

    @property
    def is_protected(self) -> bool:
        """Whether consent in short form does not reach what shows who it is in the public edition."""
        return self.minor or self.at_risk

    @property
    def photo_path(self) -> str:
        """The path of the photo, "" if there is none."""
        return self.photo.path if self.photo else ""

    @property
    def sheet_path(self) -> str:
        """The path of the fact sheet, "" if there is none."""
        return self.fact_sheet.path if self.fact_sheet else ""

    def shown_name(self, edition: Edition) -> str:
        """The name where consent allows it, else the agreed description; "" means: show the organisation."""
        return self.name if self.consent.allows("name", edition) else self.description

    def shown_organisation(self, edition: Edition) -> str:
        """The organisation's name where consent allows it, else ""."""
        return self.organisation.name if self.consent.allows("organisation", edition) else ""


@dataclass(frozen=True, slots=True)
class PreviousReview:
    """The last review: session number, year, cycle, and how many recommendations had which answer."""

    session: int
    year: int
    cycle: int
    supported: int | None = None
    noted: int | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class PreviousRecommendation:
    """One recommendation of the previous review, as the official list or a database export has it.

    `theme` is the theme (or, in an export, the issues) under which it stands first; `themes` are all of them,
    `groups` the groups of persons and `goals` the numbers of the Sustainable Development Goals that the file
    gives it. `position` are the file's own words for the State's answer ("Supported/Noted"); `supported` is
    None where they are neither yes nor no. `session` is the number of the review's session, 0 where the file
    does not say. `rows` is how many rows of the file it stands for: the same text from several States, or
    under several themes, is one recommendation.
    """

    text: str
    states: tuple[str, ...] = ()
    supported: bool | None = None
    paragraph: str = ""
    theme: str = ""
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    position: str = ""
    session: int = 0
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Review:
    """One State's pre-session. `start` is local time in the session's time zone; minutes are whole.

    `dialogue_minutes` is what is left of `length_minutes` for the dialogue with the permanent missions.
    `awaited` holds "speakers" where more speakers are to come. `corrections` are what staff decided about
    extracted items, in the order of corrections.yaml. `masks` are what staff want masked in statements, and
    `allowed` the words that may stand although they look like a name, an address or a number.
    """

    folder: str
    state: State
    start: dt.datetime
    length_minutes: int
    room: str
    speakers: tuple[Speaker, ...] = ()
    moderator: str = ""
    opening_minutes: int = 3
    sur_minutes: int = 2
    closing_minutes: int = 3
    previous_review: PreviousReview | None = None
    place: Place = field(default_factory=Place)
    awaited: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()
    masks: tuple[Mask, ...] = ()
    allowed: tuple[str, ...] = ()

    @property
    def end(self) -> dt.datetime:
        """When the pre-session ends."""
        return self.start + dt.timedelta(minutes=self.length_minutes)

    @property
    def dialogue_minutes(self) -> int:
        """What opening, SuR remarks, speakers and closing leave for the dialogue."""
        used = self.opening_minutes + self.sur_minutes + self.closing_minutes
        return self.length_minutes - used - sum(speaker.floor_minutes for speaker in self.speakers)


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who holds the pre-sessions."""

    name: str
    address: str = ""
    email: str = ""
    website: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The organiser's own words about the pre-sessions, in the pack's language; paragraphs and points."""

    objectives: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A checked session of the UPR Working Group with its pre-sessions.

    `working_group` is the first day of its month. `provisional` says that dates and venue await
    confirmation by the UN. `sample` marks every output as SAMPLE. `language` is the language of the
    pack's own words, `statement_languages` those accepted. Floor limits and lengths are minutes.
    `reviews` are sorted by start, then room. `length_minutes` is that of a pre-session; `shown` is the
    session folder as staff write it, for messages. `pack_languages` are those in which packs are made,
    `language` first; () is `language` alone. `translations` are the front matter in others than `language`.
    """

    id: str
    number: int
    cycle: int
    working_group: dt.date
    first_day: dt.date
    last_day: dt.date
    venue: str
    city: str
    time_zone: str
    organiser: Organiser
    reviews: tuple[Review, ...] = ()
    rooms: tuple[str, ...] = ()
    provisional: bool = False
    sample: bool = False
    floor_minimum: int = 5
    floor_maximum: int = 7
    dialogue_minimum: int = 10
    language: str = "en"
    statement_languages: tuple[str, ...] = ("en", "fr", "es")
    deadline: dt.datetime | None = None
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    length_minutes: int = 60
    shown: str = ""
    pack_languages: tuple[str, ...] = ()
    translations: tuple[tuple[str, FrontMatter], ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which packs are made, the main one first; ISO 639-1."""
        return self.pack_languages or (self.language,)

    def front_matter_in(self, language: str) -> tuple[FrontMatter, str]:
        """The organiser's words in `language`, else those in the main one; and which language they are in."""
        translated = dict(self.translations).get(language)
        return (translated, language) if translated else (self.front_matter, self.language)
