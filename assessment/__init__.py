"""The engagement: its pure rules and content, and — in the store modules only — its database and use cases."""
