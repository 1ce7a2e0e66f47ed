"""Answer pages: rendered on the server, plain posts, usable on any phone and without scripts."""
