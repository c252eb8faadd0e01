import { InputError } from "../../network/errors";

/**
 * Letters of the zones to use by default, where they are not a, b and c. A zone's name is an account's own alias, so no
 * table can be right for every account; these are what most accounts see (ap-northeast-1, ca-central-1 and us-west-1 as
 * listed by `aws ec2 describe-availability-zones` in public transcripts of 2024). In us-west-1 an account has two of
 * three letters. EKS has no control plane in use1-az3, usw1-az2 and cac1-az3 (Amazon EKS user guide, "VPC and subnet
 * requirements", 2024-12): whoever meets one of them names the zones.
 */
const LETTERS: Record<string, string> = {
  "ap-northeast-1": "acd",
  "ca-central-1": "abd",
  "us-west-1": "bc",
};

/** Zones of a region by default: `["eu-west-1a", "eu-west-1b", "eu-west-1c"]`. */
export function defaultZones(region: string): string[] {
  return [...(LETTERS[region] ?? "abc")].map((letter) => `${region}${letter}`);
}

/**
 * The letter of a zone: `a` of `eu-west-1a`. Local and Wavelength zones (`us-west-2-lax-1a`) hold no EKS control plane.
 * Throws {@link InputError}.
 */
export function zoneLetter(zone: string): string {
  const letter = /^[a-z]{2,3}(?:-[a-z]+)+-\d+([a-f])$/.exec(zone)?.[1];
  if (!letter || /\d-[a-z]/.test(zone)) {
    throw new InputError({
      path: "zones",
      message: `"${zone}" is no availability zone of AWS; one is named like "eu-west-1a".`,
    });
  }
  return letter;
}
