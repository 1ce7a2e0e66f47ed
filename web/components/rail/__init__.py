"""The rail of an engagement: eleven steps with what each lacks, and the way to every page."""
