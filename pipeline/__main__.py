"""The command `presession`, also as `python -m pipeline`."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code."""
    from pipeline.cli.boundary import run_command

    raise SystemExit(run_command())


if __name__ == "__main__":
    main()
