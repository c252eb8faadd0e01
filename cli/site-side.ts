import { frrConfig } from "../clouds/site/frr";
import { type DeviceSide, siteSide } from "../clouds/site/side";
import { strongswanConfig } from "../clouds/site/strongswan";
import { SOURCES } from "../components/plan-sources";
import { InputError } from "../network/errors";
import type { Plan } from "../network/plan/shape";
import type { SiteFormat } from "./format/site-formats";
import { siteTables } from "./site-tables";

/** Which site, in whose words, and which of its devices. */
export interface SiteOptions {
  site?: string;
  format?: SiteFormat;
  device?: string;
  json?: boolean;
}

/**
 * A site's side as text: no key is in it, whatever the format.
 *
 * @throws InputError where there is no such site or device, or a configuration is asked for without saying whose
 */
export function siteText(plan: Plan, { site, format, device, json }: SiteOptions): string {
  if (site === undefined) {
    throw new InputError({ path: "--site", message: "name the site whose side is to be shown" });
  }
  const all = siteSide(plan, site, SOURCES.clouds);
  const chosen = device === undefined ? all : all.filter(({ address }) => address === device);
  const addresses = all.map(({ address }) => address).join(" and ");
  if (chosen.length === 0) {
    throw new InputError({
      path: "--device",
      message: `${site} has no device ${device}; it has ${addresses}`,
    });
  }
  if (json || format === "json") return `${JSON.stringify(chosen, null, 2)}\n`;
  if (format === undefined || format === "table") return `${siteTables(chosen)}\n`;
  const [only, ...others] = chosen;
  if (!only || others.length > 0) {
    const message = `${site} has two devices, ${addresses}, each with a configuration of its own; name one`;
    throw new InputError({ path: "--device", message });
  }
  return RENDERERS[format](only);
}

const RENDERERS: Record<"strongswan" | "frr", (device: DeviceSide) => string> = {
  strongswan: strongswanConfig,
  frr: frrConfig,
};
