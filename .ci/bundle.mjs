// Builds static/atlas/dist/ from the browser's modules; with --check it only compares, and fails on a difference.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ATLAS = join(ROOT, "static", "atlas");
const DIST = join(ATLAS, "dist");

// What a page loads at once. What a module imports later (`import("…")`) becomes a file of its own,
// which is fetched when it is needed.
const SERVED = { reader: "page/reader.js", pages: "page/pages.js", map: "map/map.js" };
// What the edition as one file carries in itself: everything.
const WHOLE = { single: "page/single.js", "single-map": "map/map.js" };

/** The digest of the sources that every file begins with; tests/reader/test_bundle.py takes it without node. */
async function digest() {
  const names = (await readdir(ATLAS, { recursive: true }))
    .filter((name) => name.endsWith(".js") && !name.startsWith("dist"))
    .map((name) => relative(ROOT, join(ATLAS, name)).replaceAll("\\", "/"))
    .concat(".ci/bundle.mjs")
    .sort();
  const hash = createHash("sha256");
  for (const name of names) {
    const text = await readFile(join(ROOT, name), "utf8");
    hash.update(`${name}\n${text.replaceAll("\r\n", "\n")}\n`);
  }
  return hash.digest("hex");
}

/** Build all files: a map from their names in dist/ to their bytes. */
async function built() {
  const banner = `// Derived from the modules in static/atlas/ by make bundle; do not edit. Sources: ${await digest()}`;
  const files = new Map();

  async function put(name, entry, options) {
    const { outputFiles } = await build({
      entryPoints: { [name]: entry },
      outdir: DIST,
      bundle: true,
      format: "esm",
      target: "es2022",
      charset: "utf8",
      minify: true,
      sourcesContent: false, // they are served beside dist/
      banner: { js: banner },
      write: false,
      logLevel: "warning",
      ...options,
    });
    for (const { path, contents } of outputFiles) files.set(basename(path), contents);
    return files.get(`${name}.js`);
  }

  // The address carries a digest, since a browser may keep an older file beside a newer page.
  const later = {
    name: "later",
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, async ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return null;
        const name = basename(path, ".js");
        const code = await put(name, join(resolveDir, path), served);
        const version = createHash("sha256").update(code).digest("hex").slice(0, 8);
        return { path: `./${name}.js?${version}`, external: true };
      });
    },
  };
  const served = { sourcemap: "linked", plugins: [later] };
  for (const [name, entry] of Object.entries(SERVED)) await put(name, join(ATLAS, entry), served);
  for (const [name, entry] of Object.entries(WHOLE)) await put(name, join(ATLAS, entry), {});
  return files;
}

async function write(files) {
  await rm(DIST, { recursive: true, force: true });
  await mkdir(DIST, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(DIST, name), bytes);
}

/** Compare; gives the names of files that are missing, too many, or other than what is built now. */
async function stale(files) {
  const there = await readdir(DIST).catch(() => []);
  const other = there.filter((name) => !files.has(name));
  for (const [name, bytes] of files) {
    const text = await readFile(join(DIST, name), "utf8").catch(() => "");
    if (text.replaceAll("\r\n", "\n") !== Buffer.from(bytes).toString("utf8")) other.push(name);
  }
  return other;
}

const files = await built();
if (process.argv.includes("--check")) {
  const names = await stale(files);
  if (names.length) console.error(`static/atlas/dist/ is not fresh (${names.join(", ")}). Run: make bundle`);
  process.exitCode = names.length ? 1 : 0;
} else {
  await write(files);
  for (const [name, { length }] of files) if (name.endsWith(".js")) console.log(`${length} bytes ${name}`);
}
