"""Text folded for matching (case, quotes, blanks, invisible marks) and the way back to the original."""

from __future__ import annotations

import functools
from dataclasses import dataclass

# Traditional Chinese characters and, in the same order, the simplified ones that the grammar is written in.
_TRADITIONAL = (
    "並佈來係個們傢傳働儘償優兌兒內別則劃効動務勵勸匯區協卽參員問啓啟噹嚮嚴囙國團坿執堅報場塲學實"
    "審寬將專對導尙屆屢層屬幫幾廢張強彔彙後從復愛態慮憲懇應懲戰採搆摯撥擊據擴敎數於時暫曏書會査條"
    "業極構標樣機檢檯權歐歸決沒沖況減測準滙灋為無營爲狀獄獨獲獻現當療發盡監眾瞭確礙祕稱積穫筆簡簽"
    "籤籲糰糾約納級終組結給統經綜維綱網緊締緩緻縮總織繫繼續纔罰罸聯聲臺與舉茲華蔘薦處號衆衛衝補裝"
    "製複覈見規視親觀訂計訓記設許訴註評詞詢話該詶認誠說説調請論謹議護讀變讓負責貴資賠軍輪轉辦迴這"
    "週進運過適選還鄭醫釋銀銷錄錢錶鍵鑑鑒長門閉開間閣閤閱關隊際隨難響項須預領題願顯颱館馬騐驗驟體"
    "麵點黨"
)
_SIMPLIFIED = (
    "并布来系个们家传动尽偿优兑儿内别则划效动务励劝汇区协即参员问启启当向严因国团附执坚报场场学实"
    "审宽将专对导尚届屡层属帮几废张强录汇后从复爱态虑宪恳应惩战采构挚拨击据扩教数于时暂向书会查条"
    "业极构标样机检台权欧归决没冲况减测准汇法为无营为状狱独获献现当疗发尽监众了确碍秘称积获笔简签"
    "签吁团纠约纳级终组结给统经综维纲网紧缔缓致缩总织系继续才罚罚联声台与举兹华参荐处号众卫冲补装"
    "制复核见规视亲观订计训记设许诉注评词询话该酬认诚说说调请论谨议护读变让负责贵资赔军轮转办回这"
    "周进运过适选还郑医释银销录钱表键鉴鉴长门闭开间阁合阅关队际随难响项须预领题愿显台馆马验验骤体"
    "面点党"
)
_SAME_LENGTH = {
    **dict(zip(map(ord, _TRADITIONAL), _SIMPLIFIED, strict=True)),
    **dict.fromkeys(map(ord, "“”„«»‟″"), '"'),
    **dict.fromkeys(map(ord, "’‘‚‛`´′ʼ"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000\t\n\r\v\f\u2028\u2029\x85"), " "),
    ord("："): ":",
    ord("；"): ";",
    ord("؛"): ";",
    ord("？"): "?",
    ord("؟"): "?",
    ord("，"): ",",
    ord("、"): ",",
    ord("،"): ",",
    **dict.fromkeys(map(ord, "أآٱ"), "ا"),
    ord("ى"): "ي",
}
# Soft hyphen, zero-width and direction marks, tatweel and Arabic vowel signs say nothing about the words.
_DROPPED = frozenset(
    map(
        chr,
        (0xAD, 0x640, 0x670, 0xFEFF, *range(0x64B, 0x660), *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
    )
) | frozenset(map(chr, range(0x2060, 0x206A)))

_GONE = dict.fromkeys(map(ord, _DROPPED))


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is what patterns see; `back` maps a position in it to the same place in `source`."""

    text: str
    source: str
    offsets: tuple[int, ...] | None = None

    def back(self, position: int) -> int:
        """The place in `source` of a position in `text` (its length maps to the source's length)."""
        if self.offsets is None:
            return position
        return self.offsets[position] if position < len(self.offsets) else len(self.source)


@functools.lru_cache(maxsize=512)
def fold(source: str) -> Folded:
    """Fold `source`: lower case, plain quotes and dashes, invisible marks left out. Never raises."""
    quick = source.translate(_SAME_LENGTH).lower()
    if len(quick) == len(source) and _DROPPED.isdisjoint(source):
        return Folded(quick, source)
    offsets = [index for index, char in enumerate(source) if char not in _DROPPED]
    bare = source.translate(_GONE)
    quick = bare.translate(_SAME_LENGTH).lower()
    if len(quick) != len(bare):
        quick = "".join(map(_folded, bare))
    return Folded(quick, source, tuple(offsets))


def _folded(char: str) -> str:
    low = char.translate(_SAME_LENGTH).lower()
    return low if len(low) == 1 else char
