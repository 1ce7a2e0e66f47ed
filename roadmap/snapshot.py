"""A plan published: immutable, hashed, and as plain JSON for whoever stores or prints it.

The digest is the SHA-256 of canonical JSON (keys sorted, no spaces, UTF-8) of the plan and of what it was made from. The
version number and the fingerprints of its inputs are labels and not part of it, nor are the seconds the optimiser took:
the same input gives the same digest.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter

from roadmap.plan import Plan, Snapshot

TIMING = "seconds"
LATER = ("blackouts",)
"""Fields that plans have got since the first were published; a plan without them keeps the digest it had."""


def publish(
    plan: Plan,
    version: int,
    score_digest: str,
    content_version: str,
    content_hash: str,
    inputs: Mapping[str, str] | None = None,
) -> Snapshot:
    """Return the plan as a numbered version with its digest."""
    digest = _digest(plan, score_digest, content_version, content_hash)
    return Snapshot(version, plan, score_digest, content_version, content_hash, digest, dict(inputs or {}))


def verify_snapshot(snapshot: Snapshot) -> bool:
    """Return whether the digest is that of the content; nothing is solved again."""
    made = _digest(snapshot.plan, snapshot.score_digest, snapshot.content_version, snapshot.content_hash)
    return made == snapshot.digest


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain JSON data."""
    return cast("dict[str, Any]", _plans().dump_python(plan, mode="json"))


def plan_from_json(data: Any) -> Plan:
    """Return the plan that `plan_to_json` wrote."""
    return _plans().validate_python(data)


def snapshot_to_json(snapshot: Snapshot) -> dict[str, Any]:
    """Return the snapshot as plain JSON data."""
    return cast("dict[str, Any]", _snapshots().dump_python(snapshot, mode="json"))


def snapshot_from_json(data: Any) -> Snapshot:
    """Return the snapshot that `snapshot_to_json` wrote."""
    return _snapshots().validate_python(data)


@cache
def _plans() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


@cache
def _snapshots() -> TypeAdapter[Snapshot]:
    return TypeAdapter(Snapshot)


def _digest(plan: Plan, score_digest: str, content_version: str, content_hash: str) -> str:
    data = plan_to_json(plan)
    del data["selection"]["solution"][TIMING]
    for key in LATER:
        if data[key] is None:
            del data[key]
    content = {
        "plan": data,
        "score_digest": score_digest,
        "content_version": content_version,
        "content_hash": content_hash,
    }
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
