from addresses import unused_addresses

# The last line's value is shown as a table.
unused_addresses()
