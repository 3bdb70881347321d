"""Walk the tokens of an RTF: groups save and restore, words set, text goes where its group says."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.read.limits import MAX_DEPTH, too_much
from pipeline.read.noticed import Noticed
from pipeline.read.rtf.charsets import DEFAULT, codec_of_page, decoded, unfinished
from pipeline.read.rtf.fonts import Font
from pipeline.read.rtf.groups import Document, Groups
from pipeline.read.rtf.layout import Layout
from pipeline.read.rtf.state import HEAD, SKIPPED, Letters, Setting, State
from pipeline.read.rtf.tokens import Sort, letters, tokens
from pipeline.read.rtf.words import KEEP_FONT, KINDS_OF_STYLES, PAGES, SIGNS, SPECIAL, TEXT_BEGINS
from pipeline.read.symbols import symbols

_ROOM = b"\r\n\0\t \x1a"
_STEP = re.compile(rb"[\r\n\0\t \x1a]*")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_CUT = "its end is missing, and what stood there"
_SURPLUS = "it has a bracket too many"
_MISSING = "a bracket of its head is missing"
_BEHIND = "something follows its end, which no program shows"
_NO_LETTER = "some bytes stand for no letter in the code page that they are said to be in"


class Reader:
    """Reads one file into `document`."""

    def __init__(self, data: bytes, noticed: Noticed) -> None:
        self.document = Document(noticed=noticed)
        self._data = data
        self._groups = Groups(self.document)
        self._layout = Layout(self.document)
        body = self.document.body
        self._state = State(Letters(), Setting(), body, body)
        self._stack: list[State] = []
        self._end = len(data.rstrip(_ROOM))
        self._bytes = bytearray()
        self._held: Letters | None = None  # how the bytes are set that only begin a letter
        self._codec = DEFAULT
        self._default_font = 0
        self._skip = 0  # characters of the replacement of a \u that are still to come
        self._ready: list[str] = []
        self._words: dict[str, Callable[[int | None], None]] = {
            "ansicpg": self._page,
            "deff": self._default,
            **{word: self._named_page(page) for word, page in PAGES.items()},
        }

    def read(self) -> Document:
        """Read the file. Raises Refused (FI04) where it is nested deeper than any statement."""
        for sort, value, figure, end in tokens(self._data):
            if sort is Sort.TEXT:
                self._text(value)
            elif sort is Sort.WORD:
                self._word(value, figure)
            elif sort is Sort.OPEN:
                self._open()
            elif sort is Sort.SYMBOL:
                self._sign(value)
            elif not self._close(end):
                break
        else:
            if self._stack:
                self._damage(_CUT)
        self._hand_over()
        while self._stack:
            self._pop()
        self.document.body.finish(self._state.setting)
        return self.document

    def _damage(self, what: str) -> None:
        if what not in self.document.noticed.damage:
            self.document.noticed.damage.append(what)

    # ---- groups

    def _open(self) -> None:
        self._hand_over()
        self._skip = 0
        if len(self._stack) >= MAX_DEPTH:
            raise too_much("its groups are nested too deeply")
        self._stack.append(self._state)
        self._state = self._state.inner()

    def _close(self, end: int) -> bool:
        """Take "}"; False where the file ends with it."""
        self._hand_over()
        self._skip = 0
        if len(self._stack) > 1:
            self._pop()
            return True
        if end >= self._end:
            return False
        rest = _STEP.match(self._data, end)
        another = rest is not None and self._data.startswith(b"{\\rtf", rest.end())
        surplus = self._data[self._end - 1 : self._end] == b"}" and not another
        self._damage(_SURPLUS if surplus else _BEHIND)
        return surplus

    def _pop(self) -> None:
        closed, self._state = self._state, self._stack.pop()
        if closed.closing is not None:
            closed.closing(closed)

    def _leave_head(self) -> None:
        """Text begins, although a table of the head is still open: its closing bracket was lost."""
        self._damage(_MISSING)
        while len(self._stack) > 1:
            self._pop()

    # ---- words

    def _word(self, word: str, figure: int | None) -> None:
        state = self._state
        starred, state.starred = state.starred, False
        if state.sink is SKIPPED:
            if word == "ud" and state.behind is not None:
                state.sink = state.behind
            return
        if word == "u":
            self._unicode(figure)
            return
        if word == "uc":
            state.skips = max(0, 1 if figure is None else figure)
            return
        if self._skip:
            self._skip -= 1
            if word in SPECIAL:
                return
        if word in SPECIAL and not starred:
            self._put(SPECIAL[word])
            return
        self._hand_over(parted=word in KEEP_FONT)
        self._control(word, figure, starred)

    def _control(self, word: str, figure: int | None, starred: bool) -> None:
        """A word that is no letter: it begins a group, or it changes how things are set."""
        if word in TEXT_BEGINS and self._in_head():
            self._leave_head()
        state = self._state
        if len(self._stack) > 1 and self._groups.begin(word, state):
            return
        if starred and not (word in KINDS_OF_STYLES and state.sink is self.document.styles):
            state.sink = SKIPPED
        elif word in self._words:
            self._words[word](figure)
        elif state.sink.is_table:
            state.sink.word(word, figure)
        else:
            self._layout.word(word, figure, state)

    def _in_head(self) -> bool:
        sink = self._state.sink
        return sink is HEAD or (sink.is_table and sink is not self.document.styles)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state.starred = True
        elif self._state.sink is SKIPPED:
            return
        elif self._skip and sign in SIGNS:
            self._skip -= 1
        elif sign in "\r\n":
            self._hand_over()
            self._layout.word("par", None, self._state)
        elif sign in SIGNS:
            self._put(SIGNS[sign])

    def _page(self, figure: int | None) -> None:
        if codec := codec_of_page(figure or 0):
            self._codec = codec
            self.document.fonts.page = figure or 0

    def _named_page(self, page: int) -> Callable[[int | None], None]:
        return lambda _: self._page(page)

    def _default(self, figure: int | None) -> None:
        self._default_font = figure or 0

    # ---- letters

    def _text(self, written: str) -> None:
        if self._state.sink is SKIPPED:
            return
        data = letters(written)
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        if self._held is not None and data:
            if data[0] < 0x80:  # no letter goes on with it: the bytes before it were whole
                self._give_up(self._held)
            self._held = None
        self._bytes += data

    def _give_up(self, held: Letters) -> None:
        """Hand over bytes that nothing goes on with, set as they were."""
        state = self._state
        letters, state.letters = state.letters, held
        self._hand_over()
        state.letters = letters

    def _hand_over(self, parted: bool = False) -> None:
        """Give the text since the last change of format to what takes it.

        `parted`: the change leaves the font as it is, so that the last letter may go on behind it.
        """
        if self._bytes:
            begun = self._begun() if parted else 0
            held = bytes(self._bytes[len(self._bytes) - begun :])
            del self._bytes[len(self._bytes) - begun :]
            if self._bytes:
                self._decode()
            self._bytes += held
            self._held = self._state.letters if begun else None
        if self._ready:
            text = "".join(self._ready)
            self._ready.clear()
            self._state.sink.text(_PAIR.sub(_paired, text), self._state)

    def _begun(self) -> int:
        """How many of the bytes that were met only begin a letter."""
        if self._bytes[-1] < 0x80 or not self._state.sink.in_fonts or (font := self._font()).symbol:
            return 0
        return unfinished(bytes(self._bytes), font.codec or self._codec)

    def _decode(self) -> None:
        """Decode the bytes met since the last word: a letter may take several."""
        data = bytes(self._bytes)
        self._bytes.clear()
        if not self._state.sink.in_fonts:
            self._ready.append(decoded(data, self._codec, self._codec)[0])
            return
        font = self._font()
        if font.symbol:
            self._ready.append(symbols(data.decode("latin-1")))
            return
        text, whole = decoded(data, font.codec or self._codec, self._codec)
        if not whole:
            self._damage(_NO_LETTER)
        self._ready.append(text)

    def _font(self) -> Font:
        number = self._state.letters.face
        return self.document.fonts.get(self._default_font if number < 0 else number)

    def _unicode(self, figure: int | None) -> None:
        """\\uN: N has 16 bits and a sign; what lies above comes as two (RTF 1.9.1, Unicode RTF)."""
        if self._bytes:
            self._decode()
        if figure is None:
            return
        self._skip = self._state.skips
        code = figure
        code += 0x10000 if code < 0 else 0
        if 0 < code < 0x110000:
            sign = chr(code)
            self._ready.append(symbols(sign) if code < 0x100 and self._font().symbol else sign)

    def _put(self, text: str) -> None:
        """Take a sign that a word stands for."""
        if self._bytes:
            self._decode()
        self._ready.append(text)


def _paired(found: re.Match[str]) -> str:
    """The letter of two halves."""
    high, low = map(ord, found.group())
    return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
