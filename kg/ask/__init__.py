"""The canned questions: catalogue, parameters, running one on a store, the table that comes back."""
