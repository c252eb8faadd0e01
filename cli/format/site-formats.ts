/** How a site's side can be printed: for a person, or as the configuration of what runs on the device. */
export const SITE_FORMATS = ["table", "strongswan", "frr", "json"] as const;
export type SiteFormat = (typeof SITE_FORMATS)[number];
