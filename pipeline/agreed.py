"""What a published pack was allowed to show, and whether today's consent still allows all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator

from pipeline.models.session import CONSENT_ITEMS, Edition, Review, Speaker

MASKS = "masks:"


def agreed(review: Review, edition: Edition) -> tuple[str, ...]:
    """Everything that the speakers of `review` allow in `edition`, as digests, sorted; and how many masks.

    It stands in the manifest, which goes out: a digest is made from what the pack shows anyway (the name or
    description as shown), never from what is withheld. Of masks, whose words are secret, only the number.
    """
    found = {_digest(item, speaker, edition) for speaker, item in _allowed(review, edition)}
    return (*sorted(found), f"{MASKS}{_masks(review, edition)}")


def is_narrower(review: Review, edition: Edition, before: Collection[str]) -> bool:
    """Whether less is allowed now than when a pack was made that notes `before`.

    A pack that notes nothing (made by an earlier version) says nothing. Somebody who is called otherwise now
    counts as gone: what is in doubt is not shown.
    """
    if not before:
        return False
    now = agreed(review, edition)
    counts = [int(entry.removeprefix(MASKS)) for entry in (*before, "masks:0") if entry.startswith(MASKS)]
    items = {entry for entry in before if not entry.startswith(MASKS)}
    return not items.issubset(now) or _masks(review, edition) > counts[0]


def _allowed(review: Review, edition: Edition) -> Iterator[tuple[Speaker, str]]:
    for speaker in review.speakers:
        for item in CONSENT_ITEMS:
            if speaker.consent.allows(item, edition):
                yield speaker, item


def _digest(item: str, speaker: Speaker, edition: Edition) -> str:
    shown = speaker.shown_name(edition), speaker.shown_organisation(edition)
    return hashlib.sha256("\n".join((item, *shown)).encode()).hexdigest()


def _masks(review: Review, edition: Edition) -> int:
    return sum(edition in mask.editions for mask in review.masks)
