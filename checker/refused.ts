/** The rule name of a refusal that is shown as a diagnostic; it has no page in the reference. */
export const REFUSED = 'build-refused';
