import pc from "picocolors";

/** Colours where a person reads them: picocolors minds NO_COLOR, FORCE_COLOR and whether it is a terminal. */
export const colour = pc.createColors(process.stdout.isTTY === true ? pc.isColorSupported : forced());

function forced(): boolean {
  return "FORCE_COLOR" in process.env && !process.env.NO_COLOR && process.env.FORCE_COLOR !== "0";
}

/** What a command is doing: one line that is overwritten on a terminal, one line a step elsewhere, on standard error. */
export interface Progress {
  step(text: string): void;
  /** Takes the line away again. */
  end(): void;
}

export function progress(quiet: boolean): Progress {
  const { stderr } = process;
  if (quiet) return { step: () => {}, end: () => {} };
  if (!stderr.isTTY || process.env.CI) {
    return { step: (text) => void stderr.write(`${text}\n`), end: () => {} };
  }
  return {
    step: (text) => void stderr.write(`\r\u001b[2K${text}`),
    end: () => void stderr.write("\r\u001b[2K"),
  };
}

/** Columns as wide as their widest cell; the last one as it comes. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column === cells.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [colour.bold(line(head)), ...rows.map(line)].join("\n");
}
