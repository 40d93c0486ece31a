from export import price_list

# The last line's value is shown as a table.
price_list()
