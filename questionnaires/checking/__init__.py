"""The rules a content pack has to keep, one topic a module."""
