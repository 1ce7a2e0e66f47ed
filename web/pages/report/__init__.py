"""The report page: make it, watch it, take it."""
