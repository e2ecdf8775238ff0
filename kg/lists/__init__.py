"""Lists and ledgers (名单, 台账) in CSV and XLSX: rows → facts, by a mapping of their headings.

`loaders/lists/*.yaml` says which headings mean what, and which facts a row of each kind of list
states. Every row becomes a line of text (`企业名称：…；所属产业链：…`), so that a fact quotes it.
A table of a Word report that is such a list is read the same way (`with_tables`).
A sidecar beside the file corrects the mapping:

    list: chain_leaders          # the kind: a file of loaders/lists
    columns: {企业全名: company, 备注: null}
    title: …                     # and what the sidecar of a report may say: region, period …
"""

from kg.lists.reading import ListReading, read_list
from kg.lists.tables import with_tables

__all__ = ["ListReading", "read_list", "with_tables"]
