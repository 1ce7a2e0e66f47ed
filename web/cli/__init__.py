"""Command line of the product."""

from web.cli.app import main

__all__ = ["main"]
