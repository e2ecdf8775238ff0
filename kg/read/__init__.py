"""Bytes → `Document`: sniffing, encodings, a file per format, repair, and what a text is about."""
