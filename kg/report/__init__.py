"""`kg report`: a region's half-year as an analyst would hand it in, every line with its source.

The content (`content`) is the canned questions' answers for one region, and the region's own
figures; `word` prints it as a .docx in the style of an official document, `page` as offline HTML.
"""
