"""The command ``zhidian``: one Typer application, its commands grouped by what a consultant does."""

import typer

from web.cli import benches, content, database, demo, engagement, engines, service, users
from web.cli.words import say

app = typer.Typer(
    name="zhidian", help=say("app.help"), no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False
)
app.command("serve", help=say("serve.help"))(service.serve)
app.command("demo", help=say("demo.help"))(demo.demo)
app.command("check", help=say("check.help"))(content.check)
app.command("assess", help=say("assess.help"))(engagement.assess)
app.command("plan", help=say("plan.help"))(engagement.plan)
app.command("report", help=say("report.help"))(engagement.report)
app.command("engagements", help=say("engagements.help"))(engagement.engagements)
app.command("import", help=say("import.help"))(engagement.import_table)
app.command("score", help=say("score.help"))(engines.score)
app.add_typer(engines.roadmap, name="roadmap")
app.command("doctor", help=say("doctor.help"))(service.doctor)
app.add_typer(users.user, name="user")
app.add_typer(database.db, name="db")
app.add_typer(benches.bench, name="bench")


def main() -> None:
    """Entry point of the ``zhidian`` script."""
    app()
