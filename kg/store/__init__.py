"""Where things rest: statements in SQLite, and printers of the graph, one file a system."""
