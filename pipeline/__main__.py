"""The command `presession`, also as `python -m pipeline`."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line and leave with its exit code; Ctrl-C may come while it still loads."""
    try:
        from pipeline.cli.boundary import run_command

        code = run_command()
    except KeyboardInterrupt:
        code = 130
    gc.freeze()  # Python would look through all there is once more before it goes
    raise SystemExit(code)


if __name__ == "__main__":
    main()
