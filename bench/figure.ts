/** One measured number and what it may be at most. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The figure falls short above it. Default: none; the figure is for the record. */
  limit?: number;
}

export function fallsShort(figure: Figure): boolean {
  return figure.limit !== undefined && !(figure.value <= figure.limit);
}

/** `figure overlap-over-sort 1.1 times limit 1.3 ok` */
export function figureLine(figure: Figure): string {
  const { name, value, unit, limit } = figure;
  const verdict = limit === undefined ? "" : ` limit ${limit} ${fallsShort(figure) ? "short" : "ok"}`;
  return `figure ${name} ${Number(value.toPrecision(4))} ${unit}${verdict}`;
}

export function printFigure(figure: Figure): void {
  console.log(figureLine(figure));
}
