"""Lines that a benchmark asks for one at a time: `serve(lines)` reads "name<tab>seconds" and answers with the processor time
of one run, the mean of as many as take that many seconds together."""

import sys
import time


def serve(lines) -> None:
    for line in lines.values():
        line()
    while request := sys.stdin.readline():
        name, at_least = request.rstrip("\n").split("\t")
        run, least, runs = lines[name], float(at_least), 0
        started = time.process_time()
        while runs == 0 or time.process_time() - started < least:
            run()
            runs += 1
        print((time.process_time() - started) / runs, flush=True)
