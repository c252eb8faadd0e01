import { createHash, createPublicKey, type KeyObject, sign } from "node:crypto";

/** What a self-signed certificate says. */
export interface CertificateText {
  commonName: string;
  organization: string;
  isAuthority: boolean;
  /** Of ASN.1 `UTCTime`: `260101000000Z`. */
  from: string;
  until: string;
  /** Hexadecimal. */
  serial: string;
}

/** A real X.509 certificate (RFC 5280), signed with ECDSA and SHA-384 by the key that it is about. PEM. */
export function selfSigned(key: KeyObject, text: CertificateText): string {
  const publicKey = createPublicKey(key).export({ type: "spki", format: "der" });
  const name = distinguishedName(text);
  const body = sequence(
    tagged(0xa0, integer("02")),
    integer(text.serial),
    ECDSA_WITH_SHA384,
    name,
    sequence(time(text.from), time(text.until)),
    name,
    publicKey,
    tagged(0xa3, sequence(...extensions(text.isAuthority, publicKey))),
  );
  const signature = sign("sha384", body, key);
  const whole = sequence(body, ECDSA_WITH_SHA384, bitString(signature));
  const lines = whole.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function extensions(isAuthority: boolean, publicKey: Buffer): Buffer[] {
  const constraints = isAuthority ? sequence(tagged(0x01, Buffer.from([0xff]))) : sequence();
  // keyCertSign and cRLSign, the sixth and seventh bit.
  const usage = tagged(0x03, Buffer.from([1, 0b0000_0110]));
  const identifier = tagged(0x04, createHash("sha1").update(publicKey).digest());
  return [
    sequence(objectId("551d13"), CRITICAL, tagged(0x04, constraints)),
    sequence(objectId("551d0f"), CRITICAL, tagged(0x04, usage)),
    sequence(objectId("551d0e"), tagged(0x04, identifier)),
  ];
}

function distinguishedName({ organization, commonName }: CertificateText): Buffer {
  const part = (id: string, value: string) =>
    tagged(0x31, sequence(objectId(id), tagged(0x0c, Buffer.from(value))));
  return sequence(part("55040a", organization), part("550403", commonName));
}

const CRITICAL = tagged(0x01, Buffer.from([0xff]));

/** 1.2.840.10045.4.3.3 */
const ECDSA_WITH_SHA384 = sequence(objectId("2a8648ce3d040303"));

function tagged(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function integer(hex: string): Buffer {
  return tagged(0x02, Buffer.from(hex, "hex"));
}

function objectId(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, "hex"));
}

function time(text: string): Buffer {
  return tagged(0x17, Buffer.from(text));
}

function bitString(content: Buffer): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), content]));
}
