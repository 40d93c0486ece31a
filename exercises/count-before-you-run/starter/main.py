from lazy import chained, indexed, related, renewed, twice

for function in (chained, twice, renewed, indexed, related):
    function()
