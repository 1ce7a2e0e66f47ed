"""What initiatives earn and cost: the profit identity, default effects, adoption, ramps, and seeded draws."""
