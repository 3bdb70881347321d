"""What runs where: worker processes with limits on time and memory. Used by `run` alone."""

from pipeline.engine.pool import Done, Failed, Failure, Outcome, Pool

__all__ = ["Done", "Failed", "Failure", "Outcome", "Pool"]
