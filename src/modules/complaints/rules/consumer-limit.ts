// How much a consumer may attach: a number that pages and server both keep, apart from the schemas so that pages stay light.

/** Photos that are sent at a time. */
export const MOST_PHOTOS = 6
/** Photos of one case from its consumer: those of the filing and as many later. */
export const MOST_PHOTOS_OF_CASE = 12
/** Bytes of one photo as it arrives, after the page made it small. */
export const MOST_PHOTO_BYTES = 8 * 1024 * 1024
