"""What workers find ready beside the code: the grammar and models of English, loaded once for all of them.

Loaded by the clean server that they are forked from, while the main process reads the session; a worker of
its own would need half a second for it. Other languages are loaded when a statement is in them.
"""

from __future__ import annotations

import gc
import sys

from pipeline import describe, extract
from pipeline.extract.grammar import keep_ready
from pipeline.models.passages import Kind, Passage, Run

__all__ = ["LANGUAGE"]

LANGUAGE = "en"
_WORDS = "We recommend that the Government of Norway ratify the Convention against Torture by 2030."

if not sys.dont_write_bytecode:
    keep_ready(LANGUAGE)  # a worker could not write there
describe.describe_findings(extract.find((Passage(Kind.PARAGRAPH, (Run(_WORDS),)),), LANGUAGE, None), LANGUAGE)

gc.freeze()  # what all workers share is not looked through in any of them, which would make copies of it
gc.enable()
