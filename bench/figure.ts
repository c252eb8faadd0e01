/** One measured number and what it may be at most. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The figure falls short above it. */
  limit: number;
}

export function fallsShort(figure: Figure): boolean {
  return !(figure.value <= figure.limit);
}

/** `figure overlap-over-sort 1.1 times limit 1.3 ok` */
export function figureLine(figure: Figure): string {
  const { name, value, unit, limit } = figure;
  return `figure ${name} ${Number(value.toPrecision(4))} ${unit} limit ${limit} ${fallsShort(figure) ? "short" : "ok"}`;
}

export function printFigure(figure: Figure): void {
  console.log(figureLine(figure));
}
