def check(expect):
    report = expect.call("report:order_report", at=[(30, 4021), (120, 977)], of="orders")
    report.same_result_as_solution("Returns the same report, at two other sizes of data")
    report.queries(at_most=2, title="Uses at most 2 queries, at any size of data")
