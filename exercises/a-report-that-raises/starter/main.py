from report import small_customers

# The last line's value is shown as a table.
small_customers()
