"""The graph for people who would rather look than read: pictures, pages, exchange files."""
