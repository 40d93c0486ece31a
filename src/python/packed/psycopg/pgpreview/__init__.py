"""A Django database backend that writes PostgreSQL's SQL, and executes nothing."""
