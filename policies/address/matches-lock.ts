import { ADDRESS_MATCHES_LOCK, addressMatchesLock } from "../../network/judge/address-matches-lock";
import type { Rule } from "../rule";

export const matchesLockRule: Rule = {
  name: ADDRESS_MATCHES_LOCK,
  title: "Resources have the ranges of the lock",
  description: "Every member's network, pods and Services have the ranges that its mesh's lock gives them.",
  why:
    "Routes, firewalls and agents of every other member are made from the lock. A range that was changed past it, by a transformation, by hand or by an import, belongs to nobody " +
    "there: what it sends is dropped, and the next member may be given it.",
  fix: "Take the change back, or give the member that range in the spec and run `isthmus plan --write`.",
  needs: "What a mesh of isthmus tells of its members' ranges, and the ranges of these members' resources.",
  limits: "Networks without a mesh of isthmus have no lock.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: addressMatchesLock,
};
