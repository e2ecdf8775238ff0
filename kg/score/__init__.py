"""How well extracted lines agree with labelled ones: the benchmark's measure (`kg score`).

Entities and facts are compared once per document, as sets. Labelled lines marked optional count
neither way. A name matches when the predicted canonical name is the labelled name or one of its
aliases after folding, or nearly so; predicted aliases prove nothing, but `home` marks the report's
own region in both.
"""

from kg.score.run import score as score
from kg.score.table import Table as Table
