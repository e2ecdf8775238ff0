"""Which names are one thing: normal forms of Chinese names, inside a document and across."""
