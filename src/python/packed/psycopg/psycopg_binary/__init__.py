"""Stands in for the C half of psycopg: it quotes values, and reaches no server."""

__version__ = "0.0"
