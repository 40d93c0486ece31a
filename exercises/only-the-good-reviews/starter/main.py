from showcase import showcase

# The last line's value is shown as a table.
showcase(5)
