/** Version of the record; readers take every minor version of their major one. Apart from the schema, which few commands need. */
export const schemaVersion = '2.0'
