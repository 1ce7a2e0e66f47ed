"""The roadmap page: one plan as Gantt and table, why each move is in it, how it goes, and what a change would do."""
