/** Answers to what a program asks its providers (`aws.getRegion()`), since nobody else is there to give them. */
export type InvokeAnswers = (
  token: string,
  args: Record<string, unknown>,
) => Record<string, unknown> | undefined;

/** A question that a program asked. */
export interface AskedInvoke {
  /** `aws:index/getAvailabilityZones:getAvailabilityZones` */
  token: string;
  answered: boolean;
  /** Of one without an answer: whether the program went through it as a list, whose length nobody knows. */
  counted: boolean;
}

/** No answers at all. */
export const noAnswers: InvokeAnswers = () => undefined;
