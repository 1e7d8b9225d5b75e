"""The demo's PostgreSQL: keeps its data, never runs as root, and never outlives whoever started it."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.helpers.house import ROOT
from tools.demo_postgres import PostgresCluster

_OWNER = """
from tools.demo_postgres import PostgresCluster
cluster = PostgresCluster(durable=False).start()
print(cluster.folder, cluster.url(), flush=True)
input()
"""


def test_data_and_address_outlive_a_crash_of_the_server() -> None:
    with PostgresCluster() as cluster:
        url = cluster.new_database()
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE letter AS SELECT 'หนังสือ' AS subject")
        cluster.stop(immediate=True)
        cluster.start()
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT subject FROM letter").fetchone() == ("หนังสือ",)
        folder = cluster.folder
    assert not folder.exists()


def test_a_folder_of_ones_own_keeps_its_data() -> None:
    with PostgresCluster() as first:
        kept = first.folder / "kept"
        with PostgresCluster(kept, durable=False) as cluster:
            name = cluster.new_database().rpartition("/")[2]
        with PostgresCluster(kept) as again, psycopg.connect(again.url(name)) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_nobody_without_the_password_gets_in(database: str) -> None:
    user, _, rest = database.partition("@")
    stranger = f"{user.rpartition(':')[0]}:guess@{rest}"
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(stranger)


def test_the_server_is_not_root_and_nobodys_home_was_opened(postgres: PostgresCluster) -> None:
    assert postgres.folder.stat().st_uid != 0
    assert postgres.folder.stat().st_mode & 0o077 == 0


def test_a_killed_owner_leaves_no_server_behind() -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", _OWNER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert owner.stdout
    folder, url = owner.stdout.readline().decode().split()
    psycopg.connect(url).close()
    owner.kill()
    owner.communicate()  # ends when the watchman, who has the same stderr, has ended too
    assert not Path(folder).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
