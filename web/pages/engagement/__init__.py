"""The engagement page: where the company stands, in one screen, and what to do next."""
