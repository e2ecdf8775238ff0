"""`Document` → what it says: a spaCy pipeline whose every step has one job (`kg.pipeline()`)."""
