import type { EndMaker } from "../link-end";

/** A site's end of a link: its people make it, from what `isthmus plan --site` prints. The other end needs its addresses only. */
export const makeSiteEnd: EndMaker = ({ gateway }) => ({ addresses: gateway.addresses });
