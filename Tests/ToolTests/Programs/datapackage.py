"""Validates a data package with frictionless, and its entry for catalogues where rdflib is there: prints what is wrong."""
import json
import sys

from frictionless import Package, system

system.trusted = True
report = Package(sys.argv[1] + "/datapackage.json").validate()
problems = [str(error) for error in report.flatten(["message"])]
rows = {task.name: task.stats.get("rows") for task in report.tasks}
triples = None
try:
    import rdflib
    triples = len(rdflib.Graph().parse(sys.argv[1] + "/dcat.ttl", publicID="http://example.org/"))
except ImportError:
    pass
print(json.dumps({"valid": report.valid, "problems": problems, "rows": rows, "triples": triples}))
