"""presession on a disk that fails: `python -m tests.failing_disk FOLDER NUMBER ERROR argument ...`.

Whatever would change FOLDER is counted (a file opened to be written, a folder made, a name changed or taken
away) and fails from the change of that NUMBER on with the system's ERROR; 0 is never. The count is the last
line of standard error.
"""

from __future__ import annotations

import errno
import os
import sys

GROWING = frozenset({"os.mkdir"})
OTHERS = frozenset({"os.rename", "os.remove", "os.rmdir"})
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""Names can be changed and files taken away on a full disk."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Disk:
    """Counts the changes of a folder and refuses those that come too late."""

    def __init__(self, folder: str, number: int, error: int) -> None:
        self._folder, self._number, self._error = os.path.realpath(folder), number, error
        self.count = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Listen to what Python is about to do (PEP 578)."""
        grows = event in GROWING or (event == "open" and self._is_writing(arguments))
        if grows or (event in OTHERS and self._error not in FULL):
            path = arguments[0]
            if isinstance(path, (str, bytes)) and self._is_inside(os.fsdecode(path)):
                self.count += 1
                if 0 < self._number <= self.count:
                    raise OSError(self._error, os.strerror(self._error), os.fsdecode(path))

    def _is_inside(self, path: str) -> bool:
        path = os.path.abspath(path)  # noqa: PTH100 - resolving would ask the disk
        return path == self._folder or path.startswith(self._folder + os.sep)

    @staticmethod
    def _is_writing(arguments: tuple[object, ...]) -> bool:
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & WRITING)


def main() -> int:
    """Run presession with the rest of the arguments; its exit code."""
    folder, number, error, *rest = sys.argv[1:]
    disk = Disk(folder, int(number), getattr(errno, error))
    sys.argv[1:] = rest
    from pipeline.cli.boundary import run_command

    sys.addaudithook(disk)
    code = run_command()
    print(disk.count, file=sys.stderr)
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
