"""Converts NDJSON on Apache Spark, with the program that converts it on one machine.

The input is split, each part goes through `kritinfo convert - --envelope` by RDD.pipe, and what comes back is laid in
three folders of compressed text: outputs, rejects and report. Read one after the other, the parts of a folder hold the
same lines as the files of a single machine. See README.md beside this file.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import datetime, timezone
from functools import partial
from pathlib import Path

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql.functions import col

HERE = Path(__file__).resolve().parent
GZIP = "org.apache.hadoop.io.compress.GzipCodec"

# Exit codes of kritinfo, from the least to the gravest; the last two end the job.
FINE, NOTHING, FINDINGS, LOSS, INPUT, USAGE, DEFECT = 0, 5, 1, 4, 3, 2, 70
GRAVITY = [FINE, NOTHING, FINDINGS, LOSS, INPUT, USAGE, DEFECT]

# A stage tells its exit code in a last line of its own. A code that says nothing of documents is passed on, so that
# Spark tries the part again and at last gives up.
STAGE = r"""
"$@"
code=$?
case $code in
  0 | 1 | 3 | 4 | 5) printf '{"exit":%d}\n' "$code" ;;
  *) exit "$code" ;;
esac
"""


class Stop(Exception):
    """An end with an exit code and a word for the user."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def main(argv):
    """Does the whole job and returns the exit code."""
    given = arguments(argv)
    try:
        header = rehearse(given)
        spark = SparkSession.builder.appName("kritinfo").config("spark.rdd.compress", "true").getOrCreate()
        try:
            return run(spark, given, header)
        finally:
            spark.stop()
    except Stop as stop:
        print(f"kritinfo_spark: {stop}", file=sys.stderr)
        return stop.code


def arguments(argv):
    """What the command line says; `options` is what goes on to kritinfo."""
    parser = argparse.ArgumentParser(
        description="Converts NDJSON on Apache Spark.", epilog="What follows -- goes to kritinfo convert as it is."
    )
    parser.add_argument("input", nargs="+", help="NDJSON file, also .gz; whatever address Hadoop reads")
    parser.add_argument("--to", required=True, choices=["ki", "kj", "r4", "eps"], help="form of the output")
    parser.add_argument("-o", "--output", required=True, help="folder for outputs, rejects and report")
    parser.add_argument("--now", help="instant that the outputs say they were made; default the clock, read once")
    parser.add_argument("--split-bytes", type=int, default=64 << 20, help="most of a file that is one part")
    parser.add_argument(
        "--program",
        default=f"node {shlex.quote(str(HERE.parent.parent / 'dist' / 'cli.js'))}",
        help="how kritinfo is called on each machine",
    )
    own, options = split_at(argv, "--")
    given = parser.parse_args(own)
    given.options = options
    # Whoever does a part again does it with the same clock.
    given.now = given.now or datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return given


def split_at(words, mark):
    place = words.index(mark) if mark in words else len(words)
    return words[:place], words[place + 1 :]


def call(given):
    """The call of kritinfo that all machines make."""
    program = shlex.split(given.program)
    own = ["--to", given.to, "--format", "ndjson", "--now", given.now, "--quiet"]
    return [*program, "convert", "-", *own, *given.options]


def rehearse(given):
    """Makes the call once, without a document, so that a wrong one is told here. Returns the first line of a report."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.ndjson")
        try:
            done = subprocess.run([*call(given), "--report", report], input=b"", capture_output=True, check=False)
        except OSError as problem:
            raise Stop(USAGE, f"{given.program}: {problem.strerror}") from problem
        if done.returncode in (USAGE, DEFECT) or not report.exists():
            raise Stop(done.returncode or DEFECT, done.stderr.decode(errors="replace").strip())
        return report.read_text().split("\n")[0]


def run(spark, given, header):
    """Converts, writes the three folders, and returns the exit code. Throws `Stop`."""
    lines, files = read(spark, given)
    starts = starts_of(lines, files)
    stage = shlex.join(["sh", "-c", STAGE, "kritinfo", *call(given), "--envelope"])
    told = lines.map(bytes.decode).pipe(stage, env=dict(os.environ), checkCode=True)
    # Each part is converted once: the three folders and the summary are made of what is kept on disk.
    kept = told.mapPartitionsWithIndex(partial(sorted_out, starts)).persist(StorageLevel.DISK_ONLY)
    try:
        for kind in ("output", "reject"):
            save(kept.filter(partial(is_kind, kind)).values(), given.output, f"{kind}s")
        report = kept.filter(partial(is_kind, "report")).values()
        save(report.mapPartitionsWithIndex(partial(headed, header)), given.output, "report")
        return summary(kept.filter(partial(is_kind, "fate")).values().countByValue())
    except Exception as problem:  # What Spark throws is a class of py4j for all that can happen to a job.
        raise stop_of(problem) from problem


def read(spark, given):
    """All lines as bytes, and the file of each partition: a partition never holds lines of two files."""
    spark.conf.set("spark.sql.files.maxPartitionBytes", given.split_bytes)
    reader = spark.read.option("lineSep", "\n")
    parts = [reader.text(file).select(col("value").cast("binary")).rdd for file in given.input]
    files = [file for file, part in zip(given.input, parts) for _ in range(part.getNumPartitions())]
    return spark.sparkContext.union(parts).map(lambda row: bytes(row[0])), files


def starts_of(lines, files):
    """For each partition its file, the lines of the file before it, and whether it holds any itself."""
    counts = lines.mapPartitionsWithIndex(counted).collect()
    starts, before = [], Counter()
    for file, (count, wrong) in zip(files, counts):
        if wrong is not None:
            place = f"{file}:{before[file] + wrong}"
            raise Stop(INPUT, f"{place}: the line is not UTF-8, and Spark pipes text. Nothing was converted.")
        starts.append((file, before[file], count > 0))
        before[file] += count
    return starts


def counted(_, lines):
    """How many lines a partition has, and the first that is not UTF-8."""
    count, wrong = 0, None
    for line in lines:
        count += 1
        if wrong is None and not is_text(line):
            wrong = count
    yield count, wrong


def is_text(line):
    try:
        line.decode()
        return True
    except UnicodeDecodeError:
        return False


def sorted_out(starts, index, lines):
    """Pairs of kind and text: output, reject, report, and `fate` for what the summary counts."""
    file, before, has_lines = starts[index]
    # A part without a line is an empty document to the program and none to us.
    if not has_lines:
        return
    for line in lines:
        if line.startswith('{"output":'):
            yield "output", line[len('{"output":') : -1]
            continue
        ((kind, told),) = json.loads(line).items()
        if kind == "exit":
            yield "fate", ("exit", told)
            continue
        yield kind, written(renamed(told, file, before))
        if kind == "report":
            yield "fate", ("document", told["written"])
        else:
            yield "fate", ("reject", told["exit"])


def renamed(told, file, before):
    """The line that a document has in its file instead of the line in its part."""
    told["input"] = f"{file}:{int(told['input'].rpartition(':')[2]) + before}"
    for issue in told["issues"]:
        if "line" in issue:
            own = issue["line"]
            issue["line"] += before
            # Rejects say in words too where a document begins that is cut short; it has no other line than this one.
            if "message" in issue:
                issue["message"] = issue["message"].replace(f"line {own},", f"line {issue['line']},")
    return told


def written(told):
    """JSON as kritinfo writes it."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def is_kind(kind, pair):
    return pair[0] == kind


def headed(header, index, lines):
    """A report begins with a line that says what made it."""
    if index == 0:
        yield header
    yield from lines


def save(lines, folder, name):
    lines.saveAsTextFile(f"{folder}/{name}", compressionCodecClass=GZIP)


def summary(fates):
    """Tells what became of the documents, and returns the gravest exit code of all parts."""
    made, refused = fates[("document", True)], fates[("document", False)]
    causes = {code: count for (what, code), count in sorted(fates.items()) if what == "reject"}
    words = {FINDINGS: "with errors in the output", INPUT: "that could not be read or converted"}
    told = [f"{count} {words.get(code, f'with exit code {code}')}" for code, count in causes.items()]
    whole = f"{made + refused} documents, {made} written, {refused} rejected"
    print(f"kritinfo_spark: {whole}", *told, sep=", ", file=sys.stderr)
    codes = [code for what, code in fates if what == "exit"]
    return max(codes, key=GRAVITY.index, default=NOTHING)


def stop_of(problem):
    """The end that an exception of Spark means."""
    text = str(problem)
    if "FileAlreadyExistsException" in text:
        return Stop(USAGE, "the folder of the output has results already. Give another with -o.")
    first = next((line for line in text.split("\n") if "PIPE_FUNCTION_EXITED" in line), text.split("\n")[0])
    return Stop(DEFECT, f"the job failed: {first.strip()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
