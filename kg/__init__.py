"""A knowledge graph of projects, firms and regions, read out of Chinese county work reports."""

__version__ = "0.1.0"
