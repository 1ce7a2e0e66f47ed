"""What initiatives earn and cost: the profit identity, default effects, adoption, ramps, and seeded draws."""

from roadmap.valuation.valuing import SEED, value

__all__ = ["SEED", "value"]
