"""Scores from stored answers: kept for good, explained as far as the reader may see, decided with a reason."""

import hashlib
import threading

import pytest
from sqlmodel import select

from assessment.answering import save_answers, submit
from assessment.assessing import adjudicate, assess, explain_node, last_score_run
from assessment.errors import Forbidden, InvalidInput, NotFound
from assessment.tables import ScoreRunRow

FORM = ("M01", "manager")


def runs(world, engagement):
    with world.db.view() as session:
        kept = select(ScoreRunRow.digest).where(ScoreRunRow.engagement_id == engagement).order_by(ScoreRunRow.seq)
        return list(session.exec(kept))


def test_a_run_is_kept_with_the_document_its_digest_is_of(world, content):
    sheet = assess(world.db, world.ann, world.sample, content, world.now)
    run = last_score_run(world.db, world.ann, world.sample)
    assert run.digest == sheet.digest == hashlib.sha256(run.document.encode()).hexdigest()
    assert run.index == pytest.approx(float(sheet.index.score) * 100)
    assert (run.attained, run.content_hash, run.made) == (sheet.attained.level, sheet.content_hash, world.now)


def test_a_run_that_says_nothing_new_is_not_kept(world, content):
    for hours in range(3):
        assess(world.db, world.alice, world.sample, content, world.later(hours=hours))
    assert len(runs(world, world.sample)) == 1
    adjudicate(world.db, world.alice, world.sample, content, "MEM2", 1, "复核", world.now)
    assess(world.db, world.alice, world.sample, content, world.now)
    assert len(set(runs(world, world.sample))) == 2


def test_two_assessing_at_once_keep_one_run(world, content):
    threads = [
        threading.Thread(target=assess, args=(world.db, world.alice, world.sample, content, world.now))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(runs(world, world.sample)) == 1


def test_without_answers_there_is_nothing_to_keep(world, content):
    sheet = assess(world.db, world.alice, world.elsewhere, content, world.now)
    assert sheet.index.score is None
    assert last_score_run(world.db, world.alice, world.elsewhere) is None


def test_a_managers_form_counts_once_it_is_handed_in(world, content, event):
    save_answers(world.db, world.ann, world.engagement, *FORM, [event()], world.now)
    assert assess(world.db, world.alice, world.engagement, content, world.now).n_answers == 0
    submit(world.db, world.ann, world.engagement, *FORM, world.now)
    assert assess(world.db, world.alice, world.engagement, content, world.now).n_answers == 1


def test_a_coded_interview_counts_at_once(world, content, event):
    interview = [event("E.STR1", 3, person="P01", evidence=("statement",))]
    save_answers(world.db, world.ann, world.engagement, "P01", "executive", interview, world.now)
    assert assess(world.db, world.alice, world.engagement, content, world.now).n_answers == 1


def test_a_decision_replaces_the_level_until_it_is_withdrawn(world, content):
    args = (world.db, world.carl, world.sample, content)
    before = assess(*args, world.now).capabilities["MEM2"]
    adjudicate(*args, "MEM2", 4.5, "两份导出互相印证", world.now)
    decided = assess(*args, world.now).capabilities["MEM2"]
    assert (float(decided.level), decided.adjudicated) == (4.5, True)
    step = explain_node(world.db, world.carl, world.sample, content, "MEM2").steps["MEM2/adjudication"]
    assert (step.params["author"], step.params["text"]) == ("Carl", "两份导出互相印证")
    adjudicate(*args, "MEM2", None, "撤回", world.now)
    after = assess(*args, world.now).capabilities["MEM2"]
    assert (after.level, after.adjudicated) == (before.level, False)


@pytest.mark.parametrize(
    ("capability", "level", "text", "where"),
    [("XYZ1", 3, "r", "XYZ1"), ("MEM2", 6, "r", "level"), ("MEM2", 0.5, "r", "level"), ("MEM2", 3, " ", "text")],
)
def test_an_unusable_decision_is_refused(world, content, capability, level, text, where):
    with pytest.raises(InvalidInput) as refused:
        adjudicate(world.db, world.alice, world.sample, content, capability, level, text, world.now)
    assert [p.where for p in refused.value.problems] == [where]


def test_consultants_see_down_to_the_answer_and_clients_to_the_group(world, content):
    whole = explain_node(world.db, world.ann, world.sample, content, "MEM2")
    assert any("/S01/" in key or "manager:" in key for key in whole.steps)
    for client in world.clients:
        seen = explain_node(world.db, client, world.sample, content, "MEM2")
        assert set(seen.steps) == {"MEM2", *(f"MEM2/{g}" for g in ("E", "F", "V", "D") if f"MEM2/{g}" in whole.steps)}
        assert all("manager:" not in str(step) and "S01" not in str(step) for step in seen.steps.values())


def test_of_two_stores_no_figure_is_shown_nor_can_it_be_worked_out(world, content, event):
    for person, level in (("M01", 2), ("M02", 5)):
        form = (world.db, world.ann, world.engagement, person, "manager")
        save_answers(*form, [event("M.STR3", level, person=person)], world.now)
        submit(*form, world.now)
    interview = [event("E.STR3", 4, person="P01")]
    save_answers(world.db, world.ann, world.engagement, "P01", "executive", interview, world.now)
    assert {"STR3/F", "STR3/E"} <= set(explain_node(world.db, world.ann, world.engagement, content, "STR3").steps)
    seen = explain_node(world.db, world.olga, world.engagement, content, "STR3")
    assert set(seen.steps) == {"STR3"}
    step = seen.steps["STR3"]
    assert step.inputs == step.weights == ()
    assert (step.value, step.code) == ("none", "capability_insufficient")
    assert [step.params[key] for key in ("level", "claimed", "score")] == [None] * 3
    for root in ("index", "STR", "attained"):
        above = explain_node(world.db, world.olga, world.engagement, content, root)
        assert not {key for key in above.steps if key.startswith("STR3/")}
        assert all(s.params.get("lost_at") != "STR3" != s.params.get("bottleneck") for s in above.steps.values())
        for told in above.steps.values():
            if "STR3" in {told.id, told.params.get("capability")}:
                assert told.params.get("have") is None
                assert told.value in {"none", "true", "false"}


@pytest.mark.parametrize("node", ["index", "attained", "MEM", "MEM2"])
def test_every_node_opens(world, content, node):
    assert explain_node(world.db, world.vera, world.sample, content, node).root == node


def test_who_may_score_explain_and_decide(world, content):
    for client in world.clients:
        with pytest.raises(Forbidden):
            assess(world.db, client, world.sample, content, world.now)
        with pytest.raises(Forbidden):
            last_score_run(world.db, client, world.sample)
    for insider in (world.ann, *world.clients):
        with pytest.raises(Forbidden):
            adjudicate(world.db, insider, world.sample, content, "MEM2", 3, "r", world.now)
    for stranger in world.strangers:
        for call in (
            lambda a: assess(world.db, a, world.sample, content, world.now),
            lambda a: last_score_run(world.db, a, world.sample),
            lambda a: explain_node(world.db, a, world.sample, content, "MEM2"),
            lambda a: adjudicate(world.db, a, world.sample, content, "MEM2", 3, "r", world.now),
        ):
            with pytest.raises(NotFound):
                call(stranger)
    with pytest.raises(NotFound):
        explain_node(world.db, world.alice, world.sample, content, "nonesuch")
