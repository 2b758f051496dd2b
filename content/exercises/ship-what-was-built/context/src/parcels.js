import { customAlphabet } from 'nanoid';

const receipt = customAlphabet('23456789ABCDEFGH', 8);

/** Where a parcel is; made up, as long as there is no database. */
export const trace = (number) => ({ number, place: 'Leipzig', receipt: receipt() });
