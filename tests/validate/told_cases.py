"""The cases of test_told: a good session with everything in it that can be written, and single changes of it."""

from __future__ import annotations

Changes = tuple[tuple[str, str, str | None], ...]
"""Where, which key, and the value that it has instead; None: it is taken away."""

FILES = (
    "previous-recommendations.csv",
    "photos/one.jpg",
    "photos/two.jpg",
    "statements/legal-aid.md",
    "drafts/second.md",
    "fact-sheets/housing.pdf",
)

GOOD: dict[str, dict[str, str]] = {
    "session": {
        "number": "30",
        "cycle": "3",
        "working_group": "2018-05",
        "first_day": "2018-04-10",
        "last_day": "2018-04-13",
        "venue": "Palais des Nations, UNOG",
        "city": "Geneva",
        "time_zone": "Europe/Zurich",
        "provisional": "yes",
        "sample": "yes",
        "languages": "[fr, en]",
        "statement_languages": "[en, fr, RU]",
        "deadline": "2018-03-23 18:00",
    },
    "top": {
        "rooms": "[Room XXI, Room XXIII]",
        "organiser": "{name: Sample Organiser, address: Sample Street 1, email: a@sample.example,"
        " website: https://sample.example, telephone: +41 22 555 01 01}",
        "floor_time": "{minimum: 4, maximum: 8}",
        "length": "61",
        "dialogue_minimum": "9",
        "front_matter": '{fr: {objectives: "Un\\nmot.\\n \\nDeux.", format: Forme., outcomes: Fin.}, en: {objectives: One.}}',
    },
    "review": {
        "state": "cu",
        "start": "2018-04-12 10:00",
        "room": "Room XXI",
        "moderator": "Sample Moderator 1",
        "opening": "4",
        "sur_remarks": "1",
        "closing": "5",
        "previous_review": "{session: 16, year: 2013, cycle: 2, supported: 230, noted: 62, document: A/HRC/24/16}",
        "mask": "[{words: Sample Street 7}, {speaker: 2, edition: Public}]",
        "allow": "[Rosa Parks]",
        "awaited": "[Speakers]",
    },
    "speaker": {
        "name": "Sample Speaker 1",
        "role": "lawyer",
        "organisation": "{name: Sample Centre, acronym: SC, kind: nhri, aim: Gives legal aid.}",
        "bio": "A lawyer for ten years.",
        "floor": "6",
        "description": "a human rights defender",
        "photo": '{file: photos/one.jpg, alternative: "A portrait", focus: [50%, 30]}',
        "statement": "statements/legal-aid.md",
        "fact_sheet": "{file: fact-sheets/housing.pdf, pages: [1, 3]}",
        "language": "EN",
        "received": "2018-03-22 17:40",
        "contact": "+41 22 555 01 02",
        "consent": "{name: yes, photo: {room: yes}, bio: {room: yes, public: yes}, organisation: true,"
        " statement: Yes, contact: yes, fact_sheet: {room: yes}}",
    },
    "second": {
        "name": "Sample Speaker 2",
        "organisation": "{name: Sample Union, kind: coalition, members: [Group A, Group B]}",
        "description": "a member of the union",
        "floor": "5",
        "awaited": "[Statement, bio]",
        "at_risk": "yes",
        "minor": "no",
        "consent": "{name: no, photo: no, bio: no, organisation: yes, statement: yes}",
    },
}

OTHER = {"state": "TV", "start": "2018-04-13 10:00", "room": "Room XXI", "awaited": "[]"}
"""A second State, for what two of them must not share."""

_LONG, _WORDS = "x" * 201, " ".join(["word"] * 201)

_TEXT = """
session number: x
session number: 0
session number: 1000
session number: 999
session number: 030
session number: -
session number: 4.5
session number: [30]
session cycle: 100
session cycle: -
session working_group: 2018-5
session working_group: 2018-13
session working_group: 05/2018
session working_group: -
session working_group: 2018-04
session working_group: 2018-03
session first_day: 2018-04-11
session first_day: 10 April
session first_day: 2018-02-30
session first_day: 1899-04-10
session first_day: 3000-04-10
session first_day: -
session first_day: 2018-04-14
session first_day: 2018-03-31
session first_day: 2018-03-30
session last_day: 2018-04-23
session last_day: 2018-04-24
session last_day: 2018-4-13
session first_day: 2018-04-13 & review start: 2018-04-13 10:00
session working_group: 2018-04 & session last_day: 2018-04-28
session working_group: 2018-04 & session last_day: 2018-05-01
session working_group: 2018-04 & session last_day: 2018-05-02
session last_day: -
session venue: -
session venue: null
session venue: ""
session venue: [x]
session city: {x: y}
session city: -
session time_zone: Europe/Geneva
session time_zone: -
session time_zone: ../etc/passwd
session time_zone: UTC
session provisional: no
session provisional: maybe
session provisional: @40
session provisional: @41
session provisional: -
session sample: FALSE
session sample: -
session sample: [yes]
session languages: -
session languages: [en]
session languages: [en, en, xx]
session languages: en
session languages: [fr, en] & session language: fr
session languages: - & session language: es
session languages: - & session language: xx
session statement_languages: -
session statement_languages: []
session statement_languages: [xx]
session statement_languages: [fr, fr, de]
session deadline: -
session deadline: 2018-04-10 09:00
session deadline: 2018-04-11 09:00
session deadline: 2018-03-20T18:00:30
session deadline: 2018-03-20 25:00
session deadline: 2018-03-20
session deadline: null
session nunber: 30
session unheard: 1
top rooms: -
top rooms: []
top rooms: [Room XXI, Room XXIII, Room XXI]
top rooms: Room XXI
top rooms: [Room XXI, [x], ""]
top organiser: -
top organiser: x
top organiser: {name: Sample Organiser}
top organiser: {address: x}
top organiser: {name: x, email: y}
top organiser: {name: x, email: a@b.example}
top organiser: {name: x, website: not an address}
top organiser: {name: x, website: sample.example/a b}
top organiser: {name: x, website: sample.example/a}
top organiser: {name: x, phone: y}
top floor_time: -
top floor_time: {minimum: 0}
top floor_time: {minimum: 61}
top floor_time: {maximum: 61}
top floor_time: {maximum: 60}
top floor_time: {minimum: 9, maximum: 8}
top floor_time: {minimum: 8, maximum: 8}
top floor_time: {minimal: 4}
top length: -
top length: 9
top length: 10
top length: 480
top length: 481
top dialogue_minimum: -
top dialogue_minimum: 0
top dialogue_minimum: 240
top dialogue_minimum: 241
top dialogue_minimum: -1
top front_matter: -
top front_matter: {objectives: One text.}
top front_matter: {objectives: One., fromat: x}
top front_matter: {fr: {objectives: Un.}}
top front_matter: {fr: {objectives: Un.}, en: {objectiv: x}, es: {objectivs: y}, de: {format: z}}
top front_matter: {fr: {objectives: Un.}, en: {format: x}, xx: {format: y}}
top front_matter: {fr: Un, en: {}}
top unheard: x
id -upr30-: x
id upr 30.: x
id upr.30_a-b: x
review state: CUB
review state: Cuba
review state: cuba
review state: Cubo
review state: XQ
review state: -
review state: Viet Nam
review start: -
review start: 2018-04-12
review start: 2018-04-12 7:59
review start: 2018-04-12 08:00
review start: 2018-04-12 18:59
review start: 2018-04-12 19:00
review start: 2018-04-12 23:30
review start: 2018-04-09 10:00
review start: 2018-04-10 10:00
review start: 2018-04-13 10:00
review start: 2018-04-14 10:00
review room: -
review room: Room XXII
review room: Elsewhere
review room: room xxi
review moderator: -
review moderator: "Sample\\nModerator 1"
review moderator: @long
review opening: -
review opening: 61
review opening: 60
review opening: 0
review sur_remarks: -
review sur_remarks: 61
review sur_remarks: 0
review speakers: -
review speakers: []
review speakers: - & review awaited: -
review speakers: [] & review awaited: - & review opening: 60
review speakers: x
review speakers: [x, {floor: 5}]
review state: Cape Verde
review allow: [Sample Speaker 2] & speaker bio: She works with Sample Speaker 2.
review previous_review: {session: 1, year: 2013, cycle: 1, document: @100}
review previous_review: {session: 1, year: 2013, cycle: 1, document: @101}
review mask: [{speaker: 3, words: x}, {words: y, edition: web}, {words: z}]
review closing: -
review closing: 61
review closing: -1
review opening: 32
review opening: 31
review previous_review: -
review previous_review: x
review previous_review: {}
review previous_review: {session: 30, year: 2018, cycle: 3}
review previous_review: {session: 29, year: 2019, cycle: 2}
review previous_review: {session: 31, year: 2007, cycle: 4}
review previous_review: {session: 1, year: 2008, cycle: 1}
review previous_review: {session: 1, year: 2999, cycle: 1}
review previous_review: {session: 1, year: 3000, cycle: 1, supported: 10000}
review previous_review: {session: 1, year: 2013, cycle: 1, supported: 9999, noted: 0}
review previous_review: {session: 1, year: 2013, cycle: 1, noted: -1, documents: x}
review previous_review: {session: 1000, year: 2013, cycle: 100}
review previous_review: {year: 2013, cycle: 1}
review previous_review: {session: 0, year: 2013, cycle: 0}
review mask: -
review mask: x
review mask: [x, {words: Elsewhere}]
review mask: [{}]
review mask: [{edition: room}]
review mask: [{words: A Street, edition: room}]
review mask: [{words: A Street, edition: BOTH}]
review mask: [{words: A Street, edition: web}]
review mask: [{speaker: 1}]
review mask: [{speaker: 0}]
review mask: [{speaker: 3}, {speaker: 2}]
review mask: [{speaker: 99}]
review mask: [{speaker: 100}]
review mask: [{speaker: x, words: y}]
review mask: [{words: y, wrods: z}]
review allow: -
review allow: x
review allow: @201items
review allow: [A, [B], C]
review awaited: -
review awaited: []
review awaited: [speaker]
review awaited: x
review awaited: [statement, speakers, bio]
review unheard: x
review closign: 3
speaker name: -
speaker name: "  "
speaker name: Sample  speaker 2
speaker name: "Sample\\tSpeaker 1"
speaker name: @long
speaker name: [x]
speaker role: -
speaker role: Sample Speaker 2's lawyer
speaker organisation: -
speaker organisation: x
speaker organisation: {}
speaker organisation: {name: Sample Centre, kind: firm}
speaker organisation: {name: Sample Centre, kind: CSO, members: [x]}
speaker organisation: {name: Sample Centre, kind: coalition}
speaker organisation: {name: Sample Centre, kind: coalition, members: [A, A]}
speaker organisation: {name: Sample Centre, aim: Follows Sample Speaker 2.}
speaker organisation: {name: Sample Centre, acronim: SC}
speaker organisation: {name: Sample Centre, acronym: @41}
speaker organisation: {name: Sample Centre, acronym: @40}
speaker organisation: {name: Sample Centre, aim: @1001}
speaker organisation: {name: Sample Centre, aim: @1000}
speaker bio: -
speaker bio: @words
speaker bio: @200words
speaker bio: She works with Sample Speaker 2.
speaker bio: [x]
speaker bio: @20001
speaker floor: -
speaker floor: 3
speaker floor: 4
speaker floor: 8
speaker floor: 9
speaker floor: 0
speaker floor: 61
speaker floor: 60
speaker floor: six
speaker description: -
speaker description: a friend of Sample Speaker 2
speaker description: - & speaker consent: {name: {room: yes}, photo: no, bio: no, organisation: yes, statement: yes, contact: no}
speaker description: - & speaker consent: {name: {public: yes}, photo: no, bio: no, organisation: {public: yes}, statement: yes, contact: no}
speaker description: - & speaker consent: {name: no, photo: no, bio: no, organisation: {room: yes}, statement: yes, contact: no}
speaker description: - & speaker consent: {name: no, photo: no, bio: no, organisation: yes, statement: yes, contact: no}
speaker photo: -
speaker photo: photos/one.jpg
speaker photo: photos
speaker statement: [statements/legal-aid.md, drafts/second.md]
speaker statement: []
speaker photo: {file: photos/one.jpg}
speaker photo: {alternative: x}
speaker photo: {file: photos/none.jpg, alternative: x}
speaker photo: {file: ../one.jpg, alternative: x}
speaker photo: {file: photos/one.jpg, alternative: Beside Sample Speaker 2}
speaker photo: {file: photos/one.jpg, alternative: x, focus: [50%]}
speaker photo: {file: photos/one.jpg, alternative: x, focus: [0, 100%]}
speaker photo: {file: photos/one.jpg, alternative: x, focus: [101%, 30%]}
speaker photo: {file: photos/one.jpg, alternative: x, focus: [left, 30%]}
speaker photo: {file: photos/one.jpg, alternative: x, focus: [10, 20, 30]}
speaker photo: {file: photos/one.jpg, alternative: x, focus: [50 %, 5]}
speaker photo: {file: photos/one.jpg, alternative: x, focus: null, foucs: 3}
speaker photo: {file: photos/one.jpg, alternative: @501}
speaker photo: {file: photos/one.jpg, alternative: @500}
speaker statement: -
speaker statement: statements/legal-aide.md
speaker statement: ./statements/legal-aid.md
speaker statement: statements//legal-aid.md
speaker statement: /etc/passwd
speaker statement: ~/x.md
speaker statement: -x.md
speaker statement: $HOME/x.md
speaker statement: "c:x.md"
speaker statement: "file://x.md"
speaker statement: statements/../../x.md
speaker statement: "5:x.md"
speaker statement: nothing-like-it
speaker statement: @501
speaker statement: [x]
speaker statement: drafts/second.md
speaker language: -
speaker language: english
speaker language: fr
speaker received: -
speaker received: 2018-03-23 18:00
speaker received: 2018-03-23 18:01
speaker received: yesterday
speaker awaited: [statement]
speaker awaited: [BIO]
speaker awaited: [bio, photo, statement]
speaker awaited: bio
speaker contact: -
speaker contact: @long
speaker minor: yes
speaker minor: yes & speaker consent: {name: {public: yes}, photo: {public: yes}, bio: no, organisation: yes, statement: yes, contact: no}
speaker minor: yes & speaker consent: {name: no, photo: {public: yes}, bio: {room: no}, organisation: yes, statement: yes, contact: {room: yes, public: yes}}
speaker minor: yes & speaker photo: - & speaker consent: {name: {room: yes}, photo: {public: yes}, bio: no, organisation: yes, statement: no, contact: no}
speaker minor: maybe
speaker at_risk: yes
speaker consent: -
speaker consent: x
speaker consent: {}
speaker consent: {name: yes}
speaker consent: {name: perhaps, photo: yes, bio: yes, organisation: yes, statement: yes, contact: yes}
speaker consent: {name: [yes], photo: yes, bio: yes, organisation: yes, statement: yes, contact: yes}
speaker consent: {name: {roon: yes, public: no}, photo: yes, bio: yes, organisation: yes, statement: yes, contact: yes}
speaker consent: {name: {room: x, public: yes}, photo: yes, bio: yes, organisation: yes, statement: yes, contact: yes}
speaker consent: {name: yes, photo: yes, bio: yes, organisation: yes, statement: yes, contacts: yes}
speaker consent: {name: yes, photo: no, bio: no, organisation: no, statement: no, contact: no}
speaker contact: - & speaker consent: {name: yes, photo: yes, bio: yes, organisation: yes, statement: yes}
speaker fact_sheet: -
speaker fact_sheet: fact-sheets/housing.pdf
speaker fact_sheet: fact-sheets/houses.pdf
speaker fact_sheet: [fact-sheets/housing.pdf]
speaker fact_sheet: {pages: [1]}
speaker fact_sheet: {file: ../housing.pdf, pages: [2, 1]}
speaker fact_sheet: {file: fact-sheets/housing.pdf, pages: [0]}
speaker fact_sheet: {file: fact-sheets/housing.pdf, pages: [1, 1]}
speaker fact_sheet: {file: fact-sheets/housing.pdf, pages: [2, 10, 9999]}
speaker fact_sheet: {file: fact-sheets/housing.pdf, pages: [10000]}
speaker fact_sheet: {file: fact-sheets/housing.pdf, pages: []}
speaker fact_sheet: {file: fact-sheets/housing.pdf, pages: 1}
speaker fact_sheet: {file: fact-sheets/housing.pdf, page: 1}
speaker consent: {name: yes, photo: yes, bio: yes, organisation: no, statement: yes, contact: yes, fact_sheet: yes}
speaker consent: {name: yes, photo: yes, bio: yes, organisation: {room: yes}, statement: yes, contact: yes, fact_sheet: yes}
speaker consent: {name: yes, photo: yes, bio: yes, organisation: yes, statement: yes, contact: yes, fact_sheet: no}
speaker minor: yes & speaker consent: {name: no, photo: no, bio: no, organisation: yes, statement: yes, contact: no, fact_sheet: yes}
second fact_sheet: fact-sheets/housing.pdf
gone fact-sheets/housing.pdf: -
speaker unheard: x
speaker statment: x
second name: Sample Speaker 1
second name: -
second name: - & second consent: {name: yes, photo: no, bio: no, organisation: yes, statement: yes}
second awaited: -
second awaited: [statement]
second awaited: [bio]
second awaited: - & second statement: drafts/second.md & second bio: A teacher.
second statement: drafts/second.md
second statement: statements/legal-aid.md & second awaited: [bio]
second photo: {file: photos/one.jpg, alternative: x}
second photo: {file: photos/two.jpg, alternative: x}
second minor: yes & second at_risk: -
second at_risk: no & second consent: {name: yes, photo: no, bio: no, organisation: yes, statement: yes}
second consent: {name: yes, photo: no, bio: no, organisation: no, statement: yes}
second consent: {name: yes, photo: yes, bio: yes, organisation: no, statement: yes, contact: yes}
file statements/third.md: x
file notes.txt: x
file fact-sheets/sample-speaker-2.pdf: x
file fact-sheets/Union Of Sample UNION.PDF: x
gone drafts/second.md: -
gone statements/legal-aid.md: -
gone photos/one.jpg: -
corrections x: {statements/legal-aid.md: [{recommendation: Ratify  the treaty}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: accept}]}
corrections x: {statements/legal-aid.md: [{question: Why, decision: Accept}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: undecided}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: reject}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: question}]}
corrections x: {statements/legal-aid.md: [{reported: Ratify, decision: recommendation, paragraph: 3, because: it is}]}
corrections x: {statements/legal-aid.md: [{others: Ratify, decision: others}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: perhaps}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: acept}]}
corrections x: {statements/legal-aid.md: [{missed: Ratify}]}
corrections x: {statements/legal-aid.md: [{missed: Why, as: question}]}
corrections x: {statements/legal-aid.md: [{missed: Why, as: Answer}]}
corrections x: {statements/legal-aid.md: [{missed: Ratify, decision: accept}]}
corrections x: {statements/legal-aid.md: [{missed: Ratify, decision: reject}]}
corrections x: {statements/legal-aid.md: [{missed: Ratify, limits: it}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, as: question}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, limits: Ratify now}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, parts: [Ratify, Sign]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, parts: [Ratify]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, parts: Ratify}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, join: Sign}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, join: [Sign, Accede]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, join: []}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, limits: A, parts: [B, C]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, limits: A, join: B}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, parts: [A, B], join: B}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: reject, join: B}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: reject, category: 3}]}
corrections x: {statements/legal-aid.md: [{question: Why, category: 3}]}
corrections x: {statements/legal-aid.md: [{question: Why, issues: none}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: question, category: 1}]}
corrections x: {statements/legal-aid.md: [{reported: Ratify, category: 1}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, decision: others, issues: none}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, category: 0}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, category: 1}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, category: 5}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, category: 6}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, category: None}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: none}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: NONE, category: 2}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: [torture]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: [Torture, TORTURE, detention]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: [rights]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: [Detenshun]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: [xyzzy]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: Torture}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, issues: []}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, paragraph: 0}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, paragraph: 1}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, paragraph: 100000}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, paragraph: 100001}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, paragrap: 1}]}
corrections x: {statements/legal-aid.md: [{recommendation: }]}
corrections x: {statements/legal-aid.md: [{recommendation: ''}]}
corrections x: {statements/legal-aid.md: [{recommendation: [Ratify]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, limits: [A]}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, join: [[A]]}]}
corrections x: {statements/legal-aid.md: [{recommendation: @20001}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, question: Why}]}
corrections x: {statements/legal-aid.md: [{decision: accept}]}
corrections x: {statements/legal-aid.md: [{recommendation: Ratify, because: [x]}]}
corrections x: {statements/legal-aid.md: [Ratify, {missed: Sign}]}
corrections x: {statements/legal-aid.md: [{recommendation: A, decision: perhaps}, {recommendation: B, decision: accept}]}
corrections x: {statements/legal-aid.md: }
corrections x: {statements/legal-aid.md: []}
corrections x: {statements/legal-aid.md: Ratify}
corrections x: {./statements/legal-aid.md: [{missed: Ratify}]}
corrections x: {cuba/statements/legal-aid.md: [{missed: Ratify}]}
corrections x: {statements/legal-aid.docx: [{missed: Ratify}]}
corrections x: {statements/legal-aid.docx: [{recommendation: Ratify}]}
corrections x: {nothing-like-it: [{missed: Ratify}, {missed: Sign}], statements/legal-aid.md: [{missed: Sign}]}
corrections x: {y: [{missed: Ratify}]} & speaker statement: -
other state: TV
other state: CU
other state: CU & other start: 2018-04-10 10:00
other start: 2018-04-12 10:00
other start: 2018-04-12 11:00
other start: 2018-04-12 11:01
other start: 2018-04-12 09:00
other start: 2018-04-12 08:59
other start: 2018-04-12 10:30 & other room: ROOM xxi
other start: 2018-04-12 10:30 & other room: Room XXIII
other start: 2018-04-12 10:30 & other room: Room XXIII & other moderator: sample moderator 1
other start: 2018-04-13 10:30 & other moderator: Sample Moderator 1
other start: 2018-04-12 10:30 & other room: Room XXIII & review moderator: -
"""

_ODD = {
    "@long": f'"{_LONG}"',
    "@words": _WORDS,
    "@201items": f"[{', '.join(f'a{number}' for number in range(201))}]",
    "@200words": _WORDS.removesuffix(" word"),
    **{f"@{count}": "y" * count for count in (40, 41, 100, 101, 500, 501, 1000, 1001, 20001)},
}


def _case(line: str) -> Changes:
    changes: list[tuple[str, str, str | None]] = []
    for part in line.split(" & "):
        where, _, rest = part.partition(" ")
        key, _, value = rest.rpartition(": ") if where in ("id", "file", "gone") else rest.partition(": ")
        for odd, stands in _ODD.items():
            value = stands if value == odd else value.replace(f" {odd}}}", f" {stands}}}")
        changes.append((where, key, None if value == "-" else value.replace("\\\\", "\\")))
    return tuple(changes)


CASES: dict[str, Changes] = {line: _case(line) for line in _TEXT.strip().splitlines()}
