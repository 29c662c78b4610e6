"""The same work in python3-lxml: parse, then validate against the DTD."""

import json
import resource
import sys
import time

from lxml import etree

folder, name = sys.argv[1:3]
with open(f"{folder}/{name}.bin", "rb") as file:
    data = file.read()
documents = []
at = 0
with open(f"{folder}/{name}.txt", encoding="ascii") as file:
    for line in file:
        documents.append(data[at : at + int(line)])
        at += int(line)
dtd = etree.DTD(f"{folder}/letter.dtd")
started = time.perf_counter()
cpu_started = time.process_time()
valid = sum(1 for document in documents if dtd.validate(etree.fromstring(document)))
cold = {
    "cpuSeconds": time.process_time() - cpu_started,
    "wallSeconds": time.perf_counter() - started,
}
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"valid": valid, "cold": cold, "peakRssMb": peak}))
