"""The page for what does not exist, or not for you."""
