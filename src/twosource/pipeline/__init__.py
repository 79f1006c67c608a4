"""The only place where stages meet edges: ingest, link, publish."""
