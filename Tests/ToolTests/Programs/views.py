"""Loads what `gather` wrote into a database by the scripts of Resources/sql, and compares its views with the core's
figures, which stand beside the inputs: prints how many were compared, and those that differ.

    views.py duckdb|postgresql|spark FOLDER
"""
import glob
import json
import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile

SQL = os.path.join(os.path.dirname(__file__), "../../../Resources/sql")
COMPARED = {
    # What is compared, and by how much a rounded figure may differ.
    "indicators": "SELECT s.indicator, g.published, ROUND(s.score, 6) FROM indicator_scores s"
                  " JOIN gathered_indicators g ON g.indicator_id = s.indicator_id AND g.year = s.year",
    "objectives": "SELECT s.objective, o.published, ROUND(s.score, 6) FROM objective_scores s"
                  " JOIN objectives o ON o.objective_id = s.objective_id AND o.year = s.year",
    "municipalities": "SELECT s.municipality, y.published, s.shown FROM municipality_scores s"
                      " JOIN years y ON y.municipality_id = s.municipality_id AND y.year = s.year",
    # Indicators on the edge of rounding, named after what is shown of them.
    "shown": "SELECT s.indicator, CAST(SUBSTR(s.indicator, 8) AS INTEGER), s.shown FROM indicator_scores s"
             " WHERE s.indicator LIKE 'mostra %'",
}
OTHERS = ["indicator_years", "line_scores", "same_size", "distribution", "weights_not_100"]


def text(name):
    with open(os.path.join(SQL, name)) as file:
        return file.read()


def duckdb_rows(folder):
    import duckdb
    base = duckdb.connect()
    base.execute(f"SET VARIABLE folder = '{folder}'")
    base.execute(text("duckdb.sql"))
    base.execute(text("views.sql"))
    for name in OTHERS:
        base.execute(f"SELECT COUNT(*) FROM {name}").fetchall()
    return {name: base.execute(query).fetchall() for name, query in COMPARED.items()}


def spark_rows(folder):
    from pyspark.sql import SparkSession
    home = tempfile.mkdtemp(prefix="barometro-spark-")
    try:
        base = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
                .config("spark.sql.warehouse.dir", home).config("spark.sql.shuffle.partitions", "2").getOrCreate())
        base.sparkContext.setLogLevel("OFF")
        script = (text("spark.sql") + text("views.sql")).replace("FOLDER", folder)
        for statement in re.sub("--.*", "", script).split(";"):
            if statement.strip():
                base.sql(statement)
        for name in OTHERS:
            base.sql(f"SELECT COUNT(*) FROM {name}").collect()
        rows = {name: [tuple(row) for row in base.sql(query).collect()] for name, query in COMPARED.items()}
        base.stop()
        return rows
    finally:
        shutil.rmtree(home, ignore_errors=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def postgresql_rows(folder):
    programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
    # The server refuses to run as root.
    owner = pwd.getpwnam("postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name)
    # Not where TMPDIR says: the tests' own folder is closed to other users.
    home = tempfile.mkdtemp(prefix="barometro-pg-", dir="/tmp")
    os.chown(home, owner.pw_uid, owner.pw_gid)
    port = str(free_port())

    def run(*command, **more):
        def drop():
            if os.geteuid() == 0:
                os.setgid(owner.pw_gid)
                os.setuid(owner.pw_uid)
        return subprocess.run(command, check=True, preexec_fn=drop, cwd=home, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, **more)

    started = False
    try:
        run(f"{programs}/initdb", "-D", f"{home}/data", "-A", "trust", "-U", "barometro", "--no-sync", "-E", "UTF8",
            "--locale=C.UTF-8")
        run(f"{programs}/pg_ctl", "-D", f"{home}/data", "-w", "-l", f"{home}/log", "-o",
            f"-p {port} -h 127.0.0.1 -k {home} -F", "start")
        started = True
        psql = ["psql", "-X", "-q", "-h", "127.0.0.1", "-p", port, "-U", "barometro", "-d", "postgres", "-v",
                "ON_ERROR_STOP=1"]
        environment = dict(os.environ, BAROMETRO_GATHERED=folder)
        subprocess.run(psql + ["-f", f"{SQL}/postgresql.sql", "-f", f"{SQL}/views.sql"], check=True, env=environment,
                       capture_output=True, text=True)
        rows = {}
        for name in OTHERS:
            subprocess.run(psql + ["-c", f"SELECT COUNT(*) FROM {name}"], check=True, capture_output=True, text=True)
        for name, query in COMPARED.items():
            answer = subprocess.run(psql + ["-At", "-c", f"SELECT json_agg(json_build_array(a, b, c)) FROM ({query}) q(a, b, c)"],
                                    check=True, capture_output=True, text=True).stdout
            rows[name] = json.loads(answer or "[]") or []
        return rows
    finally:
        if started:
            run(f"{programs}/pg_ctl", "-D", f"{home}/data", "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


def differs(published, computed):
    if published is None or computed is None:
        return published is not computed
    return abs(float(published) - float(computed)) > 0.0000011


try:
    rows = {"duckdb": duckdb_rows, "postgresql": postgresql_rows, "spark": spark_rows}[sys.argv[1]](sys.argv[2])
except subprocess.CalledProcessError as error:
    sys.exit((error.stderr or "") + (error.stdout or ""))
print(json.dumps({
    "compared": {name: len(found) for name, found in rows.items()},
    "differing": [[name, str(a), str(b), str(c)] for name, found in rows.items() for a, b, c in found if differs(b, c)][:20],
}))
