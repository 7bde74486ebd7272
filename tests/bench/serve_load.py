"""Many clients at once against a server on this machine: how many answers a second, how long they take, what fails.

::

    python -m tests.bench.serve_load --clients 1000 --requests 5

It is no test. It starts ``kg serve`` on the sample and asks it alone, over the loopback interface.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "ontologies" / "examples" / "sample.trig"
QUERIES = {
    "look-up": "SELECT * { person:sanae-takaichi ?p ?o }",
    "group-by": "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
}
TIMEOUT = 60


def main() -> None:
    """Measure each query."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--requests", type=int, default=5, help="requests of each client")
    parser.add_argument("--graph", default=str(SAMPLE))
    options = parser.parse_args()
    allow_many_connections(options.clients)
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--graph", options.graph]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = urlsplit(server.stdout.readline().strip() if server.stdout else "")
            for name, sparql in QUERIES.items():
                print(
                    asyncio.run(measured(name, sparql, address.port or 0, options.clients, options.requests)),
                    flush=True,
                )
        finally:
            server.terminate()


async def measured(name: str, sparql: str, port: int, clients: int, requests: int) -> str:
    """Let all clients ask, and write one line about it."""
    started = time.perf_counter()
    seen, spent = await asked(sparql, port, clients, requests)
    whole = time.perf_counter() - started
    ranks = statistics.quantiles(spent, n=100) if len(spent) > 1 else [0.0] * 99
    told = ", ".join(f"{status} {count}" for status, count in sorted(seen.items()))
    return (
        f"{name}: {clients} clients x {requests}: {sum(seen.values()) / whole:.0f} answers/s, "
        f"median {ranks[49]:.2f} s, 99th {ranks[98]:.2f} s; {told}"
    )


async def asked(sparql: str, port: int, clients: int, requests: int) -> tuple[Counter[str], list[float]]:
    """Let all clients ask at once; gives how often each status or failure came, and the seconds of each answer."""
    seen: Counter[str] = Counter()
    spent: list[float] = []
    await asyncio.gather(*(_client(sparql, port, requests, seen=seen, spent=spent) for _ in range(clients)))
    return seen, spent


async def _client(sparql: str, port: int, requests: int, *, seen: Counter[str], spent: list[float]) -> None:
    head = f"GET /sparql?query={quote(sparql)} HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n".encode()
    try:
        reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), TIMEOUT)
    except (OSError, TimeoutError) as error:
        seen[type(error).__name__] += requests
        return
    for _ in range(requests):
        started = time.perf_counter()
        try:
            writer.write(head)
            seen[await asyncio.wait_for(_status(reader), TIMEOUT)] += 1
            spent.append(time.perf_counter() - started)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            seen[type(error).__name__] += 1
            break
    writer.close()


async def _status(reader: asyncio.StreamReader) -> str:
    """Read one response; give its status."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = next(int(line[15:]) for line in head.split("\r\n") if line.startswith("content-length:"))
    await reader.readexactly(length)
    return head.split(" ", 2)[1]


def allow_many_connections(clients: int) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(clients + 200, hard), hard))


if __name__ == "__main__":
    main()
