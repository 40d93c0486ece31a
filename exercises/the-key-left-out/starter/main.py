from packing import packing_list

# The last line's value is shown as a table.
packing_list()
