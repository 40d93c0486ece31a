"""Read a submission's Python without running it, and without being brought down by it.

Code that is nested deep enough overflows the stack of the engine when it is parsed, and with it goes the
interpreter: the judge looks at the tokens first, which takes no stack.
"""

from __future__ import annotations

import ast
import io
import tokenize

# Operators, names and values in a row, without a comma or a new line between them. Nested brackets and
# blocks are limited by Python itself, at 200 and 100.
LONGEST_CHAIN = 1_000
# Each `elif` is nested in the one before it.
MOST_ELIFS = 300

_ENDS = {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}


class Unread(Exception):
    """The code is no Python, or is too deep to be read."""


class TooDeep(Unread):
    """It may well run, but reading it would take more stack than there is."""


def parse(source: str) -> ast.Module:
    """The code's tree; raises Unread."""
    try:
        _demand_flat(source)
        return ast.parse(source)
    except (RecursionError, MemoryError) as error:
        raise TooDeep(str(error)) from error
    except (SyntaxError, ValueError, tokenize.TokenError) as error:
        raise Unread(str(error)) from error


def _demand_flat(source: str) -> None:
    # The length of the chain at each depth of brackets.
    chains = [0]
    elifs = 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in _ENDS or token.string in (",", ";"):
            chains[-1] = 0
        elif token.type == tokenize.OP and token.string in "([{":
            chains[-1] += 1
            chains.append(0)
        elif token.type == tokenize.OP and token.string in ")]}" and len(chains) > 1:
            chains.pop()
        elif token.type not in (tokenize.NL, tokenize.COMMENT):
            chains[-1] += 1
            elifs += token.string == "elif"
        if chains[-1] > LONGEST_CHAIN or elifs > MOST_ELIFS or len(chains) > LONGEST_CHAIN:
            raise TooDeep(f"line {token.start[0]} is too deep")
