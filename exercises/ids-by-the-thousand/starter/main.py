from quiet import quiet_addresses

# The last line's value is shown as a table.
quiet_addresses()
