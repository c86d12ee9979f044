// Ids made here, so that a thing sent twice is done once: 26 letters of Crockford's base 32, lower case.
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

export function newId(fill: (bytes: Uint8Array<ArrayBuffer>) => void = (b) => void crypto.getRandomValues(b)): string {
    const bytes = new Uint8Array(26);
    fill(bytes);
    // 26 letters of 5 bits are 130; an id has 128, so the first letter stays below 8.
    bytes[0] = bytes[0]! & 7;
    return Array.from(bytes, (byte) => letters[byte & 31]).join('');
}
