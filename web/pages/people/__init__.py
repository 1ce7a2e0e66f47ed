"""Stores and people of an engagement: the registers, invitation links, who answered."""
