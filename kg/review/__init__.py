"""`kg review`: what an analyst should look at, as a workbook, and the verdicts taken in from it.

A verdict is about a fact's key or about a pair of entities, so it holds through rebuilds and new
extractions for as long as the fact is the same one.
"""
