from latest import latest_orders

# The last line's value is shown as a table.
latest_orders()
