"""``zhidian serve``: pages, answer forms, API and worker, until stopped."""

from typing import Annotated

import typer

from web.cli.failures import one_sentence
from web.cli.words import say


def serve(
    host: Annotated[str | None, typer.Option("--host", metavar="ADDRESS", help=say("serve.host"))] = None,
    port: Annotated[int | None, typer.Option("--port", metavar="PORT", help=say("serve.port"))] = None,
    api_only: Annotated[bool, typer.Option("--api-only", help=say("serve.api_only"))] = False,
) -> None:
    """Serve until stopped."""
    with one_sentence():
        from web.settings import settings
        from web.supervisor import serve as run

        run(settings().listening_on(host, port), api_only=api_only, say=typer.echo)
