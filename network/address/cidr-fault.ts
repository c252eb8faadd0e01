import { formatAddress, readAddress6 } from "./address";

const EXAMPLES = "write a range as 10.0.0.0/16 or fd00::/48";

/** Why a text is no canonical range and what would be right. Only for texts that `parseCidr` refuses. */
export function cidrFault(text: string): string {
  const shown = shownText(text);
  const trimmed = text.trim();
  const [address = "", prefix, ...more] = trimmed.split("/");
  const isNumber = prefix !== undefined && /^\d{1,9}$/.test(prefix);
  if (more.length > 0 || (prefix !== undefined && !isNumber))
    return `${shown} is no address range; ${EXAMPLES}`;
  const length = prefix === undefined ? undefined : Number(prefix);
  return (
    (address.includes(":") ? v6Fault(shown, address, length) : v4Fault(shown, address, length)) ??
    `${shown} is no address range; ${EXAMPLES}`
  );
}

function v4Fault(shown: string, address: string, prefix: number | undefined): string | undefined {
  if (!/^\d{1,9}(\.\d{1,9}){0,3}$/.test(address)) return undefined;
  const octets = address.split(".").map(Number);
  const tooLarge = octets.find((octet) => octet > 255);
  if (tooLarge !== undefined) return `${shown} is no IPv4 range: ${tooLarge} is more than 255`;
  const full = [...octets, 0, 0, 0].slice(0, 4);
  const value = full.reduce((sum, octet) => sum * 256 + octet, 0);
  const plain = full.join(".");
  if (prefix === undefined) {
    return octets.length < 4 ? undefined : `${shown} lacks a length; write ${plain}/32 for this one address`;
  }
  if (prefix > 32) return `${shown} has a length over 32; an IPv4 range is /0 to /32`;
  const range = `${formatAddress(4, BigInt(value - (value % 2 ** (32 - prefix))))}/${prefix}`;
  if (octets.length < 4) return `${shown} lacks octets; write ${range}`;
  if (shown !== `${plain}/${prefix}`) {
    return `${shown} is not canonical, and read differently by different programs; write ${range}`;
  }
  return `${shown} has host bits set; the range is ${range}`;
}

function v6Fault(shown: string, address: string, prefix: number | undefined): string | undefined {
  const parsed = readAddress6(address);
  if (!parsed) return undefined;
  if (parsed.zone) return `${shown} has a zone, ${parsed.zone}; a range has none: leave it out`;
  const value = parsed.bigInt();
  const plain = parsed.correctForm();
  if (prefix === undefined) return `${shown} lacks a length; write ${plain}/128 for this one address`;
  if (prefix > 128) return `${shown} has a length over 128; an IPv6 range is /0 to /128`;
  if (prefix >= 96 && value >> 32n === 0xffffn) {
    const low = value & 0xffffffffn;
    const first = low - (low % (1n << BigInt(128 - prefix)));
    return `${shown} is IPv4 inside IPv6; write ${formatAddress(4, first)}/${prefix - 96}`;
  }
  const range = `${formatAddress(6, value - (value % (1n << BigInt(128 - prefix))))}/${prefix}`;
  if (shown !== `${plain}/${prefix}`) return `${shown} is not canonical; write ${range}`;
  return `${shown} has host bits set; the range is ${range}`;
}

/** As written where that is plain; quoted where it holds anything else, and never long. */
function shownText(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return /^[\w.:/%-]+$/.test(short) ? short : JSON.stringify(short);
}
