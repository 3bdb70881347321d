"""What is loaded once for all workers is loaded before the first of them."""

from __future__ import annotations

import subprocess
import sys

from pipeline import warm
from pipeline.engine.task import PRELOADED


def test_the_server_of_the_workers_loads_english_before_any_worker_needs_it() -> None:
    assert warm.__name__ in PRELOADED
    program = (
        "from pipeline import warm; from pipeline.extract.grammar import grammar;"
        "assert grammar.cache_info().currsize == 1; grammar(warm.LANGUAGE); assert grammar.cache_info().hits > 0"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_nothing_that_reserves_much_memory_is_loaded_since_the_limit_of_reading_counts_it() -> None:
    program = "import importlib, sys; [importlib.import_module(room) for room in sys.argv[1:]]; sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", program, *PRELOADED], check=True)
