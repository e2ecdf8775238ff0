"""The command line `kg`: thin doors – parse, call one function, print, exit with a code.

Exit codes: 0 all done; 1 done, but something was left out (each with a line on standard error);
2 the call could not be carried out.
"""

from kg.cli.main import main as main
