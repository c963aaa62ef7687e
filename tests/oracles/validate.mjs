// Validate documents with the Open XML SDK: a line on stdin is a path as JSON, the line on
// stdout that answers it is a list of errors as JSON.

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

import validate from "@ooxml-tools/validate";

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await errors(JSON.parse(line))) + "\n");
}
// The runtime of the SDK would keep the process alive.
process.exit(0);

async function errors(path) {
  const docx = await readFile(path);
  try {
    const found = await validate(docx, "docx", "Microsoft365");
    return found.map(({ description, path: { partUri, xpath } }) => `${description} (${partUri} ${xpath})`);
  } catch (refusal) {
    return [`The file cannot be opened: ${refusal.message}`];
  }
}
