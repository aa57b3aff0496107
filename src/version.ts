/** Version of this software; a test holds it to package.json. */
export const version = '0.1.0'
