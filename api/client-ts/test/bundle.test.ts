// The package in a browser: bundled, without anything of node, and run.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { builtinModules } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { FakeOperator } from "./fake.js";
import { certify, claimOf, vectors } from "./golden.js";

const golden = Object.fromEntries(["claim", "certificates", "alerts", "handoffs"].map((name) => [name, vectors(`${name}.json`)]));
const SIGNATURES = 1 + golden["certificates"].length + 1 + golden["handoffs"].hand_offs.length;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A bundle for browsers, with its inputs. esbuild itself refuses what a browser has not. */
async function bundle(entry: string, format: "esm" | "iife") {
  const result = await build({
    entryPoints: [here(entry)], bundle: true, write: false, platform: "browser", target: "es2022", format, globalName: format === "iife" ? "trident" : undefined!, minify: true, metafile: true, logLevel: "silent",
  });
  return { text: result.outputFiles[0]!.text, inputs: Object.keys(result.metafile.inputs), imports: Object.values(result.metafile.inputs).flatMap((i) => i.imports.map((x) => x.path)) };
}

test("the bundle has nothing of node", async (t) => {
  const b = await bundle("../dist/index.js", "esm");
  const builtin = b.imports.filter((path) => path.startsWith("node:") || builtinModules.includes(path));
  assert.deepEqual(builtin, []);
  for (const word of [/\brequire\(/, /\bprocess\./, /\bBuffer\b/, /\b__dirname\b/]) assert.doesNotMatch(b.text, word);
  assert.ok(b.inputs.every((i) => i.includes("@noble/") || i.includes("dist/")), "nothing but the package and @noble");
  assert.ok(b.text.length < 150_000, `${b.text.length} bytes`);
  t.diagnostic(`minified: ${b.text.length} bytes`);
});

test("what is not used is left out", async () => {
  const result = await build({
    stdin: { contents: 'export { claimDigest } from "./index.js"', resolveDir: here("../dist") }, bundle: true, write: false, platform: "browser", format: "esm", minify: true, logLevel: "silent",
  });
  assert.ok(!result.outputFiles[0]!.text.includes("BLS_SIG_"), "a digest needs no curve");
});

test("the golden vectors hold where there are web globals only", async () => {
  const b = await bundle("./browser.js", "iife");
  const web = { TextEncoder, TextDecoder, AbortController, AbortSignal, setTimeout, clearTimeout, fetch, URL, atob, crypto, golden };
  assert.equal(await runInNewContext(`${b.text}; trident.run(golden)`, web), SIGNATURES);
});

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

test("the golden vectors hold, and a stream is read, in Chromium", { skip: chromium === undefined && "chromium is not installed", timeout: 300_000 }, async () => {
  const operator = await new FakeOperator().start();
  operator.certify([certify(claimOf(1n), 4, 1, 2, 3)]);
  const { text } = await bundle("./browser.js", "iife");
  const page = `<!doctype html><meta charset="utf-8"><script>${text.replaceAll("</", "<\\/")}</script><script>
    trident.run(${JSON.stringify(golden)}, ${JSON.stringify(operator.url)}).then((n) => "checked " + n, (err) => "failed: " + err.stack).then((body) => fetch("/result", { method: "POST", body }));
  </script>`;
  let tell: (result: string) => void;
  const result = new Promise<string>((resolve) => (tell = resolve));
  const server = createServer((request, response) => {
    if (request.url !== "/result") return void response.writeHead(200, { "content-type": "text/html" }).end(page);
    let body = "";
    request.on("data", (part) => (body += part)).on("end", () => tell(body));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const profile = await mkdtemp(join(tmpdir(), "trident-chromium-"));
  const browser = spawn(chromium!, [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    `--user-data-dir=${profile}`, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  ], { stdio: "ignore", detached: true });
  const gone = new Promise((resolve) => browser.on("exit", resolve));
  try {
    assert.equal(await result, `checked ${SIGNATURES}`);
  } finally {
    process.kill(-browser.pid!, "SIGKILL"); // the group: Chromium has many processes
    await gone;
    server.closeAllConnections();
    server.close();
    await operator.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});
