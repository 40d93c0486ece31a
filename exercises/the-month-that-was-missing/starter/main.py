from revenue import monthly_revenue

# The last line's value is shown as a table.
monthly_revenue(2026)
