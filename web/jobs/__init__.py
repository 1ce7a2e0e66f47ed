"""Slow work in a process of its own: reports and roadmaps. Knows nothing of Reflex."""
