"""A plan published: immutable and hashed."""

from typing import Any

from roadmap.plan import Plan, Snapshot


def publish(plan: Plan, version: int, score_digest: str, content_version: str, content_hash: str) -> Snapshot:
    """Return the plan as a numbered version with its digest."""
    raise NotImplementedError


def verify_snapshot(snapshot: Snapshot) -> bool:
    """Return whether the digest is that of the content."""
    raise NotImplementedError


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain JSON data."""
    raise NotImplementedError


def plan_from_json(data: Any) -> Plan:
    """Return the plan that `plan_to_json` wrote."""
    raise NotImplementedError


def snapshot_to_json(snapshot: Snapshot) -> dict[str, Any]:
    """Return the snapshot as plain JSON data."""
    raise NotImplementedError


def snapshot_from_json(data: Any) -> Snapshot:
    """Return the snapshot that `snapshot_to_json` wrote."""
    raise NotImplementedError
