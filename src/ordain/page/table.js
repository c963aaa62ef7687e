// Tables of a Word file: rows of cells of lines, each line a list of parts of words and what became of its end.

const [OF_HEAD, OF_CELLS] = [0, 1];
const [CELL_SIGN, ROW_SIGN] = [3, 1];

// Return the rows of a table as it stands, all its words under one mark.
function standing(unit, sign) {
  let at = 0;
  return unit[TABLE].map(([isHead, cells], row) => {
    if (row > 0) at += ROW_SIGN;
    return {
      sign,
      isHead: isHead === 1,
      cells: cells.map(([span, ...lengths], cell) => {
        if (cell > 0) at += CELL_SIGN;
        const lines = lengths.map((length, line) => {
          if (line > 0) at += 1;
          const text = unit[TEXT].substr(at, length);
          at += length;
          return { words: text === "" ? [] : [[sign, "wording", text]], end: "=" };
        });
        return { span, lines };
      }),
    };
  });
}

// Return the rows of a table that changed, in the order of the redline.
function changedRows(its, old, now) {
  const known = new Map();
  const rowsOf = (unit, sign) => {
    if (!known.has(sign)) known.set(sign, standing(unit, sign));
    return known.get(sign);
  };
  return its.map(([sign, at, cells]) => {
    const row = rowsOf(sign === "-" ? old : (now ?? old), sign)[at];
    if (cells === undefined) return row;
    return { ...row, cells: row.cells.map((cell, place) => ({ span: cell.span, lines: cells[place].map(([words, end]) => ({ words: walked(words), end })) })) };
  });
}

function hasRow(row, side) {
  return (side !== "old" || row.sign !== "+") && (side !== "new" || row.sign !== "-");
}

function tableOf(rows, side, isClean) {
  const line = ({ words, end }) => [...marked(words, side, isClean), ...(side || isClean ? [] : broken(end))];
  const cell = ({ span, lines }, isHead) =>
    make(
      isHead ? "th" : "td",
      { scope: isHead ? "col" : null, colspan: span > 1 ? span : null },
      lines.length > 1 ? lines.map((its) => make("p", {}, line(its))) : lines.flatMap(line),
    );
  const kinds = { "-": "struck", "+": "added" };
  return make(
    "div",
    { class: "table", role: "group", tabindex: "0", "aria-label": word("table") },
    make("table", { lang: "en" }, rows.filter((row) => hasRow(row, side)).map((row) => make("tr", { class: isClean ? null : kinds[row.sign] }, row.cells.map((its) => cell(its, row.isHead))))),
  );
}
