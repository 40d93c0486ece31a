from loads import accounts, names, prices, shelf, sold_out

for function in (prices, names, accounts, shelf, sold_out):
    function()
