"""Resources of an engagement: what the company owns and overlooks."""
