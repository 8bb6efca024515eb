"""Makes the benchmark's input and measures; .ci/bench calls it.

  bench.py input SAMPLES WORK     writes WORK/10.ndjson and WORK/100.ndjson (MB)
  bench.py measure PROGRAM WORK   prints the ratios

The two are processes of their own, so that what measures stays small.
"""

import glob
import json
import os
import random
import statistics
import sys
import time

STARTS = 200
ROUNDS = 7


# Input


def make_input(samples, work):
    """Lines of the samples, with names and figures that differ from line to line."""
    texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(samples + "/*.json"))]
    chance = random.Random(57)
    lines = [line.encode() for line in (vary(json.loads(text), chance) for text in texts * 50)]
    for megabytes in (10, 100):
        with open(f"{work}/{megabytes}.ndjson", "wb") as file:
            size = number = 0
            while size < megabytes * 1_000_000:
                line = lines[number % len(lines)].replace(b"%N%", b"%07d" % number)
                size += file.write(line + b"\n")
                number += 1
        print(f"bench: input of {megabytes} MB: {number} applications, {size // number} bytes each")


def vary(application, chance):
    # The files are not beside the input.
    application.pop("evidence", None)
    application["baseName"] = f"{application.get('baseName', '')}（%N%号）"
    application.setdefault("applicant", {})["name"] = f"第%N%号{chance.choice('甲乙丙丁戊')}单位"
    staff = application.get("staff") or {}
    for key in ("fullTime", "partTime"):
        if staff.get(key) is not None:
            staff[key] += chance.randrange(40)
    for key in ("experts", "tenants", "achievements"):
        for element in application.get(key) or []:
            if element and element.get("name"):
                element["name"] += f"（{chance.randrange(10**6)}）"
    return json.dumps(application, ensure_ascii=False, separators=(",", ":"))


# Measuring


class Run:
    """One run of a command, its output thrown away."""

    def __init__(self, command, watch_memory=False):
        null = [(os.POSIX_SPAWN_OPEN, fd, "/dev/null", os.O_RDWR, 0) for fd in (0, 1, 2)]
        start = time.perf_counter_ns()
        process = os.posix_spawn(command[0], command, os.environ, file_actions=null)
        self.peak = 0
        if watch_memory:
            while os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
                self.peak = peak_memory(process) or self.peak
                time.sleep(0.001)
        _, status, usage = os.wait4(process, 0)
        self.seconds = (time.perf_counter_ns() - start) / 1e9
        self.cpu = usage.ru_utime + usage.ru_stime
        self.status = os.waitstatus_to_exitcode(status)


def peak_memory(process):
    """In kB; the figure that wait4 gives has the parent's memory in it, up to the exec."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1])
    except OSError:
        pass
    return None


def alternating(commands, rounds, key):
    """Each command's figures; the commands take turns, so that what slows the machine slows all."""
    for command in commands.values():
        Run(command)
    figures = {name: [] for name in commands}
    for number in range(rounds):
        names = list(commands)
        names = names[number % len(names) :] + names[: number % len(names)]
        for name in names:
            figures[name].append(key(Run(commands[name])))
    return figures


def ratios(figures, base):
    """The ratio of the medians; the median of the ratios in each round, and their quartiles."""
    pairs = [mine / theirs for mine, theirs in zip(figures, base)]
    low, middle, high = statistics.quantiles(pairs, n=4)
    return (
        f"{statistics.median(figures) / statistics.median(base):6.2f} "
        f"(by round {middle:.2f}, {low:.2f}–{high:.2f})"
    )


def measure_start(program, work):
    samples = sorted(glob.glob("samples/*.json"))
    commands = {
        "/bin/true": ["/bin/true"],
        "check of a sample, text": [program, samples[0]],
        "check of a sample, json": [program, "--format", "json", samples[0]],
        "--version": [program, "--version"],
    }
    if os.path.exists(work + "/empty"):
        commands["an empty static C program"] = [work + "/empty"]
    figures = alternating(commands, STARTS, lambda run: run.seconds)
    base = figures["/bin/true"]
    print(f"\nStart-up, {STARTS} rounds, in times of /bin/true:")
    for name, times in figures.items():
        print(f"  {name:28} {statistics.median(times) * 1e6:7.0f} µs {ratios(times, base)}")


def measure_throughput(program, work):
    path = work + "/100.ndjson"
    size = os.path.getsize(path) / 1e6
    commands = {
        "check, ndjson": [program, "--format", "ndjson", path],
        "check, ndjson, brief": [program, "--format", "ndjson", "--brief", path],
    }
    parsers = {}
    if os.path.exists(work + "/parse-lines"):
        parsers["yyjson, parse only"] = [work + "/parse-lines", path]
    if os.path.isdir(work + "/python/orjson"):
        code = "import sys, orjson\nfor line in open(sys.argv[1], 'rb'): orjson.loads(line)"
        os.environ["PYTHONPATH"] = work + "/python"
        parsers["orjson, parse only"] = [sys.executable, "-c", code, path]
    figures = alternating(commands | parsers, ROUNDS, lambda run: (run.seconds, run.cpu))

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(f"\nThroughput, {size:.0f} MB, {ROUNDS} rounds, {cores} processors (parsers use one):")
    for name, runs in figures.items():
        wall, cpu = (statistics.median(column) for column in zip(*runs))
        print(
            f"  {name:28} {wall:6.3f} s {size / wall:6.0f} MB/s; "
            f"processor time {cpu:6.3f} s {size / cpu:6.0f} MB/s"
        )
    for parser in parsers:
        print(f"  in times of {parser}:")
        for name in commands:
            for column, what in ((0, "time"), (1, "processor time")):
                mine, theirs = ([run[column] for run in figures[key]] for key in (name, parser))
                print(f"    {name:22} {what:15}{ratios(mine, theirs)}")


def measure_memory(program, work):
    if not os.path.isdir("/proc/self"):
        print("\nPeak memory: not measured without /proc")
        return
    print("\nPeak memory:")
    for options in ([], ["--brief"]):
        peaks = {}
        for size in (10, 100):
            command = [program, "--format", "ndjson", *options, f"{work}/{size}.ndjson"]
            peaks[size] = max(Run(command, watch_memory=True).peak for _ in range(3)) / 1024
        print(
            f"  check, ndjson {' '.join(options):9} 10 MB: {peaks[10]:.1f} MiB, "
            f"100 MB: {peaks[100]:.1f} MiB, ratio {peaks[100] / peaks[10]:.2f}"
        )


if __name__ == "__main__":
    if sys.argv[1] == "input":
        make_input(sys.argv[2], sys.argv[3])
    else:
        statuses = Run([sys.argv[2], "--format", "ndjson", sys.argv[3] + "/10.ndjson"]).status
        print(f"bench: the program leaves with {statuses} (1: some of the applications are ineligible)")
        measure_start(sys.argv[2], sys.argv[3])
        measure_throughput(sys.argv[2], sys.argv[3])
        measure_memory(sys.argv[2], sys.argv[3])
