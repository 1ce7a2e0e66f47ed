"""A published plan: its digest, its JSON, and that both stand still."""

import json
from dataclasses import replace

from roadmap import (
    make_plan,
    plan_from_json,
    plan_to_json,
    publish,
    snapshot_from_json,
    snapshot_to_json,
    verify_snapshot,
)
from tests.roadmap.pipeline.test_worked_example import GIVEN


def test_the_same_input_gives_the_same_digest():
    one, other = make_plan(GIVEN), make_plan(GIVEN)
    first = publish(one, 1, "scores", "1.0.0", "content")
    second = publish(other, 2, "scores", "1.0.0", "content")
    assert first.digest == second.digest
    assert replace(one.selection.solution, seconds=0) == replace(other.selection.solution, seconds=0)
    assert len(first.digest) == 64


def test_anything_else_gives_another():
    plan = make_plan(GIVEN)
    digests = {
        publish(plan, 1, "scores", "1.0.0", "content").digest,
        publish(plan, 1, "other", "1.0.0", "content").digest,
        publish(plan, 1, "scores", "1.0.1", "content").digest,
        publish(plan, 1, "scores", "1.0.0", "changed").digest,
        publish(make_plan(replace(GIVEN, seed=1)), 1, "scores", "1.0.0", "content").digest,
        publish(replace(plan, one_off=1), 1, "scores", "1.0.0", "content").digest,
    }
    assert len(digests) == 6


def test_a_changed_snapshot_is_found_out():
    snapshot = publish(make_plan(GIVEN), 1, "scores", "1.0.0", "content")
    assert verify_snapshot(snapshot)
    assert not verify_snapshot(replace(snapshot, plan=replace(snapshot.plan, person_weeks=1.0)))
    assert not verify_snapshot(replace(snapshot, score_digest="x"))


def test_json_and_back():
    snapshot = publish(make_plan(GIVEN), 3, "scores", "1.0.0", "content")
    text = json.dumps(snapshot_to_json(snapshot), ensure_ascii=False)
    again = snapshot_from_json(json.loads(text))
    assert again == snapshot
    assert verify_snapshot(again)
    assert plan_from_json(json.loads(json.dumps(plan_to_json(snapshot.plan)))) == snapshot.plan


def test_a_plan_keeps_the_peak_season_it_was_made_with_and_older_ones_keep_their_digest():
    plan = make_plan(replace(GIVEN, constraints=replace(GIVEN.constraints, blackouts=(3,))))
    assert plan.blackouts == (3,)
    snapshot = publish(replace(plan, blackouts=None), 1, "scores", "1.0.0", "content")
    before = snapshot_to_json(snapshot)
    del before["plan"]["blackouts"]
    again = snapshot_from_json(before)
    assert again.plan.blackouts is None
    assert verify_snapshot(again)
