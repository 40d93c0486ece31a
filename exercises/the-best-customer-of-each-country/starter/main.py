from best import best_customers

# The last line's value is shown as a table.
best_customers()
