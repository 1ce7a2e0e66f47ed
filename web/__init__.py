"""What people and programs touch: pages, answer forms, HTTP routes, jobs and the command line."""
