"""The canned questions: catalogue, parameters, running one on a store, and its table."""
