from report import order_report

# The last line's value is shown as a table.
order_report()
