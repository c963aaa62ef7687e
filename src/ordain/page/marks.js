// Words with marks: a walk along the old and the new text, and the elements that show it.

const MARKS = { "-": "del", "+": "ins" };
const WEIGHTS = { n: "numbering", t: "typography" };

// Return the parts of a walk as [sign, weight, text]; `at` is moved along both texts.
function walked(walk, texts, at) {
  if (typeof walk !== "string") return walk.map(([sign, text]) => [sign[0], WEIGHTS[sign[1]] ?? "wording", text]);
  return [...walk.matchAll(/([=+-])(\d+)([nt]?)/g)].map(([, sign, count, weight]) => {
    const length = Number(count);
    const text = sign === "-" || texts.new === null ? texts.old.substr(at.old, length) : texts.new.substr(at.new, length);
    if (sign !== "+") at.old += length;
    if (sign !== "-") at.new += length;
    return [sign, WEIGHTS[weight] ?? "wording", text];
  });
}

// Return the parts as one side has them, or both, with what is not to be marked as it reads.
function shown(parts, side) {
  return parts
    .filter(([sign, weight]) => (side !== "new" || sign !== "-") && (side !== "old" || sign !== "+") && (side || sign !== "-" || !state.hidden.includes(weight)))
    .map(([sign, weight, text]) => [state.hidden.includes(weight) ? "=" : sign, weight, text]);
}

function marked(parts, side, isClean) {
  return joined(shown(parts, side)).flatMap(([sign, weight, text]) => {
    if (sign === "=" || isClean) return signs(text);
    const tag = MARKS[sign];
    const [open, close] = data.marks[sign === "-" ? 0 : 1];
    const bracket = (text) => (settings.brackets ? make("span", { class: "bracket" }, text) : null);
    return make(
      tag,
      { class: tag === "ins" && !/^[\p{L}\p{N}("$§[\u201c]/u.test(text) ? "tight" : null, "data-weight": weight === "wording" ? null : weight },
      make("i", {}, `${word(`mark.${tag}.begin`)} `),
      bracket(open),
      signs(text),
      bracket(close),
      make("i", {}, ` ${word(`mark.${tag}.end`)}`),
    );
  });
}

// Return parts with neighbors of one sign and one weight joined.
function joined(parts) {
  const out = [];
  for (const [sign, weight, text] of parts) {
    const last = out[out.length - 1];
    if (last !== undefined && last[0] === sign && (sign === "=" || last[1] === weight)) last[2] += text;
    else out.push([sign, weight, text]);
  }
  return out;
}

// Return words of the bill, each sign that no reader sees, or that turns the line round, shown by its number.
function signs(text) {
  return text.split(/((?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])/u).filter(Boolean).map((run) => {
    if (!/^(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u.test(run)) return run;
    const number = run.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return make("span", { class: "control" }, `[U+${number}]`);
  });
}

function broken(sign) {
  if (sign === undefined || sign === "=") return [];
  const tag = MARKS[sign];
  return [" ", make(tag, { class: "end" }, make("i", {}, `${word(`mark.${tag}.begin`)} ${word("mark.break")} `), "¶")];
}
