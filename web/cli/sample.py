"""The sample engagement on a database: the product's own, or one that is gone afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessment.access import Actor
    from assessment.content import ContentPack
    from assessment.database import Database


@contextmanager
def migrated(*, live: bool) -> "Iterator[Database]":
    """Open the database of the settings (``live``) or a scratch one, bring it up to date, and close it at the end."""
    from assessment.database import Database
    from web.settings import settings

    with tempfile.TemporaryDirectory(prefix="zhidian-sample-") as scratch:
        db = Database.open(settings().database_url if live else f"sqlite:///{scratch}/sample.db")
        try:
            db.migrate()
            yield db
        finally:
            db.close()


def loaded(db: "Database", pack: "ContentPack", name: str = "home") -> "tuple[str, Actor]":
    """Return a sample engagement, loaded when it is not there yet, and the operator who may do everything with it.

    Raises KeyError when the package carries no sample of that ``name``.
    """
    from assessment.accounts import ensure_workspace, operator
    from assessment.sample_loading import load_sample
    from web.storage import now

    actor = operator(db, ensure_workspace(db, now()))
    return load_sample(db, actor, pack, now(), name), actor
