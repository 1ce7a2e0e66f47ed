"""Facts, systems and needs of an engagement: what the profit model and the silo analysis rest on."""
