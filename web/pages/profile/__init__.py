"""The company profile: asked once when an engagement begins, and changed later."""
