"""Bytes → `Document`: sniffing, encodings, one file per format, repair, and what a text is about."""
