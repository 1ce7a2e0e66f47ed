"""Own HTTP routes, without Reflex: log-in, files in and out, drawings, answer pages."""
