"""Runs the browser's link codec in node, which needs no browser: the modules as they stand."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.repository import ROOT

NODE = Path(sys.executable).with_name("node")
STATE = ROOT / "static" / "atlas" / "state"

# One line in, one line out: a function's text and its argument, then what it gives.
ANSWER = """
import { createInterface } from "node:readline";
const [codec, selectors] = await Promise.all(process.argv.slice(1).map((url) => import(url)));
Object.assign(globalThis, codec);
for await (const line of createInterface({ input: process.stdin })) {
  const { view, run, given } = JSON.parse(line);
  if (view) globalThis.atlas = selectors.indexed(view);
  const answer = run ? (0, eval)(`(${run})`)(given) : null;
  process.stdout.write(`${JSON.stringify(answer)}\\n`);
}
"""


class Codec:
    """The codec with an edition's data, in a process of its own."""

    def __init__(self, view: dict[str, Any]) -> None:
        modules = [(STATE / f"{name}.js").as_uri() for name in ("codec", "selectors")]
        self._node = subprocess.Popen(
            [NODE, "--input-type=module", "--eval", ANSWER, *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._ask({"view": view})

    def evaluate(self, run: str, given: Any) -> Any:
        """Call a JavaScript function, given as its text, and return what it returns."""
        return self._ask({"run": run, "given": given})

    def close(self) -> None:
        """End the process."""
        with self._node:
            assert self._node.stdin
            self._node.stdin.close()

    def _ask(self, question: dict[str, Any]) -> Any:
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps(question) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())
